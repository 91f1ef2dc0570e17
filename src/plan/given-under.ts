import type { Given } from './draft-task.ts';
import { rankOf } from './outline/mark.ts';
import { type Node, wordsOf } from './outline/node.ts';
import { isDetailNode, isKid, isProse } from './outline/node-kinds.ts';
import { ownersIn, saysOfAll } from './owners/owners-in.ts';
import type { Ownership } from './plan-draft.ts';
import { isOnlyWhen } from './sorting/introduction.ts';
import { shadowOf } from './text/shadow.ts';
import type { PlanYear } from './time/plan-year.ts';
import { monthLabel, type Scope, scopeOf, timeOf } from './time/time-of.ts';

/** A heading is a line, not a paragraph. */
export const LONGEST_HEADING = 60;
/** A longer text with a space near its beginning is a name and what stood on the next line. */
const LONGEST_NAME_WITH_SPACES = 40;

/** A name, a space where a line ended, and prose. */
const NAME_AND_PROSE = /^(?!第.{1,3}(?:部分|章) )[^。;!?,:\s]{6,24} (?=[^\s]{16})/u;

/** The first sentence of a heading and whatever else stands on its line. */
export const headingOf = (text: string): { name: string; rest: string } => {
  const shadow = shadowOf(text);
  const apart = text.length > LONGEST_NAME_WITH_SPACES ? NAME_AND_PROSE.exec(shadow)?.[0].length : undefined;
  if (apart !== undefined) return { name: text.slice(0, apart - 1), rest: text.slice(apart) };
  // What a bracket holds, (责任科室:…;责任领导:…), ends no sentence.
  const stop = shadow.replace(/\([^()]{0,200}\)/gu, (held) => ' '.repeat(held.length)).search(/[。;!?]/u);
  const sentence = stop < 0 ? text.length : stop + 1;
  const comma = shadow.lastIndexOf(',', LONGEST_HEADING);
  const end = sentence <= LONGEST_HEADING ? sentence : comma > 0 ? comma + 1 : LONGEST_HEADING;
  return { name: text.slice(0, end).replace(/[:：。；;，,\s]+$/u, ''), rest: text.slice(end).trim() };
};

const detailsOf = (node: Node): string[] =>
  node.children
    .filter(isDetailNode)
    .flatMap((detail) => [detail.span?.text ?? '', ...detailsOf(detail), ...proseUnder(detail)]);
const proseUnder = (node: Node): string[] => node.children.filter(isProse).map((child) => child.span?.text ?? '');

/** Who a text says answers for it; null where it names nobody. */
export const ownersGiven = (text: string): Ownership | null => {
  const owners = ownersIn(text, shadowOf(text));
  return Object.values(owners).some((names) => names.length > 0) ? owners : null;
};

/** The time of a heading's own sentence, or of the words that lead to its list. */
const scopeGiven = (text: string, year: PlanYear): Scope | null => {
  const { name, rest } = headingOf(text);
  const lead = /[:：,，]$/u.test(rest) ? rest.slice(rest.search(/[^。!?！？;；]*$/u)) : '';
  // 回首这一年,全年…。今年计划: what looks back lends its time to nothing.
  const told = lead !== '' && LOOKS_BACK.test(shadowOf(name));
  return (
    (told ? null : scopeOf(name, shadowOf(name), year)) ?? (lead === '' ? null : scopeOf(lead, shadowOf(lead), year))
  );
};
const LOOKS_BACK = /^(?:回[首顾望]|过去|去年|上一?年|[^,。]{0,8}[年月]来,)/u;
/** 年终各项工作 in a plan of 下半年: what ends within the stretch above begins with it. */
const within = (own: Scope | null, above: Scope | null): Scope | null =>
  own && own.start === null && own.end && above?.start && above.end && own.end >= above.start && own.end <= above.end
    ? { ...own, start: above.start }
    : own;

const under = (given: Given, node: Node, named: boolean): Given => {
  const text = node.span?.text ?? '';
  const { name } = headingOf(text);
  return {
    ...given,
    section: named ? [...given.section, name] : given.section,
    scope: within(scopeGiven(wordsOf(node).text, given.year), given.scope) ?? given.scope,
    owners: ownersGiven([text, ...detailsOf(node)].join('\n')) ?? given.owners,
  };
};

/** (牵头部门:…;完成时限:…) at the end of a list that runs inside a paragraph is said of all of its items. */
const LABELLED_BRACKET =
  /[(【[][^()【】[\]]{0,6}(?:责任|牵头|主办|承办|负责|配合|完成时限|完成时间|时限)[^()【】[\]]{0,160}[)】\]][。;]?$/u;
/** The same without a bracket, behind the last sentence: ③…。责任人:… */
const LABELLED_SENTENCE =
  /(?<=[。;!])[ \n]?(?:责任|牵头|主办|承办|负责)(?:领导|单位|部门|科室|处室|人员?|者):[^。]{1,160}。?$/u;
const withLastLabel = (node: Node, given: Given): Given => {
  const kids = node.children.filter(isKid);
  const lastKid = kids.at(-1);
  const last = lastKid?.span;
  if (!lastKid || !last?.mark) return given;
  const below = labelBelow(node, kids, lastKid);
  if (below !== null) return withLabel(below, given);
  const sentence = LABELLED_SENTENCE.exec(last.shadow);
  const isSub = isSublist(node, kids) && runsInOneLine(kids);
  const ofAll = last.mark.kind === 'is' || isSub;
  const label =
    (ofAll ? LABELLED_BRACKET.exec(last.shadow) : null) ??
    (sentence && runsInOneLine(kids) && !areSentences(kids) ? sentence : null);
  if (!label || (last.opens && !isSub)) return given;
  return withLabel(last.text.slice(label.index), given);
};
/** What a label says of who and by when. */
const withLabel = (text: string, given: Given): Given => {
  const time = timeOf(text, shadowOf(text), given.year, null);
  return {
    ...given,
    owners: ownersGiven(text) ?? given.owners,
    scope: time.end === null ? given.scope : { start: time.start, end: time.end, stated: time.stated },
  };
};

/**
 * An item of its own words with a list below in which nobody is named before the last: 7.…(1)…(2)…(责任人:…). (三)开展活动 alone
 * is the name of a section; with a sentence behind it, it is one too.
 */
const isSublist = (node: Node, kids: readonly Node[]): boolean =>
  node.kind === 'item' &&
  node.span?.mark != null &&
  (rankOf(node.span.mark.kind) >= rankOf('number') || /。(?=.)/u.test(node.span.shadow)) &&
  kids.length > 1 &&
  kids.slice(0, -1).every((kid) => ownersGiven([kid.span?.text ?? '', ...detailsOf(kid)].join('\n')) === null);

/** …①…;②… in one paragraph, or 一是…;二是… on lines of their own, with nobody named before the last. */
const areClauses = (kids: readonly Node[]): boolean =>
  kids.length > 1 &&
  (kids.every((kid) => kid.span?.opens === false) || kids.every((kid) => kid.span?.mark?.kind === 'is')) &&
  kids.slice(0, -1).every((kid) => ownersGiven(kid.span?.text ?? '') === null);

/** The owner line below such a list stands behind its last item and is said of the numbered one, as below its neighbours. */
const labelBelow = (node: Node, kids: readonly Node[], last: Node): string | null => {
  const label = detailsOf(last).join('\n');
  return (isSublist(node, kids) || areClauses(kids)) &&
    ownersGiven(node.span?.text ?? '') === null &&
    last.children.every(isDetailNode) &&
    ownersGiven(label) !== null
    ? label
    : null;
};

/** 1.…。2.…。责任人:… — sentences each stand for themselves, and the label for the last. */
const areSentences = (kids: readonly Node[]): boolean =>
  kids.slice(0, -1).every((kid) => /。$/u.test(kid.span?.shadow ?? ''));

/** ①…;②…;③… with nobody named before the last. */
const runsInOneLine = (kids: readonly Node[]): boolean =>
  kids.slice(1).every((kid) => kid.span?.opens === false && kid.children.length === 0) &&
  kids.slice(0, -1).every((kid) => ownersGiven(kid.span?.text ?? '') === null);

/** A part of a section that only says who: (二)责任分工, with lines of owners under it. */
export const isAssignment = (node: Node): boolean =>
  node.kind === 'item' &&
  NAMES_ASSIGNMENT.test(wordsOf(node).shadow) &&
  node.children.length > 0 &&
  node.children.every((child) => isDetailNode(child) && !child.children.some(isKid));
/** Nothing else is said: 开办托管班。责任领导:何文 with 责任单位:… below is a task. */
const NAMES_ASSIGNMENT =
  /^[^。;:]{0,10}(?:(?:责任|职责|任务|工作)(?:分工|落实|人员)|责任(?:单位|领导|部门))[^。;:]{0,10}:?$/u;
const withAssignment = (node: Node, given: Given): Given => {
  const assignment = node.children.find(isAssignment);
  return assignment ? { ...given, owners: ownersGiven(detailsOf(assignment).join('\n')) ?? given.owners } : given;
};

/** 3月:…, 5月:…, and below the last of these lines who answers, with nobody named in any of them. */
const labelOfMonths = (nodes: readonly Node[]): Ownership | null => {
  const months = nodes.filter((node) => node.kind === 'paragraph' && monthLabel(wordsOf(node).shadow) > 0);
  const last = months.at(-1);
  if (months.length < 2 || !last || last !== nodes.at(-1)) return null;
  const named = months.some(
    (month) => ownersGiven(month.span?.text ?? '') || (month !== last && detailsOf(month).length > 0),
  );
  return named ? null : ownersGiven(detailsOf(last).join('\n'));
};

/** 以上三项责任科室:… behind the last of as many, in its line or below it. */
const labelOfAll = (kids: readonly Node[]): string | null => {
  const last = kids.at(-1);
  if (!last || kids.length < 2) return null;
  const tail =
    /[。;](?=[(【]?(?:以上|上述)[^,。;:]{0,14}:[^。;]{1,80}[。)】]{0,2}$)|(?=[(【](?:以上|上述)[^,。;:]{0,14}:)/u.exec(
      last.span?.shadow ?? '',
    );
  const own = tail ? [last.span?.text.slice(tail.index + tail[0].length) ?? ''] : [];
  for (const label of [...detailsOf(last), ...own]) {
    const said = saysOfAll(shadowOf(label));
    if (said && (said.count === null || said.count === kids.length)) return label.slice(said.length);
  }
  return null;
};

/** What 一、活动时间:… among its items gives to the others, and who is named for all of them below the last. */
export const givenBeside = (given: Given, items: readonly Node[]): Given => {
  const when = items.find(
    (item) => item.kind === 'item' && item.span?.mark?.kind !== 'bullet' && isOnlyWhen(wordsOf(item).shadow),
  );
  const words = when && wordsOf(when);
  const label = labelOfAll(items.filter(isKid));
  const beside = {
    ...given,
    owners: labelOfMonths(items) ?? given.owners,
    scope: (words && scopeOf(words.text, words.shadow, given.year)) ?? given.scope,
  };
  return label === null ? beside : withLabel(label, beside);
};

/**
 * What a section gives to what stands under it: its name, its time, who answers for it. `named` when its line is a name
 * and not a sentence.
 */
export const givenUnder = (given: Given, node: Node, named: boolean): Given =>
  withAssignment(node, withLastLabel(node, under(given, node, named)));
