import { sayDate, sayDay, yearOf } from '../src/calendar/date.ts';
import { periodWindow } from '../src/calendar/period.ts';
import type { Window } from '../src/calendar/window.ts';
import { sayNumbers } from '../src/cards/say-numbers.ts';
import { targetsCard } from '../src/cards/targets-card.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { ownNameInPlan, sayTogether, sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { readTargets, type TargetsSaid } from '../src/chat/reading/targets.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import type { Filter } from '../src/workspace/selection.ts';
import { listTargets } from '../src/workspace/target-list.ts';

/** 2025年 asks for a year's targets as they ended; 全年 and a month for what that time brought. */
const asYear = (window: Window | undefined): Filter[] => {
  const year = window && yearOf(window.start);
  const whole = year === undefined ? undefined : periodWindow(`${year}`);
  return year !== undefined && window?.start === whole?.start && window?.end === whole?.end
    ? [{ kind: 'year', year }]
    : [];
};

const sayEmpty = ({ listing, words, numbers }: TargetsSaid, filter: string, context: Context): string => {
  if (listing?.filters.some(({ kind }) => kind === 'mine') && ownNameInPlan(context) === undefined)
    return '计划里还没有对上您的名字。发“我是 张三”(换成计划里您的名字)就能看到自己的指标';
  if (words !== '') return `没有叫“${words}”的指标。发“指标”看全部`;
  if (numbers.length > 0) return `${numbers.map((number) => `#${number}`).join('、')} 没有指标`;
  return filter === '' ? '计划中没有量化指标' : `没有“${filter}”的指标`;
};

const show = (said: TargetsSaid, context: Context): CommandAnswer => {
  const { workspace, acting, today } = context;
  const { listing, conditions, conditionWords, numbers, words } = said;
  const window = listing?.time?.window;
  if (window && window.start > today)
    return sentence(`${listing?.timeWords}还没到(${sayDate(window.start, today)}起)。发“指标”看现在的`);
  const year = asYear(window);
  const query = { filters: [...(listing?.filters ?? []), ...year], conditions, numbers, words };
  const list = listTargets(workspace, { ...query, ...(year.length === 0 && { window }) }, { today, me: acting.by });
  const time = listing?.timeWords ?? '';
  const shared = listing === null ? [] : sharedFilterWords(listing, context);
  const beside = [...shared, ...(numbers.length > 0 ? [sayNumbers(numbers)] : []), words];
  const isOver = window !== undefined && year.length === 0 && window.end < today;
  const card = targetsCard({
    list,
    filter: [...beside, ...conditionWords].filter((word) => word !== '').join(' · '),
    time: year.length === 0 ? time : '',
    asOf: isOver ? `截至${sayDay(window.end, today)}` : '',
    say: sayTogether('指标', time, ...beside, ...conditionWords),
    page: said.page > 1 ? said.page : (listing?.page ?? 1),
    behindSay: conditions.includes('behind') ? '' : sayTogether('指标', time, ...beside, ...conditionWords, '落后'),
    behindPoints: workspace.settings.lights.behindPoints,
    empty: sayEmpty(said, sayTogether(time, ...beside, ...conditionWords), context),
  });
  return { reply: cardReply(card, `${card.title}:共${list.rows.length}个`) };
};

/** 指标: all targets with what was reached, the share of the year and how far each is behind or ahead of its time. */
export const targetsCommand = defineCommand<TargetsSaid>({
  name: '指标',
  topic: '指标',
  kind: 'look',
  words: ['指标'],
  examples: [
    { say: '指标', gets: '全部指标:累计、完成百分比、比序时快慢,落后的在前' },
    { say: '指标 组织部', gets: '一个单位、一个人或“第三部分”的,也可说 我的指标、指标 会员' },
    { say: '4月 指标', gets: '4月新增多少、到4月底累计多少' },
    { say: '指标 落后', gets: '落后于序时的,也可说 未达标 已达标 未上报' },
  ],
  match: readTargets,
  run: (said, context) => (context.workspace.tasks.length === 0 ? sentence(NO_PLAN) : show(said, context)),
});
