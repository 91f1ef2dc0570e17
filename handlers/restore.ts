import { askForTasks, offerIf, proposeFor } from '../src/chat/changing.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { RESTORE_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type CancellingSaid, readRestoring } from '../src/chat/reading/cancelling.ts';
import { restore } from '../src/chat/restoring.ts';

const say = (task: string): string => `恢复 ${task}`;

const propose = ({ tasks }: CancellingSaid, context: Context) => proposeFor('恢复', tasks, say, context);

/** 恢复 14: a cancelled task is in the plan again. */
export const restoreCommand = defineCommand<CancellingSaid>({
  name: '恢复',
  topic: '计划',
  kind: 'change',
  words: wordsFor('恢复', RESTORE_WORDS),
  examples: [{ say: '恢复 14', gets: '把取消的任务再列回计划,也可说 重开 14' }],
  match: readRestoring,
  wording: ({ wording }) => wording,
  propose,
  run: (said, context) =>
    askForTasks('恢复', said.tasks, say, context) ??
    offerIf(said.doubtful, propose(said, context), '没有改动。') ??
    restore(said.tasks, context),
});
