import { ASKS_FOR, DAYS_TO_COME, MOOD_WORDS, NO_CUES, TAKING_BACK } from './mood-words.ts';

/**
 * How a sentence stands to what it names. Only a `plain` one may change anything.
 *
 * - `question`  能不能完成12, 12完成了吗
 * - `wish`      想延期12, 12应该完成, 提醒他完成12
 * - `condition` 如果12完成了
 * - `negation`  12没完成, 不要延期12
 * - `partly`    12快完成了, 12基本完成, 12明天完成
 */
export type Mood = 'plain' | 'question' | 'wish' | 'condition' | 'negation' | 'partly';

/** A sentence's mood; what is left of it without the words that make the mood; whether it asks for a fact (什么, 多少, 谁). */
export interface MoodOf {
  mood: Mood;
  core: string;
  asksFor: boolean;
}

/** What the deeds of the change commands are called, for the edge cues: 要完成, 会延期. */
const DEEDS =
  '完成|办结|办完|做完|搞定|延期|推迟|顺延|重开|退回|进展|上报|更正|新增|撤销|导入|放弃|确认|取消|作废|恢复|交办|交给|修改|改为|改成|结转|销号';

const CUES = MOOD_WORDS.map(({ mood, edge }) => ({
  mood,
  edge: edge === '' ? undefined : new RegExp(`^(?!将)[${edge}](?!员|议)|[${edge}](?=(?:${DEEDS}))`, 'g'),
}));

/** The longest first: 差不多 is no denial. */
const ALL_WORDS = MOOD_WORDS.flatMap(({ mood, words }) => words.map((word) => ({ mood, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/**
 * A task's own words say nothing of the mood: 基本 in 基本公共服务. Runs of three characters that stand in a title are masked;
 * shorter ones may be the mood itself.
 */
const MASK = '\u0001';

const maskTitle = (text: string, title: string): string => {
  let masked = '';
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && title.includes(text.slice(at, at + length + 1))) length += 1;
    masked += length >= 3 ? MASK.repeat(length) : text.slice(at, at + Math.max(1, length));
    at += Math.max(1, length);
  }
  return masked;
};

const without = (text: string, words: readonly string[], put = ''): string =>
  words.reduce((rest, word) => (rest.includes(word) ? rest.replaceAll(word, put) : rest), text);

const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/^[ ,、。:;!]+/, '')
    .replace(/[ ,、。:;!]+$/, '');

const has = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
/** 表彰会完成了: a title that has the character accounts for it. */
const hasEdge = (text: string, edge: RegExp | undefined, titles: readonly string[]): boolean =>
  edge !== undefined && [...text.matchAll(edge)].some(([cue]) => !titles.some((title) => title.includes(cue)));

const moodIn = (masked: string, titles: readonly string[], own: string): Mood => {
  const moods = new Set<Mood>();
  const others = own === '' ? masked : masked.replace(own, MASK);
  let rest = others;
  for (const { word, mood } of ALL_WORDS) {
    if (!rest.includes(word)) continue;
    moods.add(mood);
    rest = rest.replaceAll(word, MASK);
  }
  const found = CUES.find(({ mood, edge }) => moods.has(mood) || hasEdge(masked, edge, titles));
  if (found) return found.mood;
  if (has(others, TAKING_BACK)) return 'negation';
  return has(masked, DAYS_TO_COME) ? 'partly' : 'plain';
};

/**
 * The mood of a command's own words.
 * @param text half-width and Simplified, people's own words (a remark, a reason) left out
 * @param titles titles of the tasks it names: their words do not count
 * @param own the command's own word: 取消 denies nothing where it is the deed
 */
export const readMood = (text: string, titles: readonly string[] = [], own = ''): MoodOf => {
  const masked = without(titles.reduce(maskTitle, text), NO_CUES, MASK);
  const asksFor = has(masked, ASKS_FOR);
  const mood = asksFor ? 'question' : moodIn(masked, titles, own);
  if (mood === 'plain') return { mood, core: text, asksFor };
  const left = without(
    text,
    ALL_WORDS.map(({ word }) => word),
  );
  // Twice, for 想 uncovers 让 in 想让12完成.
  const core = [...CUES, ...CUES].reduce((rest, { edge }) => (edge ? rest.replace(edge, '') : rest), left);
  return { mood, core: tidy(core), asksFor };
};

const QUESTION_END =
  /(?:吗|么|呢|了没有|了没|行不行|好不好|可不可以|怎么样|怎样|咋样|如何|什么|什么时候|何时|哪天|几号|多少|哪些|可否|能否|\?)[ 。!~?]*$/;
const CONDITION = /^(?:如果|要是|假如|若是|等到|一旦|万一)|的话[ 。!~]*$/;

/** Nothing but a denial: 完成 12 还没有. */
const DENIAL = /^(?:还|都|也|并)?(?:没有?|未|不|否|别)(?:完成|办结|做完?|办完?|行|了|成|呢|啊)?[ 。!~?]*$/;

/**
 * The mood of people's own words behind a command. They may deny and ask about anything within (`进展 12 场地还没定`); only
 * a sentence that ends as a question, or is a condition, turns the command itself into one.
 */
export const moodOfRemark = (text: string): Mood => {
  if (QUESTION_END.test(text)) return 'question';
  if (DENIAL.test(text)) return 'negation';
  return CONDITION.test(text) ? 'condition' : 'plain';
};
