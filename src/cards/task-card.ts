import { type IsoDate, sayDate, sayInstant, yearOf } from '../calendar/date.ts';
import { type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import { contains } from '../calendar/window.ts';
import { closingOf, deadlineOf, extensionsOf, isUnscheduled, originalEndOf, periodsOf } from '../workspace/deadline.ts';
import { type LightState, lightOf, periodInQuestion } from '../workspace/light.ts';
import { nameOf } from '../workspace/people.ts';
import { type TargetState, targetStates } from '../workspace/target-state.ts';
import type { Extension, Task } from '../workspace/task.ts';
import { isOverdue } from '../workspace/task-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bars, blocksOf, bulleted, button, buttons, facts, heading, plain, quiet, strong } from './blocks.ts';
import type { Bar, Block, Button, Card } from './card.ts';
import { ownershipFacts } from './say-owners.ts';
import { sayReached, sayShare, sayTargetName } from './say-quantity.ts';
import { sayPeriodShort, saySchedule } from './say-schedule.ts';
import { LIST_TITLE_LIMIT, oneLine, shorten } from './shorten.ts';
import { closingButtons, isClosable, sayClosing } from './task-row.ts';

const LINES_SHOWN = 3;
/** Periods that get a button of their own. */
const PERIOD_BUTTONS = 4;
const PERIODS_NAMED = 6;

const TONES: Record<LightState['name'], Card['tone']> = {
  逾期: 'bad',
  临期: 'warning',
  正常: 'neutral',
  未到期: 'neutral',
  已办结: 'good',
  已取消: 'neutral',
};

/** What every part of the card is made from. */
interface Subject {
  workspace: Workspace;
  task: Task;
  /** The period a recurring task is about today. */
  period: PeriodKey | null;
  today: IsoDate;
}

/** `会员(新增)`, `23/500人 · 5%(序时62%)`. */
export const targetBar = (state: TargetState): Bar => ({
  name: sayTargetName(state.target),
  share: state.share,
  label: `${sayReached(state)}(序时${sayShare(state.expected)})`,
});

/** The end of a one-off task stands in its 时限 when that tells the weekday too. */
const saysItself = ({ schedule }: Task, deadline: IsoDate): boolean =>
  schedule.freq === null && schedule.end === deadline && (schedule.start === null || schedule.start === deadline);

/** Empty where the stated time tells it already. */
const sayDeadline = ({ task, period, today }: Subject): string => {
  const deadline = deadlineOf(task, period);
  const extensions = extensionsOf(task, period);
  if (extensions.length === 0 && (isUnscheduled(task) || saysItself(task, deadline))) return '';
  const original = originalEndOf(task, period);
  const moved =
    extensions.length === 0 ? '' : `(延期${extensions.length}次${original ? `,原定${sayDate(original, today)}` : ''})`;
  return `${sayDate(deadline, today)}${moved}`;
};

const sayState = ({ workspace, task, period, today }: Subject): string => {
  if (task.cancelled) {
    const { reason, by, at } = task.cancelled;
    return `${reason}(${nameOf(workspace, by)} ${sayInstant(at, today)})`;
  }
  const closing = closingOf(task, period);
  if (closing === undefined) return '';
  return `${nameOf(workspace, closing.by)} ${sayInstant(closing.at, today)}${closing.late ? '(逾期办结)' : ''}`;
};

const isRunning = (period: PeriodKey | null, today: IsoDate): boolean =>
  period !== null && contains(periodWindow(period), today);

/** The plan's own words, and how they were read where that says more. */
const sayTime = ({ schedule }: Task, today: IsoDate): string => {
  const stated = oneLine(schedule.stated);
  const read = saySchedule(schedule, today);
  return stated === '' || stated === read ? read : `“${stated}” ${read}`;
};

const timeFacts = (subject: Subject): [string, string][] => {
  const { task, period, today } = subject;
  return [
    ['时限', sayTime(task, today)],
    [isRunning(period, today) ? '本期' : '应办的一期', period === null ? '' : sayPeriod(period, yearOf(today))],
    ['截止', sayDeadline(subject)],
    [task.cancelled ? '取消' : '办结', sayState(subject)],
    ['各期', sayPeriods(task)],
  ];
};

const sayPeriods = (task: Task): string => {
  if (task.schedule.freq === null) return '';
  const periods = periodsOf(task);
  return `已办结${periods.filter((period) => closingOf(task, period)).length}/${periods.length}期`;
};

/** Periods still to be closed that have begun, oldest first. */
const openPeriods = ({ task, today }: Subject): PeriodKey[] =>
  task.schedule.freq === null ? [] : periodsOf(task).filter((period) => isClosable(task, period, today));

/** `3月、4月`; of many the latest, and how many there are. */
const sayMissed = (missed: PeriodKey[], today: IsoDate): string => {
  const latest = missed
    .slice(-PERIODS_NAMED)
    .map((each) => sayPeriodShort(each, today))
    .join('、');
  return missed.length > PERIODS_NAMED ? `${latest}等${missed.length}期` : latest;
};

const progressLines = ({ workspace, task, today }: Subject): Block[] => {
  if (task.progress.length === 0) return [];
  const last = task.progress.slice(-LINES_SHOWN).reverse();
  const more = task.progress.length - last.length;
  return [
    heading('进展'),
    bulleted(
      last.map(({ text, percent, by, at }) => {
        const share = percent === undefined ? '' : ` ${percent}%`;
        return `${sayInstant(at, today)} ${nameOf(workspace, by)}:${text}${text.includes(`${percent}%`) ? '' : share}`.trimEnd();
      }),
    ),
    ...(more > 0 ? [quiet(`更早的${more}条见“记录 ${task.number}”`)] : []),
  ];
};

const extensionLine = ({ from, to, reason, late }: Extension, today: IsoDate): string =>
  `${from ? `${sayDate(from, today)} → ` : ''}${sayDate(to, today)}${late ? '(逾期申请)' : ''}${reason ? `:${reason}` : ''}`;

const extensionLines = ({ task, today }: Subject): Block[] =>
  task.extensions.length === 0
    ? []
    : [heading('延期'), bulleted(task.extensions.slice(-LINES_SHOWN).map((each) => extensionLine(each, today)))];

const textTwins = ({ number, targets, cancelled }: Task): string => {
  if (cancelled) return '';
  const report = targets.length > 0 ? ` · 上报 ${number} 3` : '';
  return `还可以说:进展 ${number} …${report} · 延期 ${number} 到… 因… · 重开 ${number}`;
};

/** 办结 for the task or the period in question, then for the other open periods, the latest first. */
const cardButtons = (subject: Subject): Button[] => {
  const { task, period, today } = subject;
  const others = openPeriods(subject).filter((each) => each !== period);
  return [
    ...(period === null ? closingButtons(task, null, today) : []),
    ...[...(isClosable(task, period, today) && period !== null ? [period] : []), ...others.reverse()]
      .slice(0, PERIOD_BUTTONS)
      .map((each, index) =>
        button(
          `办结${sayPeriodShort(each, today)}`,
          sayClosing(task.number, each),
          index === 0 ? 'primary' : 'default',
        ),
      ),
    button('记录', `记录 ${task.number}`),
  ];
};

/** `🔴 逾期 · 4月30日 周四到期,已逾期12天`; a reason that names the light itself stands alone. */
const sayLight = ({ light, name, reason }: LightState): string =>
  reason.startsWith(name)
    ? `${light} ${reason}`
    : [`${light} ${name}`, reason].filter((part) => part !== '').join(' · ');

/** Everything about one task. A title that its heading has no room for stands whole below it. */
export const taskCard = (workspace: Workspace, task: Task, today: IsoDate): Card => {
  const period = task.schedule.freq === null ? null : periodInQuestion(task, today);
  const subject: Subject = { workspace, task, period, today };
  const light = lightOf(workspace, task, today);
  const title = oneLine(task.title);
  const whole = Array.from(title).length <= LIST_TITLE_LIMIT;
  const missed = openPeriods(subject).filter((each) => isOverdue(task, each, today));
  return {
    title: `#${task.number} ${shorten(title)}`,
    subtitle: sayLight(light),
    tone: TONES[light.name],
    view: `查看 ${task.number}`,
    blocks: blocksOf(
      whole ? null : strong(title),
      task.text.trim() === '' || oneLine(task.text) === title ? null : plain(task.text),
      facts([
        ...timeFacts(subject),
        ...ownershipFacts(task),
        ['部分', task.section.map((each) => shorten(each)).join(' › ')],
      ]),
      missed.length > 0 ? plain(`逾期未办结:${sayMissed(missed, today)}`) : null,
      bars(targetStates(task, today).map(targetBar)),
      progressLines(subject),
      extensionLines(subject),
      quiet(textTwins(task)),
      buttons(cardButtons(subject)),
    ),
  };
};
