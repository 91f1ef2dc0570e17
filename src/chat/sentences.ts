import { type Instant, type IsoDate, sayDate, sayInstant, yearOf } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { FIELD_NAMES, sayValue } from '../cards/say-field.ts';
import { sayNumber, sayTarget } from '../cards/say-quantity.ts';
import { saySpan } from '../cards/say-schedule.ts';
import { sayHowToSet } from '../cards/say-setting.ts';
import { shorten } from '../cards/shorten.ts';
import { closingOf } from '../workspace/deadline.ts';
import { changesOf, stands } from '../workspace/history.ts';
import type { BadValue, Reason, Refusal } from '../workspace/outcome.ts';
import { memberOf, nameOf } from '../workspace/people.ts';
import type { Closing, MemberId } from '../workspace/task.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { waits } from '../workspace/waiting.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Context } from './command.ts';

const TITLE_LIMIT = 30;
const PERIODS_NAMED = 6;

/** `#12《三八节活动》`. */
export const sayTask = ({ number, title }: { number: number; title: string }): string =>
  `#${number}《${shorten(title, TITLE_LIMIT)}》`;

/** `#12《…》` of a task, with its period when it has several: `#3《…》4月`. */
export const sayTurn = (
  turn: { number: number; title: string; period: PeriodKey | null },
  { today }: { today: IsoDate },
): string => `${sayTask(turn)}${turn.period === null ? '' : sayPeriod(turn.period, yearOf(today))}`;

const sayPeriods = (periods: PeriodKey[], today: IsoDate): string => {
  const names = periods.slice(0, PERIODS_NAMED).map((period) => sayPeriod(period, yearOf(today)));
  return names.join('、') + (periods.length > PERIODS_NAMED ? `等${periods.length}期` : '');
};

/** `王五 5月3日 09:12`. */
export const sayWho = (by: MemberId, at: Instant, { workspace, today }: Context): string =>
  `${nameOf(workspace, by)} ${sayInstant(at, today)}`;

/** What anybody hears before there is a plan. */
export const NO_PLAN = '本群还没有年度计划。发“导入 2026”,换行贴上计划文字,或引用计划文件说“导入”,就能开始';

/** `王五`, with what the chat calls them where that differs. */
export const sayMember = (workspace: Workspace, id: MemberId): string => {
  const name = nameOf(workspace, id);
  const called = memberOf(workspace, id)?.name;
  return called === null || called === undefined || called === name ? name : `${name}(${called})`;
};

const sayTaken = (
  { name, by, mine, called }: Extract<Refusal, { reason: 'name-taken' }>,
  { workspace, acting }: Context,
): string => {
  if (mine)
    return by === acting.by ? `您已经是“${name}”了,没有改动` : `“${name}”已经是${sayMember(workspace, by)}了,没有改动`;
  const way = called
    ? `是聊天里的名字相同自动对上的;不是同一个人,请管理员发“绑定 ${name} @他 确认”`
    : `弄错了,请对方或管理员先发“解绑 ${name}”`;
  const who = nameOf(workspace, by) === name ? (memberOf(workspace, by)?.name ?? name) : sayMember(workspace, by);
  return `“${name}”已经是${who}的,没有改动。${way}`;
};

type Sentences = { [R in Reason]: (refusal: Extract<Refusal, { reason: R }>, context: Context) => string };

const sayLast = ({ workspace }: Context): string => {
  const last = workspace.tasks.at(-1)?.number;
  return last === undefined
    ? '本群还没有年度计划,发“导入 2026”并附上计划就能开始'
    : `编号到 #${last} 为止,发“找 关键词”可按标题找`;
};

/** What may be done with a closed turn: one that waits is granted or sent back. */
const sayWayOn = ({ number, period }: { number: number; period: PeriodKey | null }, { workspace }: Context): string => {
  const task = taskOf(workspace, number);
  return task && waits(workspace, closingOf(task, period))
    ? `在等管理员销号:发“销号 ${number}”或“退回 ${number} 原因”`
    : `要再打开发“重开 ${number}”`;
};

/** Who opened the turn again last, for a late click on 退回: `(王五 5月3日 09:12重开)`. */
const sayReopened = ({ number, period }: { number: number; period: PeriodKey | null }, context: Context): string => {
  const last = changesOf(context.workspace, number).find(
    ({ verb, edits }) => verb === 'reopen' && edits.some(({ before }) => (before as Closing | null)?.period === period),
  );
  return last && stands(last) ? `(${sayWho(last.by, last.at, context)}重开)` : '';
};

const SETTLED = { confirmed: '确认', discarded: '放弃', replaced: '换成新的导入' };

const sayNothingToCarry = (
  { from, to, recurring, doubled, last }: Extract<Refusal, { reason: 'nothing-to-carry' }>,
  context: Context,
): string => {
  if (from === null) return `没有${to}年以前的任务,不用结转`;
  const numbers = doubled.slice(0, PERIODS_NAMED);
  const parts = [
    `${from}年没有要结转的任务${last ? `,已经结转过了(${sayWho(last.by, last.at, context)})` : ''}`,
    doubled.length === 0
      ? ''
      : `${numbers.map((number) => `#${number}`).join('、')}${doubled.length > numbers.length ? '等' : ''}在${to}年计划里已有同样的,仍要结转请发“结转 ${numbers.join('、')}”`,
    recurring === 0 ? '' : `${recurring}项周期任务的各期属于${from}年,不结转`,
  ];
  return parts.filter((part) => part !== '').join(';');
};

const BAD_VALUES: Record<BadValue, (number: number, value: number) => string> = {
  negative: (number) => `不能是负数,多报了请发“更正 ${number} 正确的累计数”`,
  huge: () => '太大了',
  fraction: () => '要是整数',
  'over-hundred': () => '这个比率不会超过100%',
  share: (number, value) => `请写成百分数,如“上报 ${number} ${sayNumber(value * 100)}%”`,
};

const SENTENCES: Sentences = {
  'no-such-task': ({ number }, context) => `没有 #${number}。${sayLast(context)}`,
  'task-cancelled': (refusal, context) =>
    `${sayTask(refusal)}已取消(${sayWho(refusal.by, refusal.at, context)}${refusal.why === '' ? '' : `:${refusal.why}`}),不能再办。要恢复发“恢复 ${refusal.number}”`,
  'already-closed': (refusal, context) =>
    `${sayTurn(refusal, context)}已经办结(${sayWho(refusal.by, refusal.at, context)}),没有改动。${sayWayOn(refusal, context)}`,
  'not-closed': (refusal, context) => `${sayTurn(refusal, context)}还没有办结${sayReopened(refusal, context)},不用重开`,
  'checks-off': (refusal) => `本群办结不需核实,${sayTask(refusal)}不用销号。要核实发“设置 办结 需核实”(管理员)`,
  'nothing-to-verify': (refusal, context) =>
    `${sayTurn(refusal, context)}还没有办结${sayReopened(refusal, context)},没有可销号的`,
  'needs-no-check': (refusal, context) => `${sayTurn(refusal, context)}办结时还不需核实,已经算数,不用销号`,
  'already-verified': (refusal, context) =>
    `${sayTurn(refusal, context)}已经销号(${sayWho(refusal.by, refusal.at, context)}),没有改动`,
  'period-not-begun': (refusal, { today }) =>
    `${sayTask(refusal)}的${sayPeriod(refusal.period, yearOf(today))}还没开始(${sayDate(refusal.begins, today)}起),不能提前办`,
  'not-its-period': (refusal, { today }) =>
    `${sayTask(refusal)}没有“${sayPeriod(refusal.period, yearOf(today))}”这一期,它的期是:${sayPeriods(refusal.periods, today)}`,
  'not-recurring': (refusal) => `${sayTask(refusal)}不是周期任务,不分期。请去掉期再说一次`,
  'which-period': (refusal, { today }) =>
    refusal.periods.length === 0
      ? `${sayTask(refusal)}现在没有要办的一期`
      : `${sayTask(refusal)}要写明是哪一期:${sayPeriods(refusal.periods, today)}`,
  'empty-text': () => '请写上内容,如“进展 12 场地已定”',
  'bad-percent': ({ percent }) => `进度在0%到100%之间,${sayNumber(percent)}%没有记`,
  'no-targets': (refusal) => `${sayTask(refusal)}没有指标,数字没有记。要记情况发“进展 ${refusal.number} …”`,
  'which-target': ({ number, title, targets }) =>
    `${sayTask({ number, title })}有这些指标:${targets.map(sayTarget).join('、')}。请说明是哪一个,如“上报 ${number} ${targets[0]?.name ?? ''} 3${targets[0]?.unit ?? ''}”`,
  'kind-unknown': ({ number, title, value, target }) =>
    `${sayTask({ number, title })}的${sayNumber(value)}${target.unit}是本次新增,还是累计?`,
  'bad-value': ({ number, value, unit, why }) =>
    `“${sayNumber(value)}${unit}”不是能上报的数:${BAD_VALUES[why](number, value)},没有记`,
  'same-target': ({ target, ...task }) =>
    `${sayTask(task)}的${target.name || '指标'}有几个数,没有记。请一条只报一个,如“上报 ${task.number} ${target.name} 3${target.unit}”`,
  fall: ({ number, title, target, from, to }) =>
    `${sayTask({ number, title })}累计会从${sayNumber(from)}${target.unit}降到${sayNumber(to)}${target.unit},确定吗?`,
  tenfold: ({ number, title, target, from, to }) =>
    `${sayTask({ number, title })}累计会从${sayNumber(from)}${target.unit}一下到${sayNumber(to)}${target.unit},是不是多写了?确定吗?`,
  'not-later': (refusal, context) => {
    const last = taskOf(context.workspace, refusal.number)?.extensions.findLast(({ to }) => to === refusal.end);
    const who = last ? `(${sayWho(last.by, last.at, context)}延的)` : '';
    const [end, to] = [sayDate(refusal.end, context.today), sayDate(refusal.to, context.today)];
    return end === to
      ? `${sayTask(refusal)}的时限已经是${end}${who},没有改动`
      : `${sayTask(refusal)}现在的时限是${end}${who},延期要比它晚,${to}不行。要提前,请发“修改 ${refusal.number} 时限 …”`;
  },
  'date-past': (refusal, { today }) =>
    `${sayDate(refusal.to, today)}已经过去,${sayTask(refusal)}没有延期。请说今天以后的日期`,
  'nothing-to-undo': () => '您在本群没有可以撤销的改动',
  'no-such-change': ({ change }) => `没有 ${change} 这次改动。发“撤销”收回您最近的一次`,
  'not-undoable': ({ change }) => `${change} 不能撤销`,
  'already-undone': (refusal, context) =>
    `“${refusal.summary}”已经撤销(${sayWho(refusal.by, refusal.at, context)}),没有再改`,
  'not-your-change': (refusal, context) =>
    `“${refusal.summary}”是${sayWho(refusal.by, refusal.at, context)}的改动,只能由本人撤销`,
  'changed-since': (refusal, context) =>
    `${refusal.number === null ? '' : `#${refusal.number} `}之后又有改动(${sayWho(refusal.by, refusal.at, context)}:${refusal.summary}),不能直接撤销`,
  'no-import': () => '没有等待确认的导入。发“导入 2026”并附上计划',
  'import-settled': (refusal, context) =>
    `这份导入已经${SETTLED[refusal.as]}(${sayWho(refusal.by, refusal.at, context)}),没有改动`,
  'nothing-new': ({ from, known, kept }) =>
    `${from === 'plan' ? `这份计划里的${known}项都已在本群,没有新任务可导入` : '台账里没有要写入的改动'}${kept === 0 ? '' : `;其中${kept}项群里改过,保留群里的`}`,
  'bad-name': ({ name }) => `“${shorten(name, 20)}”不像计划里的名字。请发“我是 张三”这样的一句`,
  'name-taken': (refusal, context) => sayTaken(refusal, context),
  'not-bound': ({ name, called }, { workspace }) =>
    called === null
      ? `“${name}”没有绑定过,不用解绑。发“人员”看谁是谁`
      : `“${name}”没有绑定过,是聊天里的名字相同自动对上了${sayMember(workspace, called)}。要对上别人发“绑定 ${name} @他”`,
  'same-person': ({ name, other }) =>
    name === other ? `两边都是“${name}”,没有改动` : `“${name}”和“${other}”是同一个人,没有改动`,
  'nothing-to-hand-over': ({ name, last }, context) =>
    `${name}没有未完成的任务${last === null ? '' : `(${sayWho(last.by, last.at, context)}已移交给${last.to})`},没有改动`,
  'leave-backwards': ({ from, until }, { today }) =>
    `请假从${sayDate(from, today)}到${sayDate(until, today)},结束早于开始,没有记。请改好日期再说一次`,
  'leave-past': ({ until }, { today }) => `${sayDate(until, today)}已经过去,没有记。请说今天以后的日期`,
  'deputy-away': ({ deputy, from, until }, { today }) =>
    `${deputy}${saySpan({ start: from, end: until }, today)}自己也请假,不能代,没有记。请换一个人代`,
  'not-on-leave': ({ name, coming }, { today }) =>
    coming === null
      ? `${name}现在没有请假,不用销假`
      : `${name}的请假还没开始(${sayDate(coming, today)}起)。不请了发“销假 ${name} 确认”`,
  'bad-setting': ({ setting }) => sayHowToSet(setting),
  'already-administrator': ({ member }, { workspace }) => `${nameOf(workspace, member)}已经是管理员,没有改动`,
  'not-administrator': ({ member }, { workspace }) => `${nameOf(workspace, member)}不是管理员,没有改动`,
  'is-owner': ({ member }, { workspace }) => `${nameOf(workspace, member)}是群主,一直是管理员,不能移除`,
  'last-administrator': ({ member }, { workspace }) =>
    `${nameOf(workspace, member)}是最后一位管理员,不能移除。先加一位,如“设置 管理员 @李四”`,
  unchanged: () => '本来就是这样,没有改动',
  'already-cancelled': (refusal, context) =>
    `${sayTask(refusal)}已经取消(${sayWho(refusal.by, refusal.at, context)}${refusal.why === '' ? '' : `:${refusal.why}`}),没有改动。要恢复发“恢复 ${refusal.number}”`,
  'closed-not-cancelled': (refusal, context) =>
    `${sayTask(refusal)}已经办结(${sayWho(refusal.by, refusal.at, context)}),不能取消。确要取消先发“重开 ${refusal.number}”`,
  'not-cancelled': (refusal) =>
    `${sayTask(refusal)}没有取消,不用恢复${refusal.closed ? `。要再打开发“重开 ${refusal.number}”` : ''}`,
  'as-it-is': ({ number, title, field, value }, { today }) =>
    `${sayTask({ number, title })}的${FIELD_NAMES[field]}本来就是${sayValue(field, value, today)},没有改动`,
  'turns-closed': (refusal, { today }) =>
    `${sayTask(refusal)}已有${refusal.periods.length}期办结(${sayPeriods(refusal.periods, today)}),时限改成这样就对不上了,没有改动。可以先“重开”这些期,或“取消 ${refusal.number}”后用“新增”另立一项`,
  'bad-carry-year': ({ from, to, thisYear }) =>
    from !== null && from >= to
      ? `${from}年的任务不能结转到${to}年,没有改动`
      : `只能结转到${thisYear}年或${thisYear + 1}年,没有改动。请发“结转 ${thisYear}年”`,
  'nothing-to-carry': (refusal, context) => sayNothingToCarry(refusal, context),
  'no-plan-for-year': ({ to }) => `还没有${to}年的计划,请先导入${to}年计划。不等计划就结转,发“结转 ${to}”`,
  'of-that-year': ({ year, carried, ...task }, context) =>
    carried
      ? `${sayTask(task)}已经是${year}年的任务(${sayWho(carried.by, carried.at, context)}结转),没有改动`
      : `${sayTask(task)}是${year}年的任务,没有改动。要带到下一年发“结转 ${task.number} 到${year + 1}年”`,
  'stays-in-its-year': ({ year, ...task }) =>
    `${sayTask(task)}是周期任务,各期属于${year}年,不结转。新一年还要办的,请写进新计划或发“新增”`,
  'not-allowed': ({ may, names }, { workspace }) =>
    `没有改动,能办这件事的是:${[...may.map((id) => nameOf(workspace, id)), ...names].join('、') || '管理员(本群还没有,首位导入计划的人就是)'}`,
};

/** A refusal of the domain as one Chinese sentence with the way out. */
export const sayRefusal = (refusal: Refusal, context: Context): string => {
  // The table pairs each reason with its own refusal; the compiler cannot follow the pairing through an index.
  const say = SENTENCES[refusal.reason] as (refusal: Refusal, context: Context) => string;
  return say(refusal, context);
};
