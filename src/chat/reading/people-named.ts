import { holderOf } from '../../workspace/people.ts';
import { readable } from '../../workspace/plain-data.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';

/** Somebody named where a chat user is meant. `id` undefined when nobody known here is called so. */
export interface PersonNamed {
  said: string;
  id: MemberId | undefined;
}

const SEPARATORS = /^[ ,、;和与及]+/;
const SELF = /^(?:我自己|我本人|我|本人)$/;
/** What may be a name though nobody is known by it. */
const LIKE_A_NAME = /^[\p{Script=Han}·]{2,4}$/u;

/** The known chat user a plain name or an id stands for. */
const idOf = (name: string, { workspace, acting }: Context): MemberId | undefined => {
  if (SELF.test(name)) return acting.by;
  const members = readable(workspace.members);
  const called = members.flatMap((member) => [...member.bound, ...(member.name === null ? [] : [member.name])]);
  const written = called.find((each) => plainWords(each) === name);
  return (
    (written === undefined ? undefined : holderOf(workspace, written)) ?? members.find(({ id }) => id === name)?.id
  );
};

const readMention = (text: string, { message }: Said): PersonNamed | undefined => {
  const found = message.mentions
    .map(({ id, name }) => ({ id, said: plainWords(name) }))
    .filter(({ said }) => said !== '' && text.startsWith(`@${said}`))
    .sort((a, b) => b.said.length - a.said.length)[0];
  return found && { id: found.id, said: found.said };
};

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
  for (let rest = text.replace(SEPARATORS, ''); rest !== ''; ) {
    const mentioned = readMention(rest, said);
    const word = /^@?[^ ,、;]+/.exec(rest)?.[0] ?? '';
    if (word === '') return undefined;
    const name = word.replace(/^@/, '');
    const person = mentioned ?? { said: name, id: idOf(name, context) };
    const isStranger = person.id === undefined && !word.startsWith('@');
    if (isStranger && !(strangers && LIKE_A_NAME.test(name))) return undefined;
    people.push(person);
    rest = rest.slice(mentioned ? mentioned.said.length + 1 : word.length).replace(SEPARATORS, '');
  }
  return people;
};
