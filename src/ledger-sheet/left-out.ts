import { shorten } from '../cards/shorten.ts';
import type { LedgerColumn } from '../plan/ledger/ledger-columns.ts';

/** Sentences about what was changed and is not taken; beyond this many people look at the file itself. */
const MOST = 200;
const WORDS = 30;

/** Collects what of a file is not taken, and why. */
export interface LeftOut {
  sentences: string[];
  /** A cell: `#12 状态灯 改成了“已办结”:…`; without words it was emptied. */
  cell(number: number, column: LedgerColumn, came: string, why: string): void;
  say(sentence: string): void;
}

export const leftOut = (): LeftOut => {
  const sentences: string[] = [];
  const say = (sentence: string): void => {
    if (sentences.length < MOST) sentences.push(sentence);
  };
  return {
    sentences,
    say,
    cell: (number, column, came, why) =>
      say(`#${number} ${column}${came === '' ? '清空了' : `改成了“${shorten(came, WORDS)}”`}:${why}`),
  };
};
