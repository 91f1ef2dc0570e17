import { dateOf, sayDay, yearOf } from '../src/calendar/date.ts';
import type { Window } from '../src/calendar/window.ts';
import { type Paper, paperName } from '../src/cards/paper.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type Listing, readListing } from '../src/chat/reading/listing.ts';
import { sayTogether, sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { organisationOf } from '../src/digests/paper-title.ts';
import { sayRanges } from '../src/plan/ledger/number-ranges.ts';
import { readable } from '../src/workspace/plain-data.ts';
import { planYearOf } from '../src/workspace/plan-year.ts';
import { lastChangeNumber } from '../src/workspace/rewinding.ts';
import { type Filter, STATE_KINDS, select } from '../src/workspace/selection.ts';
import type { Workspace } from '../src/workspace/workspace.ts';

/** 导出, 下载台账, 发一份督办台账; what is left of the message are the filters of a list. */
const ASKED =
  /^(?:请|帮我|给我)?(?:查看|看看|看|发|出|打印|生成|下载|导出|要|来)?(?:一份|份|个)? ?(?:全部|全年)?(?:的)?(?:督办|工作|任务)?(?:台账|台帐)(?:表|表格)?|^(?:请|帮我|给我)?导出(?:一份|一下|全部)? ?/;
const BEHIND = /[ ,]*的?(?:督办|工作|任务)?(?:台账|台帐|表格|excel|xlsx)(?:文件|表)?$/i;

/** 办公室的台账, 导出 办公室: the words around are those of a list. */
const readAsked = (text: string): string | undefined => {
  const front = ASKED.exec(text)?.[0];
  if (front !== undefined) return text.slice(front.length).replace(BEHIND, '').trim();
  return /(?:督办|工作|任务)?(?:台账|台帐)$/.test(text) ? text.replace(BEHIND, '').trim() : undefined;
};

const wholeYear = ({ start, end }: Window): number | undefined =>
  start.endsWith('-01-01') && end.endsWith('-12-31') && yearOf(start) === yearOf(end) ? yearOf(start) : undefined;

/** The plan year of a time asked for; undefined when it reaches over the turn of the year. */
const yearWithin = ({ start, end }: Window): number | undefined =>
  yearOf(start) === yearOf(end) ? yearOf(start) : undefined;

/** What is longer is something else. */
const LONGEST = 120;

/** Numbers of the tasks asked for, ascending. Cancelled ones stand in a ledger too, struck out, unless a state was named. */
const numbersAsked = (workspace: Workspace, listing: Listing | null, year: number, context: Context): number[] => {
  const { acting, today } = context;
  const { time = null, filters = [] } = listing ?? {};
  const window = time === null || wholeYear(time.window) !== undefined ? undefined : time.window;
  const reachesBack = filters.some(({ kind }) => kind === 'overdue' || kind === 'waiting') && time === null;
  const byYear: Filter[] = window || reachesBack ? [] : [{ kind: 'year', year }];
  const all = (more: Filter[]) =>
    select(workspace, { window, filters: [...filters, ...byYear, ...more] }, { today, me: acting.by }).rows;
  const isByState = filters.some(({ kind }) => STATE_KINDS.includes(kind));
  const rows = [...all([]), ...(isByState ? [] : all([{ kind: 'cancelled' }]))];
  return rows.map(({ task }) => task.number).sort((a, b) => a - b);
};

const recipe = (words: string, year: number, numbers: number[], context: Context): Paper => {
  const workspace = readable(context.workspace);
  const { acting, today } = context;
  const plan = workspace.plans.find((each) => each.year === year)?.title ?? '';
  const until = `截至${sayDay(dateOf(acting.at), `${year}-01-01`)}`;
  const heading = `${organisationOf(plan)}${year}年督办台账`;
  return {
    kind: 'ledger',
    name: paperName(`${heading}(${[words, until].filter((part) => part !== '').join(' ')})`, 'xlsx'),
    title: `${heading}(${[words, `截至${sayDay(today)}`].filter((part) => part !== '').join(' ')})`,
    asOf: acting.at,
    change: lastChangeNumber(workspace),
    year,
    numbers: sayRanges(numbers),
  };
};

const handOut = (listing: Listing | null, context: Context): CommandAnswer => {
  const workspace = readable(context.workspace);
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const { time = null } = listing ?? {};
  const year = (time && yearWithin(time.window)) ?? planYearOf(workspace, context.today);
  const numbers = numbersAsked(workspace, listing, year, context);
  const shared = listing === null ? [] : sharedFilterWords(listing, context);
  const isYear = time !== null && wholeYear(time.window) !== undefined;
  const words = sayTogether(isYear ? '' : (listing?.timeWords ?? ''), ...shared);
  if (numbers.length === 0) return sentence(`没有“${words || `${year}年`}”的任务,没有导出。发“导出”要全年的`);
  return { reply: fileReply(recipe(words, year, numbers, context)) };
};

/** 导出 · 台账 · 导出 办公室 未完成: the 督办台账 as xlsx, to be sent up, or changed and sent back with 导入. */
export const exportCommand = defineCommand<{ listing: Listing | null }>({
  name: '导出',
  topic: '汇报',
  kind: 'look',
  words: ['导出', '台账', '导出台账', '下载台账'],
  examples: [
    { say: '导出', gets: '督办台账(xlsx);改好发回群里并说“导入”,逐格对比后写入' },
    { say: '导出 办公室', gets: '一个单位的,换成人名、“未完成”、“2025年”也行,可合用' },
  ],
  match: ({ text, ...said }, context) => {
    const words = text.length > LONGEST ? undefined : readAsked(text);
    if (words === undefined) return undefined;
    if (words === '') return { listing: null };
    const listing = readListing({ ...said, text }, context, words, 'parts');
    return listing && { listing };
  },
  run: ({ listing }, context) => handOut(listing, context),
});
