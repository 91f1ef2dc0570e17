import { LOOKING, REPORTS } from './asking.ts';
import { AMENDING, DEEDS } from './deeds.ts';
import { FIGURES } from './figures.ts';
import type { Rephrasing } from './rephrasing.ts';
import { SETTINGS } from './settings.ts';

/** Every other way of saying something, the more particular before the looser. */
const ALL: readonly Rephrasing[] = [...LOOKING, ...REPORTS, ...SETTINGS, ...AMENDING, ...FIGURES, ...DEEDS];

/** Longer messages are not said in passing. */
const LONGEST = 120;

/** Those that are tried at one time, and whether any of them may fit: a message that none fits is asked once. */
const triedAt = (isFirst: boolean): { rows: readonly Rephrasing[]; any: RegExp } => {
  const rows = ALL.filter((each) => each.when.startsWith('first') === isFirst);
  return { rows, any: new RegExp(rows.map(({ said }) => `(?:${said.source})`).join('|'), 'u') };
};
const TRIED = { first: triedAt(true), else: triedAt(false) };

/** What a text comes to in commands' own words, one after the other until one of them is a command. */
export const rephrased = (text: string, typed: string, when: 'first' | 'else'): { text: string; asked: boolean }[] => {
  const { rows, any } = TRIED[when];
  if (text.length > LONGEST || !any.test(text)) return [];
  return rows.flatMap((each) => {
    const parts = each.said.exec(text);
    const as = parts && each.as([...parts], typed);
    return as ? [{ text: as, asked: each.when.endsWith('asked') }] : [];
  });
};
