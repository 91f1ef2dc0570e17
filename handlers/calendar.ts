import { sayDay } from '../src/calendar/date.ts';
import { paperName } from '../src/cards/paper.ts';
import { ownAnswer, sharedAnswer } from '../src/chat/calendar-links.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type CalendarSaid, readCalendar } from '../src/chat/reading/calendar-links.ts';
import { fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { organisationOf } from '../src/digests/paper-title.ts';
import { nameOf } from '../src/workspace/people.ts';

/** 日历 文件: the deadlines as they are now, to be taken into a calendar once; no public address is needed for it. */
const fileAnswer = ({ isOwn }: CalendarSaid, { workspace, acting, today }: Context): CommandAnswer => {
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const whose = isOwn ? nameOf(workspace, acting.by) : organisationOf(workspace.plans.at(-1)?.title ?? '');
  const name = paperName(`${whose}任务日历(${sayDay(today, today)})`, 'ics');
  return { reply: fileReply({ kind: 'calendar', name, member: isOwn ? acting.by : null, on: today }) };
};

/** 日历 · 日历 文件 · 我的日历 · 日历 重置 · 日历 关: links to subscribe to the tasks' deadlines. */
export const calendarCommand = defineCommand<CalendarSaid>({
  name: '日历',
  topic: '汇报',
  kind: 'change',
  words: ['日历', '我的日历', '订阅日历'],
  examples: [
    { say: '日历', gets: '一个链接,订阅后任务期限就在手机和电脑的日历里' },
    { say: '我的日历', gets: '只有自己任务的链接,私下发给您' },
    { say: '日历 文件', gets: '一份 .ics,导入手机和电脑的日历,不用网址;“我的日历 文件”只有自己的' },
    { say: '日历 重置', gets: '换新链接,旧的都作废(管理员)' },
    { say: '日历 关', gets: '停用日历,“开”就恢复(管理员)' },
  ],
  match: readCalendar,
  run: (said, context) =>
    said.deed === 'file'
      ? fileAnswer(said, context)
      : said.isOwn
        ? ownAnswer(said, context)
        : sharedAnswer(said, context),
});
