import { numberOf } from '../text/numeral.ts';
import { remembering } from '../text/remembering.ts';
import type { Shadow } from '../text/shadow.ts';
import { LAST, type Mark, type MarkKind } from './mark.ts';

const C = '[一二三四五六七八九十]{1,3}';
const MONTH = '(?:1[0-2]|[1-9])';
const BULLETS = '●■◆★▲•◇□※➢✓√►▶▷▸◎▪◦';

/** Marks that may stand anywhere in a line. Global; linear. */
const ANYWHERE = new RegExp(
  [
    `(?<![\\d一二三四五六七八九十])(?<chinese>${C}) ?(?:、|\\.(?!\\d))`,
    `\\( ?(?<chineseBracket>${C}) ?\\) ?[、.]?`,
    '(?<![\\d.])(?<number>\\d{1,3}) ?(?:、|\\.(?!\\d))(?: ?、)?',
    '(?<=[\\s。;:])(?<numberBeforeDay>\\d{1,3})\\.(?=\\d{1,2}·\\d{1,2}(?!\\d))',
    '(?<=[\\s。;.!)])(?<numberBeforeComma>\\d{1,2}) ?,(?=[\\p{Script=Han}“《]|\\d{1,2} ?\\p{Script=Han})',
    '\\( ?(?<numberBracket>\\d{1,3}) ?\\) ?[、.]?',
    '(?<![\\d.(])(?<numberHalf>\\d{1,3})\\)[、.]?',
    '(?<circled>[①-⑳])[、.]?',
    '(?<ready>[㈠-㈩⑴-⒇⒈-⒛])[、.]?',
    `(?<=[\\s。;])(?<numberBeforeMonth>\\d{1,3})\\.(?=${MONTH} ?(?:月|[-—–~至到、,和及]{1,2} ?${MONTH} ?月))`,
    '(?<=[\\s。;])(?<numberBeforeCount>\\d{1,2})\\.(?=\\d{3,6}(?![\\d.])[\\p{Script=Han}]{2})',
    `(?<is>[一二三四五六七八九十]{1,2})(?<isWord>是|要)`,
    '(?<first>首先|其次|再次|再者|第[一二三四五六七八九十]{1,2}|最后)(?=[,、:要])[,、:]?',
    `(?<bullet>[${BULLETS}])`,
    '(?<![A-Za-z\\d])(?<letter>[a-h])[.、)] ?(?=[\\p{Script=Han}“《])',
    '(?<=[:。;])(?<dash>-) (?=[\\p{Script=Han}“《])',
  ].join('|'),
  'gu',
);
/** Marks that count only where a line begins. */
const AT_START = new RegExp(
  [
    '^第(?<part>[一二三四五六七八九十\\d]{1,3}) ?(?:部分|章|方面|大项)[、.: ]?',
    '^(?<grand>[壹贰叁参肆伍陆柒捌玖拾]{1,2}) ?[、.:](?=.)',
    '^第(?<stage>[一二三四五六七八九十\\d]{1,2}) ?(?:阶段|步)(?=[、.: (])[、.: ]?',
    `^(?<chinese>${C}) ?[,:：](?! ?\\d)`,
    `^(?<chinese2>${C}) (?=[\\p{Script=Han}]{2})`,
    '^(?<numberOfComma>\\d{1,2}) ?, ?(?=[\\p{Script=Han}“《【]|\\d{1,2} ?\\p{Script=Han})',
    `^(?<numberOfMonth>\\d{1,3})\\.(?=${MONTH} ?(?:月|[-—–~至到、,和及]{1,2} ?${MONTH} ?月))`,
    '^(?<numberOfCount>\\d{1,2})\\.(?=\\d{3,6}(?![\\d.])[\\p{Script=Han}]{2})',
    '^(?<decimal>\\d{1,2}(?:\\.\\d{1,2}){1,3})[.、]? ?(?=[\\p{Script=Han}“《【])(?![万亿元倍米个]|(?:国际)?(?:妇女|劳动|护士|青年|儿童|建党|建军|国庆|教师|植树|消防)(?:节|日))',
    '^(?<decimalOfMonth>\\d{1,2}(?:\\.\\d{1,2}){1,3})[.、]? +(?=\\d{1,2} ?月|20\\d{2} ?年)',
    '^(?<letter>[a-hA-H])[.、)] ?(?=[\\p{Script=Han}“《])',
    '^(?<dash>[-+·〇]|\\*(?!\\*)) ?(?:\\[[ xX]\\] ?)?(?=[\\p{Script=Han}“《【\\d]|\\*\\*)',
  ].join('|'),
  'u',
);
const FIRST_WORDS: ReadonlyMap<string, number> = new Map([
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', LAST],
]);
const READY_FORMS: ReadonlyArray<readonly [first: string, kind: MarkKind]> = [
  ['㈠', 'chinese-bracket'],
  ['⑴', 'number-bracket'],
  ['⒈', 'number'],
];

/** 壹 贰 叁 as a paper's highest numbers; 参 is 叁 where a font changed it. */
const GRAND = '壹贰叁肆伍陆柒捌玖拾';
const ordinalOfGrand = (numeral: string): number =>
  [...numeral.replace('参', '叁')].reduce((sum, sign) => sum + GRAND.indexOf(sign) + 1, 0);

const readyForm = (sign: string): { kind: MarkKind; ordinal: number } => {
  const code = sign.charCodeAt(0);
  for (const [first, kind] of READY_FORMS) {
    const ordinal = code - first.charCodeAt(0) + 1;
    if (ordinal >= 1 && ordinal <= 20) return { kind, ordinal };
  }
  return { kind: 'bullet', ordinal: 1 };
};

const kindAndOrdinal = (groups: Record<string, string | undefined>): { kind: MarkKind; ordinal: number } => {
  const plain: ReadonlyArray<readonly [string, MarkKind]> = [
    ['part', 'part'],
    ['stage', 'stage'],
    ['chinese', 'chinese'],
    ['chinese2', 'chinese'],
    ['chineseBracket', 'chinese-bracket'],
    ['number', 'number'],
    ['numberOfComma', 'number'],
    ['numberBeforeComma', 'number'],
    ['numberBeforeDay', 'number'],
    ['numberOfMonth', 'number'],
    ['numberBeforeMonth', 'number'],
    ['numberBeforeCount', 'number'],
    ['numberOfCount', 'number'],
    ['numberBracket', 'number-bracket'],
    ['numberHalf', 'number-bracket'],
    ['is', 'is'],
  ];
  for (const [group, kind] of plain) {
    const text = groups[group];
    if (text !== undefined) return { kind, ordinal: numberOf(text) ?? 1 };
  }
  if (groups.circled !== undefined)
    return { kind: 'circled', ordinal: groups.circled.charCodeAt(0) - '①'.charCodeAt(0) + 1 };
  if (groups.ready !== undefined) return readyForm(groups.ready);
  if (groups.first !== undefined)
    return { kind: 'first', ordinal: FIRST_WORDS.get(groups.first) ?? numberOf(groups.first.slice(1)) ?? 1 };
  if (groups.grand !== undefined) return { kind: 'part', ordinal: ordinalOfGrand(groups.grand) };
  const decimal = groups.decimal ?? groups.decimalOfMonth;
  if (decimal !== undefined) return { kind: 'decimal', ordinal: Number(decimal.split('.').at(-1)) };
  if (groups.letter !== undefined) return { kind: 'letter', ordinal: groups.letter.toLowerCase().charCodeAt(0) - 96 };
  return { kind: 'bullet', ordinal: 1 };
};

const markOf = (match: RegExpMatchArray, shadow: Shadow): Mark => {
  const from = match.index ?? 0;
  let to = from + match[0].length;
  // 一是 and 首先 are words of the sentence, but as marks they go with the numbering.
  while (shadow.charAt(to) === ' ' || shadow.charAt(to) === '\t') to++;
  return { ...kindAndOrdinal(match.groups ?? {}), from, to };
};

const marksAnew = (shadow: Shadow): readonly Mark[] => {
  const start = AT_START.exec(shadow);
  const anywhere = [...shadow.matchAll(ANYWHERE)].map((match) => markOf(match, shadow));
  if (!start) return anywhere;
  const first = markOf(start, shadow);
  return [first, ...anywhere.filter((mark) => mark.from >= first.to)];
};

/** Everything in a line that could be a numbering mark, in order; what is one is decided with the lines around it. */
export const marksIn: (shadow: Shadow) => readonly Mark[] = remembering({ most: 4000, longest: 600 }, marksAnew);
