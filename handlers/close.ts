import { sayDate } from '../src/calendar/date.ts';
import { askForPeriod, askForTasks, doEach, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { CLOSE_WORDS_KNOWN, wordsFor } from '../src/chat/deed-words.ts';
import { doubtOfClosing } from '../src/chat/doubt.ts';
import { moodOfRemark } from '../src/chat/mood.ts';
import { type ClosingSaid, readClosingClaim, recurs, turnsOf } from '../src/chat/reading/closing.ts';
import { sayTurn } from '../src/chat/sentences.ts';
import { buttonsToVerify, sayWhoVerifies } from '../src/chat/verifying.ts';
import { type Closed, closeTask } from '../src/workspace/closing.ts';
import { closingOf } from '../src/workspace/deadline.ts';
import { openChange } from '../src/workspace/history.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

const say = ({ periods, remark }: ClosingSaid, task: string): string =>
  [`完成 ${task}`, periods.join('、'), moodOfRemark(remark) === 'plain' ? remark : '']
    .filter((part) => part !== '')
    .join(' ');

const sayClosed = (closed: Closed, { today }: Context): string =>
  `办结 ${sayTurn(closed, { today })}:未办结 → ✅ 已办结${closed.check === 'waiting' ? ',待销号' : ''}(时限${sayDate(closed.deadline, today)}${closed.late ? ',逾期办结' : ''})`;

const close = (said: ClosingSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'close');
  const remark = said.remark === '' ? undefined : said.remark;
  const noted = new Set<number>();
  const { done, refused } = doEach(turnsOf(said), ({ number, period }) => {
    // What was said once is one line of progress, however many periods it closes.
    const closed = closeTask(open, number, { period, remark: noted.has(number) ? undefined : remark });
    if (closed.ok) noted.add(number);
    return closed;
  });
  const ask =
    done.length === 0
      ? askForPeriod('办结', refused, (task, period) => say({ ...said, periods: [period] }, task), context)
      : undefined;
  const lines = done.map((closed) => sayClosed(closed, context));
  const notes = [remark === undefined ? '' : `记下进展:${remark}`, sayWhoVerifies(done, context)];
  const note = notes.filter((part) => part !== '').join('。');
  return ask ?? receipt(open, lines, refused, context, { title: '已办结', note, buttons: buttonsToVerify(done) });
};

const isClosedAlready = ({ tasks, periods }: ClosingSaid, { workspace }: Context): boolean => {
  const task =
    tasks.kind === 'numbers' && tasks.numbers.length === 1 ? taskOf(workspace, tasks.numbers[0] ?? 0) : undefined;
  return task !== undefined && closingOf(task, periods[0] ?? null) !== undefined;
};

/** 完成 12: closes tasks, or the running period of recurring ones unless periods are named; a remark becomes a progress line. */
export const closeCommand = defineCommand<ClosingSaid>({
  name: '完成',
  topic: '办理',
  kind: 'change',
  words: wordsFor('完成', CLOSE_WORDS_KNOWN),
  examples: [
    { say: '完成 12', gets: '办结一项,也可说 12完成了、完成 三八节活动' },
    { say: '完成 12 15-18', gets: '一次办结几项' },
    { say: '完成 12 已开展,参加85人', gets: '办结并记一条进展' },
    { say: '完成 2 一季度', gets: '办结周期任务的一期,不写就是正在进行的一期' },
  ],
  match: readClosingClaim,
  wording: ({ wording }) => wording,
  propose: (said, context, because) => {
    if (isClosedAlready(said, context)) return undefined;
    const meant = {
      ...said,
      periods: recurs(said, context) ? said.periods : [],
      remark: because === 'slip' ? said.remark : '',
    };
    return proposeFor('办结', said.tasks, (task) => say(meant, task), context);
  },
  run: (said, context) =>
    askForTasks('办结', said.tasks, (task) => say(said, task), context) ??
    doubtOfClosing(said, context) ??
    close(said, context),
});
