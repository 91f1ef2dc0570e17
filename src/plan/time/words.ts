import { FESTIVALS } from '../../calendar/festivals.ts';
import type { Freq } from '../../calendar/period.ts';

/**
 * The words of time as plans write them: pieces of patterns, no grammar. A pattern piece reads the shadow (Simplified,
 * half-width). Every repetition is bounded, so that no text takes more than linear time.
 */

/** Not in the middle of a longer number. */
const NUMBER_STARTS = '(?<![\\d.第〇零一二三四五六七八九十])';
/** 元月 is January; 5万元月均 is money. */
const MONTH_NUMBER = '(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]|(?<![万亿千百两几多])元(?= ?(?:月|[-、至到])))';
const DAY_NUMBER = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';

/** A month without its 月. */
export const M = (name: string): string => `(?<${name}>${MONTH_NUMBER})`;
export const MONTH_SIGN = ' ?月(?:份)?(?![饼嫂薪票龄季亮])';
export const D = (name: string): string =>
  `(?<${name}>${DAY_NUMBER}) ?[日号](?![常志益程语本]|报(?![送告到名请批备经]))`;
/** 日 or 号 behind a day without its month. 3号机组 and 2号楼 number a thing, 3日内 is a length; a day has an action, a stop or 前 behind it. */
const LONE_DAY_SIGN =
  '(?:日(?![常志益程语本内后游龄制均]|报(?![送告到名请批备经]))|号(?= ?(?:[之以]?前|[上下]午|中午|早|晚|当[天日]|左右|[-至到起]|[,。;:、)]|\\n|$|召开|组织|举办|举行|开展|进行|完成|启动|报送|上报|提交|下发|印发|公布|发放|参加|开始|截止)))';
export const LONE_DAY = (name: string): string => `(?<${name}>${DAY_NUMBER}) ?${LONE_DAY_SIGN}`;
/** 10日至15日, 10、11日: the first of them. */
export const LONE_DAY_FIRST = (name: string): string => `(?<${name}>${DAY_NUMBER}) ?[日号]?(?:${TO}|${AND})`;
/** A stated year; placeholders (`20__年`, `XX年`) are left unread, which means the plan's year. */
export const YEAR = (name: string): string =>
  `(?:(?<${name}>(?:19|20)\\d{2}|二[〇零][一二三四五六七八九〇零]{2}|今|本|当|明|次|翌) ?(?:年(?:度)? ?|(?<=\\d)(?=[上下]半年))|(?<![\\d〇零一二三四五六七八九十]))`;
export const NUMBER_EDGE = NUMBER_STARTS;
/** 至 到 and any dash; plans write up to four dashes. */
export const TO = ' ?[-至到]{1,4} ?';
export const AND = ' ?[、,和及与] ?';

/** The part of a month a word names, by days; `底` and its like are a point: the month's last day. */
export const PARTS: ReadonlyMap<string, readonly [first: number, last: number]> = new Map([
  ['上旬', [1, 10]],
  ['中旬', [11, 20]],
  ['下旬', [21, 31]],
  ['上中旬', [1, 20]],
  ['上、中旬', [1, 20]],
  ['中上旬', [1, 20]],
  ['中下旬', [11, 31]],
  ['中、下旬', [11, 31]],
  ['初', [1, 10]],
]);
export const PART = '(?:上、?中旬|中上旬|中、?下旬|[上中下]旬|初(?![步次始级中审]))';
export const MONTH_END = '(?:底|末)';

/** Before and including (a day), or before it begins (a month, a festival). Not the 前 of 前后, 前往, 前期. */
export const BEFORE = ' ?(?:[之以]?前|[之以]前)(?![后往期述提列台沿景瞻夕])';
/** Words that make what follows a last day. */
export const NOT_LATER = '(?:截止(?:到|至|日期)?|截至|不迟于|不晚于|最迟(?:于|在)?|至迟)[:]? ?';

export const QUARTER_NUMBER = '[一二三四1-4]';

/** Ways to say how often, the words before the turn's name; `每人每月` holds one as well. */
export const EVERY: ReadonlyArray<readonly [freq: Freq, pattern: string]> = [
  [
    'weekly',
    '每(?:个|一)?(?:周|星期|礼拜)|按周|逐周|周周|(?<![第\\d一二三四五六七八九十])一周一[次报会讲学题课查主通调督评]|(?<!每)周例会',
  ],
  [
    'monthly',
    '每(?:个|一)?月|按月|逐月|月月(?!份)|(?<![\\d一二三四五六七八九十])一月一[次报会讲学题课查主通调督评]|(?<![年\\d])月(?:度)?例会',
  ],
  [
    'quarterly',
    '每(?:个|一)?季度?|按季度?|逐季度?|季季|一季度?一[次报会讲学题课查主通调督评]|(?<![一二三四1-4])季度(?:至少一次|例会)',
  ],
  ['halfyearly', '每(?:个|一)?半年|半年一[次报会查通调督]|半年度(?:例会|通报|考核)'],
  ['yearly', '每(?:个|一)?年(?:度)?|一年一[次度]'],
];

/** Festival names as they may stand in quotation marks: `“五一”`, `“三八”妇女节`, `“七·一”`. */
export const FESTIVAL_NAMES: readonly string[] = [...FESTIVALS, '十一'];

/** Bare numerals that name a festival only when something says so (quotes, 节, 期间, 前). */
export const NUMERAL_FESTIVALS: ReadonlySet<string> = new Set(['三八', '五一', '五四', '六一', '七一', '八一', '十一']);

/** What makes a festival the time and not the object: it stands right after the name. */
export const FESTIVAL_TIME =
  /^ ?(?:节日|假日|节|假期|小长假)?(?:期间|前后|前夕|当天|当日|当周|之际|来临之际|到来之际|来临前|到来前|来临之前|假期|[之以]?前(?![往期述])|[之以]?后(?!勤)|:)/u;
/** Verbs that open an action; a time right before one is when it happens. */
export const ACTION_VERB =
  /^ ?,? ?(?:组织|举办|开展|召开|举行|进行|慰问|走访|看望|安排|做好|发放|为|对|向|面向|赴|到|完成|启动|评选|表彰|推出|印发|参加|联合|集中|继续|全面|广泛|协助|配合|邀请|制作|发布|下发|上报|报送|公布|送|给|与|由|在)/u;
/** The same under a heading that names the month: a verb without its object makes one name with the festival (端午慰问, 教师节表彰会). */
export const ACTION_ON_OBJECT = new RegExp(
  `${ACTION_VERB.source}(?!(?:慰问|走访|看望)?(?:活动|工作|品|金|费|物|大?会|仪式|方案|[,。;:、)]|$))`,
  'u',
);
/** Verbs whose object a stretch of time describes (完成全年任务, 总结上半年工作): no time of the item. */
export const TAKES_TIME_AS_OBJECT =
  /(?:制定|制订|拟定|拟订|编制|起草|完成|实现|总结|下达|落实|回顾|汇总|分析|梳理|盘点|超额|圆满|顺利|达到|占|作为|为|签订|分解|明确|谋划|规划|确定|研究|发布|公布)$/u;
/** The same before a stretch alone: 听取上半年决议落实情况, while 预算审查3月完成 says when. */
export const EXAMINES = /(?:听取|审议|查核|审查|审计)$/u;
/** 完成全年产值5亿元: with its figure behind it the stretch is the one to reach it in. */
export const REACHES = /(?:完成|实现|达到|达成)$/u;
export const FIGURE_AFTER = /^[^,。;%]{0,16}?\d[\d.,]{0,12} ?[百千]?[万亿]?(?![\d.,%])\p{Script=Han}/u;
/** The same after verbs that hold a meeting or hand something out; without another time it may be one after all. */
export const LIKELY_TAKES_TIME_AS_OBJECT = /(?:召开|做好|安排|部署|印发|通报|上报|报送|开好)$/u;
/** Nouns a stretch of time describes when they follow it at once (全年任务, 上半年工作). */
export const TIME_DESCRIBES =
  /^的?(?:各项|重点|主要|中心)?(?:任务|目标|工作(?!日)|指标|重点(?=[,。;、:)]|$)|总结(?!推广|提炼|经验|评选|表彰)|安排(?=[,。;、:)》表]|如下|情况|$)|部署(?!会|落实)|活动(?:安排|日程|计划)(?:表)?(?=[,。;、:)》]|$)|预算|经费|收支|情况|业绩|成绩|产值|营收|销售(?:额|收入|任务|目标|量|业绩)|计划(?=[,。;、:)》]|$))/u;
/** Signs that a clause tells what was done. */
export const DONE =
  /(?:已|曾|共|先后|累计|圆满|顺利)?(?:组织|举办|开展|召开|举行|完成|参加|评选|发放|走访|慰问|建立|制定|接待|取得)了|截[止至].{0,12}(?:共|已|累计)|(?:已|共)有[^,。;]{0,8}[\d一二三四五六七八九十]|(?:已|共)(?:完成|组织|举办|接待|发放)/u;
