import { deedsOfParagraph } from './deeds-of-paragraph.ts';
import type { Given } from './draft-task.ts';
import { Gathering } from './gathering.ts';
import { givenBeside, givenUnder, headingOf, isAssignment } from './given-under.ts';
import { bracketedDeeds } from './outline/bracketed-deeds.ts';
import { type Node, wordsOf } from './outline/node.ts';
import { hasItem, isDetailNode, isKid, isProse, tablesUnder, withoutTables } from './outline/node-kinds.ts';
import { quantitiesIn } from './quantities/quantities-in.ts';
import {
  isDated,
  isEmptySection,
  isOnlyName,
  leadsTo,
  leadsToBullets,
  namesSection,
  withoutTheirTables,
} from './section-names.ts';
import { FUTURE_LEAD, isNote, kindOfHeading, namesPeople, opensSummary, PAST_LEAD } from './sorting/heading-words.ts';
import { isClosing } from './sorting/introduction.ts';
import { isSlogan } from './sorting/remarks.ts';
import { tasksOfTable } from './table/tasks-of-table.ts';
import { shadowOf } from './text/shadow.ts';
import { firstYearOf } from './time/plan-year.ts';
import { beginsWithMonth, isMonthHeading } from './time/time-of.ts';

/** 2026年,…将抓好以下工作: and not 2025年,…主要做了以下工作:, whose year says as little as its 要. */
const opensPlan = (shadow: string): boolean => FUTURE_LEAD.test(shadow) && !PAST_LEAD.test(shadow);

const LONGEST_NAME_OF_LEAD = 30;

const ordinalOf = (node: Node | undefined): number | undefined => node?.span?.mark?.ordinal;

/** A statement of aims is a task when it says how much. */
const hasTargets = (node: Node): boolean => {
  const { text, shadow } = wordsOf(node);
  return hasItem(node) || quantitiesIn(text, shadow, false).length > 0;
};
/** All that stands under an item, in its order. */
const everythingUnder = (node: Node): string[] =>
  node.children.flatMap((child) => [child.span?.text ?? '', ...everythingUnder(child)]);
const isAfterword = (shadow: string): boolean => isClosing(shadow) || isSlogan(shadow);

/** Walks the outline of one plan. */
class Walk {
  readonly gathering: Gathering;

  constructor(gathering: Gathering) {
    this.gathering = gathering;
  }

  root(root: Node, above: Given, preface: boolean): void {
    const given = givenBeside(above, root.children);
    const first = root.children.findIndex(isKid);
    root.children.forEach((child, at) => {
      if (!hasItem(child) && (preface || (!isKid(child) && at < first && !isDated(child)))) this.leadIn(child);
      else if (isKid(child)) this.kidAndAfterword(child, root.children, at, given);
      else this.paragraph(child, given, at === 0 && !beginsWithMonth(wordsOf(child).shadow) && !isDated(child));
    });
  }

  /** What stands before the first item: it tells the mood of what follows and is no task. */
  leadIn(node: Node): void {
    const { shadow } = wordsOf(node);
    if (opensSummary(shadow)) this.gathering.past = true;
    this.gathering.skipAll(node, 'introduction');
  }

  kid(node: Node, given: Given, next: Node | undefined): void {
    if (node.kind === 'table') this.table(node, given);
    else if (isAssignment(node)) this.gathering.skipAll(node, 'heading');
    else {
      // Where the numbering begins again, what stands last before it leads in what follows.
      const restarts = (ordinalOf(next) ?? 0) === 1 && (ordinalOf(node) ?? 0) > 1;
      const apart = takeTrailingProse(node, restarts ? () => true : (prose) => isAfterword(wordsOf(prose).shadow));
      for (const prose of apart) this.leadIn(prose);
      const own = withoutTheirTables(node);
      if (apart.length > 0 && node.children.length === 0 && namesSection(node, wordsOf(node).shadow))
        this.gathering.skipAll(node, 'heading');
      else if (own) {
        this.kid(own, given, next);
        for (const table of node.children.filter(({ kind }) => kind === 'table')) this.table(table, given);
      } else if (
        node.children.some((child) => isKid(child) || child.children.some(isKid)) ||
        (node.children.some(isProse) && (node.kind !== 'item' || namesSection(node, wordsOf(node).shadow)))
      )
        this.section(node, given);
      else {
        const pieces = piecesOfWork(node);
        this.leaf(node, given);
        for (const piece of pieces) this.paragraph(piece, givenUnder(given, node, true), false);
      }
    }
  }

  table(node: Node, given: Given): void {
    if (!node.table) return;
    if (this.gathering.past) {
      this.gathering.skipAll(node, 'past-work');
      return;
    }
    const found = tasksOfTable(node.table, given);
    for (const task of found.tasks) this.gathering.addRow(task);
    for (const skipped of found.skipped) this.gathering.skip(skipped.text, skipped.reason);
  }

  leaf(node: Node, given: Given): void {
    const own = node.span?.text ?? '';
    const more = everythingUnder(node);
    const bracketed = node.kind === 'item' && more.length === 0 ? bracketedDeeds(own) : undefined;
    if (bracketed) {
      if (bracketed.name !== '') this.gathering.skip(bracketed.name, 'heading');
      for (const deed of bracketed.deeds)
        this.gathering.sort(deed, 'paragraph', given, { heading: null, isSentence: true });
    } else if (node.kind === 'item') {
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
    const kind = kindOfHeading(shadowOf(name), firstYearOf(given.year));
    const mood = gathering.past;
    if (kind === 'introduction' || namesPeople(shadowOf(name)) || (node.kind !== 'item' && isNote(shadowOf(name)))) {
      // 说明:… in front of a table says how to read it; its rows are what is planned.
      const tables = namesPeople(shadowOf(name)) ? [] : tablesUnder(node);
      gathering.skipAll(withoutTables(node), 'introduction');
      for (const table of tables) this.table(table, given);
      return;
    }
    if (kind === 'past' || kind === 'problems' || (node.kind === 'lead' && PAST_LEAD.test(words.shadow)))
      gathering.past = true;
    else if (kind === 'future' || kind === 'aims' || (node.kind === 'lead' && opensPlan(words.shadow)))
      gathering.past = false;
    const named = node.kind !== 'lead' || (words.text.length <= LONGEST_NAME_OF_LEAD && !words.shadow.includes(','));
    this.children(node, givenUnder(given, node, named), kind === 'aims');
    if (rest !== '') gathering.skip(rest, gathering.past ? 'past-work' : 'introduction');
    if (gathering.tasks.length === before || !named)
      gathering.skip(
        node.span?.text.slice(0, node.span.text.length - rest.length) ?? '',
        named ? 'heading' : 'introduction',
      );
    if ((kind === 'past' || kind === 'problems') && gathering.past) gathering.past = mood;
  }

  children(node: Node, above: Given, aims: boolean): void {
    const given = givenBeside(above, node.children);
    const firstKid = node.children.findIndex(isKid);
    const prose = node.children.filter(isProse);
    const names = prose.length === 1 && firstKid < 0 && !aims && !isMonthHeading(wordsOf(node).shadow, true);
    const heading = names ? wordsOf(node).text : null;
    node.children.forEach((child, at) => {
      if (isDetailNode(child)) this.gathering.skipAll(child, 'heading');
      else if (isKid(child)) {
        this.kidAndAfterword(child, node.children, at, given);
      } else if (firstKid >= 0 && at < firstKid && leadsTo(child, node.children[firstKid])) this.leadIn(child);
      else if (aims && firstKid < 0 && !hasTargets(child) && !isDated(child))
        this.gathering.skipAll(child, 'introduction');
      else this.paragraph(child, given, false, heading);
    });
  }

  kidAndAfterword(kid: Node, siblings: readonly Node[], at: number, given: Given): void {
    const after = this.takeAfterword(kid, siblings, at);
    if (isEmptySection(kid, siblings, at) || leadsToBullets(kid, siblings[at + 1]))
      this.gathering.skipAll(kid, 'heading');
    else this.kid(kid, given, siblings[at + 1]);
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
    const {
      deeds,
      given: under,
      form,
      theme,
      lead,
    } = deedsOfParagraph(node, everythingUnder(node), given, {
      whole: first || gathering.past,
      heading,
    });
    if (theme !== '') gathering.skip(theme, 'heading');
    if (lead !== '') gathering.skip(lead, 'introduction');
    const mood = gathering.past;
    for (const [at, deed] of deeds.entries()) {
      // What one sentence of several tells of before does not make a summary of the next.
      if (at > 0) gathering.past = mood;
      gathering.sort(deed, first ? 'first-paragraph' : 'paragraph', under, form);
    }
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

/** So many paragraphs under one item that say how much are work of their own; fewer explain it. */
const FEWEST_PIECES = 3;
const SAYS_HOW_MUCH = /\d ?\p{Script=Han}|[两三四五六七八九十](?:个|张|块|台|套|处|场|次|期|名|家|把|间|辆|所|支|条)/u;
/** Takes paragraphs under an item away from it when each is a piece of work: most of them say how much. */
const piecesOfWork = (node: Node): Node[] => {
  if (node.kind !== 'item' || node.children.length < FEWEST_PIECES || !node.children.every(isProse)) return [];
  // Lines without stops under ▶ are one sentence, broken as it pleased the page.
  const isVerse = /^\s*[▶▷►▸]/u.test(node.span?.shadow ?? '');
  const counted = node.children.filter(
    (child) => SAYS_HOW_MUCH.test(wordsOf(child).shadow) && (!isVerse || /[。;!]$/u.test(wordsOf(child).shadow)),
  ).length;
  return counted >= FEWEST_PIECES && counted * 2 >= node.children.length ? node.children.splice(0) : [];
};

/** What is known of a plan before its outline is read. */
export interface Mood {
  /** It is a summary until a heading looks ahead. */
  past: boolean;
  /** It stands before the first title of its document; its prose speaks of what follows. */
  preface: boolean;
  /** No summary's mood is believed: asked when it would leave nothing of a document that speaks of a plan. */
  each: boolean;
}

/** The tasks of one plan's outline, and what of it became none. */
export const tasksOfOutline = (root: Node, given: Given, mood: Mood): Gathering => {
  const gathering = new Gathering(mood.each);
  gathering.past = mood.past;
  new Walk(gathering).root(root, given, mood.preface);
  return gathering;
};
