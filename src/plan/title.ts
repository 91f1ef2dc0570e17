import { ownerMentionsIn } from './owners/owners-in.ts';
import { type Shadow, shadowOf, simplifiedOf } from './text/shadow.ts';

/** A title fits one row of a card. */
const LONGEST_TITLE = 36;
/** A first clause shorter than this says too little alone. */
const SHORTEST_CLAUSE = 6;

const TIME_LABEL = /^[^:。,;]{0,14}[月周季度年节日旬底终前]: ?/u;
const BRACKET_AT_END = /[(【][^()【】]{0,40}[)】][。;,. ]*$/u;
const EDGE = /^[\s、,;:，；：。.*#>-]+|[\s、,;:，；：。.*#(（【]+$/gu;
/** Why and by what, in front of what is to be done. */
const REASON =
  /^(?:根据|按照|依据|结合|针对|随着|围绕|遵照|为(?!.{0,12}(?:办|送|提供|举办|建立|发放)))[^,。;]{2,40},(?=[^,。;]{6})/u;

/** The words of an item that name it: without time label, owners and what is in a bracket at its end. */
const core = (text: string, shadow: Shadow): string => {
  const owner = ownerMentionsIn(text, shadow).find((mention) => mention.from > 2);
  let named = shadow.slice(0, owner?.from).split('\n', 1)[0] ?? '';
  let cut = 0;
  const label = TIME_LABEL.exec(named);
  if (label && label[0].length < named.length) {
    cut += label[0].length;
    named = named.slice(label[0].length);
  }
  const bracket = BRACKET_AT_END.exec(named);
  if (bracket && bracket.index >= SHORTEST_CLAUSE) named = named.slice(0, bracket.index);
  return text.slice(cut, cut + named.length);
};

/** The first clauses that together say enough and still fit. */
const clauses = (text: string): string => {
  const shadow = shadowOf(text);
  const reason = REASON.exec(shadow)?.[0].length ?? 0;
  if (reason > 0) return clauses(text.slice(reason));
  const sentence = shadow.split(/[。;!]/u, 1)[0] ?? '';
  if (sentence.length <= LONGEST_TITLE) return text.slice(0, sentence.length);
  let to = 0;
  for (const stop of sentence.matchAll(/[,:]/gu)) {
    if (stop.index > LONGEST_TITLE) break;
    to = stop.index;
    if (to >= SHORTEST_CLAUSE * 2) break;
  }
  return to >= SHORTEST_CLAUSE ? text.slice(0, to) : `${text.slice(0, LONGEST_TITLE - 1)}…`;
};

/** A short form of an item or of the heading that names it, in Simplified characters. */
export const titleOf = (text: string): string => {
  const named = clauses(core(text, shadowOf(text)).replace(EDGE, ''))
    .replaceAll('**', '')
    .replace(EDGE, '');
  const title = simplifiedOf(named === '' ? text.trim().slice(0, LONGEST_TITLE).replace(/\s+/gu, ' ') : named);
  return [...title].length > LONGEST_TITLE ? `${[...title].slice(0, LONGEST_TITLE - 1).join('')}…` : title;
};
