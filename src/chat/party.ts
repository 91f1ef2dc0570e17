import { knownNames } from '../workspace/people.ts';
import type { CommandAnswer, Context } from './command.ts';
import type { Party } from './reading/person.ts';
import { sentence } from './replies.ts';

/** The name a known person goes by in the plan; undefined while it is not clear who is meant. */
export const nameOfParty = (party: Party | null): string | undefined =>
  party?.kind === 'known' ? party.name : undefined;

/** What keeps a party from being one person, said with the way out; undefined when it is one, or a stranger. */
export const askWhoItIs = (party: Party): CommandAnswer | undefined => {
  const at = party.said.replace(/^@/, '');
  if (party.kind === 'several') {
    return sentence(`群里有${party.count}个人叫“${at}”,分不清是哪一个,没有改动。先发“绑定 计划里的名字 @他”`);
  }
  if (party.kind !== 'nameless') return undefined;
  return sentence(
    party.said.startsWith('@')
      ? `还不知道“${at}”在计划里叫什么,没有改动。先发“绑定 计划里的名字 @${at}”`
      : '还不知道您在计划里叫什么,没有改动。先发“我是 张三”(换成您的名字)',
  );
};

/** True for a name of the plan's units that is no person's. */
export const isUnit = (name: string, { workspace }: Context): boolean => {
  const { units, people } = knownNames(workspace);
  return units.includes(name) && !people.includes(name);
};

/** Why a party is nobody's name to write down; undefined when it is one. */
export const askAboutParty = (party: Party, context: Context): CommandAnswer | undefined => {
  if (party.kind === 'stranger') {
    return sentence(`计划和群里都没有“${party.name}”,没有改动。请写计划里的名字,或@他;发“人员”看计划里有谁`);
  }
  const asked = askWhoItIs(party);
  if (asked || party.kind !== 'known') return asked;
  return party.member === null && isUnit(party.name, context)
    ? sentence(`“${party.name}”是单位,请写人的名字,没有改动`)
    : undefined;
};
