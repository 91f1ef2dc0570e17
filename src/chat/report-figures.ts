import { dateOf, sayDate } from '../calendar/date.ts';
import { contains } from '../calendar/window.ts';
import { sayExcess, sayNumber, sayQuantity, sayShare } from '../cards/say-quantity.ts';
import type { OpenChange } from '../workspace/history.ts';
import { type Outcome, type Refusal, refuse } from '../workspace/outcome.ts';
import { type Reported, reportFigure } from '../workspace/reporting.ts';
import type { Target, Task } from '../workspace/task.ts';
import { workableTask } from '../workspace/task-lookup.ts';
import { taskState } from '../workspace/task-state.ts';
import type { Context } from './command.ts';
import { timeOfFigures } from './reading/figure-times.ts';
import type { FigureSaid } from './reading/figures.ts';
import type { ReportSaid } from './reading/reporting.ts';
import { targetMeant } from './reading/target-meant.ts';
import { sayTask } from './sentences.ts';

/** A figure with its target and its value in the target's unit. `added` of a total: 新增3家,累计48家 said that too. */
interface Settled {
  figure: FigureSaid;
  target: Target;
  value: number;
  added: number | null;
}

/** What a message's figures came to. */
export interface Reports {
  made: Reported[];
  refused: { refusal: Refusal; figure: FigureSaid }[];
  /** What does not add up, in a sentence: it was written down all the same. */
  doubts: string[];
}

/** 0.96 for a rate of 95 % is 96 %, or a slip: it is not written down. */
const rightly = (number: number, { unit, value }: FigureSaid, meant: ReturnType<typeof targetMeant>): typeof meant =>
  meant.ok && meant.target.unit === '%' && unit === '' && value > 0 && value < 1 && meant.target.value > 1
    ? refuse({ reason: 'bad-value', number, value, unit: '', why: 'share' })
    : meant;

const isTotal = ({ figure, target }: Settled): boolean =>
  figure.mode === 'total' || (figure.mode === null && target.kind === 'level');

/** Figures of one target as one: an increase beside a total is what the total says already; any others are refused. */
const asOne = (task: Task, target: Target, same: Settled[]): Outcome<{ settled: Settled }> => {
  const [only, ...others] = same;
  const totals = same.filter(isTotal);
  const [total] = totals;
  if (only && others.length === 0) return { ok: true, settled: only };
  const added = same.find((each) => !isTotal(each));
  if (total && added && same.length === 2) return { ok: true, settled: { ...total, added: added.value } };
  const { number, title } = task;
  return refuse({ reason: 'same-target', number, title, target });
};

const sumDoubt = ({ added, target }: Settled, { known, before, after }: Reported): string =>
  added !== null && known && Math.abs(before + added - after) > 1e-6
    ? `累计按${sayNumber(after)}${target.unit}记了;原来${sayNumber(before)}加新增${sayNumber(added)}是${sayNumber(before + added)},请核对`
    : '';

/** Writes the figures of a message down, each for its target; one that is refused does not stop the rest. */
export const makeReports = (open: OpenChange, said: ReportSaid, number: number): Reports => {
  const reports: Reports = { made: [], refused: [], doubts: [] };
  const [first] = said.figures;
  const found = workableTask(open.workspace, number);
  if (!found.ok) {
    if (first) reports.refused.push({ refusal: found, figure: first });
    return reports;
  }
  const { task } = found;
  const settled = new Map<string, [Settled, ...Settled[]]>();
  for (const figure of said.figures) {
    const meant = rightly(number, figure, targetMeant(task, figure, said.target));
    if (!meant.ok) reports.refused.push({ refusal: meant, figure });
    else {
      const { target, value } = meant;
      const before = settled.get(target.id);
      const one = { figure, target, value, added: null };
      settled.set(target.id, before ? [...before, one] : [one]);
    }
  }
  for (const same of settled.values()) reportOne(open, said, task, same, reports);
  return reports;
};

const reportOne = (
  open: OpenChange,
  said: ReportSaid,
  task: Task,
  same: [Settled, ...Settled[]],
  reports: Reports,
): void => {
  const [first] = same;
  const one = asOne(task, first.target, same);
  const reported = one.ok
    ? reportFigure(open, task.number, {
        target: one.settled.target.id,
        value: one.settled.value,
        mode: one.settled.figure.mode,
        confirmed: said.confirmed,
        corrects: said.corrects,
      })
    : one;
  if (!reported.ok) reports.refused.push({ refusal: reported, figure: first.figure });
  else {
    reports.made.push(reported);
    const doubt = one.ok ? sumDoubt(one.settled, reported) : '';
    if (doubt !== '') reports.doubts.push(doubt);
  }
};

/** A rate is no share of another: `签订率 80% → 91%(目标≥95%)`. */
const sayRate = ({ target, known, before, after }: Reported): string => {
  const aim = sayQuantity({ ...target, kind: null });
  return `${known ? `${sayNumber(before)}%` : '未上报'} → ${sayNumber(after)}%(目标${aim}${after >= target.value ? ',已达标' : ''})`;
};

/** `上报 #5《…》:基层工会 新增3家,累计0 → 3家,完成4%`; past its goal also `超额3家`. */
export const sayReported = (reported: Reported, verb: string): string => {
  const { target, mode, value, known, before, after, share, goal, ...task } = reported;
  const name = target.name === '' ? '' : `${target.name} `;
  const front = `${verb} ${sayTask(task)}:${name}`;
  const added = mode === 'add' ? `新增${sayNumber(value)}${target.unit},` : '';
  if (target.unit === '%') return `${front}${added}${sayRate(reported)}`;
  const from = known || target.kind !== 'level' ? `累计${sayNumber(before)}` : '累计未上报';
  const excess = sayExcess(after, goal, target.unit);
  return `${front}${added}${from} → ${sayNumber(after)}${target.unit},完成${sayShare(share)}${excess === '' ? '' : `,${excess}`}`;
};

/** A figure counts on the day it is given: one said of another time is told so. */
const sayWhen = (when: string, { today, acting }: Context): string => {
  const time = when === '' ? undefined : timeOfFigures(when, today);
  return time === undefined || contains(time.window, today)
    ? ''
    : `记在今天(${sayDate(dateOf(acting.at), today)}),“${when}”没有另记`;
};

/** What the speaker should know of what was written: a closed task, another time, figures that do not add up. */
export const noteOnReports = (
  { doubts }: Reports,
  { when }: ReportSaid,
  task: Task | undefined,
  context: Context,
): string =>
  [...doubts, task && taskState(task) === 'closed' ? `#${task.number} 已办结,数字照记` : '', sayWhen(when, context)]
    .filter((part) => part !== '')
    .join(';');
