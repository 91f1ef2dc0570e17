import type { IsoDate } from '../../calendar/date.ts';
import type { Freq } from '../../calendar/period.ts';
import type { Window } from '../../calendar/window.ts';
import type { Shadow } from '../text/shadow.ts';
import type { PlanYear } from './plan-year.ts';

/** What a time phrase is, as far as later rules ask; an `eve` ends before a festival (国庆前). */
export type MentionKind = 'day' | 'month' | 'part' | 'span' | 'deadline' | 'year' | 'festival' | 'eve' | 'freq';

/** A time phrase found in a text: where it stands and what it says. `start`/`end` inclusive, null when not said. */
export interface Mention {
  from: number;
  to: number;
  kind: MentionKind;
  start: IsoDate | null;
  end: IsoDate | null;
  freq: Freq | null;
}

/** What a phrase is read against. */
export interface TimeContext {
  year: PlanYear;
  /** The window of the heading above (4月份工作安排), which gives `20日前` its month. */
  scope: Window | null;
}

/** A small parser: finds its phrase anywhere in a text. Adding a way to say a time is one more of these. */
export interface Phrase {
  /** In the words of the tests. */
  name: string;
  /** The phrase is looked for only in a text with one of these. */
  signs: readonly string[];
  /** Global. Reads the shadow; linear. */
  pattern: RegExp;
  /** undefined when it only looked like one (2月30日). */
  read(groups: Record<string, string | undefined>, context: TimeContext): Omit<Mention, 'from' | 'to'> | undefined;
}

/** A rule that sees all mentions of one text and changes or drops some. */
export type Refiner = (mentions: Mention[], text: Shadow, context: TimeContext) => Mention[];
