import { FIELD_NAMES, sayFieldChange } from '../cards/say-field.ts';
import { shorten } from '../cards/shorten.ts';
import type { Amended } from '../workspace/amending.ts';
import { type Assignment, assignTask } from '../workspace/assigning.ts';
import { openChange } from '../workspace/history.ts';
import { doEach, proposeFor, receipt } from './changing.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import type { AssignmentSaid } from './reading/assigning.ts';
import type { Role } from './reading/fields.ts';
import { offer, sentence } from './replies.ts';
import { sayTask } from './sentences.ts';

const ROLE_NAMES: Record<Role, string> = { ...FIELD_NAMES, responsible: '负责人' };

/** `责任人 李四 配合单位 组织部`: the names with their roles, so that nothing is left to be read otherwise. */
export const sayAssignees = ({ to }: AssignmentSaid): string =>
  (Object.entries(to.names) as [Role, string[]][])
    .map(([role, names]) => `${ROLE_NAMES[role]} ${names.join('、')}`)
    .join(' ');

/** The assignment as a command; with 确认 it is not asked about again. */
export const sayAssignment = (said: AssignmentSaid, task: string, confirmed = false): string =>
  ['交办', task, sayAssignees(said), confirmed ? '确认' : ''].filter((part) => part !== '').join(' ');

/** 要把 … 交办: the assignment as a proposal. */
export const proposeAssignment = (said: AssignmentSaid, context: Context): Proposal | 'ask' | undefined => {
  if (Object.keys(said.to.names).length === 0) return undefined;
  return proposeFor('交办', said.tasks, (task) => sayAssignment(said, task, true), context, `:${sayAssignees(said)}`);
};

/** 交办 with neither a task nor a name. */
export const isBare = ({ tasks, to }: AssignmentSaid): boolean =>
  tasks.kind === 'missing' && Object.keys(to.names).length === 0;

/** What has to be asked first: nobody was named, a name nobody knows, words that say more. undefined when nothing has. */
export const askWhom = (said: AssignmentSaid, context: Context): CommandAnswer | undefined => {
  const { to, tasks } = said;
  const task = tasks.kind === 'numbers' ? tasks.numbers.join('、') : '12';
  if (to.nameless) return sentence('还不知道您在计划里叫什么,没有改动。先发“我是 张三”(换成您的名字),再说一次');
  if (Object.keys(to.names).length === 0) {
    return sentence(
      `${to.rest === '' ? '' : `“${shorten(to.rest.trim(), 30)}”没看出是谁。`}交办给谁?如“交办 ${task} 李四”“交办 ${task} 办公室”“交办 ${task} 配合单位 组织部”。没有改动`,
    );
  }
  const proposal = proposeAssignment(said, context);
  // A task that is not there is refused by its number.
  if (to.confirmed || proposal === undefined || proposal === 'ask') return undefined;
  if (to.unknown.length > 0)
    return offer(proposal, 'slip', `计划和本群里都没有“${to.unknown.join('、')}”,先没有改动。`);
  if (to.misplaced.length > 0) return offer(proposal, 'slip', `“${to.misplaced.join('、')}”放在这里对吗?先没有改动。`);
  if (to.rest === '' && said.doubtful) return offer(proposal, 'slip', '没有改动。');
  return to.rest === '' ? undefined : offer(proposal, 'slip', `“${shorten(to.rest.trim(), 30)}”不会记下,先没有改动。`);
};

/** `交办 #12《…》:责任人 无 → 李四`. */
export const sayAmended = (verb: string, { differences, ...task }: Amended, { today }: Context): string =>
  `${verb} ${sayTask(task)}:${differences.map(({ field, before, after }) => sayFieldChange(field, before, after, today)).join(';')}`;

/** Gives the tasks to the names; `verb` is what was said. */
export const assign = ({ tasks, to }: AssignmentSaid, verb: 'assign' | 'edit', context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, verb);
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : [];
  const names: Assignment = to.names;
  const { done, refused } = doEach(numbers, (number) => assignTask(open, number, names));
  const word = verb === 'assign' ? '交办' : '修改';
  const lines = done.map((amended) => sayAmended(word, amended, context));
  return receipt(open, lines, refused, context, { title: `已${word}`, tone: 'neutral' });
};
