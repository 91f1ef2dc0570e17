import { type IsoDate, sayInstant } from '../calendar/date.ts';
import { closingOf } from '../workspace/deadline.ts';
import { deputiesOf } from '../workspace/deputies.ts';
import { type LightState, lightOf, periodInQuestion } from '../workspace/light.ts';
import { nameOf } from '../workspace/people.ts';
import { type TargetState, targetStates } from '../workspace/target-state.ts';
import type { Task } from '../workspace/task.ts';
import { isOverdue } from '../workspace/task-state.ts';
import { waitingTurns } from '../workspace/waiting.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { bars, blocksOf, bulleted, button, buttons, facts, heading, plain, quiet } from './blocks.ts';
import type { Bar, Block, Button, Card } from './card.ts';
import { sayMove, sayProgress, sayReport } from './say-change.ts';
import { ownershipFacts } from './say-owners.ts';
import { sayReached, sayShare, sayTargetName } from './say-quantity.ts';
import { sayPeriodShort } from './say-schedule.ts';
import { LIST_TITLE_LIMIT, oneLine, shorten } from './shorten.ts';
import { checkingButtons, closingButtons, isClosable, sayCarried, sayClosing } from './task-row.ts';
import { openPeriods, type Subject, sayMissed, timeFacts } from './task-time.ts';

const LINES_SHOWN = 3;
/** Periods that get a button of their own. */
const PERIOD_BUTTONS = 4;
/** Periods that wait for 销号 and get their two buttons. */
const WAITING_BUTTONS = 2;

const TONES: Record<LightState['name'], Card['tone']> = {
  逾期: 'bad',
  临期: 'warning',
  正常: 'neutral',
  未到期: 'neutral',
  已办结: 'good',
  已取消: 'neutral',
};

/** `会员(新增)`, `23/500人 · 5%(序时62%)`. */
export const targetBar = (state: TargetState): Bar => ({
  name: sayTargetName(state.target),
  share: state.share,
  label: `${sayReached(state)}(序时${sayShare(state.expected)})`,
});

const progressLines = ({ workspace, task, today }: Subject): Block[] => {
  if (task.progress.length === 0) return [];
  const last = task.progress.slice(-LINES_SHOWN).reverse();
  const more = task.progress.length - last.length;
  return [
    heading('进展'),
    bulleted(last.map((line) => `${sayInstant(line.at, today)} ${nameOf(workspace, line.by)}:${sayProgress(line)}`)),
    ...(more > 0 ? [quiet(`更早的${more}条见“记录 ${task.number}”`)] : []),
  ];
};

/** The last figures with what each made of the total: a correction shows what it put right. */
const reportLines = ({ workspace, task, today }: Subject): Block[] => {
  if (task.reports.length === 0) return [];
  const last = task.reports.slice(-LINES_SHOWN).reverse();
  return [
    heading('上报'),
    bulleted(
      last.map(
        (report) => `${sayInstant(report.at, today)} ${nameOf(workspace, report.by)} ${sayReport(report, task)}`,
      ),
    ),
    ...(task.reports.length > last.length
      ? [quiet(`更早的${task.reports.length - last.length}笔见“记录 ${task.number}”`)]
      : []),
  ];
};

const extensionLines = ({ task, today }: Subject): Block[] =>
  task.extensions.length === 0
    ? []
    : [heading('延期'), bulleted(task.extensions.slice(-LINES_SHOWN).map((each) => sayMove(each, today)))];

/** What else may be said, for what needs words of the speaker's own. */
const textTwins = ({ workspace, task, period }: Subject): string => {
  const { number, targets, cancelled } = task;
  if (cancelled) return `还可以说:恢复 ${number}`;
  const report = targets.length > 0 ? ` · 上报 ${number} 数量` : '';
  const closed = closingOf(task, period) ? `重开 ${number}` : `延期 ${number} 到… 因…`;
  const settle = waitingTurns(workspace, task).length > 0 ? `销号 ${number} · 退回 ${number} 原因` : closed;
  return `还可以说:进展 ${number} …${report} · ${settle} · 交办 ${number} 某人 · 修改 ${number} 时限 …`;
};

/** 销号 and 退回 for each turn that waits, the latest first. */
const waitingButtons = ({ workspace, task, today }: Subject): Button[] =>
  waitingTurns(workspace, task)
    .slice(-WAITING_BUTTONS)
    .reverse()
    .flatMap((turn) => checkingButtons(task.number, turn, turn === null ? '' : sayPeriodShort(turn, today)));

/** 办结 for the task or the period in question, then for the other open periods, the latest first. */
const cardButtons = (subject: Subject): Button[] => {
  const { task, period, today } = subject;
  const others = openPeriods(subject).filter((each) => each !== period);
  return [
    ...waitingButtons(subject),
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
  const waiting = waitingTurns(workspace, task).filter((turn) => turn !== null);
  return {
    title: `#${task.number} ${shorten(title)}`,
    subtitle: sayLight(light),
    tone: TONES[light.name],
    view: `查看 ${task.number}`,
    blocks: blocksOf(
      whole ? null : plain(title),
      task.text.trim() === '' || oneLine(task.text) === title ? null : plain(task.text),
      facts([
        ...timeFacts(subject),
        ...ownershipFacts(task, deputiesOf(workspace, task, today)),
        ['结转', sayCarried(task)],
        ['部分', task.section.map((each) => shorten(each)).join(' › ')],
      ]),
      missed.length > 0 ? plain(`逾期未办结:${sayMissed(missed, today)}`) : null,
      waiting.length > 0 ? plain(`待销号:${sayMissed(waiting, today)}`) : null,
      bars(targetStates(task, today).map(targetBar)),
      reportLines(subject),
      progressLines(subject),
      extensionLines(subject),
      quiet(textTwins(subject)),
      buttons(cardButtons(subject)),
    ),
  };
};
