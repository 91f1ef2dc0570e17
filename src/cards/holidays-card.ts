import { sayHolidays } from '../calendar/holiday-notice.ts';
import type { HolidayYear } from '../calendar/working-days.ts';
import { blocksOf, bulleted, button, buttons, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';

/** The whole command that makes a year hold: it names every day, so that nothing has to be kept until it is said. */
const sayConfirming = (calendar: HolidayYear): string =>
  `确认放假安排 ${calendar.year} ${sayHolidays(calendar).join(';')}`;

/** What was read from a notice, before anything holds. */
export const holidaysPreviewCard = (calendar: HolidayYear): Card => ({
  title: `${calendar.year}年放假安排(待确认)`,
  subtitle: '',
  tone: 'neutral',
  view: '',
  blocks: blocksOf(
    plain('读出这些,请对照通知核对;确认之前不起作用'),
    bulleted(sayHolidays(calendar)),
    quiet('确认后只管本群的工作日;要所有群都用,请维护机器人的人用 npm run calendar 录入'),
    buttons([button(`确认${calendar.year}年放假安排`, sayConfirming(calendar), 'primary')]),
  ),
});

/** Which years are known, and how to bring in the next. @param own the group's own years */
export const holidaysCard = (
  known: readonly number[],
  own: readonly HolidayYear[],
  next: number,
  asked: HolidayYear | null,
): Card => ({
  title: '放假安排',
  subtitle: '',
  tone: 'neutral',
  view: '放假安排',
  blocks: blocksOf(
    plain(`已有:${known.map((year) => `${year}年`).join('、')};别的年份工作日按周一到周五算`),
    own.length === 0 ? null : quiet(`其中${own.map(({ year }) => `${year}年`).join('、')}是本群录入的`),
    asked === null ? null : bulleted(sayHolidays(asked)),
    quiet(`录入:发“放假安排 ${next}”,换行贴上国务院办公厅的通知文字(管理员)`),
  ),
});
