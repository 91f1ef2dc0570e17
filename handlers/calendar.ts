import { ownAnswer, sharedAnswer } from '../src/chat/calendar-links.ts';
import { defineCommand } from '../src/chat/command.ts';
import { type CalendarSaid, readCalendar } from '../src/chat/reading/calendar-links.ts';

/** 日历 · 我的日历 · 日历 重置 · 日历 关: links to subscribe to the tasks' deadlines. */
export const calendarCommand = defineCommand<CalendarSaid>({
  name: '日历',
  topic: '汇报',
  kind: 'change',
  words: ['日历', '我的日历', '订阅日历'],
  examples: [
    { say: '日历', gets: '一个链接,订阅后任务期限就在手机和电脑的日历里' },
    { say: '我的日历', gets: '只有自己任务的链接,私下发给您' },
    { say: '日历 重置', gets: '换新链接,旧的都作废(管理员)' },
    { say: '日历 关', gets: '停用日历,“开”就恢复(管理员)' },
  ],
  match: readCalendar,
  run: (said, context) => (said.isOwn ? ownAnswer(said, context) : sharedAnswer(said, context)),
});
