import { sayConfirmCarrying } from '../cards/carrying-card.ts';
import { sayNumbers } from '../cards/say-numbers.ts';
import {
  type Carried,
  type CarryPreview,
  carryYears,
  isCarryingSeason,
  previewCarrying,
} from '../workspace/carrying.ts';
import { deadlineOf } from '../workspace/deadline.ts';
import type { Outcome } from '../workspace/outcome.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import type { TaskCarryingSaid, YearCarryingSaid } from './reading/carrying.ts';
import { offer } from './replies.ts';
import { sayTask } from './sentences.ts';

/** 确认结转 or 结转 12、15. */
export type CarryingSaid = YearCarryingSaid | TaskCarryingSaid;

/** Which tasks go into which year. */
export interface Carrying {
  numbers: number[];
  to: number;
  /** Of a whole year: what stays behind in it. */
  preview: CarryPreview | null;
}

/** The tasks meant, as they are now: what was closed since the preview is not carried. */
export const carryingMeant = (said: CarryingSaid, { workspace, today }: Context): Outcome<Carrying> => {
  if ('tasks' in said) {
    const { to } = carryYears(workspace, today, { to: said.to });
    return { ok: true, numbers: said.tasks.kind === 'numbers' ? said.tasks.numbers : [], to, preview: null };
  }
  const preview = previewCarrying(workspace, today, said.years);
  if (!preview.ok) return preview;
  return { ok: true, numbers: preview.carried.map(({ task }) => task.number), to: preview.to, preview };
};

/** The command for tasks named by the speaker. */
export const sayTaskCarrying = ({ to }: TaskCarryingSaid, task: string, certain = false): string =>
  ['结转', task, to === null ? '' : `到${to}年`, certain ? '确定' : ''].filter((part) => part !== '').join(' ');

/** The whole year's 结转 as a proposal; undefined when nothing would be carried. */
export const proposeYear = ({ years }: YearCarryingSaid, { workspace, today }: Context): Proposal | undefined => {
  const preview = previewCarrying(workspace, today, years);
  if (!preview.ok) return undefined;
  const { from, to, carried } = preview;
  return {
    deed: `把${from}年未完成的${carried.length}项结转到${to}年`,
    label: '确认结转',
    say: sayConfirmCarrying(preview),
  };
};

/** Out of season it is asked again; undefined in season, or once it was asked. */
export const askOutOfSeason = (said: CarryingSaid, carrying: Carrying, context: Context): CommandAnswer | undefined => {
  const { to, preview } = carrying;
  const numbers = carrying.numbers.filter((number) => (taskOf(context.workspace, number)?.year ?? to) < to);
  if (said.certain || isCarryingSeason(context.today) || numbers.length === 0) return undefined;
  const named = sayNumbers(numbers);
  const what = preview ? `${preview.from}年未完成的${numbers.length}项` : ` #${named} `;
  const say =
    'tasks' in said
      ? sayTaskCarrying({ ...said, to }, named, true)
      : `${sayConfirmCarrying({ from: preview?.from ?? to - 1, to })} 确定`;
  return offer({ deed: `把${what}结转到${to}年`, label: '确定结转', say }, 'slip', '现在不是年底年初,没有改动。');
};

export const sayCarried = ({ from, to, ...task }: Carried): string => `结转 ${sayTask(task)}:${from}年 → ${to}年`;

/** What the speaker should know of what was done: ends that are past, what stayed behind. */
export const noteOnCarried = (
  done: readonly Carried[],
  { preview, to }: Carrying,
  { workspace, today }: Context,
): string => {
  const ended = done.filter(({ number }) => {
    const task = taskOf(workspace, number);
    return task !== undefined && deadlineOf(task) < today;
  });
  const [first] = ended;
  return [
    first ? `其中${ended.length}项原时限已过,仍算逾期,可发“延期 ${first.number} 到…”` : '',
    preview && preview.doubled.length > 0 ? `${preview.doubled.length}项在${to}年计划里已有同样的,没有结转` : '',
    preview && preview.recurring.length > 0
      ? `${preview.recurring.length}项周期任务留在${preview.from}年:各期属于那一年`
      : '',
  ]
    .filter((part) => part !== '')
    .join(';');
};
