import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { MemberId } from './task.ts';
import type { Member, Workspace } from './workspace.ts';

export declare function memberOf(workspace: Workspace, id: MemberId): Member | undefined;
/** What to call a person: the first bound name, else the platform's, else 成员 and the end of the id. */
export declare function nameOf(workspace: Workspace, id: MemberId): string;
/** All names of the plan a person answers to: bound ones, and the platform's name when nobody else has it. */
export declare function namesOf(workspace: Workspace, id: MemberId): string[];
/** The person a name belongs to: who bound it, else the only member the platform calls so. */
export declare function holderOf(workspace: Workspace, name: string): MemberId | undefined;
/** Names of people as the platform lists them; true when something was new. Not a change of the history: nobody said it. */
export declare function learnMembers(workspace: Workspace, members: { id: MemberId; name: string | null }[]): boolean;
export declare function isAdministrator(workspace: Workspace, id: MemberId): boolean;
/** 我是 / 绑定: the name of the plan now stands for this person. */
export declare function bindName(
  open: OpenChange,
  id: MemberId,
  name: string,
): Outcome<{ name: string; member: MemberId; tasks: number }>;
/** All names of units and people in the plan, each once, by kind. */
export interface KnownNames {
  units: string[];
  people: string[];
}
export declare function knownNames(workspace: Workspace): KnownNames;
/** The names of the plan a word may stand for: the same name, the other names of the same person, else names it is a part of. */
export declare function namesMeant(workspace: Workspace, word: string): string[];
