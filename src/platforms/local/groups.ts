import type { IncomingMessage } from '../../chat/message.ts';
import type { Group, Person } from './wire.ts';

/** How the bot is called in the group. */
export const BOT_NAME = '办结';

const zhou: Person = { id: 'zhoumin', name: '周敏', post: '办公室干事' };

/** An invented union, the one whose plan lies in `data/`, and a second group to see that groups know nothing of each other. */
export const GROUPS: readonly Group[] = [
  {
    id: 'main',
    name: '临江区总工会工作群',
    people: [
      zhou,
      { id: 'wanglixin', name: '王立新', post: '主席' },
      { id: 'hejianguo', name: '何建国', post: '副主席' },
      { id: 'liting', name: '李婷', post: '权益保障部' },
      { id: 'chenhao', name: '陈浩', post: '组织部' },
    ],
  },
  {
    id: 'two',
    name: '青溪镇总工会工作群',
    people: [
      { id: 'sunli', name: '孙丽', post: '工会专干' },
      { id: 'machao', name: '马超', post: '镇总工会主席' },
      zhou,
    ],
  },
];

const PREFIX = 'local:';

/** The workspace of a group. */
export const workspaceOf = (group: Group): IncomingMessage['workspace'] => `${PREFIX}${group.id}`;

/** The group of a workspace, undefined when the page has none such. */
export const groupOfWorkspace = (id: IncomingMessage['workspace']): Group | undefined =>
  id.startsWith(PREFIX) ? groupOf(id.slice(PREFIX.length)) : undefined;

export const groupOf = (id: string): Group | undefined => GROUPS.find((group) => group.id === id);

export const personOf = (group: Group, id: string): Person | undefined =>
  group.people.find((person) => person.id === id);

/** A person of a group as the bot knows them; the group is its first member's. */
export const knownPerson = (group: Group, { id, name }: Person): IncomingMessage['sender'] => ({
  id,
  name,
  isOwner: group.people[0]?.id === id,
});
