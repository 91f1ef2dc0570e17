import { sayLeave, sayLeaveDays } from '../src/cards/say-leave.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { LEAVE_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { leaveMeant, sayLeaveCommand, sayLeaveWith } from '../src/chat/leave.ts';
import { type LeaveSaid, readLeave } from '../src/chat/reading/leave.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { takeLeave } from '../src/workspace/leave.ts';
import { holderOf } from '../src/workspace/people.ts';
import type { Leave } from '../src/workspace/workspace.ts';

/** What else is to be done or known: the deputy is nobody's name yet, or the absent one was to act for others. */
const noteOf = ({ absent, deputy }: Leave, also: readonly Leave[], { workspace, today }: Context): string =>
  [
    holderOf(workspace, deputy) === undefined
      ? `${deputy}还没对上群里的人,发“绑定 ${deputy} @他”`
      : `这几天${absent}的任务标明“代:${deputy}”,${deputy}发“我的”也能看到`,
    ...also.map((leave) => `${absent}本来要代${leave.absent}(${sayLeaveDays(leave, today)}),请另定人代`),
  ].join('。');

const take = (leave: Leave, context: Context): CommandAnswer => {
  const { workspace, acting, today } = context;
  const open = openChange(workspace, acting, 'leave');
  const outcome = takeLeave(open, leave);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const before = outcome.before === null ? '' : `${sayLeave(outcome.before, today)} → `;
  const line = `请假 ${leave.absent}:${before}${sayLeaveWith(leave, today)}`;
  return receipt(open, [line], [], context, {
    title: '已记请假',
    tone: 'neutral',
    note: noteOf(leave, outcome.also, context),
  });
};

/** 李四 请假到6月1日 由王五代: for these days the deputy acts for the person. */
export const leaveCommand = defineCommand<LeaveSaid>({
  name: '请假',
  topic: '办理',
  kind: 'change',
  words: wordsFor('请假', LEAVE_WORDS),
  examples: [
    { say: '李四 请假到6月1日 由王五代', gets: '这几天任务上标明“代:王五”,王五的“我的”里也有' },
    { say: '我请假5月20日到6月1日,由王五代', gets: '说明从哪天起;也可说 三天、到下周五' },
  ],
  match: readLeave,
  // Nothing in the sentence is left unread, so nothing in it asks or wishes.
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: (said, context, because) => {
    const meant = leaveMeant(said, context);
    // 李四不请假了 is not to be asked until when he is away.
    if (!meant.ok) return because === 'negation' || because === 'slip' ? undefined : 'ask';
    const { leave } = meant;
    return {
      deed: `记${leave.absent}请假:${sayLeaveWith(leave, context.today)}`,
      label: `${leave.absent}请假`,
      say: sayLeaveCommand(leave),
    };
  },
  run: (said, context) => {
    const meant = leaveMeant(said, context);
    return meant.ok ? take(meant.leave, context) : meant.answer;
  },
});
