import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import { frozenDigest } from '../../src/digests/print-digest.ts';
import { sealed, unsealed } from '../../src/digests/sealed-digest.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const digestOf = (titles: readonly string[]) =>
  compile(
    aWorkspace({
      tasks: titles.map((title, at) => aTask({ number: at + 1, title, schedule: aSchedule({ end: '2026-04-20' }) })),
    }),
    'monthly',
    '2026-04',
    {
      asOf: instant('2026-05-04'),
      calendar: stateCouncilCalendar(),
    },
  );
const ROWS = Array.from({ length: 120 }, (_, at) => `走访第${at + 1}家企业`);
const recordOf = (digest: unknown) => ({
  slot: 'monthly:2026-04',
  outcome: 'sent' as const,
  at: instant('2026-05-04'),
  digest,
});

describe('a sealed digest', () => {
  it('is opened again as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 12 }), (titles) => {
        const digest = digestOf(titles);
        expect(unsealed(sealed(digest))).toEqual(JSON.parse(JSON.stringify(digest)));
      }),
    );
  });

  it('is a small part of what it holds', () => {
    const digest = digestOf(ROWS);
    expect(sealed(digest).length * 5).toBeLessThan(JSON.stringify(digest).length);
  });

  it('of a group from before digests were sealed is taken as it is', () => {
    const digest = digestOf(ROWS);
    expect(frozenDigest([recordOf(digest)], 'monthly:2026-04')).toEqual(digest);
    expect(frozenDigest([recordOf(sealed(digest))], 'monthly:2026-04')).toEqual(digest);
  });

  it.each([
    ['nothing', null],
    ['another version', { format: 99, chapters: [] }],
    ['another version, sealed', sealed({ ...digestOf([]), format: 99 as 1 })],
  ])('is none where there is %s', (_, kept) => {
    expect(unsealed(kept)).toBeUndefined();
  });

  it.each([
    ['cut off', sealed(digestOf(ROWS)).slice(0, 400)],
    ['altered', sealed(digestOf(ROWS)).replace(/.{4}(?=.{40}$)/u, 'AAAA')],
    ['no sealed digest', '周报'],
  ])('that is %s is not made up anew', (_, kept) => {
    expect(() => unsealed(kept)).toThrow(BanjieError);
  });
});
