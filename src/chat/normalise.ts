import { LRUCache } from 'lru-cache';
import { Converter } from 'opencc-js/t2cn';
import type { Said } from './command.ts';
import { courtesyHead, courtesyTail } from './courtesy.ts';
import type { IncomingMessage } from './message.ts';
import { longestFirst } from './reading/scan.ts';

/** Matching reads this much of a message; a plan pasted after 导入 is far longer and is read from `raw`. */
const LONGEST_MATCHED = 4000;

type Convert = (text: string) => string;
let converter: Convert | undefined;

/** Traditional → Simplified, character for character. The dictionary is built at the first call (about 10 ms). */
const simplified = (text: string): string => {
  const convert: Convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
};

/** A text and, for each of its characters, the index in the raw text it came from; one more for the end. */
export interface Plain {
  text: string;
  origin: readonly number[];
}

interface Piece {
  text: string;
  from: number;
  to: number;
}

const isSpace = (text: string): boolean => /^\s$/u.test(text);
/** Zero-width characters and other controls people do not see; chat clients put them around mentions. */
const isInvisible = (text: string): boolean => /^(?:\p{Cc}|\p{Cf}|\uFE0E|\uFE0F)$/u.test(text) && !isSpace(text);

/** Code points in NFKC with where they came from; runs of white space become one space, none at the ends. */
const piecesOf = (raw: string): Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const character of raw) {
    const to = at + character.length;
    if (!isInvisible(character)) {
      for (const unit of character.normalize('NFKC')) {
        if (!isSpace(unit)) pieces.push({ text: unit, from: at, to });
        else if (pieces.length > 0 && pieces.at(-1)?.text !== ' ') pieces.push({ text: ' ', from: at, to });
      }
    }
    at = to;
    if (at >= LONGEST_MATCHED) break;
  }
  if (pieces.at(-1)?.text === ' ') pieces.pop();
  return pieces;
};

/** Half-width, Simplified, single spaces. Nothing is left out but white space and invisible characters. */
export const plainOf = (raw: string): Plain => {
  const pieces = piecesOf(raw);
  const whole = pieces.map((piece) => piece.text).join('');
  const converted = simplified(whole);
  // Some phrases change length; then each character is converted by itself so that the origins stay true.
  const exact = converted.length === whole.length;
  const origin: number[] = [];
  let text = '';
  let end = 0;
  for (const piece of pieces) {
    const part = exact ? converted.slice(text.length, text.length + piece.text.length) : simplified(piece.text);
    for (let i = 0; i < part.length; i += 1) origin.push(piece.from);
    text += part;
    end = piece.to;
  }
  return { text, origin: [...origin, end] };
};

const known = new LRUCache<string, string>({ max: 5000 });

/** A short text (a name, a title) as messages are matched; remembered, for it is compared again and again. */
export const plainWords = (raw: string): string => {
  const before = known.get(raw);
  if (before !== undefined) return before;
  const { text } = plainOf(raw);
  known.set(raw, text);
  return text;
};

const cut = (plain: Plain, from: number, to: number): Plain => ({
  text: plain.text.slice(from, to),
  origin: plain.origin.slice(from, to + 1),
});

/** `完成一下12` is 完成12; 十一下午 keeps its 一下. */
const ONCE = /一下子?(?![午半])/gu;

const withoutOnce = (plain: Plain): Plain => {
  const dropped = new Set<number>();
  for (const found of plain.text.matchAll(ONCE)) {
    if (plain.text[found.index - 1] !== '十') for (let i = 0; i < found[0].length; i += 1) dropped.add(found.index + i);
  }
  if (dropped.size === 0 || dropped.size === plain.text.length) return plain;
  const kept = [...plain.origin.keys()].filter((index) => !dropped.has(index));
  return {
    text: kept.map((index) => plain.text[index] ?? '').join(''),
    origin: kept.map((index) => plain.origin[index] ?? 0),
  };
};

/** Takes 请, 麻烦, 帮我 … off the front and 吧, 了, 谢谢 … off the end, for matching only. */
const withoutCourtesy = (plain: Plain): Plain => {
  const from = courtesyHead(plain.text);
  const to = courtesyTail(plain.text);
  return from >= to ? plain : cut(plain, from, to);
};

/** `@办结 本周`: a name in front that was not really @-ed says nothing. One that was is a person: the command tells who. */
const withoutStrangers = (plain: Plain, { mentions }: IncomingMessage): Plain => {
  const found = /^@([^\s@]{1,30}) (?=\S)/u.exec(plain.text);
  if (!found || mentions.some(({ name }) => plainWords(name) !== '' && found[1]?.startsWith(plainWords(name))))
    return plain;
  return cut(plain, found[0].length, plain.text.length);
};

/** A message, or one line of it, made ready for matching. */
export const saidOf = (message: IncomingMessage, raw: string = message.text): Said => {
  const typed = raw.trim();
  const { text, origin } = withoutOnce(withoutCourtesy(withoutStrangers(plainOf(typed), message)));
  return { text, origin, raw: typed, message };
};

/** The same message understood as if `text` had been said: for a slip put right or a question taken as its statement. */
export const saidAs = (said: Said, text: string): Said => saidOf(said.message, text);

/**
 * What was typed for `said.text` from one index to another. Without `to` it runs to the very end of the message, the
 * tail that matching leaves off included (了 belongs to 场地定了), but not the thanks after it.
 */
export const rawFrom = (said: Said, from: number, to?: number): string => {
  const start = said.origin[from] ?? said.raw.length;
  const typed =
    to === undefined ? withoutThanks(said.raw.slice(start)) : said.raw.slice(start, said.origin[to] ?? start);
  return typed.trim();
};

const THANKS = longestFirst(
  `谢谢 謝謝 多谢 多謝 谢了 感谢 感謝 拜托了 麻烦了 麻煩了 辛苦了 谢谢大家 谢谢各位 辛苦大家 辛苦各位 大家辛苦了 大家辛苦 各位辛苦了
  麻烦登记一下 补记一下 补登一下 补登记一下 请领导审阅 请审阅 请查收 请领导批示 请批示 请过目 麻烦登记 麻煩登記一下 请登记 帮忙登记一下 帮忙登记 麻烦记一下 请知悉 请知晓 特此报告 特此汇报 汇报完毕 报告完毕`,
);
const THANKS_SOFTENER = new Set([...'啦哈呀啊哦噢~～!！。.,, ，']);

/** Leaves `谢谢` and what softens it off the end of people's own words; everything else stays as typed. */
const withoutThanks = (typed: string): string => {
  const trimmed = typed.trimEnd();
  let end = trimmed.length;
  while (end > 0 && THANKS_SOFTENER.has(trimmed[end - 1] ?? '')) end -= 1;
  const thanks = THANKS.find((word) => trimmed.slice(0, end).endsWith(word));
  if (thanks === undefined) return typed;
  end -= thanks.length;
  while (end > 0 && THANKS_SOFTENER.has(trimmed[end - 1] ?? '')) end -= 1;
  return trimmed.slice(0, end);
};
