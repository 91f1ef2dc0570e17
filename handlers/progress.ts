import { sayNumber } from '../src/cards/say-quantity.ts';
import { askForTasks, doEach, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { PROGRESS_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { moodOfRemark } from '../src/chat/mood.ts';
import { type ProgressSaid, readProgress } from '../src/chat/reading/progressing.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayTask, sayWho } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { addProgress, type Progressed } from '../src/workspace/progress.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

/** A pressed button is answered once: `again` when it was. */
interface Progressing extends ProgressSaid {
  pressed: boolean;
}

const sayPercent = (percent: number | null | undefined): string =>
  percent === null || percent === undefined ? '' : `${sayNumber(percent)}%`;

const say = ({ percent, text }: ProgressSaid, task: string): string =>
  ['进展', task, sayPercent(percent), text].filter((part) => part !== '').join(' ');

const sayProgress = ({ text, percent, ...task }: Progressed, before: number | undefined): string => {
  const share =
    percent === null ? '' : `进度${before === undefined ? '' : `${sayPercent(before)} → `}${sayPercent(percent)}`;
  return `进展 ${sayTask(task)}:${[share, text].filter((part) => part !== '').join(',')}`;
};

const lastShare = (number: number, { workspace }: Context): number | undefined =>
  taskOf(workspace, number)?.progress.findLast(({ percent }) => percent !== undefined)?.percent;

/** Who noted the very same already, when a button is pressed a second time. */
const sameAlready = ({ tasks, text, percent, pressed }: Progressing, context: Context): CommandAnswer | undefined => {
  const task = tasks.kind === 'numbers' ? taskOf(context.workspace, tasks.numbers[0] ?? 0) : undefined;
  const same = pressed ? task?.progress.findLast((each) => each.text === text && each.percent === percent) : undefined;
  return task && same ? sentence(`${sayTask(task)}已经记过这条进展(${sayWho(same.by, same.at, context)})`) : undefined;
};

const note = ({ tasks, text, percent }: ProgressSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'progress');
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : [];
  const before = new Map(numbers.map((number) => [number, lastShare(number, context)]));
  const { done, refused } = doEach(numbers, (number) => addProgress(open, number, text, percent));
  const lines = done.map((progress) => sayProgress(progress, before.get(progress.number)));
  return receipt(open, lines, refused, context, { title: '已记进展' });
};

/** 进展 12 场地已定 · 12完成60%: adds a dated line to a task, with the share done. */
export const progressCommand = defineCommand<Progressing>({
  name: '进展',
  topic: '办理',
  kind: 'change',
  words: wordsFor('进展', PROGRESS_WORDS),
  examples: [
    { say: '进展 12 场地已定', gets: '记一条进展' },
    { say: '进展 12 60%', gets: '记进度,也可说 12完成60%' },
  ],
  match: (said, context) => {
    const progress = readProgress(said, context);
    return progress && { ...progress, pressed: said.message.pressed !== null };
  },
  wording: ({ wording }) => wording,
  propose: (said, context) =>
    moodOfRemark(said.wording.remark) === 'plain' && (said.text !== '' || said.percent !== undefined)
      ? proposeFor('记进展', said.tasks, (task) => say(said, task), context, `:${say(said, '').slice(3)}`)
      : undefined,
  run: (said, context) =>
    askForTasks('进展', said.tasks, (task) => say(said, task), context) ??
    sameAlready(said, context) ??
    note(said, context),
});
