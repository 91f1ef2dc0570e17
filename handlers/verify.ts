import { askForPeriod, askForTasks, doEach, offerIf, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { VERIFY_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { ofAnotherTitle } from '../src/chat/doubt.ts';
import { type ClosingSaid, turnsOf } from '../src/chat/reading/closing.ts';
import { readVerifying } from '../src/chat/reading/verifying.ts';
import { sentence } from '../src/chat/replies.ts';
import { isAwaited, sayVerified } from '../src/chat/verifying.ts';
import { openChange } from '../src/workspace/history.ts';
import { addProgress } from '../src/workspace/progress.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';
import { verifyTask } from '../src/workspace/verifying.ts';

const say = ({ periods, remark }: ClosingSaid, task: string): string =>
  ['销号', task, periods.join('、'), remark].filter((part) => part !== '').join(' ');

const verify = (said: ClosingSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'verify');
  const { done, refused } = doEach(turnsOf(said), ({ number, period }) => verifyTask(open, number, { period }));
  const numbers = said.remark === '' ? [] : new Set(done.map(({ number }) => number));
  for (const number of numbers) addProgress(open, number, `销号:${said.remark}`);
  const ask =
    done.length === 0
      ? askForPeriod('销号', refused, (task, period) => say({ ...said, periods: [period] }, task), context)
      : undefined;
  const lines = done.map((verified) => sayVerified(verified, context));
  const note = said.remark === '' ? '' : `记下进展:销号:${said.remark}`;
  return ask ?? receipt(open, lines, refused, context, { title: '已销号', note });
};

const propose = (said: ClosingSaid, context: Context) =>
  proposeFor('销号', said.tasks, (task) => say(said, task), context);

/** What speaks against granting it at once: it may have been another task, another period, or no grant at all. */
const doubt = (said: ClosingSaid, context: Context): CommandAnswer | undefined => {
  const [number = 0, ...others] = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  if (said.span) return sentence(`请写明哪一期,如“销号 ${number} 一季度”“销号 ${number} 4月”。没有改动`);
  const task = others.length === 0 ? taskOf(context.workspace, number) : undefined;
  const another = task && ofAnotherTitle(said, task, context, '销号', '销号');
  return another ?? offerIf(said.glued || said.percent !== null, propose({ ...said, remark: '' }, context));
};

/** 销号 12 · 核实 12: an administrator grants a closing that waits for it. */
export const verifyCommand = defineCommand<ClosingSaid>({
  name: '销号',
  topic: '办理',
  kind: 'change',
  words: [...wordsFor('销号', VERIFY_WORDS), '核实'],
  examples: [
    { say: '销号 12', gets: '设置了“办结 需核实”的群,管理员核实后销号;也可说 核实 12、12通过' },
    { say: '销号 2 一季度', gets: '周期任务销一期;“待销号”列出等着的' },
  ],
  match: readVerifying,
  wording: ({ wording }) => wording,
  propose: (said, context, because) => {
    if (!context.workspace.settings.checksClosings) return 'ask';
    if (said.tasks.kind === 'numbers' && said.tasks.numbers.length === 1 && !isAwaited(said, context)) return undefined;
    return propose(because === 'slip' ? said : { ...said, remark: '' }, context);
  },
  run: (said, context) =>
    askForTasks('销号', said.tasks, (task) => say(said, task), context, 'waiting') ??
    (context.workspace.settings.checksClosings ? doubt(said, context) : undefined) ??
    verify(said, context),
});
