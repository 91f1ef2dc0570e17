import { describe, expect, it } from 'vitest';
import { readHolidayNotice, sayHolidays } from '../../src/calendar/holiday-notice.ts';
import { BUILT_IN_YEARS, type HolidayYear, stateCouncilCalendar } from '../../src/calendar/working-days.ts';

const days = ({ holidays }: HolidayYear) => holidays;
const built = (year: number): HolidayYear => {
  const found = BUILT_IN_YEARS.find((each) => each.year === year);
  if (!found) throw new Error(`no ${year}`);
  return found;
};

/** The days of the notice of 2026 in the notices' wording. */
const NOTICE_2026 = `关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　节假日期间，各地要妥善安排好值班。`;

/** The same with the forms of other years: 星期, half-width, no days counted, advice, blanks. */
const NOTICE_2024 = `2024 年部分节假日安排
元旦: 1 月 1 日放假,与周末连休。
春节:2月10日至17日放假调休,共8天。2月4日(星期日)、2月18日(星期日)上班。鼓励各单位结合带薪年休假等制度落实,安排职工在除夕(2月9日)休息。
清明节:4月4日至6日放假调休,共3天。4月7日(星期日)上班。
劳动节:5月1日至5日放假调休,共5天。4月28日(星期日)、5月11日(星期六)上班。
端午节:6月10日放假,与周末连休。
中秋节:9月15日至17日放假调休,共3天。9月14日(星期六)上班。
国庆节:10月1日至7日放假调休,共7天。9月29日(星期日)、10月12日(星期六)上班。`;

describe('readHolidayNotice', () => {
  it.each([
    [2026, NOTICE_2026],
    [2024, NOTICE_2024],
  ])('reads %i as it is built in', (year, text) => {
    const read = readHolidayNotice(text, null);
    if (!read.ok) throw new Error(read.faults.join());
    expect(days(read.calendar)).toEqual(days(built(year)));
  });

  it.each([2024, 2025, 2026])('%i said by the bot is read as the same', (year) => {
    const read = readHolidayNotice(sayHolidays(built(year)).join('\n'), year);
    if (!read.ok) throw new Error(read.faults.join());
    expect(days(read.calendar)).toEqual(days(built(year)));
  });

  it('names the notice it was taken from', () => {
    expect(readHolidayNotice(NOTICE_2026, 2026)).toMatchObject({
      calendar: { source: '国务院办公厅关于2026年部分节假日安排的通知(国办发明电〔2025〕7号)' },
    });
  });

  it('一天 without 调休, and one sentence with both', () => {
    const text = NOTICE_2026.replace(
      '1月1日（周四）至3日（周六）放假调休，共3天。',
      '1月1日（周四）放假1天，不调休。',
    ).replace('1月4日（周日）上班。', '');
    expect(readHolidayNotice(text, 2026)).toMatchObject({
      calendar: { holidays: [{ start: '2026-01-01', end: '2026-01-01', workingDays: [] }, {}, {}, {}, {}, {}, {}] },
    });
    const one = NOTICE_2026.replace('共3天。1月4日', '共3天，1月4日');
    expect(readHolidayNotice(one, 2026)).toMatchObject({ ok: true });
  });

  it('a holiday that begins in the old year', () => {
    const text = NOTICE_2026.replace(
      '1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
      '2025年12月31日（周三）至2026年1月2日（周五）放假调休，共3天。2025年12月28日（周日）上班。',
    );
    expect(readHolidayNotice(text, 2026)).toMatchObject({
      calendar: {
        holidays: [{ start: '2025-12-31', end: '2026-01-02', workingDays: ['2025-12-28'] }, ...Array(6).fill({})],
      },
    });
  });

  it.each<[string, [string, string], string]>([
    ['a day that does not exist', ['1月4日（周日）', '1月34日（周日）'], '没有“1月34日(周日)”这一天'],
    ['a weekday that does not fit', ['1月4日（周日）', '1月4日（周六）'], '1月4日是周日,不是周六'],
    ['a count that does not fit', ['放假调休，共5天', '放假调休，共4天'], '5月1日到5月5日不是4天'],
    ['a make-up day in the week', ['5月9日（周六）上班', '5月8日上班'], '上班日5月8日 周五不是周六或周日'],
    ['a make-up day in a holiday', ['5月9日（周六）上班', '5月2日上班'], '上班日5月2日 周六在假期里'],
    ['a make-up day far away', ['5月9日（周六）上班', '7月11日上班'], '离假期太远'],
    ['a holiday left out', ['五、端午节', '五、端阳'], '缺端午'],
    ['a holiday without its day', ['6月19日（周五）至21日', '6月26日（周五）至28日'], '端午的假期里没有6月19日'],
    ['no day off', ['6月19日（周五）至21日（周日）放假，共3天', '另行通知'], '端午节没有读出放假的日子'],
    ['two that overlap', ['9月25日（周五）至27日（周日）放假，共3天', '9月25日（周五）至10月2日放假，共8天'], '重叠'],
    ['another year', ['关于2026年', '关于2027年'], '通知是2027年的'],
  ])('%s: nothing is read', (_, [from, to], fault) => {
    expect(NOTICE_2026).toContain(from);
    const read = readHolidayNotice(NOTICE_2026.replace(from, to), 2026);
    expect(read.ok ? [] : read.faults.join(';')).toContain(fault);
  });

  it.each(['', '今天天气很好', '元旦放假', '1月'.repeat(20_000), '元旦:'.repeat(9_000)])('%# is no notice', (text) => {
    expect(readHolidayNotice(text, 2027).ok).toBe(false);
  });
});

describe('a calendar with years loaded since', () => {
  const of2027 = { ...built(2026), year: 2027, holidays: [] };

  it('knows them; a loaded year replaces a built-in one', () => {
    expect(stateCouncilCalendar([of2027]).knows(2027)).toBe(true);
    expect(stateCouncilCalendar([{ ...of2027, year: 2026 }]).isWorkingDay('2026-10-01')).toBe(true);
  });

  it('what a group brings in fills a gap only', () => {
    const calendar = stateCouncilCalendar();
    expect(calendar.including([{ ...of2027, year: 2026 }])).toBe(calendar);
    expect(calendar.including([of2027]).knows(2027)).toBe(true);
    expect(calendar.including([of2027]).isWorkingDay('2026-10-01')).toBe(false);
  });
});
