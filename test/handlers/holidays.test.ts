import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayHolidays } from '../../src/calendar/holiday-notice.ts';
import type { HolidayYear } from '../../src/calendar/working-days.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { sayCalendarGap } from '../../src/chat/setting-notes.ts';
import { anActing } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

/** A calendar of 2027 as it may be announced; the days are invented. */
const OF_2027: HolidayYear = {
  year: 2027,
  source: '',
  holidays: [
    { name: '元旦', start: '2027-01-01', end: '2027-01-03', workingDays: [] },
    { name: '春节', start: '2027-02-05', end: '2027-02-12', workingDays: ['2027-01-31', '2027-02-14'] },
    { name: '清明节', start: '2027-04-03', end: '2027-04-05', workingDays: [] },
    { name: '劳动节', start: '2027-05-01', end: '2027-05-05', workingDays: ['2027-05-08'] },
    { name: '端午节', start: '2027-06-09', end: '2027-06-09', workingDays: [] },
    { name: '中秋节', start: '2027-09-15', end: '2027-09-15', workingDays: [] },
    { name: '国庆节', start: '2027-10-01', end: '2027-10-07', workingDays: ['2027-09-26', '2027-10-09'] },
  ],
};
const lines = sayHolidays(OF_2027);
const NOTICE = lines.map((line, index) => `${'一二三四五六七'[index]}、${line}。`).join('\n');
const CONFIRM = `确认放假安排 2027 ${lines.join(';')}`;

const said = async (texts: string[], by = 'u1') => {
  await chat.reset(aLedger());
  let answer = '';
  for (const text of texts) answer = await chat.say(text, { by });
  const { settings } = await chat.workspace();
  return { answer, years: settings.holidays.map(({ year }) => year), settings };
};

describe('the warning in 设置', () => {
  const at = (today: string, years: HolidayYear[] = []) =>
    sayCalendarGap({
      workspace: aLedger(),
      acting: anActing({ today }),
      today,
      calendar: stateCouncilCalendar().including(years),
    });

  it.each<[string, HolidayYear[], string]>([
    ['2026-11-30', [], ''],
    ['2026-12-01', [], '2027年的放假安排还没有录入,到时工作日先按周一到周五算'],
    ['2026-12-01', [OF_2027], ''],
    ['2027-01-04', [], '2027年的放假安排还没有录入,工作日先按周一到周五算'],
  ])('on %s (%#)', (today, years, told) => {
    const said = at(today, years);
    expect(told === '' ? said : said.slice(0, told.length)).toBe(told);
  });
});

describe('放假安排', () => {
  it('tells which years there are', async () => {
    const { answer } = await said(['放假安排']);
    expect(answer).toContain('已有:2024年、2025年、2026年');
    expect(answer).toContain('放假安排 2027');
  });

  it('with the notice shows what was read, and changes nothing', async () => {
    const { answer, years } = await said([`放假安排 2027\n${NOTICE}`]);
    expect(years).toEqual([]);
    for (const line of lines) expect(answer).toContain(line);
    expect(answer).toContain(CONFIRM);
  });

  it('confirmed it holds for the group, and 撤销 takes it back', async () => {
    const { answer, years, settings } = await said([`放假安排 2027\n${NOTICE}`, CONFIRM]);
    expect(years).toEqual([2027]);
    expect(settings.holidays[0]?.holidays).toEqual(OF_2027.holidays);
    expect(answer).toContain('放假安排:无 → 本群录入2027年');
    expect((await said([CONFIRM, '放假安排 2027'])).answer).toContain('2027年是本群录入的');
    expect((await said([CONFIRM, CONFIRM])).years).toEqual([2027]);
    expect((await said([CONFIRM, '撤销'])).years).toEqual([]);
    expect((await said([CONFIRM, '设置'])).answer).toContain('放假安排:本群录入2027年');
  });

  it.each<[string, string, string, string]>([
    ['u2', '放假安排 2027', NOTICE, '能办这件事的是:周敏'],
    ['u2', '确认放假安排 2027', lines.join(';'), '能办这件事的是:周敏'],
    ['u1', '放假安排 2027', NOTICE.replace('5月8日', '5月7日'), '上班日5月7日 周五不是周六或周日'],
    ['u1', '确认放假安排 2027', lines.slice(1).join(';'), '缺元旦'],
    ['u1', '放假安排 2026', NOTICE, '没有读成'],
    ['u1', '放假安排 2027', '今年怎么放还不知道', '没有读成'],
  ])('%s: %s is refused (%#)', async (by, front, text, told) => {
    const { answer, years } = await said([`${front}\n${text}`], by);
    expect(years).toEqual([]);
    expect(answer).toContain(told);
  });
});
