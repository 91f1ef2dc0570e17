import type { MemberId } from '../../workspace/task.ts';
import type { Context, Said } from '../command.ts';
import { isLikeAName, type PersonSaid, readPerson } from './person.ts';
import { isSeparator, longestFirst, skipSeparators, skipWords } from './scan.ts';

/** Somebody named where a chat user is meant. `id` undefined when the name is nobody's in the group, or several people's. */
export interface PersonNamed {
  said: string;
  id: MemberId | undefined;
}

const JOINTS = longestFirst('和 与 及 以及').concat([';']);

const skipJoints = (text: string, at: number): number =>
  skipSeparators(text, skipWords(text, skipSeparators(text, at), JOINTS));

const memberOf = (person: PersonSaid): MemberId | undefined =>
  person.kind === 'several' ? undefined : (person.member ?? undefined);

const endsWord = (text: string, at: number): boolean =>
  at >= text.length || isSeparator(text, at) || JOINTS.some((joint) => text.startsWith(joint, at));

/**
 * The whole text as chat users: `@李四`, `李四、王五`, `我`. undefined when it holds something that is no name; somebody
 * unknown is taken for one when @-ed, or where `strangers` may stand and the word looks like a name.
 */
export const readPeople = (
  text: string,
  said: Said,
  context: Context,
  strangers: boolean,
): PersonNamed[] | undefined => {
  const people: PersonNamed[] = [];
  for (let at = skipJoints(text, 0); at < text.length; ) {
    const rest = text.slice(at);
    const person = readPerson(rest, said, context);
    if (person && endsWord(rest, person.length)) {
      people.push({ said: person.said.replace(/^@/, ''), id: memberOf(person) });
      at = skipJoints(text, at + person.length);
      continue;
    }
    const word = /^@?[^ ,、;]+/.exec(rest)?.[0] ?? '';
    const name = word.replace(/^@/, '');
    if (name === '' || !(word.startsWith('@') || (strangers && isLikeAName(name)))) return undefined;
    people.push({ said: name, id: undefined });
    at = skipJoints(text, at + word.length);
  }
  return people;
};
