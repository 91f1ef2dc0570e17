import type { Given, ItemForm } from './draft-task.ts';
import { ownersGiven } from './given-under.ts';
import { deedsOfMonthLine, isOnlyTheme, underMonth } from './month-line.ts';
import { deedsOfProse, type Prose } from './outline/deeds-of-prose.ts';
import { type Node, wordsOf } from './outline/node.ts';
import { isOwnerLine } from './owners/owners-in.ts';
import { shadowOf } from './text/shadow.ts';
import { firstYearOf } from './time/plan-year.ts';

/** What a paragraph comes to: its deeds in order, what they stand under, and words of it that name or lead and are none. */
export interface Paragraph {
  deeds: string[];
  given: Given;
  form: ItemForm;
  /** What names it, in front of its deeds; empty where nothing does. */
  theme: string;
  /** Its first sentence, where that only says what its month is about; empty otherwise. */
  lead: string;
}

/** The lines below a paragraph that say who answers for it, when there are no others. */
const ownersBelow = (lines: readonly string[]): Given['owners'] =>
  lines.length > 0 && lines.every((line) => isOwnerLine(line, shadowOf(line))) ? ownersGiven(lines.join('\n')) : null;

/** 四月:…;…。 — the deeds of a month's line; otherwise the sentences of prose that stand for themselves. */
const deedsOf = (text: string, given: Given, isFree: boolean): Prose & { monthly: boolean } => {
  const monthly = deedsOfMonthLine(text, given);
  if (monthly.length > 0) return { theme: '', deeds: monthly, monthly: true };
  return { ...deedsOfProse(text, firstYearOf(given.year), isFree), monthly: false };
};

/**
 * The deeds of a paragraph and the lines under it. `whole`: what it says is not parted, as where it leads in or tells of
 * before. `heading` names it where it stands alone under one.
 */
export const deedsOfParagraph = (
  node: Node,
  more: readonly string[],
  given: Given,
  { whole, heading }: { whole: boolean; heading: string | null },
): Paragraph => {
  const { text: own } = wordsOf(node);
  const text = [own, ...more].join('\n');
  const alone = { deeds: [text], given, form: { heading }, theme: '', lead: '' };
  if (whole) return alone;
  const owners = ownersBelow(more);
  const { theme, deeds, monthly } = deedsOf(owners ? own : text, given, heading === null);
  const [first = ''] = deeds;
  if (deeds.length < 2) return owners ? alone : { ...alone, deeds, theme };
  const below = owners ? { ...given, owners } : given;
  const form = { heading: null, isSentence: true };
  // 五月份重点抓好…。举办…。: the month holds for the sentences behind it that state no time.
  if (isOnlyTheme(first)) return { deeds: deeds.slice(1), given: underMonth(own, below), form, theme, lead: first };
  return { deeds, given: monthly ? underMonth(own, below) : below, form, theme, lead: '' };
};
