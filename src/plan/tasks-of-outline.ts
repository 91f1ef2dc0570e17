import type { Given } from './draft-task.ts';
import { Gathering } from './gathering.ts';
import { rankOf } from './outline/mark.ts';
import { type Node, wordsOf } from './outline/node.ts';
import { isDetail } from './outline/outline-of.ts';
import { ownersIn } from './owners/owners-in.ts';
import type { Ownership } from './plan-draft.ts';
import { quantitiesIn } from './quantities/quantities-in.ts';
import { FUTURE_LEAD, kindOfHeading, PAST_LEAD } from './sorting/heading-words.ts';
import { isClosing } from './sorting/introduction.ts';
import { tasksOfTable } from './table/tasks-of-table.ts';
import { shadowOf } from './text/shadow.ts';
import { isMonthHeading, type Scope, scopeOf, timeOf } from './time/time-of.ts';

/** A heading is a line, not a paragraph. */
const LONGEST_HEADING = 60;
/** An item that only names what is attached or follows. */
const NAMES_A_TABLE =
  /^.{0,40}(?:安排表|计划表|一览表|分解表|见附件|见附表|详见附件.{0,12}|(?:安排|计划|内容|措施)如下):?$/u;
const LONGEST_BARE_HEADING = 12;
/** The name of a section with nothing under it. */
const isOnlyName = (shadow: string): boolean =>
  NAMES_A_TABLE.test(shadow) ||
  (shadow.length <= LONGEST_BARE_HEADING && ['aims', 'introduction', 'problems'].includes(kindOfHeading(shadow)));
const LONGEST_NAME_OF_LEAD = 30;

const isKid = (node: Node): boolean => node.kind !== 'paragraph';
const isDetailNode = (node: Node): boolean => node.kind === 'paragraph' && node.span !== null && isDetail(node.span);
const isProse = (node: Node): boolean => node.kind === 'paragraph' && !isDetailNode(node);
const hasItem = (node: Node): boolean => node.kind === 'item' || node.kind === 'table' || node.children.some(hasItem);
const ordinalOf = (node: Node | undefined): number | undefined => node?.span?.mark?.ordinal;

/** The first sentence of a heading and whatever else stands on its line. */
const headingOf = (text: string): { name: string; rest: string } => {
  const shadow = shadowOf(text);
  const stop = shadow.search(/[。;!?]/u);
  const sentence = stop < 0 ? text.length : stop + 1;
  const comma = shadow.lastIndexOf(',', LONGEST_HEADING);
  const end = sentence <= LONGEST_HEADING ? sentence : comma > 0 ? comma + 1 : LONGEST_HEADING;
  return { name: text.slice(0, end).replace(/[:：。；;，,\s]+$/u, ''), rest: text.slice(end).trim() };
};

/** 一、 and (一) alone on a line name a section; 1、 alone on a line is the first line of its item. */
const namesSection = (node: Node, shadow: string): boolean =>
  shadow.length <= LONGEST_HEADING && !/[;!?,]$|[。;](?=.)/u.test(shadow) && node.rank < rankOf('number');

/** A statement of aims is a task when it says how much. */
const hasTargets = (node: Node): boolean => {
  const { text, shadow } = wordsOf(node);
  return hasItem(node) || quantitiesIn(text, shadow, false).length > 0;
};
/** Prose in front of a list leads to it; prose in front of headings, or with a list of its own, stands by itself. */
const leadsTo = (prose: Node, kid: Node | undefined): boolean => !prose.children.some(isKid) && kid?.kind !== 'heading';

/** All that stands under an item, in its order. */
const everythingUnder = (node: Node): string[] =>
  node.children.flatMap((child) => [child.span?.text ?? '', ...everythingUnder(child)]);
const detailsOf = (node: Node): string[] =>
  node.children
    .filter(isDetailNode)
    .flatMap((detail) => [detail.span?.text ?? '', ...detailsOf(detail), ...proseUnder(detail)]);
const proseUnder = (node: Node): string[] => node.children.filter(isProse).map((child) => child.span?.text ?? '');

const ownersGiven = (text: string): Ownership | null => {
  const owners = ownersIn(text, shadowOf(text));
  return Object.values(owners).some((names) => names.length > 0) ? owners : null;
};

/** The time of a heading's own sentence, or of the words that lead to its list. */
const scopeGiven = (text: string, year: number): Scope | null => {
  const { name, rest } = headingOf(text);
  const lead = /[:：,，]$/u.test(rest) ? rest.slice(rest.search(/[^。!?！？;；]*$/u)) : '';
  return scopeOf(name, shadowOf(name), year) ?? (lead === '' ? null : scopeOf(lead, shadowOf(lead), year));
};

const under = (given: Given, node: Node, named: boolean): Given => {
  const text = node.span?.text ?? '';
  const { name } = headingOf(text);
  return {
    ...given,
    section: named ? [...given.section, name] : given.section,
    scope: scopeGiven(wordsOf(node).text, given.year) ?? given.scope,
    owners: ownersGiven([text, ...detailsOf(node)].join('\n')) ?? given.owners,
  };
};

/** (牵头部门:…;完成时限:…) at the end of a list that runs inside a paragraph is said of all of its items. */
const LABELLED_BRACKET =
  /[(【][^()【】]{0,6}(?:责任|牵头|主办|承办|负责|配合|完成时限|完成时间|时限)[^()【】]{0,160}[)】][。;]?$/u;
const withLastBracket = (node: Node, given: Given): Given => {
  const last = node.children.filter(isKid).at(-1)?.span;
  if (!last || last.opens || last.mark?.kind !== 'is') return given;
  const bracket = LABELLED_BRACKET.exec(last.shadow);
  if (!bracket) return given;
  const text = last.text.slice(bracket.index);
  const time = timeOf(text, shadowOf(text), given.year, null);
  return {
    ...given,
    owners: ownersGiven(text) ?? given.owners,
    scope: time.end === null ? given.scope : { start: time.start, end: time.end, stated: time.stated },
  };
};

/** Walks the outline of one plan. */
class Walk {
  readonly gathering: Gathering;

  constructor(gathering: Gathering) {
    this.gathering = gathering;
  }

  root(root: Node, given: Given, preface: boolean): void {
    const first = root.children.findIndex(isKid);
    root.children.forEach((child, at) => {
      if (!hasItem(child) && (preface || (!isKid(child) && at < first))) this.leadIn(child);
      else if (isKid(child)) this.kidAndAfterword(child, root.children, at, given);
      else this.paragraph(child, given, at === 0);
    });
  }

  /** What stands before the first item: it tells the mood of what follows and is no task. */
  leadIn(node: Node): void {
    const { shadow } = wordsOf(node);
    if (PAST_LEAD.test(shadow)) this.gathering.past = true;
    this.gathering.skipAll(node, 'introduction');
  }

  kid(node: Node, given: Given, next: Node | undefined): void {
    if (node.kind === 'table') this.table(node, given);
    else {
      // Where the numbering begins again, what stands last before it leads in what follows.
      const restarts = (ordinalOf(next) ?? 0) === 1 && (ordinalOf(node) ?? 0) > 1;
      const apart = takeTrailingProse(node, restarts ? () => true : (prose) => isClosing(wordsOf(prose).shadow));
      for (const prose of apart) this.leadIn(prose);
      if (
        node.children.some((child) => isKid(child) || child.children.some(isKid)) ||
        (node.children.some(isProse) && (node.kind !== 'item' || namesSection(node, wordsOf(node).shadow)))
      )
        this.section(node, given);
      else this.leaf(node, given);
    }
  }

  table(node: Node, given: Given): void {
    if (!node.table) return;
    if (this.gathering.past) {
      this.gathering.skipAll(node, 'past-work');
      return;
    }
    const found = tasksOfTable(node.table, given);
    for (const task of found.tasks) this.gathering.add(task);
    for (const skipped of found.skipped) this.gathering.skip(skipped.text, skipped.reason);
  }

  leaf(node: Node, given: Given): void {
    const own = node.span?.text ?? '';
    const more = everythingUnder(node);
    if (node.kind === 'item') {
      const text = [own, ...more].join('\n');
      if (isOnlyName(wordsOf(node).shadow)) this.gathering.skip(text, 'heading');
      else this.gathering.sort(text, 'numbered', given, { mark: node.span?.mark?.to ?? 0 });
    } else {
      if (FUTURE_LEAD.test(shadowOf(own)) || kindOfHeading(shadowOf(own)) === 'future') this.gathering.past = false;
      for (const text of [own, ...more]) this.gathering.skip(text, 'heading');
    }
  }

  /** A heading and what stands under it. */
  section(node: Node, given: Given): void {
    const { gathering } = this;
    const before = gathering.tasks.length;
    const words = wordsOf(node);
    const { name, rest } = headingOf(words.text);
    const kind = kindOfHeading(shadowOf(name), given.year);
    const mood = gathering.past;
    if (kind === 'introduction') {
      gathering.skipAll(node, 'introduction');
      return;
    }
    if (kind === 'past' || kind === 'problems') gathering.past = true;
    else if (kind === 'future' || kind === 'aims' || (node.kind === 'lead' && FUTURE_LEAD.test(words.shadow)))
      gathering.past = false;
    const named = node.kind !== 'lead' || (words.text.length <= LONGEST_NAME_OF_LEAD && !words.shadow.includes(','));
    this.children(node, withLastBracket(node, under(given, node, named)), kind === 'aims');
    if (rest !== '') gathering.skip(rest, gathering.past ? 'past-work' : 'introduction');
    if (gathering.tasks.length === before || !named)
      gathering.skip(
        node.span?.text.slice(0, node.span.text.length - rest.length) ?? '',
        named ? 'heading' : 'introduction',
      );
    if ((kind === 'past' || kind === 'problems') && gathering.past) gathering.past = mood;
  }

  children(node: Node, given: Given, aims: boolean): void {
    const firstKid = node.children.findIndex(isKid);
    const prose = node.children.filter(isProse);
    const names = prose.length === 1 && firstKid < 0 && !aims && !isMonthHeading(wordsOf(node).shadow, true);
    const heading = names ? wordsOf(node).text : null;
    node.children.forEach((child, at) => {
      if (isDetailNode(child)) this.gathering.skipAll(child, 'heading');
      else if (isKid(child)) {
        this.kidAndAfterword(child, node.children, at, given);
      } else if (firstKid >= 0 && at < firstKid && leadsTo(child, node.children[firstKid])) this.leadIn(child);
      else if (aims && firstKid < 0 && !hasTargets(child)) this.gathering.skipAll(child, 'introduction');
      else this.paragraph(child, given, false, heading);
    });
  }

  kidAndAfterword(kid: Node, siblings: readonly Node[], at: number, given: Given): void {
    const after = this.takeAfterword(kid, siblings, at);
    this.kid(kid, given, siblings[at + 1]);
    for (const paragraph of after) this.paragraph(paragraph, given, false);
  }

  /** Prose behind the last of several one-line items is about all of them; it is taken from that item and returned. */
  takeAfterword(kid: Node, siblings: readonly Node[], at: number): Node[] {
    // Asked first, since it is seldom so: a long list is looked through once and not for each of its items.
    if (kid.kind !== 'item' || !isProse(kid.children.at(-1) ?? kid) || kid.children.some(isKid)) return [];
    if (siblings.slice(at + 1).some(isKid)) return [];
    const others = siblings.slice(0, at).filter((node) => node.kind === 'item');
    return others.length === 0 || others.some((item) => item.children.length > 0) ? [] : takeTrailingProse(kid);
  }

  paragraph(node: Node, given: Given, first: boolean, heading: string | null = null): void {
    const { gathering } = this;
    const words = wordsOf(node);
    if (node.children.some(isKid)) {
      if (PAST_LEAD.test(words.shadow)) gathering.past = true;
      this.section({ ...node, kind: 'lead' }, given);
      return;
    }
    const more = everythingUnder(node);
    const text = [words.text, ...more].join('\n');
    gathering.sort(text, first ? 'first-paragraph' : 'paragraph', given, { heading });
  }
}

/** Takes the paragraphs at a node's end away from it. */
const takeTrailingProse = (node: Node, which: (prose: Node) => boolean = () => true): Node[] => {
  const taken: Node[] = [];
  for (let last = node.children.at(-1); last && isProse(last) && which(last); last = node.children.at(-1)) {
    taken.unshift(last);
    node.children.pop();
  }
  return taken;
};

/** What is known of a plan before its outline is read. */
export interface Mood {
  /** It is a summary until a heading looks ahead. */
  past: boolean;
  /** It stands before the first title of its document; its prose speaks of what follows. */
  preface: boolean;
}

/** The tasks of one plan's outline, and what of it became none. */
export const tasksOfOutline = (root: Node, given: Given, mood: Mood): Gathering => {
  const gathering = new Gathering();
  gathering.past = mood.past;
  new Walk(gathering).root(root, given, mood.preface);
  return gathering;
};
