import { type Line, sliceOf } from '../text/line.ts';
import type { Shadow } from '../text/shadow.ts';
import { isNotice, LONGEST_PAGE_LINE } from './boilerplate.ts';
import { GLUED } from './boilerplate-words.ts';

/** Words that end a sentence's last stop and are no sentence: the name of a site at the foot of a paragraph. */
const TRAILING = /(?<=[。!?”])(?<rest>[\p{Script=Han}]{3,8})$/u;
const SAYS_SOMETHING =
  /[月日年周季底前旬]|负责|牵头|配合|完成|进行|开展|组织|举办|召开|落实|加强|做好|推进|推动|提高|制定|建立|参加|慰问|评|赛|会$|活动$|工作$/u;
/** A paragraph long enough to have a foot. */
const LONGEST_WITHOUT_FOOT = 60;

/** Who signed and when, behind the last stop of a text that was put on one line. */
const SIGNED_AT_END =
  /(?<=[。;!”)]) {0,8}[\p{Script=Han}()]{2,30} {1,20}(?:20\d\d|二[〇零][〇零一二三四五六七八九]{2})年[\d〇零一二三四五六七八九十]{1,2}月[\d〇零一二三四五六七八九十]{1,3}日 {0,4}$/u;
const LONGEST_SIGNATURE = 90;
const withoutSignature = (line: Line, cut: Line[]): Line => {
  const from = Math.max(0, line.shadow.length - LONGEST_SIGNATURE);
  const signed = SIGNED_AT_END.exec(line.shadow.slice(from));
  if (!signed) return line;
  cut.push(sliceOf(line, from + signed.index));
  return sliceOf(line, 0, from + signed.index);
};

const SENTENCE = /[^。!?\s]+[。!?]?/gu;
const LONGEST_NOTICE = 200;
/** Notices of the page within a text that was put on one line: all of it cannot be the page's. */
const noticesIn = (shadow: Shadow): { from: number; to: number }[] => {
  if (shadow.length <= LONGEST_PAGE_LINE || !isNotice(shadow)) return [];
  return [...shadow.matchAll(SENTENCE)]
    .filter(([sentence]) => sentence.length <= LONGEST_NOTICE && isNotice(sentence))
    .map(({ index, 0: sentence }) => ({ from: index, to: index + sentence.length }));
};

/** What stays of a line when what the page glued to it is cut off, and what was cut. */
export const withoutGlued = (line: Line): { line: Line; cut: Line[] } => {
  const cut: Line[] = [];
  let rest = line;
  const cutAt = (stretches: readonly { from: number; to: number }[]): void => {
    for (const { from, to } of stretches.toReversed()) {
      cut.push(sliceOf(rest, from, to));
      rest = {
        ...rest,
        text: rest.text.slice(0, from) + rest.text.slice(to),
        shadow: rest.shadow.slice(0, from) + rest.shadow.slice(to),
      };
    }
  };
  for (const pattern of GLUED)
    cutAt([...rest.shadow.matchAll(pattern)].map(({ index, 0: words }) => ({ from: index, to: index + words.length })));
  cutAt(noticesIn(rest.shadow));
  rest = withoutSignature(rest, cut);
  const foot = rest.shadow.length > LONGEST_WITHOUT_FOOT ? TRAILING.exec(rest.shadow.slice(-12)) : null;
  const words = foot?.groups?.rest ?? '';
  if (words === '' || SAYS_SOMETHING.test(words)) return { line: rest, cut };
  const at = rest.shadow.length - words.length;
  return { line: sliceOf(rest, 0, at), cut: [...cut, sliceOf(rest, at)] };
};
