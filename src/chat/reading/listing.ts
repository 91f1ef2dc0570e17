import { namesOf, namesOfPerson } from '../../workspace/people.ts';
import type { Filter } from '../../workspace/selection.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Context, Said } from '../command.ts';
import { type NameSaid, readName, readPartOfUnit } from './names.ts';
import { readWhole } from './numerals.ts';
import { readTime, type Time } from './periods.ts';
import { longestFirst } from './scan.ts';

/** A list asked for: a time, conditions, a page. `words` is how to ask for it again, without the page: `4月 保障部 未完成`. */
export interface Listing {
  time: Time | null;
  filters: Filter[];
  page: number;
  words: string;
  /** Of `words`, what says the time (empty without one) and what says each filter, in the order said. */
  timeWords: string;
  filterWords: string[];
}

const FILTER_WORDS: readonly (readonly [string, Filter, readonly string[]])[] = [
  ['我交办的', { kind: 'assigned-by-me' }, ['我交办的', '我交办', '我布置的', '我安排的', '我派的']],
  ['我的', { kind: 'mine' }, ['我负责的', '我的', '我要做的', '我要办的', '我该办的', '本人的', '轮到我的']],
  [
    '未排期',
    { kind: 'unscheduled' },
    [
      '未排期',
      '没排期',
      '没有排期',
      '无排期',
      '没定时间',
      '没有时间',
      '未定时间',
      '没有定时间',
      '没定期限',
      '没有期限',
      '没有时限',
    ],
  ],
  [
    '无责任人',
    { kind: 'unowned' },
    [
      '无责任人',
      '没有责任人',
      '没责任人',
      '未定责任人',
      '没有负责人',
      '没负责人',
      '没人负责',
      '没人管',
      '没有人管',
      '未分配',
    ],
  ],
  ['无进展', { kind: 'no-progress' }, ['无进展', '没进展', '没有进展', '未进展', '没动静', '没有动静']],
  [
    '未完成',
    { kind: 'open' },
    [
      ...[
        '未完成',
        '没完成',
        '没有完成',
        '还没完成',
        '尚未完成',
        '未办结',
        '没办结',
        '没有办结',
        '未办完',
        '没办完',
        '没做完',
      ],
      ...['未结', '待办', '在办', '进行中', '还没做', '没做', '未做', '没干', '还没干', '还没办', '没办', '未办'],
      ...['没弄完', '没弄好', '没搞完', '没搞好', '没搞定', '未弄完', '没开完', '没结', '没销', '没交', '没落实'],
    ],
  ],
  [
    '逾期',
    { kind: 'overdue' },
    ['已经逾期', '已逾期', '逾期', '超期', '过期', '拖期', '超时', '误期', '到期没做', '到期没办', '到期未办', '红灯'],
  ],
  [
    '已完成',
    { kind: 'closed' },
    ['已经完成', '已完成', '已办结', '已经办结', '完成了', '办结了', '办结', '完成', '做完', '办完', '已办', '已做'],
  ],
  [
    '待销号',
    { kind: 'waiting' },
    ['待销号', '待核实', '等待销号', '等待核实', '等销号', '等核实', '待审核', '待验收', '未销号', '没销号', '未核实'],
  ],
  ['未开始', { kind: 'not-begun' }, ['未开始', '还没开始', '没开始', '尚未开始', '没有开始', '未到期']],
  [
    '临期',
    { kind: 'due-soon' },
    ['临期', '临近到期', '快到期', '快要到期', '即将到期', '要到期', '快逾期', '快超期', '黄灯'],
  ],
  ['已取消', { kind: 'cancelled' }, ['已经取消', '已取消', '取消的', '取消了', '作废']],
];

const FILTERS = FILTER_WORDS.flatMap(([words, filter, all]) => all.map((word) => ({ word, words, filter }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** Words that only dress a list: they ask for nothing by themselves. */
const DRESSING = longestFirst(
  `有哪些 还有哪些 有什么 还有什么 哪些 哪几项 哪 什么 多少 几项 任务 工作 事项 事情 事 项目 活动 安排 列表 清单 一览 发 给我看 手上 手头 一共 总共 几个 几件 几条 哪几个 活儿 活 有啥 啥 看看 看一看 查看 查询 查查 列出
  列一列 显示 要看 看 查 列 所有 全部 要完成的 必须完成的 要干的 干了些 做了些 办了些 重点 是什么 项 需要完成的 该完成的 应完成的 要办结的 要办的 要做的 请问 想问 我想看 给我 帮我 列一下 发我 现在 目前 我们部门 本部门 部门 所有 全部 还有 还 剩下 剩 都 是 有 要 该 需要 应该 应 做什么 干什么 干嘛 干啥 做 办 内 里 中 的 了 吗 呢 和 我们 咱们 我
  在 由 负责 那些 这些 给`,
).concat([' ', ',', '、', '。', '?', '!', ':', ';']);

const SECTION =
  /^第 ?(\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?(?:大?部分|大项|章|大类|板块)/;
const PAGE = /^第 ?(\d{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?页/;

interface Token {
  length: number;
  words: string;
  filter?: Filter;
  time?: Time;
  page?: number;
}

const readPage = (text: string): Token | undefined => {
  const found = PAGE.exec(text);
  return found ? { length: found[0].length, words: '', page: readWhole(found[1] ?? '')?.value ?? 1 } : undefined;
};

const readSection = (text: string): Token | undefined => {
  const found = SECTION.exec(text);
  const index = found && readWhole(found[1] ?? '')?.value;
  return found && index ? { length: found[0].length, words: found[0], filter: { kind: 'section', index } } : undefined;
};

const readFilterWord = (text: string): Token | undefined => {
  const found = FILTERS.find(({ word }) => text.startsWith(word));
  return found && { length: found.word.length, words: found.words, filter: found.filter };
};

const named = (found: NameSaid | undefined): Token | undefined =>
  found && { length: found.length, words: found.said, filter: found.filter };

const IN_CHARGE = /^ ?名下的?/;

/** 王五名下: what he answers for, for somebody away too. */
const inCharge = (found: NameSaid | undefined, text: string, workspace: Workspace): Token | undefined => {
  const behind = found && IN_CHARGE.exec(text.slice(found.length))?.[0];
  if (!found || behind === undefined) return undefined;
  const { filter } = found;
  const names =
    filter.kind === 'member'
      ? namesOf(workspace, filter.id)
      : filter.kind === 'name'
        ? namesOfPerson(workspace, filter.name)
        : [];
  return { length: found.length + behind.length, words: `${found.said}名下`, filter: { kind: 'charge', names } };
};

const readNameToken = (text: string, said: Said, { workspace }: Context): Token | undefined => {
  const found = readName(text, said, workspace);
  return inCharge(found, text, workspace) ?? named(found);
};

const readTimeToken = (text: string, context: Context): Token | undefined => {
  const time = readTime(text, context.today);
  return time && { length: time.length, words: text.slice(0, time.length), time };
};

const readToken = (text: string, said: Said, context: Context): Token | undefined =>
  readPage(text) ??
  readSection(text) ??
  readNameToken(text, said, context) ??
  readFilterWord(text) ??
  readTimeToken(text, context);

/** Mere dressing at the front, or a part of a unit's name that says more: 工作 only dresses, 工作委员会 is a unit. */
const readLoosely = (text: string, context: Context, names: 'whole' | 'parts'): Token | undefined => {
  const length = DRESSING.find((word) => text.startsWith(word))?.length ?? 0;
  const part = names === 'parts' ? named(readPartOfUnit(text, context.workspace)) : undefined;
  if (part && part.length > length) return part;
  return length === 0 ? undefined : { length, words: '' };
};

/**
 * The whole text read as a list: times and filters in any order, each once told. undefined when anything in it is neither
 * a time, a filter, a known name nor mere dressing (有哪些, 任务, 的).
 * @param names with `parts`, part of one unit's name will do; not where the text may as well be a title
 */
export const readListing = (
  said: Said,
  context: Context,
  text: string = said.text,
  names: 'whole' | 'parts' = 'whole',
): Listing | undefined => {
  const listing: Listing = { time: null, filters: [], page: 1, words: '', timeWords: '', filterWords: [] };
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const token = readToken(rest, said, context) ?? readLoosely(rest, context, names);
    if (token === undefined) return undefined;
    if (token.time && listing.time) return undefined;
    if (token.time) [listing.time, listing.timeWords] = [token.time, token.words.trim()];
    if (token.filter) {
      listing.filters.push(token.filter);
      listing.filterWords.push(token.words);
    }
    if (token.page !== undefined) listing.page = token.page;
    if (token.words !== '') words.push(token.words);
    at += token.length;
  }
  if (listing.time === null && listing.filters.length === 0) return undefined;
  return { ...listing, words: words.join(' ') };
};
