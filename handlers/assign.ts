import { askWhom, assign, isBare, proposeAssignment, sayAssignment } from '../src/chat/assigning.ts';
import { askForTasks } from '../src/chat/changing.ts';
import { defineCommand } from '../src/chat/command.ts';
import { ASSIGN_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type AssignmentSaid, readAssignment } from '../src/chat/reading/assigning.ts';

/** 交办 12 @李四 · 12由办公室牵头,组织部配合: sets who answers for tasks. */
export const assignCommand = defineCommand<AssignmentSaid>({
  name: '交办',
  topic: '办理',
  kind: 'change',
  words: wordsFor('交办', ASSIGN_WORDS),
  examples: [
    { say: '交办 12 李四', gets: '把责任人换成这个人,也可 @ 群里的人,或说 12由李四负责' },
    { say: '交办 12、13 组织部', gets: '把责任单位换成这个单位' },
    { say: '交办 12 配合单位 组织部', gets: '换配合单位,责任领导也这样说' },
  ],
  match: readAssignment,
  wording: ({ wording }) => wording,
  propose: proposeAssignment,
  run: (said, context) =>
    (isBare(said) ? askWhom(said, context) : undefined) ??
    askForTasks('交办', said.tasks, (task) => sayAssignment(said, task), context) ??
    askWhom(said, context) ??
    assign(said, 'assign', context),
});
