import { dateOf, monthOf, yearOf } from '../calendar/date.ts';
import { stateCouncilCalendar } from '../calendar/working-days.ts';
import { loadHolidays } from '../holidays/holiday-folder.ts';
import { type Check, type Finding, fault, good, note } from './finding.ts';

/** The State Council publishes the next year's holidays in November; from this month on they should be there. */
const EXPECTED_FROM = 12;

const todo = (year: number) => ({
  zh: `把国务院办公厅的通知存成文本，运行 npm run calendar -- 文件名 录入 ${year} 年，再重启办结`,
  en: `save the notice as text, run npm run calendar -- FILE for ${year}, and restart the bot`,
});

/** The holidays and make-up days of this year and, from December on, the next; files that were left out. */
export const checkCalendarYears = (dataDir: string, now: () => number): Check => ({
  about: { zh: '放假安排', en: 'Holidays' },
  async look() {
    const { years, faults } = await loadHolidays(dataDir);
    const calendar = stateCouncilCalendar(years);
    const today = dateOf(now());
    const wanted = monthOf(today) >= EXPECTED_FROM ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)];
    const found = wanted.map((year): Finding => {
      if (calendar.knows(year)) return good(`有 ${year} 年的放假安排`, `the holidays of ${year} are known`);
      const says = {
        zh: `没有 ${year} 年的放假安排，只按周一到周五算`,
        en: `the holidays of ${year} are missing; Monday to Friday count`,
      };
      return year === yearOf(today) ? fault(says, todo(year)) : note(says, todo(year));
    });
    return [
      ...found,
      ...faults.map((wrong) => fault({ zh: wrong, en: 'a holiday file was left out' }, todo(yearOf(today)))),
    ];
  },
});
