import { yearOf } from '../src/calendar/date.ts';
import { readHolidayNotice } from '../src/calendar/holiday-notice.ts';
import type { HolidayYear } from '../src/calendar/working-days.ts';
import { holidaysCard, holidaysPreviewCard } from '../src/cards/holidays-card.ts';
import { settingLines } from '../src/cards/say-setting.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type HolidaysSaid, readHolidays, readNoticeFile } from '../src/chat/reading/holidays.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { plainCopy } from '../src/workspace/plain-data.ts';
import { mayChangeSettings } from '../src/workspace/rights.ts';
import { changeSettings } from '../src/workspace/settings-change.ts';

/** Years looked at for what is known. */
const YEARS_SHOWN = { back: 2, ahead: 3 };

const show = ({ year }: HolidaysSaid, { workspace, calendar, today }: Context): CommandAnswer => {
  const now = yearOf(today);
  const span = Array.from(
    { length: YEARS_SHOWN.back + YEARS_SHOWN.ahead + 1 },
    (_, index) => now - YEARS_SHOWN.back + index,
  );
  const known = span.filter((each) => calendar.knows(each));
  const own = workspace.settings.holidays;
  const next = year ?? span.find((each) => each > now && !calendar.knows(each)) ?? now + 1;
  const asked = own.find((each) => each.year === year) ?? null;
  const card = holidaysCard(known, own, next, asked);
  return { reply: cardReply(card, card.title) };
};

const confirm = (read: HolidayYear, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'settings');
  const kept = plainCopy(context.workspace.settings.holidays).filter(({ year }) => year !== read.year);
  const holidays = [...kept, read].sort((a, b) => a.year - b.year);
  const outcome = changeSettings(open, { holidays });
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const lines = settingLines(outcome.before, outcome.after).map((line) => `设置 ${line}`);
  const already = lines.length === 0 ? [`设置 ${read.year}年放假安排已更新`] : lines;
  return receipt(open, already, [], context, { title: `${read.year}年放假安排已录入`, note: '以后本群的工作日按它算' });
};

/**
 * 放假安排: which years' holidays are known; with the State Council's notice behind it what is read from it, and, confirmed,
 * the group's own calendar of that year. Only years the installation does not have: what it has was checked once for all.
 */
export const holidaysCommand = defineCommand<HolidaysSaid>({
  name: '放假安排',
  topic: '设置',
  kind: 'change',
  words: ['放假安排', '放假通知'],
  takesAllLines: true,
  examples: [{ say: '放假安排 2027', gets: '录入下一年的放假调休:换行贴上通知文字,核对后确认(管理员)' }],
  match: readHolidays,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: () => undefined,
  prepare: readNoticeFile,
  run: (said, context) => {
    const { workspace, acting, calendar } = context;
    if (said.fault !== null) return sentence(said.fault);
    if (said.text === '') return show(said, context);
    const may = mayChangeSettings(workspace, acting);
    if (!may.ok) return sentence(sayRefusal(may, context));
    const read = readHolidayNotice(said.text, said.year);
    if (!read.ok)
      return sentence(`放假安排没有读成,什么都没有改:${read.faults.slice(0, 5).join(';')}。请核对后整篇再发`);
    const { year } = read.calendar;
    const isOwn = workspace.settings.holidays.some((each) => each.year === year);
    if (calendar.knows(year) && !isOwn) return sentence(`${year}年的放假安排已经有了,不用再录入`);
    if (said.confirms) return confirm(read.calendar, context);
    const card = holidaysPreviewCard(read.calendar);
    return { reply: cardReply(card, '请核对后确认') };
  },
});
