import { type Instant, type IsoDate, sayDate, sayInstant, yearOf } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { sayNumber, sayTarget } from '../cards/say-quantity.ts';
import { shorten } from '../cards/shorten.ts';
import type { Reason, Refusal } from '../workspace/outcome.ts';
import { nameOf } from '../workspace/people.ts';
import type { MemberId } from '../workspace/task.ts';
import { taskOf } from '../workspace/task-lookup.ts';
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

type Sentences = { [R in Reason]: (refusal: Extract<Refusal, { reason: R }>, context: Context) => string };

const sayLast = ({ workspace }: Context): string => {
  const last = workspace.tasks.at(-1)?.number;
  return last === undefined
    ? '本群还没有年度计划,发“导入 2026”并附上计划就能开始'
    : `编号到 #${last} 为止,发“找 关键词”可按标题找`;
};

const SETTLED = { confirmed: '确认', discarded: '放弃', replaced: '换成新的导入' };

const SENTENCES: Sentences = {
  'no-such-task': ({ number }, context) => `没有 #${number}。${sayLast(context)}`,
  'task-cancelled': (refusal, context) =>
    `${sayTask(refusal)}已取消(${sayWho(refusal.by, refusal.at, context)}${refusal.why === '' ? '' : `:${refusal.why}`}),不能再办`,
  'already-closed': (refusal, context) =>
    `${sayTurn(refusal, context)}已经办结(${sayWho(refusal.by, refusal.at, context)}),没有改动。要再打开发“重开 ${refusal.number}”`,
  'not-closed': (refusal, context) => `${sayTurn(refusal, context)}还没有办结,不用重开`,
  'period-not-begun': (refusal, { today }) =>
    `${sayTask(refusal)}的${sayPeriod(refusal.period, yearOf(today))}还没开始(${sayDate(refusal.begins, today)}起),不能提前办`,
  'not-its-period': (refusal, { today }) =>
    `${sayTask(refusal)}没有“${sayPeriod(refusal.period, yearOf(today))}”这一期,它的期是:${sayPeriods(refusal.periods, today)}`,
  'not-recurring': (refusal) => `${sayTask(refusal)}不是周期任务,不分期。请去掉期再说一次`,
  'which-period': (refusal, { today }) =>
    refusal.periods.length === 0
      ? `${sayTask(refusal)}现在没有要办的一期`
      : `${sayTask(refusal)}现在没有正在进行的一期,请说明是哪一期:${sayPeriods(refusal.periods, today)}`,
  'empty-text': () => '请写上内容,如“进展 12 场地已定”',
  'bad-percent': ({ percent }) => `进度在0%到100%之间,${sayNumber(percent)}%没有记`,
  'no-targets': (refusal) => `${sayTask(refusal)}没有指标,数字没有记。要记情况发“进展 ${refusal.number} …”`,
  'which-target': ({ number, title, targets }) =>
    `${sayTask({ number, title })}有这些指标:${targets.map(sayTarget).join('、')}。请说明是哪一个,如“上报 ${number} ${targets[0]?.name ?? ''} 3${targets[0]?.unit ?? ''}”`,
  'kind-unknown': ({ number, title, value, target }) =>
    `${sayTask({ number, title })}的${sayNumber(value)}${target.unit}是本次新增,还是累计?`,
  'bad-value': ({ value }) => `“${sayNumber(value)}”不是能上报的数,没有记`,
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
      : `${sayTask(refusal)}现在的时限是${end}${who},延期要比它晚,${to}不行`;
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
  'name-taken': ({ name, by, mine }, { workspace }) =>
    mine ? `您已经是“${name}”了,没有改动` : `“${name}”已经是${nameOf(workspace, by)}的,没有改动。弄错了请对方先撤销`,
  'bad-setting': () => '这个设置没看懂。可以这样说:设置 周报 周五 17:00,设置 月报 1日 9:00,设置 周报 关',
  unchanged: () => '本来就是这样,没有改动',
  'not-allowed': ({ may, names }, { workspace }) =>
    `没有改动,能办这件事的是:${[...may.map((id) => nameOf(workspace, id)), ...names].join('、') || '管理员(本群还没有)'}`,
};

/** A refusal of the domain as one Chinese sentence with the way out. */
export const sayRefusal = (refusal: Refusal, context: Context): string => {
  // The table pairs each reason with its own refusal; the compiler cannot follow the pairing through an index.
  const say = SENTENCES[refusal.reason] as (refusal: Refusal, context: Context) => string;
  return say(refusal, context);
};
