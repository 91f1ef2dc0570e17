import { holderOf, isBound, knownNames } from '../../workspace/people.ts';
import { readable } from '../../workspace/plain-data.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Context, Said } from '../command.ts';
import { UNBIND_WORDS } from '../deed-words.ts';
import { plainWords } from '../normalise.ts';
import { isLikeAName, readPerson } from './person.ts';
import { skipSeparators, wordAt } from './scan.ts';

/** 解绑 as said: one name, or whoever's names; the speaker's when none was said. `frame`: without 取消, which denies nothing here. */
export interface UnbindingSaid {
  of: { name: string } | { member: MemberId };
  isOwn: boolean;
  frame: string;
}

const bare = (text: string): string => plainWords(text).replaceAll(' ', '');

const whose = (words: string, said: Said, context: Context): Omit<UnbindingSaid, 'frame'> | undefined => {
  const { workspace, acting } = context;
  if (/^(?:我|我的|自己|本人)?$/.test(words)) return { of: { member: acting.by }, isOwn: true };
  const { people, units } = knownNames(workspace);
  const bound = readable(workspace.members).flatMap((member) => member.bound);
  const name = [...bound, ...people, ...units].find((each) => bare(each) === bare(words));
  if (name !== undefined && (isBound(workspace, name) || holderOf(workspace, name) === undefined)) {
    return { of: { name }, isOwn: false };
  }
  const person = readPerson(words, said, context);
  if (!person && isLikeAName(words)) return { of: { name: words }, isOwn: false };
  if (person?.length !== words.length || person.kind === 'several' || person.member === null) return undefined;
  return { of: { member: person.member }, isOwn: person.member === acting.by };
};

/** 解绑 王主席 · 把王主席解绑 · 取消绑定 @王五; undefined for 取消绑定手机, which names nobody. */
export const readUnbinding = (said: Said, context: Context): UnbindingSaid | undefined => {
  const { text } = said;
  const start = /^[把将] ?/.exec(text)?.[0].length ?? 0;
  const word = wordAt(text, start, UNBIND_WORDS);
  const last = UNBIND_WORDS.find((each) => text.endsWith(each));
  if (word === undefined && last === undefined) return undefined;
  const words =
    word === undefined
      ? text.slice(start, text.length - (last ?? '').length).trim()
      : text.slice(skipSeparators(text, start + word.length));
  const found = whose(words.replace(/ ?的$/, ''), said, context);
  return found && { ...found, frame: `解绑 ${words}` };
};
