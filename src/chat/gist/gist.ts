import type { Context, Said } from '../command.ts';
import { rawFrom } from '../normalise.ts';
import { readNumbers } from '../reading/numbers.ts';
import { deedsOf } from './deeds.ts';
import { looksOf, papersOf } from './looking.ts';
import { subjectOf } from './subject.ts';

/** Longer ones, and those of several lines, are texts. */
const LONGEST = 60;
/** 记录一下:, 给13添一笔: say that what follows is a note. */
const NOTED =
  /^(?:请|麻烦)?(?:给|在|把|为)?[#第]?\d*[号项条]?(?:里|上)?(?:记|添|补|备注|登记|写|加)[^:：,，]{0,4}[:：,，]\s*/u;

/**
 * What a sentence that no command reads, in whatever words, may come to by what it is made of: the task it names, and
 * what is said of it; else a list, a paper. In commands' own words, the likeliest first. A change among them is only ever
 * asked about.
 */
export const gistsOf = (said: Said, context: Context): string[] => {
  if (said.text.length > LONGEST || /[\r\n]/.test(said.raw)) return [];
  const behind = readNumbers(said.text)?.length ?? 0;
  const papers = behind > 0 ? [] : /^指标/u.test(said.text) ? looksOf(said, context) : papersOf(said, context);
  if (papers.length > 0) return papers;
  const subject = subjectOf(said, context);
  if (!subject) return looksOf(said, context);
  const typed = rawFrom(said, behind)
    .replace(/^[\s,,、。::;;]+/u, '')
    .replace(NOTED, '');
  return deedsOf({ ...subject, today: context.today, typed });
};
