import { askForTasks, doEach, offerIf, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { EXTEND_WORDS_KNOWN, wordsFor } from '../src/chat/deed-words.ts';
import { askUntil, endFor, sayExtended, sayExtension, sayUntil } from '../src/chat/extending.ts';
import { type ExtensionSaid, readExtension } from '../src/chat/reading/extending.ts';
import { extendTask } from '../src/workspace/extending.ts';
import { openChange } from '../src/workspace/history.ts';

const extend = (said: ExtensionSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'extend');
  const numbers = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  const [period] = said.periods;
  const { done, refused } = doEach(numbers, (number) =>
    extendTask(open, number, endFor(number, said, context) ?? context.today, said.reason, { period }),
  );
  const lines = done.map((extended) => sayExtended(extended, said.reason, context));
  return receipt(open, lines, refused, context, { title: '已延期', tone: 'neutral' });
};

const propose = (said: ExtensionSaid, context: Context) => {
  const until = sayUntil(said, context);
  const say = (task: string) => sayExtension(said, task, context);
  return said.to === null ? undefined : proposeFor('延期', said.tasks, say, context, until);
};

/** 延期 12 到6月底 因场地装修: gives tasks a later end; after the deadline it is recorded as 逾期申请. */
export const extendCommand = defineCommand<ExtensionSaid>({
  name: '延期',
  topic: '办理',
  kind: 'change',
  words: wordsFor('延期', EXTEND_WORDS_KNOWN),
  examples: [
    { say: '延期 12 到6月底 因场地装修', gets: '延到一天,原定日期和次数都留着' },
    { say: '延期 12 一周', gets: '从时限往后推,已逾期的从今天算' },
    { say: '延期 12 到三个工作日后', gets: '从今天算,也可说 下周五、月底、国庆前、6月10日' },
  ],
  match: readExtension,
  wording: ({ wording }) => wording,
  propose,
  run: (said, context) =>
    askForTasks('延期', said.tasks, (task) => sayExtension(said, task, context), context) ??
    askUntil(said, context) ??
    offerIf(said.glued, propose({ ...said, reason: '' }, context)) ??
    extend(said, context),
});
