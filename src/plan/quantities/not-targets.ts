import type { NotTarget, Quantity } from './quantity.ts';
import { HELD_ONCE, LENGTHS, RATES, SAID_IN_WORDS } from './units.ts';
import * as words from './words.ts';

const SIZES: ReadonlySet<string> = new Set([
  '人',
  '名',
  '元',
  '平方米',
  '亩',
  '户',
  '吨',
  '米',
  '公里',
  '分',
  '门',
  '种',
  '天',
  '小时',
]);
/** What something is divided into; 分四次进行 still says how often. */
const PARTS: ReadonlySet<string> = new Set(['批', '批次', '组', '个', '类', '种']);
const STRUCTURED: ReadonlySet<string> = new Set(['个', '项', '条', '大', '种', '类', '套', '处', '组']);

/** PRODUCT.md, "Quantities": what is not a target. Adding one is an entry here and a row in the tests. */
export const NOT_TARGETS: readonly NotTarget[] = [
  {
    name: 'an ordinal, a rank or a formula',
    holds: (q) => words.ORDINAL_BEFORE.test(q.before) || words.FORMULA_AFTER.test(q.after),
  },
  {
    name: '二期, 二次',
    holds: (q) => q.orders || (q.inWords && q.unit === '期' && /^(?:工程|项目|建设|厂)/u.test(q.after)),
  },
  {
    name: 'the next one of a row: 新一轮, 新一届',
    holds: (q) => q.inWords && q.value === 1 && /[新下上又]$/u.test(q.before) && /^[轮届批期]$/u.test(q.unit),
  },
  {
    name: 'a count of headings',
    holds: (q) =>
      STRUCTURED.has(q.unit) &&
      words.STRUCTURE.test(q.after) &&
      !(/^问题/u.test(q.after) && words.SOLVES.test(q.before)),
  },
  {
    name: 'a size that describes',
    holds: (q) =>
      SIZES.has(q.unit) &&
      words.DESCRIBED_BY_SIZE.test(q.after) &&
      !words.NOT_DESCRIBED.test(q.after) &&
      !words.BROUGHT_TO.test(q.before),
  },
  { name: 'a size with 满', holds: (q) => /(?:满|凡)$/u.test(q.before) && /^(?:以上)?的/u.test(q.after) },
  {
    name: 'who makes up a group',
    holds: (q) => words.MADE_UP_OF.test(q.after) || (/由$/u.test(q.before) && !RATES.has(q.unit)),
  },
  {
    name: 'what there is or was',
    holds: (q) =>
      words.DONE_BEFORE.test(q.before) ||
      (words.STANDING.test(q.before) &&
        !words.TURNED_INTO.test(q.before) &&
        !(RATES.has(q.unit) && words.RATE_OF_STANDING.test(q.before))),
  },
  { name: 'where a rise begins', holds: (q) => words.RISES_FROM.test(q.before) && words.RISES_TO.test(q.after) },
  {
    name: 'a ceiling',
    holds: (q) =>
      !RATES.has(q.unit) &&
      (words.AT_MOST_BEFORE.test(q.before) || words.AT_MOST_AFTER.test(q.after)) &&
      !isLimitToReach(q) &&
      !isWholeAim(q),
  },
  { name: 'how long a way is', holds: (q) => /全程约?$/u.test(q.before) },
  { name: 'a length of time', holds: (q) => LENGTHS.has(q.unit) && !isLimitToReach(q) && !isLearning(q) },
  {
    name: 'a price, a rate for each',
    holds: (q) => q.unit === '元' && (words.FOR_EACH_BEFORE.test(q.before) || words.FOR_EACH_AFTER.test(q.after)),
  },
  { name: 'how it is divided', holds: (q) => PARTS.has(q.unit) && words.DIVIDED_BEFORE.test(q.before) },
  {
    name: 'points that are no score',
    holds: (q) => q.unit === '分' && !words.AT_LEAST_BEFORE.test(q.before) && !words.AT_LEAST_AFTER.test(q.after),
  },
  {
    name: 'once in every turn',
    holds: (q) =>
      q.value === 1 &&
      !q.range &&
      HELD_ONCE.has(q.unit) &&
      words.EVERY_TURN.test(q.before) &&
      !words.AT_LEAST_NEAR.test(q.before) &&
      !words.AT_LEAST_AFTER.test(q.after),
  },
  {
    name: 'how a total is spread: 四场,每季度各举办1场',
    holds: (q) => q.value === 1 && HELD_ONCE.has(q.unit) && words.SPREAD.test(q.before),
  },
  {
    name: '一人一档, 两人三足',
    holds: (q) => (q.value === 1 && /^ ?(?:1|\d)/u.test(q.after)) || (q.inWords && /^ ?[一二两三四五]/u.test(q.after)),
  },
  {
    name: 'once over everything: 一次全面摸底',
    holds: (q) => q.inWords && q.value === 1 && q.unit === '次' && words.GOES_OVER.test(q.after),
  },
  { name: '一 of nothing held', holds: (q) => q.inWords && q.value === 1 && !heldOnce(q) },
  {
    name: 'a number in words that names',
    holds: (q) => q.inWords && q.value > 1 && (q.value <= 10 || STRUCTURED.has(q.unit)) && !countedInWords(q),
  },
];

/** A limit that is a figure of the plan: not a rule for each meeting or group, nor what an undertaking may cost. */
const isLimitToReach = (q: Quantity): boolean =>
  !words.LIMIT_OF_EACH.test(q.before) &&
  ((words.BROUGHT_TO.test(q.before) && !(q.unit === '元' && words.KEPT_WITHIN.test(q.before))) ||
    (words.NOT_ABOVE.test(q.before) && words.AVERAGE_BEFORE.test(q.before)));

/** 直接损失不超过8000元; — an aim of nothing but its ceiling; what an undertaking may cost is none. */
const isWholeAim = (q: Quantity): boolean =>
  /^ *[^,。;:]{2,16}(?:不超过|不得超过|不高于|控制在) ?$/u.test(q.before) &&
  /^(?:以内|之内|以下)?[。;]?$/u.test(q.after) &&
  !/费|成本|开支|支出|预算|资金|投资|投入|造价/u.test(q.before) &&
  !words.LIMIT_OF_EACH.test(q.before);

const isLearning = (q: Quantity): boolean =>
  (q.unit === '小时' || q.unit === '天') && words.AT_LEAST_BEFORE.test(q.before) && words.LEARNS.test(q.before);

/** 至少一名; 举办一期 — but 每季度进行一次 says how often, not how many. */
const heldOnce = (q: Quantity): boolean => {
  if (words.AT_LEAST_NEAR.test(q.before) || words.AT_LEAST_AFTER.test(q.after)) return true;
  if (!HELD_ONCE.has(q.unit) || q.recurring || /^性|^办/u.test(q.after) || /[每第逐统单]$/u.test(q.before))
    return false;
  return words.HOLDS.test(q.before);
};

const countedInWords = (q: Quantity): boolean =>
  SAID_IN_WORDS.has(q.unit) ||
  words.MAKES.test(q.before) ||
  words.AT_LEAST_NEAR.test(q.before) ||
  words.AT_LEAST_AFTER.test(q.after);
