import { sayDate } from '../calendar/date.ts';
import { saySchedule } from '../cards/say-schedule.ts';
import { shorten } from '../cards/shorten.ts';
import type { Schedule } from '../plan/plan-draft.ts';
import { openChange } from '../workspace/history.ts';
import { addProgress } from '../workspace/progress.ts';
import { type Rescheduled, rescheduleTask } from '../workspace/rescheduling.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { numbersOf } from './amending.ts';
import { doEach, proposeFor, receipt } from './changing.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import type { AmendmentSaid } from './reading/amending.ts';
import { readStatedTime, type StatedTime } from './reading/stated-time.ts';
import { offer, sentence } from './replies.ts';
import { sayTask } from './sentences.ts';

const planYear = (number: number | undefined, context: Context): number =>
  (number === undefined ? undefined : taskOf(context.workspace, number)?.year) ?? Number(context.today.slice(0, 4));

const timeFor = ({ value }: AmendmentSaid, number: number | undefined, context: Context): StatedTime =>
  readStatedTime(value, planYear(number, context), context);

/** The new 时限 as a command that says how it was read, not by a day that moves. */
const sayFor = ({ value }: AmendmentSaid, { stated }: Schedule, task: string): string =>
  `修改 ${task} 时限 ${stated === '' ? value : stated} 确认`;

/** 要把 …: the new 时限 as a proposal; undefined when it cannot be read. */
export const proposeTime = (said: AmendmentSaid, context: Context): Proposal | 'ask' | undefined => {
  const numbers = said.tasks.kind === 'choice' ? said.tasks.candidates : numbersOf(said);
  const time = timeFor(said, numbers[0], context);
  if (!time.ok) return 'ask';
  const what = `的时限为${saySchedule(time.schedule, context.today)}`;
  return proposeFor('修改', said.tasks, (task) => sayFor(said, time.schedule, task), context, what);
};

const isOver = (number: number, end: string | null, { workspace, today }: Context): boolean => {
  const task = taskOf(workspace, number);
  return end !== null && end < today && task?.schedule.freq === null;
};

/** What keeps a new 时限 from being set at once: it is no time, no such day, past, or was only loosely said. */
const askAboutTime = (said: AmendmentSaid, context: Context): CommandAnswer | undefined => {
  const numbers = numbersOf(said);
  const task = numbers.join('、');
  const time = timeFor(said, numbers[0], context);
  if (time.ok) {
    const proposal = proposeTime(said, context);
    if (said.confirmed || proposal === undefined || proposal === 'ask') return undefined;
    const { end } = time.schedule;
    if (end !== null && numbers.some((number) => isOver(number, end, context))) {
      return offer(proposal, 'slip', `${sayDate(end, context.today)}已经过去,改后就算逾期。`);
    }
    return said.doubtful ? offer(proposal, 'slip', '没有改动。') : undefined;
  }
  if (time.reason === 'unreadable') {
    return sentence(
      `“${shorten(said.value, 30)}”没看出是什么时间,没有改动。可以这样写:修改 ${task} 时限 6月底前,也可写 5-6月、6月10日、每季度、全年`,
    );
  }
  const why = time.reason === 'past' ? `“${time.said}”已经过去` : `没有“${time.said}”这一天`;
  if (time.nearest === null) return sentence(`${why},没有改动。请改好日期再发,如“修改 ${task} 时限 6月底前”`);
  const nearest = sayDate(time.nearest, context.today);
  const say = `修改 ${task} 时限 ${time.nearest}前`;
  return offer({ deed: `改到${nearest}`, label: `改到${nearest}`, say }, 'slip', `${why},没有改动。`);
};

/** `时限 5月31日前(延到7月31日 周五) → 6月30日前,延期1次不再算,现在截止6月30日 周二`. */
const sayRescheduled = (moved: Rescheduled, { today }: Context): string => {
  const { before, after, dropped, deadline } = moved;
  const last = dropped.at(-1);
  const [until, gone] =
    last === undefined
      ? ['', '']
      : [`(延到${sayDate(last.to, today)})`, `,延期${dropped.length}次不再算,现在截止${sayDate(deadline, today)}`];
  return `修改 ${sayTask(moved)}:时限 ${saySchedule(before, today)}${until} → ${saySchedule(after, today)}${gone}`;
};

/** 修改 12 时限 5-6月: read for each task with its own year. */
export const reschedule = (said: AmendmentSaid, context: Context): CommandAnswer => {
  const asked = askAboutTime(said, context);
  if (asked) return asked;
  const open = openChange(context.workspace, context.acting, 'edit');
  const { done, refused } = doEach(numbersOf(said), (number) => {
    const time = timeFor(said, number, context);
    return rescheduleTask(open, number, time.ok ? time.schedule : { start: null, end: null, freq: null, stated: '' });
  });
  if (said.reason !== '') for (const { number } of done) addProgress(open, number, `修改时限:${said.reason}`);
  const lines = done.map((moved) => sayRescheduled(moved, context));
  const note = said.reason === '' || done.length === 0 ? undefined : `记下进展:修改时限:${said.reason}`;
  return receipt(open, lines, refused, context, {
    title: '已修改',
    tone: 'neutral',
    ...(note !== undefined && { note }),
  });
};
