import type { Task } from './task.ts';

/** A candidate; `score` 0–1, 1 is the same title. */
export interface TitleMatch {
  task: Task;
  score: number;
}

/** Candidates best first, none below a usable score; `margin` is how far the first is ahead of the second (its score when alone). */
export interface TitleMatches {
  matches: TitleMatch[];
  margin: number;
}

/** Finds tasks by words of their title: typos, word order, quotation marks don't matter; full pinyin and initials work. */
export declare function matchTitles(tasks: readonly Task[], words: string): TitleMatches;
/** The one task that is meant, if the words leave no doubt. */
export declare function clearWinner(found: TitleMatches): Task | undefined;
