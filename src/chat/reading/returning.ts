import type { Context, Said } from '../command.ts';
import { RETURN_WORDS } from '../deed-words.ts';
import { isLikeAName, type Party, readPerson } from './person.ts';
import { skipSeparators, wordAt } from './scan.ts';

/** 销假 as said. `confirmed`: a leave still to come is meant. */
export interface ReturnSaid {
  who: Party;
  confirmed: boolean;
}

const CONFIRMED = / ?确认$/;
const BETWEEN = /^取消(.+?)的?请假$/;

/** One whole person; the speaker where nobody is named. */
const wholePerson = (words: string, said: Said, context: Context): Party | undefined => {
  const person = readPerson(words === '' ? '我' : words, said, context);
  if (person && (words === '' || person.length === words.length)) return person;
  return isLikeAName(words) ? { kind: 'stranger', said: words, length: words.length, name: words } : undefined;
};

/** 李四销假 · 销假 李四 · 我销假 · 取消李四的请假; undefined when anything else stands in it. */
export const readReturn = (said: Said, context: Context): ReturnSaid | undefined => {
  const confirmed = CONFIRMED.exec(said.text)?.[0] ?? '';
  const text = said.text.slice(0, said.text.length - confirmed.length).replace(/了$/, '');
  const front = wordAt(text, 0, RETURN_WORDS);
  const last = RETURN_WORDS.find((word) => text.endsWith(word));
  const between = BETWEEN.exec(text)?.[1];
  const words =
    front !== undefined
      ? text.slice(skipSeparators(text, front.length))
      : last !== undefined
        ? text.slice(0, text.length - last.length)
        : between;
  const who = words === undefined ? undefined : wholePerson(words.trim(), said, context);
  return who && { who, confirmed: confirmed !== '' };
};
