import type { Context, Said, Wording } from '../command.ts';
import { CLOSE_WORDS, CLOSE_WORDS_IN_FRONT, PROGRESS_WORDS } from '../deed-words.ts';
import { rawFrom, saidAs } from '../normalise.ts';
import { type Deed, readDeed } from './deed.ts';
import { readPercent } from './numerals.ts';
import { skipSeparators } from './scan.ts';
import type { TasksSaid } from './tasks.ts';

/** A progress line as said: what was typed, and the share done when it was given. */
export interface ProgressSaid {
  tasks: TasksSaid;
  text: string;
  percent: number | undefined;
  wording: Wording;
}

const DONE = /^(?:已经|已|大约|约|目前)*(?:完成了?|办结|做完)?(?:到|至|达到|为)? ?/;
const WITHIN = /(?:完成了?|进度|办理?了?)(?:到|至|达到|为|已达)? ?(?=\d|百分之|[一二三四五六七八九]成|一半)/;

/** `60%`, `60%,场地已定`, `已完成六成`, `场地已定,完成60%`: the share said, and where the text goes on when it began with it. */
const readShare = (text: string): { percent: number; length: number } | undefined => {
  const lead = DONE.exec(text)?.[0].length ?? 0;
  const first = readPercent(text.slice(lead));
  const after = lead + (first?.length ?? 0);
  if (first && (after === text.length || skipSeparators(text, after) > after)) {
    return { percent: first.value, length: skipSeparators(text, after) };
  }
  const within = WITHIN.exec(text);
  const later = within && readPercent(text.slice(within.index + within[0].length));
  return later ? { percent: later.value, length: 0 } : undefined;
};

const fromDeed = (deed: Deed, said: Said): ProgressSaid => {
  const share = readShare(deed.rest);
  const length = share?.length ?? 0;
  const typed = deed.from + length < said.text.length ? rawFrom(said, deed.from + length) : '';
  // 12的进展是方案已报: what it is stands behind 是.
  const told = deed.glued && length === 0 ? (/^(?:是|为)(?=[^否不])/.exec(deed.rest)?.[0].length ?? 0) : 0;
  if (told > 0)
    return { ...fromDeed({ ...deed, glued: false, from: deed.from + told, rest: deed.rest.slice(told) }, said) };
  // 12进展顺利: the command word is part of what is said.
  const isPart = deed.glued && length === 0 && said.text.slice(0, deed.from).endsWith(deed.word);
  const text = isPart ? `${deed.word}${typed}` : typed;
  return { tasks: deed.tasks, text, percent: share?.percent, wording: deed.wording };
};

/** 12完成60%, 12已完成一半: a share done is progress, never a closing. */
const asShareDone = (said: Said, context: Context): ProgressSaid | undefined => {
  const deed = readDeed(said, context, { words: CLOSE_WORDS, inFront: CLOSE_WORDS_IN_FRONT });
  const isNumbered = deed?.tasks.kind === 'numbers' && deed.tasks.numbers.length === 1;
  if (!deed || !isNumbered || said.text.startsWith(deed.word)) return undefined;
  const percent = readPercent(deed.rest);
  return percent && percent.value < 100 && !/^[的职任]/.test(deed.rest.slice(percent.length))
    ? fromDeed({ ...deed, glued: false }, said)
    : undefined;
};

/** 报送协商进度: the word is the title's own, and what runs on from it no note. */
const isOfTitle = ({ glued, word, wording }: Deed): boolean =>
  glued && wording.titles.some((title) => title.includes(word)) && !/^\D*\d/.test(wording.frame);

/** 登记12的进展,已发通知: what is done with it stands in front; 记录12的进展 alone asks for the record. */
const NOTES = /^(?:登记|补充|汇报|更新|记录|记|报)(?=#?\d{1,5}(?:号|项)?的?(?:最新)?进展[ ,:].)/;

/** A progress line, in whichever order; undefined when the message is none. */
export const readProgress = (message: Said, context: Context): ProgressSaid | undefined => {
  const noted = NOTES.exec(message.text)?.[0].length ?? 0;
  const said = noted > 0 ? saidAs(message, message.text.slice(noted)) : message;
  // 进度图 is a picture.
  if (/^(?:进度|进展)[图表]/.test(said.text)) return undefined;
  const deed = readDeed(said, context, { words: PROGRESS_WORDS, spaced: false });
  if (!deed || isOfTitle(deed)) return asShareDone(said, context);
  // 12进展 with nothing behind asks for it.
  return deed.rest === '' && !said.text.startsWith(deed.word) ? undefined : fromDeed(deed, said);
};
