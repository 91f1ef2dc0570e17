import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../src/feeds/feed-events.ts';
import { icsOf } from '../../src/feeds/ics.ts';
import { instant } from '../builders/acting.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { checkedFeed } from './calendar-check.ts';

const event = (overrides: Partial<FeedEvent> = {}): FeedEvent => ({
  uid: 'task-12@x',
  sequence: 3,
  changed: instant('2026-05-12', '07:30'),
  day: '2026-06-30',
  title: '#12 召开职工代表大会',
  lines: ['责任单位:办公室'],
  cancelled: false,
  ...overrides,
});
const read = (...events: FeedEvent[]) => checkedFeed(icsOf('办结', events)).events;

describe('a feed', () => {
  it('tells a day, what it is, and when it was last changed in UTC', () => {
    expect(read(event())).toEqual([
      {
        uid: 'task-12@x',
        sequence: 3,
        changed: '20260511T233000Z',
        day: '20260630',
        summary: '#12 召开职工代表大会',
        description: '责任单位:办公室',
        status: 'CONFIRMED',
      },
    ]);
  });

  it.each([
    ['2026-12-31', '20270101'],
    ['2028-02-28', '20280229'],
    ['2028-02-29', '20280301'],
    ['2026-02-28', '20260301'],
    ['2027-01-01', '20270102'],
  ])('%s ends before %s', (day, end) => {
    expect(icsOf('x', [event({ day })])).toContain(`DTEND;VALUE=DATE:${end}\r\n`);
    expect(read(event({ day }))).toHaveLength(1);
  });

  it('of nothing is still a calendar, and has no alarms', () => {
    expect(checkedFeed(icsOf('', [])).events).toEqual([]);
    expect(icsOf('x', [event()])).not.toContain('VALARM');
  });

  it.each([
    ...HOSTILE_TITLES,
    'a;b,c\\d',
    '结尾是\\',
    '第一行\r\n第二行',
    'BEGIN:VEVENT\nUID:x',
    '"引":号',
  ])('%j is shown as written', (title) => {
    expect(read(event({ title, lines: [title] }))[0]).toMatchObject({
      summary: title.replace('\r\n', '\n'),
      description: title.replace('\r\n', '\n'),
    });
  });

  it('any text comes through, in lines of 75 octets without a character cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (one, two) => {
          const shown = (text: string) =>
            text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
          const [told] = read(event({ title: `#1 ${one}`, lines: [`时间 ${two}`] }));
          expect([told?.summary, told?.description]).toEqual([`#1 ${shown(one)}`, `时间 ${shown(two)}`]);
        },
      ),
    );
  });
});
