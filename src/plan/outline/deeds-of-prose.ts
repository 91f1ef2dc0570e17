import { quantitiesIn } from '../quantities/quantities-in.ts';
import { isLookBack } from '../sorting/past-work.ts';
import { type Shadow, shadowOf } from '../text/shadow.ts';
import { timeOf } from '../time/time-of.ts';

/** What a paragraph without numbers comes to: what names it, empty where nothing does, and its deeds. */
export interface Prose {
  theme: string;
  deeds: string[];
}

/** A longer paragraph is no handful of deeds but a whole page on a line. */
const LONGEST = 2000;
const FEWEST = 2;
/** A sentence that leans on the one before it. */
const LEANS =
  /^(?:其中|同时|并|这|该|以上|上述|此外还|对此|由(?=[^,。;]{1,16}(?:负责|牵头|承办|落实|具体|协助))|要求|确保|力争|做到|通过(?!.{0,20}(?:举办|开展|组织|召开)))/u;
const SHORTEST = 10;
/** What only names the work of a paragraph is short and neither dated nor counted. */
const LONGEST_THEME = 30;

/** What may stand in front of the word of doing. */
const LEAD =
  '(?:(?:另外|此外|同时|还|要|将|计划|拟|力争|争取|坚持|继续|认真|积极|全面|切实|扎实|广泛|深入|持续|定期|适时|及时|进一步|再|新|重点|大力|统一|集中|[^,。;]{2,6}(?:季节|时节|期间|假期),|[^,。;]{0,8}?(?:还要|将|要)),?){0,4}';
/** Words of doing that leave something behind: a meeting held, a paper made, a thing put up. */
const MAKES =
  '(?:召开|举办|举行|组织(?!建设|领导|保障|观念|生活质量)|开展|完成|上线|编制|编印|编写|制定|制订|修订|建成|新建|新增|新设|选派|选举|竞选|评选|表彰|发放|慰问|走访|检查|督查|招募|招聘|采购|购置|购买|更换|改造|维修|订购|征集|印发|发布|申报|上报|报送|签订|开设|开办|开通|参加|邀请|聘请|启动|设立|成立|推出|拍摄|制作|设计|出版|摸底|摸排|排查|清理|清查|清点|升级|安装|配备|轮训|调整|充实|推荐|评比|组建|收缴|审计|公布|公示|设置|承办|联合|请|为[^,。;]{2,16}(?:办理|提供|购买|配备|开展|组织|举办|安排)|面向[^,。;]{2,12}(?:征集|开展|招募|举办|组织)|对[^,。;]{2,24}(?:进行|开展|组织))';
const DOES = new RegExp(`^${LEAD}${MAKES}`, 'u');
/** Words that say how work is gone about; between semicolons they begin deeds too. */
const GOES_ON = new RegExp(
  `^${LEAD}(?:${MAKES}|加强|做好|抓好|办好|推进|推动|完善|落实|健全|深化|强化|优化|提升|巩固|规范|建立|培育|发展|培养|指导|督促|协助|配合|支持|利用|实施|加大|改善|丰富|保障|关爱|开好|用好|管好)`,
  'u',
);

/** 并走访…, 其中…: does what begins so lean on what stands before it? */
export const leansBack = (shadow: Shadow): boolean => LEANS.test(shadow);
/** Does a clause begin with doing, or with how work is gone about? */
export const goesAbout = (shadow: Shadow): boolean => GOES_ON.test(shadow);

/** 农忙过后办一场球赛, 村里搞两次排查: said as people speak. */
const HOLDS = /^[^,。;]{0,12}[办搞][一两二三四五六七八九\d]{1,3}[场次期个届]/u;

/** A sentence, how it stands to the others, and its time in a word; empty where it states none. */
interface Sentence {
  text: string;
  time: string;
  isCounted: boolean;
  isPast: boolean;
  does: boolean;
  /** It begins with doing or with how work is gone about. */
  goesOn: boolean;
  leans: boolean;
  /** It begins with its month and goes on with doing: 十月份配合…排查欠薪. */
  opensWithMonth: boolean;
}

const MONTH_FIRST = /^(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:[上中下]旬|[初底])?,?/u;
const opensWithMonth = (shadow: string): boolean => {
  const month = MONTH_FIRST.exec(shadow)?.[0].length ?? 0;
  return month > 0 && GOES_ON.test(shadow.slice(month));
};

const sentenceOf = (text: string, year: number): Sentence => {
  const shadow = shadowOf(text);
  const { start, end, freq } = timeOf(text, shadow, year, null);
  const isPast = isLookBack(shadow, year);
  return {
    text,
    time: isPast || (start === null && end === null && freq === null) ? '' : `${start} ${end} ${freq}`,
    isCounted: !isPast && quantitiesIn(text, shadow, freq !== null).length > 0,
    isPast,
    does: DOES.test(shadow) || HOLDS.test(shadow),
    goesOn: GOES_ON.test(shadow),
    leans: LEANS.test(shadow) || (text.length < SHORTEST && !DOES.test(shadow)),
    opensWithMonth: opensWithMonth(shadow),
  };
};

const isDeed = ({ time, isCounted, does }: Sentence): boolean => time !== '' || isCounted || does;

/** 党员大会每季度召开一次,支委会每月召开一次。 — each clause has who meets and how often. */
const HAS_TURN = /^[^,;]{2,20}每(?:半?年|季度?|两?个?月|[半两]月|周|学期)[^,;]{0,10}(?:[一二两三四1-9]) ?次/u;
const turnsOf = (sentence: string): string[] => {
  const clauses = sentence.split(/(?<=[,，;；])(?=.)/u);
  const all = clauses.every((clause) => HAS_TURN.test(shadowOf(clause)));
  return clauses.length >= FEWEST && all ? clauses : [sentence];
};

/** 办好…,每周三次;继续抓好…,每月公布;加强…。 — between semicolons stand deeds where each clause begins with doing. */
const clausesOf = (sentence: string): string[] => {
  const clauses = sentence.split(/(?<=[;；])(?=.)/u);
  const all = clauses.every((clause) => clause.length >= SHORTEST && GOES_ON.test(shadowOf(clause)));
  return clauses.length >= FEWEST && all ? clauses : [sentence];
};

/** 新设先锋岗8个…。组建小分队,义诊12场。 — each begins with doing, and says how much or by when. */
const areMeasured = (sentences: readonly Sentence[]): boolean => {
  const own = sentences.filter(({ leans }) => !leans);
  return own.length >= FEWEST && own.every(({ time, isCounted, goesOn }) => goesOn && (isCounted || time !== ''));
};

/** Sentences that stand for themselves: with different times; or behind the theme of a paragraph under no name of its own. */
const areApart = (sentences: readonly Sentence[], isFree: boolean): boolean => {
  const times = new Set(sentences.map(({ time }) => time).filter((time) => time !== ''));
  if (times.size >= FEWEST) return true;
  // 农忙过后办一场球赛。十月份排查欠薪。 — the month is none of the game's.
  const later = sentences.findIndex((sentence, at) => at > 0 && sentence.opensWithMonth);
  if (isFree && later > 0 && sentences.slice(0, later).some(isDeed)) return true;
  if (areMeasured(sentences)) return true;
  const deeds = sentences.filter((sentence) => isDeed(sentence) && !sentence.leans);
  const [first] = sentences;
  const isThemed = first !== undefined && !isDeed(first) && first.text.length <= LONGEST_THEME;
  return isFree && isThemed && deeds.length >= FEWEST && deeds.every(({ does, time }) => does || time !== '');
};

/** Deeds told one by one: what neither is one nor looks back goes with the deed before it. */
const apart = (sentences: readonly Sentence[]): Prose => {
  const deeds: string[] = [];
  let front = '';
  let theme = '';
  let goesOn = false;
  for (const sentence of sentences) {
    const last = deeds.length - 1;
    if (sentence.isPast) {
      deeds.push(`${front}${sentence.text}`);
      front = '';
      goesOn = false;
    } else if (goesOn && !isDeed(sentence) && sentence.leans) deeds[last] += sentence.text;
    else if (goesOn && sentence.leans && sentence.time === '') deeds[last] += sentence.text;
    else if (last < 0 && !isDeed(sentence)) front += sentence.text;
    else {
      if (front.length <= LONGEST_THEME) theme = theme === '' ? front : theme;
      else deeds.push(front);
      front = '';
      deeds.push(sentence.text);
      goesOn = true;
    }
  }
  return { theme, deeds };
};

/**
 * The deeds of an unnumbered paragraph, a sentence each, where at least two sentences state different times of their own —
 * one line of a ledger has one time — or, where it `isFree` of a heading that names it, where its first sentence does. One
 * that leans on the sentence before stays with that. The paragraph itself when it is one deed.
 */
export const deedsOfProse = (text: string, year: number, isFree = false): Prose => {
  const whole = { theme: '', deeds: [text] };
  if (text.length > LONGEST || text.includes('\n')) return whole;
  const sentences = text
    .split(/(?<=[。!?！？])(?=.)/u)
    .flatMap(turnsOf)
    .flatMap(clausesOf)
    .map((sentence) => sentenceOf(sentence, year));
  if (sentences.length < FEWEST) return whole;
  if (areApart(sentences, isFree)) return apart(sentences);
  // What was comes before what will be: each is judged for itself.
  const ahead = sentences.findLastIndex(({ isPast }) => isPast) + 1;
  if (!isFree || ahead === 0 || !sentences.slice(ahead).some(isDeed)) return whole;
  const joined = (some: readonly Sentence[]): string => some.map((sentence) => sentence.text).join('');
  return { theme: '', deeds: [joined(sentences.slice(0, ahead)), joined(sentences.slice(ahead))] };
};
