import type { Shadow } from '../text/shadow.ts';
import { festivalsIn } from './festivals-in.ts';
import type { Mention, TimeContext } from './mention.ts';
import { PHRASES } from './phrases.ts';
import { REFINERS } from './refiners.ts';

/** Every time phrase of a text, in its order, read against the plan's year and the heading above. */
export const mentionsIn = (text: Shadow, context: TimeContext): Mention[] => {
  const found = PHRASES.flatMap((phrase) =>
    [...text.matchAll(phrase.pattern)].flatMap((match) => {
      const said = phrase.read(match.groups ?? {}, context);
      return said ? [{ ...said, from: match.index, to: match.index + match[0].length }] : [];
    }),
  );
  return REFINERS.reduce<Mention[]>(
    (mentions, refine) => refine(mentions, text, context),
    [...found, ...festivalsIn(text, context)],
  );
};
