import { askForTasks, doEach, offerIf, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { CANCEL_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { moodOfRemark } from '../src/chat/mood.ts';
import { type CancellingSaid, readCancelling } from '../src/chat/reading/cancelling.ts';
import { offer, sentence } from '../src/chat/replies.ts';
import { sayTask } from '../src/chat/sentences.ts';
import { type Cancelled, cancelTask } from '../src/workspace/cancelling.ts';
import { openChange } from '../src/workspace/history.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

/** A reason is marked as one, so that the button's words leave no doubt; words that run on from the number are none. */
const say = ({ reason, glued }: CancellingSaid, task: string): string =>
  reason === '' || glued || moodOfRemark(reason) !== 'plain' ? `取消 ${task}` : `取消 ${task} 原因:${reason}`;

const areCancelled = ({ tasks }: CancellingSaid, { workspace }: Context): boolean =>
  tasks.kind === 'numbers' && tasks.numbers.every((number) => (taskOf(workspace, number)?.cancelled ?? null) !== null);

const sayCancelled = (cancelled: Cancelled): string =>
  `取消 ${sayTask(cancelled)}:未办结 → 已取消${cancelled.why === '' ? '' : `(原因:${cancelled.why})`}`;

const cancel = (said: CancellingSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'cancel');
  const numbers = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  const { done, refused } = doEach(numbers, (number) => cancelTask(open, number, said.reason));
  const [first] = done;
  const note = first && `任务留着,划去不计;发“恢复 ${done.map(({ number }) => number).join('、')}”可恢复`;
  return receipt(open, done.map(sayCancelled), refused, context, {
    title: '已取消',
    tone: 'neutral',
    ...(note !== undefined && { note }),
  });
};

/** 取消 12 的办结, 取消 12 的延期: what is taken back is not the task. */
const askInstead = ({ instead, tasks }: CancellingSaid, context: Context): CommandAnswer | undefined => {
  if (instead === null) return undefined;
  const number = tasks.kind === 'numbers' ? tasks.numbers.join('、') : '12';
  const reopening = proposeFor('重开', tasks, (task) => `重开 ${task}`, context);
  if (instead === 'closing' && reopening && reopening !== 'ask') return offer(reopening, 'slip', '没有改动。');
  return sentence(
    `没有改动。刚延的期发“撤销”收回;要改回原来的时限,发“修改 ${number} 时限 6月底前”(写上日期);要取消任务本身,发“取消 ${number}”`,
  );
};

const propose = (said: CancellingSaid, context: Context) =>
  proposeFor('取消', said.tasks, (task) => say(said, task), context);

/** 取消 12 因经费未批: takes tasks out of the plan; they are kept, struck out and not counted. */
export const cancelCommand = defineCommand<CancellingSaid>({
  name: '取消',
  topic: '计划',
  kind: 'change',
  words: wordsFor('取消', CANCEL_WORDS),
  examples: [
    { say: '取消 12 经费未批', gets: '任务不再办:留着、划去、不计数,原因记下' },
    { say: '取消 12、13', gets: '一次取消几项,“已取消”列出它们' },
  ],
  match: readCancelling,
  wording: ({ wording }) => wording,
  propose: (said, context, because) => {
    if (said.instead !== null) return 'ask';
    return areCancelled(said, context)
      ? undefined
      : propose(because === 'slip' ? said : { ...said, reason: '' }, context);
  },
  run: (said, context) =>
    askInstead(said, context) ??
    askForTasks('取消', said.tasks, (task) => say(said, task), context) ??
    offerIf(said.doubtful, propose(said, context), '没有改动。') ??
    cancel(said, context),
});
