import { holderOf, knownNames } from '../workspace/people.ts';
import { offerIf } from './changing.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import type { BindingSaid } from './reading/binding.ts';
import { sayAsPerson } from './reading/person.ts';
import { sentence } from './replies.ts';
import { sayMember } from './sentences.ts';

/** Whom the name is to go to is not clear, and nobody is guessed. */
export const askWhom = ({ name, whom, whomSaid, isAlias }: BindingSaid): CommandAnswer | undefined => {
  const at = whomSaid.replace(/^@/, '');
  switch (whom.kind) {
    case 'member':
      return undefined;
    case 'unsaid':
      return sentence(`要把“${name}”绑定给谁?如“绑定 ${name} @他”;是您自己就发“我是 ${name}”。没有改动`);
    case 'several':
      return sentence(`群里有${whom.count}个人叫“${at}”,分不清是哪一个,没有改动。请@他再说一次:绑定 ${name} @${at}`);
    case 'nobody':
      return isAlias
        ? sentence(
            `“${name}”和“${at}”都还没有对上群里的人,没有改动。先发“绑定 ${at} @他”,或请他自己发“我是 ${at}”,再发“别名 ${name} ${at}”`,
          )
        : sentence(`群里还不认得“${at}”,没有改动。请@他,如“绑定 ${name} @${at}”,或请他自己发“我是 ${name}”`);
  }
};

/** 要把“王主席”绑定给王五吗? */
export const proposeBinding = ({ name, whom }: BindingSaid, { workspace }: Context): Proposal | 'ask' =>
  whom.kind === 'member'
    ? {
        deed: `把“${name}”绑定给${sayMember(workspace, whom.id)}`,
        label: `绑定 ${name}`,
        say: `绑定 ${name} ${sayAsPerson(whom.id, workspace)}`,
      }
    : 'ask';

/** A name the plan does not have is only taken once it is said to be meant. */
export const askIfNew = (said: BindingSaid, context: Context): CommandAnswer | undefined => {
  const { workspace } = context;
  const proposal = proposeBinding(said, context);
  if (said.isKnown || said.confirmed || proposal === 'ask' || holderOf(workspace, said.name) !== undefined)
    return undefined;
  const { people } = knownNames(workspace);
  const has = people.length === 0 ? '' : `,有:${people.slice(0, 12).join('、')}`;
  return offerIf(true, { ...proposal, say: `${proposal.say} 确认` }, `计划里没有“${said.name}”${has}。`);
};
