import type { Shadow } from '../text/shadow.ts';
import { festivalsIn } from './festivals-in.ts';
import type { Mention, TimeContext } from './mention.ts';
import { PHRASES } from './phrases.ts';
import { REFINERS } from './refiners.ts';

/** No time is said without one of these; most lines have none. */
const HINT =
  /[月日号季年期Q周旬每按逐]|星期|半年|首季|[旦春宵清端秋阳午夕节冬腊除庆三]|20\d\d[-./]|[三五六七八十][一四八]/u;

/** Every time phrase of a text, in its order, read against the plan's year and the heading above. */
export const mentionsIn = (text: Shadow, context: TimeContext): Mention[] => {
  if (!HINT.test(text)) return [];
  const found = PHRASES.filter((phrase) => phrase.signs.some((sign) => text.includes(sign))).flatMap((phrase) =>
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
