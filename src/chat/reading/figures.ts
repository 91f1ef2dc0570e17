import { readWhen } from './figure-times.ts';
import { readAmount, readPercent } from './numerals.ts';
import { longestFirst, placesOf, wordAt } from './scan.ts';

/** One figure of a report. `unit` is empty when none was said; `about` is what stands behind the unit: 3家企业. */
export interface FigureSaid {
  name: string;
  value: number;
  unit: string;
  about: string;
  mode: 'add' | 'total' | null;
}

/** What a report says behind its task. `nth`: 第4笔, the report it is to be, so that saying it twice reports once. */
export interface FiguresSaid {
  figures: FigureSaid[];
  confirmed: boolean;
  nth: number | null;
  /** `t2`: the target by its id, as buttons say it. */
  target: string | null;
  /** 4月, 截至5月底: when the figures were reached, as said; empty when nothing was. */
  when: string;
}

const ADD = longestFirst('本次新增 新增 增加 新增了 增加了 又 再 加 加了 本次 新发展 新建 新建了 +');
const TOTAL = longestFirst('累计 累计达到 累计达 累计为 累计是 累积 总计 总数 总数达到 总共 达到');
const MODES = [...ADD, ...TOTAL].filter((word) => word.length > 1);
/** They say nothing of the figure. */
const NEUTRAL = longestFirst(
  `已经 已 报 报了 搞了 做了 办了 建了 建成了 签了 开了 招了 走访了 慰问了 组织了 发放了 完成了 完成 举办了 举办 开展了 开展 发展了 发展 建成 建立 成立 签订 一共 共计 合计 共 目前 截至目前 本月 本周 今天 今日 昨天 本季度 为 成 是 至 到 了 的
  数字 指标 和 及`,
).concat([' ', ',', '、', ';', ':', '。', '!']);
const UNITS = longestFirst(
  `家 人 名 位 场 次 期 场次 人次 个 件 项 份 篇 条 户 对 本 台 套 所 间 例 起 万元 元 亿元 百分点 个百分点 小时 课时 平方米 幅 册 封 站 家次 户次`,
);

interface Scan {
  text: string;
  at: number;
}

const take = (scan: Scan, words: readonly string[]): string | undefined => {
  const word = wordAt(scan.text, scan.at, words);
  if (word !== undefined) scan.at += word.length;
  return word;
};

/** 5月新增3家; the words of 3家 are its own, though 3 might begin a day. */
const takeWhen = (scan: Scan, said: FiguresSaid): boolean => {
  const length = readWhen(scan.text.slice(scan.at));
  if (length === 0) return false;
  said.when ||= scan.text.slice(scan.at, scan.at + length);
  scan.at += length;
  return true;
};

const takeMark = (scan: Scan, said: FiguresSaid): boolean => {
  const rest = scan.text.slice(scan.at);
  const nth = /^第(\d{1,6})笔/.exec(rest);
  const target = /^t(\d{1,3})(?!\d)/.exec(rest);
  if (nth) said.nth = Number(nth[1]);
  else if (target) said.target = target[0];
  else if (rest.startsWith('确认')) said.confirmed = true;
  else return false;
  scan.at += (nth ?? target ?? ['确认'])[0].length;
  return true;
};

/** 约3家, 三五家, 十几家: no figure at all. */
const VAGUE = /^(?:大?约|近|大概|将近|差不多|[一二两三四五六七八九十百千万亿几数半]+)$/;

/** The words in front of a figure up to where the number begins. */
const takeName = (scan: Scan): string => {
  const name = /^[^\d\s,、;。:!+-]{1,20}/u.exec(scan.text.slice(scan.at))?.[0] ?? '';
  for (let length = 1; length <= name.length; length += 1) {
    const rest = scan.text.slice(scan.at + length);
    const isEnd = length === name.length || wordAt(rest, 0, [...ADD, ...TOTAL]) !== undefined || isNumeral(rest);
    if (!isEnd) continue;
    if (VAGUE.test(name.slice(0, length))) return '';
    scan.at += length;
    return name.slice(0, length);
  }
  return '';
};

/** 三家 is a figure, 三八节 is not: a Chinese numeral counts only with a unit right behind. */
const isNumeral = (text: string): boolean => {
  const found = readAmount(text);
  return found !== undefined && !/^\d/.test(text) && wordAt(text, found.length, UNITS) !== undefined;
};

/** 48家(累计), 3家新增: said behind the figure. */
const MODE_BEHIND = /^ ?\(?(?:(累计|总计|总数|合计|共计)|(?:本次|本月|本周)?新增)\)?(?=$|[,;。、!]| (?!\d))/;

const takeModeBehind = (scan: Scan): FigureSaid['mode'] => {
  const found = MODE_BEHIND.exec(scan.text.slice(scan.at));
  if (!found) return null;
  scan.at += found[0].length;
  return found[1] === undefined ? 'add' : 'total';
};

/** What is counted, up to the word that begins the next figure: 3家企业累计48家. */
const takeAbout = (scan: Scan): string => {
  const run = /^[^\d\s,、;。:!+-]{0,12}/u.exec(scan.text.slice(scan.at))?.[0] ?? '';
  const next = placesOf(run, MODES, 0)[0] ?? run.length;
  return run.slice(0, next);
};

const takeValue = (
  scan: Scan,
  units: readonly string[],
  names: readonly string[],
): Pick<FigureSaid, 'value' | 'unit' | 'about'> | undefined => {
  const rest = scan.text.slice(scan.at);
  const sign = /^(?:-|负)/.test(rest) ? 1 : 0;
  const percent = readPercent(rest.slice(sign));
  const amount = percent ?? readAmount(rest.slice(sign));
  if (!amount || (sign === 0 && !/^\d/.test(rest) && !percent && !isNumeral(rest) && amount.length < rest.length))
    return undefined;
  const behind = rest.slice(sign + amount.length);
  // 3-5家, 3/5, 6.10.1 are no one figure.
  if (/^ ?[-~/.:]\d/.test(behind)) return undefined;
  const start = scan.at;
  scan.at += sign + amount.length;
  // 驿站3 书屋2: behind the space the next one is named.
  const isNext = /^ /.test(behind) && wordAt(behind, 1, names) !== undefined;
  if (!isNext) take(scan, [' ']);
  const unit = percent ? '%' : (take(scan, units) ?? take(scan, UNITS) ?? '');
  const about = isNext ? '' : takeAbout(scan);
  const isMark = /^(?:第|确认|t\d)/.test(about);
  // 3家左右, 3家没签: no plain figure.
  const isVague = /^(?:的(?=.)|和|及|或|多|左右|余|以上|以下|未|没|不|还|但|其中)/.test(about);
  // Without a unit the words behind are one themselves (3盏), or the number is none of a report: 5月底前召开….
  if (isVague || (unit === '' && !isMark && (about.length > 2 || /^[月日年号点天]/.test(about)))) {
    scan.at = start;
    return undefined;
  }
  if (!isMark) scan.at += about.length;
  const value = sign === 1 ? -amount.value : amount.value;
  return unit === '' && !isMark ? { value, unit: about, about: '' } : { value, unit, about: isMark ? '' : about };
};

/**
 * A text that is figures and nothing else: `3`, `3家`, `新增3家`, `累计45`, `会员 120人`, `驿站3个、书屋2家`, `96%`, `1.2万人`.
 * undefined when anything in it is something else.
 * @param units the units of the workspace's targets, the longest first; `names` their names; `dated` when words may say of
 *   which time the figures are (5月新增3家)
 */
export const readFigures = (
  text: string,
  {
    units = [],
    names = [],
    dated = false,
  }: { units?: readonly string[]; names?: readonly string[]; dated?: boolean } = {},
): FiguresSaid | undefined => {
  const said: FiguresSaid = { figures: [], confirmed: false, nth: null, target: null, when: '' };
  const scan: Scan = { text, at: 0 };
  let [name, mode]: [string, FigureSaid['mode']] = ['', null];
  while (scan.at < text.length) {
    if (takeMark(scan, said)) continue;
    const known = name === '' ? take(scan, names) : undefined;
    if (known !== undefined) {
      name = known;
      continue;
    }
    if (dated && name === '' && takeWhen(scan, said)) continue;
    const value = takeValue(scan, units, names);
    if (value) {
      said.figures.push({ name, ...value, mode: takeModeBehind(scan) ?? mode });
      [name, mode] = ['', null];
    } else if (take(scan, ADD) !== undefined) mode = 'add';
    else if (take(scan, TOTAL) !== undefined) mode = 'total';
    else if (take(scan, NEUTRAL) === undefined) {
      const more = takeName(scan);
      if (more === '' || name !== '' || /^(?:其中|包括|包含|含)/.test(more)) return undefined;
      name = more;
    }
  }
  const areWhole =
    said.figures.length <= 1 || said.figures.every((figure) => figure.unit !== '' || names.includes(figure.name));
  return said.figures.length > 0 && name === '' && areWhole ? said : undefined;
};
