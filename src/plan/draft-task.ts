import { ownerMentionsIn, ownershipOf } from './owners/owners-in.ts';
import type { Ownership, TaskDraft } from './plan-draft.ts';
import { quantitiesIn } from './quantities/quantities-in.ts';
import { shadowOf } from './text/shadow.ts';
import type { PlanYear } from './time/plan-year.ts';
import { type Scope, timeOf } from './time/time-of.ts';
import { titleOf } from './title.ts';

/** What the headings above give to an item that does not state it itself. */
export interface Given {
  section: readonly string[];
  scope: Scope | null;
  owners: Ownership | null;
  year: PlanYear;
}

const isEmpty = (owners: Ownership): boolean => Object.values(owners).every((names) => names.length === 0);

/** A text with what says who blanked out, so that names lend no numbers or times; same length. */
const blanked = (shadow: string, stretches: readonly { from: number; to: number }[]): string =>
  stretches.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), shadow);

/** What is known of an item besides its words. */
export interface ItemForm {
  /** How long its numbering mark is; nothing is read from that. */
  mark?: number;
  /** The line above it when it is all that stands under that heading; it then names the task. */
  heading?: string | null;
  /** It is a sentence of a paragraph: however short, it is no scrap of the page. */
  isSentence?: boolean;
}

/** One item as a task. */
export const draftTask = (text: string, given: Given, { mark = 0, heading = null }: ItemForm = {}): TaskDraft => {
  const shadow = blanked(shadowOf(text), [{ from: 0, to: mark }]);
  const mentions = ownerMentionsIn(text, shadow);
  const own = ownershipOf(mentions);
  const labelled = mentions.filter((mention) => shadow.charAt(mention.from) !== '(');
  const schedule = timeOf(text, shadow, given.year, given.scope);
  return {
    title: titleOf(heading ?? text.slice(mark)),
    text,
    section: [...given.section],
    schedule,
    ...(isEmpty(own) && given.owners ? given.owners : own),
    targets: quantitiesIn(text, blanked(shadow, labelled), schedule.freq !== null),
  };
};
