import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isIsoDate } from '../../../src/calendar/date.ts';
import { stateCouncilCalendar } from '../../../src/calendar/working-days.ts';
import { readDate } from '../../../src/chat/reading/dates.ts';
import { readLength, shiftBy } from '../../../src/chat/reading/lengths.ts';

const calendar = stateCouncilCalendar();
/** 12 May 2026 is a Tuesday. */
const from = { today: '2026-05-12', calendar };

const date = (text: string, today = from.today) => {
  const found = readDate(text, { today, calendar });
  return found?.ok ? found.date : undefined;
};

describe('a date in a command', () => {
  it.each([
    ['今天', '2026-05-12'],
    ['明天', '2026-05-13'],
    ['大后天', '2026-05-15'],
    ['周五', '2026-05-15'],
    ['本周日', '2026-05-17'],
    ['星期天', '2026-05-17'],
    ['下周五', '2026-05-22'],
    ['下下周一', '2026-05-25'],
    ['本周内', '2026-05-17'],
    ['下周', '2026-05-24'],
    ['周末', '2026-05-17'],
    ['月底', '2026-05-31'],
    ['本月底前', '2026-05-31'],
    ['下月底', '2026-06-30'],
    ['下个月中旬', '2026-06-20'],
    ['下个月', '2026-06-30'],
    ['20号', '2026-05-20'],
    ['下月10日', '2026-06-10'],
    ['6月10日', '2026-06-10'],
    ['6月10号前', '2026-06-10'],
    ['6.10', '2026-06-10'],
    ['6/10', '2026-06-10'],
    ['六月十日', '2026-06-10'],
    ['十二月二十五日', '2026-12-25'],
    ['6月底', '2026-06-30'],
    ['6月上旬', '2026-06-10'],
    ['6月', '2026-06-30'],
    ['2027年2月底', '2027-02-28'],
    ['明年3月1日', '2027-03-01'],
    ['2026-06-30', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['本季度末', '2026-06-30'],
    ['下季度末', '2026-09-30'],
    ['三季度末', '2026-09-30'],
    ['上半年', '2026-06-30'],
    ['年中', '2026-06-30'],
    ['年底', '2026-12-31'],
    ['明年底', '2027-12-31'],
    ['三天后', '2026-05-15'],
    ['一周后', '2026-05-19'],
    ['三个工作日后', '2026-05-15'],
    ['10个工作日内', '2026-05-26'],
    ['两个月后', '2026-07-12'],
    ['国庆', '2026-10-01'],
    ['国庆前', '2026-09-30'],
    ['国庆节之前', '2026-09-30'],
    ['端午前', '2026-06-18'],
    ['中秋', '2026-09-25'],
    ['春节前', undefined],
  ])('%s → %s', (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  it.each([
    ['4月底', 'past', '2027-04-30'],
    ['5月1日', 'past', '2027-05-01'],
    ['昨天', 'past', null],
    ['周一', 'past', '2026-05-18'],
    ['10号', 'past', '2026-06-10'],
    ['2025-06-30', 'past', null],
    ['春节前', 'past', '2027-02-05'],
    ['2月30日', 'no-such-day', '2027-02-28'],
    ['6月31日', 'no-such-day', '2026-06-30'],
    ['2026年9月31日', 'no-such-day', '2026-09-30'],
  ])('%s is refused as %s, nearest %s', (text, reason, nearest) => {
    expect(readDate(text, from)).toMatchObject({ ok: false, reason, nearest });
  });

  it.each(['', '培训', '12', '第三部分', '6家', '3场', '65', '6月3家'])('%s is no day of its own', (text) => {
    const found = readDate(text, from);
    expect(found === undefined || (found.ok && found.length < text.length)).toBe(true);
  });

  it('leaves what follows the day', () => {
    const text = '6月底 因场地装修';
    expect(text.slice(readDate(text, from)?.length)).toBe(' 因场地装修');
  });

  it('is never past, and never takes more than the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'今明后天日周月年底前内下本十三5612号.-/季度末国庆') }),
        (text) => {
          const found = readDate(text, from);
          if (!found) return;
          expect(found.length).toBeLessThanOrEqual(text.length);
          expect(found.length).toBeGreaterThan(0);
          const day = found.ok ? found.date : found.nearest;
          if (day !== null) expect(isIsoDate(day) && day >= from.today).toBe(true);
        },
      ),
    );
  });
});

describe('a length', () => {
  it.each([
    ['一周', { amount: 1, unit: 'week', length: 2 }],
    ['两个星期', { amount: 2, unit: 'week', length: 4 }],
    ['10天', { amount: 10, unit: 'day', length: 3 }],
    ['三个工作日', { amount: 3, unit: 'working-day', length: 5 }],
    ['一个月', { amount: 1, unit: 'month', length: 3 }],
    ['半个月', { amount: 15, unit: 'day', length: 3 }],
    ['一个季度', { amount: 3, unit: 'month', length: 4 }],
    ['6月', undefined],
    ['一季度', undefined],
    ['9999天', undefined],
    ['0天', undefined],
  ])('%s', (text, expected) => {
    expect(readLength(text)).toEqual(expected);
  });

  it('of working days skips weekends and holidays', () => {
    expect(shiftBy('2026-09-30', { amount: 1, unit: 'working-day', length: 0 }, calendar)).toBe(
      calendar.addWorkingDays('2026-09-30', 1),
    );
    expect(shiftBy('2026-01-31', { amount: 1, unit: 'month', length: 0 }, calendar)).toBe('2026-02-28');
    expect(shiftBy('2026-05-12', { amount: 2, unit: 'week', length: 0 }, calendar)).toBe(addDays('2026-05-12', 14));
  });
});
