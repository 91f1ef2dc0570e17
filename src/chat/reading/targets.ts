import { readable } from '../../workspace/plain-data.ts';
import type { TargetCondition } from '../../workspace/target-list.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';
import { type Listing, readListing } from './listing.ts';
import { onlyNumbers } from './numbers.ts';
import { longestFirst } from './scan.ts';

/** 指标 as asked for. */
export interface TargetsSaid {
  /** A time and conditions as in any list; null without any. */
  listing: Listing | null;
  conditions: TargetCondition[];
  /** The words of `conditions`, each once. */
  conditionWords: string[];
  numbers: number[];
  /** Words of a target's name or its task's title. */
  words: string;
  page: number;
}

const NAMED = '(?:量化|任务|工作|主要|核心|重点|各项|全部|所有|年度)?指标(?:任务|数据|数)?';
const ASKED = '(?:的?(?:完成|达标|进展|进度|推进|上报|序时)?(?:情况|进度|率|统计|汇总|一览表?|清单|列表|表|有哪些))?';
const IN_FRONT = new RegExp(`^(?:查看|看看|看一看|看|查|列出|显示|统计|汇总)? ?${NAMED}${ASKED}(?=$|[ ,:、?]|[^ ]) ?`);
const BEHIND = new RegExp(` ?${NAMED}${ASKED}$`);
const ASKS = / ?(?:(?:完成|进展|推进)得?(?=[怎如]))?(?:怎么样|如何|怎样)?[了呢吗?]*$/;
const LOOKS = /^(?:查看|看看|看一看|看|查一查|查询|查|列出|显示) ?/;
const PAGE = / ?第(\d{1,4}) ?页$/;

/** The words for what a target is, by what they are told again with. */
const CONDITIONS: readonly (readonly [TargetCondition, string, readonly string[]])[] = [
  ['short', '未达标', longestFirst('未达标 没达标 没有达标 不达标 未达到')],
  ['reached', '已达标', longestFirst('已达标 已经达标 达标的 达标 超额的 超额')],
  ['behind', '落后', longestFirst('落后的 落后 滞后的 滞后 慢的 慢于序时 低于序时')],
  ['unreported', '未上报', longestFirst('未上报的 未上报 没上报的 没上报 没有上报 还没上报 没报的 未报')],
];

const takeConditions = (text: string): Pick<TargetsSaid, 'conditions' | 'conditionWords'> & { rest: string } => {
  let rest = text;
  const found = CONDITIONS.filter(([, , words]) => {
    const word = words.find((each) => rest.includes(each));
    if (word !== undefined) rest = rest.replace(word, ' ');
    return word !== undefined;
  });
  return {
    conditions: found.map(([condition]) => condition),
    conditionWords: found.map(([, word]) => word),
    rest: rest.replace(/ {2,}/g, ' ').trim(),
  };
};

/** True when a target of the plan, or the task of one, is called so. */
const isKnown = (words: string, { workspace }: Context): boolean =>
  words.length >= 2 &&
  readable(workspace.tasks).some(
    ({ targets, title }) =>
      targets.length > 0 &&
      (targets.some(({ name }) => plainWords(name).includes(words)) || plainWords(title).includes(words)),
  );

const DRESSED = /^[ ,:、的]+|[ ,:、的?]+$/g;
const LONGEST_WORDS = 40;

type Rest = Pick<TargetsSaid, 'listing' | 'numbers' | 'words'>;

/** What stands beside 指标: a list's time and conditions, numbers behind it, words of a name; undefined for anything else. */
const readRest = (
  rest: string,
  isFront: boolean,
  isParted: boolean,
  said: Said,
  context: Context,
): Rest | undefined => {
  const bare = rest.replace(DRESSED, '');
  if (bare === '') return { listing: null, numbers: [], words: '' };
  const listing = readListing(said, context, rest, 'parts');
  if (listing) return { listing, numbers: [], words: '' };
  const numbers = isFront ? onlyNumbers(bare) : undefined;
  if (numbers) return { listing: null, numbers, words: '' };
  // 指标 火箭 asks for what there is not; 指标体系建设 asks for no targets at all.
  const isName = isKnown(bare, context) || (isFront && isParted && bare.length <= 10);
  return isName && bare.length <= LONGEST_WORDS ? { listing: null, numbers: [], words: bare } : undefined;
};

const split = (text: string): { rest: string; isFront: boolean; isParted: boolean } | undefined => {
  const front = IN_FRONT.exec(text)?.[0];
  if (front !== undefined) {
    return { rest: text.slice(front.length), isFront: true, isParted: front.endsWith(' ') };
  }
  const behind = BEHIND.exec(text);
  return behind ? { rest: text.slice(0, behind.index).replace(LOOKS, ''), isFront: false, isParted: false } : undefined;
};

/** 哪些指标落后 is 指标落后. */
const WHICH = /^(?:有|都有|看看)?(?:哪些|哪几个|哪个)(?=指标)/;
/** 会员还差多少, 会员发展了多少人: a target is asked after by its name. */
const HOW_MANY =
  /(?:目前|现在|今年|已经|已|一共|总共|累计)*(?:还差|还缺|差|缺|完成|达到|发展|新增|新建|建|签|办|报|有|到)?了?(?:多少|几)[家人名个场次期%]?(?:了|呢)?[?]?$/;

/** A target by its own name, when it is asked how far it got. */
const howMany = ({ text }: Said, context: Context): TargetsSaid | undefined => {
  const words = text.replace(HOW_MANY, '');
  const isOne =
    words !== text &&
    readable(context.workspace.tasks).some(({ targets }) => targets.some(({ name }) => plainWords(name) === words));
  return isOne ? { listing: null, conditions: [], conditionWords: [], numbers: [], words, page: 1 } : undefined;
};

const LONGEST = 60;

/** 指标 · 指标 组织部 · 4月 指标 · 我的指标 · 组织部指标完成情况 · 指标 会员 · 指标 落后; undefined when the message is none. */
export const readTargets = (said: Said, context: Context): TargetsSaid | undefined => {
  if (said.text.length > LONGEST) return undefined;
  const page = Number(PAGE.exec(said.text)?.[1] ?? 1);
  const parts = split(said.text.replace(PAGE, '').replace(ASKS, '').replace(WHICH, ''));
  if (!parts) return howMany(said, context);
  const { conditions, conditionWords, rest } = takeConditions(parts.rest);
  const read = readRest(rest, parts.isFront, parts.isParted, said, context);
  return read && { ...read, conditions, conditionWords, page };
};
