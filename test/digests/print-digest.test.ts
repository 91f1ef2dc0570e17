import { createDraft, finishDraft } from 'immer';
import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { digestText } from '../../src/digests/digest-text.ts';
import { dueDigestsOf } from '../../src/digests/owing.ts';
import { type Printed, printDigest } from '../../src/digests/print-digest.ts';
import { sealed, unsealed } from '../../src/digests/sealed-digest.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { anOffice, TASKS } from './office.ts';

const calendar = stateCouncilCalendar();

/** Prints inside a change, as a command does. */
const print = (workspace: Workspace, kind: 'weekly' | 'monthly', period: string | null, asOf: number) => {
  const draft = createDraft(workspace) as Workspace;
  const printed = printDigest(draft, { kind, period, asOf, calendar });
  const text = printed.ok ? digestText(printed.digest) : '';
  return { printed: JSON.parse(JSON.stringify(printed)) as Printed, text, after: finishDraft(draft) as Workspace };
};
const withClosed = (workspace: Workspace, number: number, at: number): Workspace => ({
  ...workspace,
  tasks: workspace.tasks.map((task) =>
    task.number === number ? { ...task, closings: [{ period: null, late: true, check: null, by: 'u1', at }] } : task,
  ),
});

describe('printDigest', () => {
  it('freezes a period that is over at its first printing', () => {
    const first = print(anOffice(), 'monthly', '2026-04', instant('2026-05-04'));
    expect(first.printed).toMatchObject({ ok: true, frozen: false });
    const later = withClosed(first.after, TASKS.overdue.number, instant('2026-05-08'));
    const again = print(later, 'monthly', '2026-04', instant('2026-06-20'));
    expect(again.printed).toMatchObject({ ok: true, frozen: true });
    expect(again.text).toBe(first.text);
    expect(again.text).toContain('数据截至 5月4日 09:00');
    expect(again.after).toBe(later);
  });

  it('does not freeze a running period, and writes nothing for it', () => {
    const office = anOffice();
    const first = print(office, 'weekly', null, instant('2026-04-29'));
    expect(first.after).toBe(office);
    const later = withClosed(office, TASKS.overdue.number, instant('2026-04-30'));
    const again = print(later, 'weekly', null, instant('2026-04-30', '17:00'));
    expect(again.text).not.toBe(first.text);
    expect(again.text).toContain('本周办结');
  });

  it('prints what was sent rather than what was printed', () => {
    const first = print(anOffice(), 'monthly', '2026-04', instant('2026-05-04'));
    const kept = unsealed(first.after.ledger.digests[0]?.digest);
    if (!kept) throw new Error('nothing was kept');
    const digest = sealed({ ...kept, late: true, asOf: instant('2026-05-07') });
    const record = { slot: 'monthly:2026-04', outcome: 'sent-late' as const, at: instant('2026-05-07'), digest };
    const workspace = {
      ...first.after,
      ledger: { ...first.after.ledger, digests: [...first.after.ledger.digests, record] },
    };
    expect(print(workspace, 'monthly', '2026-04', instant('2026-06-01')).text).toContain('补发');
  });

  it('never uses up the slot of the clock', () => {
    const asked = print(anOffice(), 'monthly', '2026-04', instant('2026-05-04')).after;
    const due = dueDigestsOf(asked, instant('2026-05-06'), calendar).map(({ slot }) => slot);
    expect(due).toContain('monthly:2026-04');
  });

  it('takes the month that ended until the 10th, then the running one', () => {
    const title = (at: number) => print(anOffice(), 'monthly', null, at).text.split('\n')[0];
    expect(title(instant('2026-05-10'))).toBe('4月月报');
    expect(title(instant('2026-05-11'))).toBe('5月月报');
  });

  it('refuses a period that has not begun or is none', () => {
    expect(print(anOffice(), 'monthly', '2026-06', instant('2026-05-10')).printed).toEqual({
      ok: false,
      reason: 'not-begun',
      period: '2026-06',
      begins: '2026-06-01',
    });
    for (const period of ['2026-W18', '2026-13', '']) {
      expect(print(anOffice(), 'monthly', period, instant('2026-05-10')).printed).toMatchObject({
        ok: false,
        reason: 'no-such-period',
      });
    }
  });
});
