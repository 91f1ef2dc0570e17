import { knownNames } from '../../workspace/known-names.ts';
import type { Context, Said } from '../command.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { isLikeAName } from './person.ts';

/** 我是 as said; `name` as the plan writes it when it has it, empty for 我是谁. */
export interface NameSaid {
  name: string;
  isKnown: boolean;
  confirmed: boolean;
  frame: string;
}

const WORD = /^(?:我是|我叫|我的名字是|我就是|本人是|我的名字叫) ?/;
const ASKS = /^我(?:是谁|叫什么)/;
const CONFIRMED = / ?确认$/;
/** 我是 张三; undefined when what follows is no name. */
export const readOwnName = (said: Said, { workspace }: Context): NameSaid | undefined => {
  const { text } = said;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  if (ASKS.test(text)) return { name: '', isKnown: false, confirmed: false, frame: '' };
  const confirmed = CONFIRMED.test(text);
  const end = text.length - (CONFIRMED.exec(text)?.[0].length ?? 0);
  const plain = text.slice(word.length, end).replace(/的$/, '');
  const typed = rawFrom(said, word.length, word.length + plain.length);
  const { people, units } = knownNames(workspace);
  const bare = plain.replaceAll(' ', '');
  const names = [...people, ...units];
  // 我是女职工部的李婷: the name behind 的.
  const known =
    names.find((name) => plainWords(name) === bare) ?? people.find((name) => bare.endsWith(`的${plainWords(name)}`));
  if (known === undefined && !isLikeAName(plain)) return undefined;
  return { name: known ?? typed, isKnown: known !== undefined, confirmed, frame: text };
};
