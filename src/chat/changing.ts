import { yearOf } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { blocksOf, plain, quiet, taskRows } from '../cards/blocks.ts';
import type { Card } from '../cards/card.ts';
import { choiceCard, taskChoice } from '../cards/choice-card.ts';
import { type ReceiptOptions, receiptCard } from '../cards/receipt-card.ts';
import { rowOf, taskRow } from '../cards/task-row.ts';
import { type OpenChange, sealChange } from '../workspace/history.ts';
import type { Outcome, Refusal } from '../workspace/outcome.ts';
import { readable } from '../workspace/plain-data.ts';
import { type Query, select } from '../workspace/selection.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import type { TasksSaid } from './reading/tasks.ts';
import { cardReply, offer, sentence } from './replies.ts';
import { NO_PLAN, sayRefusal, sayTask } from './sentences.ts';

/** What a batch came to, number by number. */
export interface Batch<T> {
  done: T[];
  refused: Refusal[];
}

/** Does something to each; one that is refused does not stop the rest. */
export const doEach = <Item, T>(items: readonly Item[], act: (item: Item) => Outcome<T>): Batch<T> => {
  const batch: Batch<T> = { done: [], refused: [] };
  for (const item of items) {
    const outcome = act(item);
    if (outcome.ok) batch.done.push(outcome);
    else batch.refused.push(outcome);
  }
  return batch;
};

const SUMMARY_LIMIT = 5;

const summarise = (lines: string[]): string =>
  lines.slice(0, SUMMARY_LIMIT).join(';') + (lines.length > SUMMARY_LIMIT ? ` 等${lines.length}项` : '');

/**
 * Writes the change into the history and answers with its receipt; when nothing was done, with the reasons alone.
 * @param lines what was done, a line each, before → after
 * @param refused what was not, and why
 */
export const receipt = (
  open: OpenChange,
  lines: string[],
  refused: readonly Refusal[],
  context: Context,
  options: Omit<ReceiptOptions, 'notDone'> = {},
): CommandAnswer => {
  const notDone = refused.map((refusal) => sayRefusal(refusal, context));
  const change = sealChange(open, summarise(lines));
  if (!change) return sentence(notDone.join('\n') || '没有改动');
  const card = receiptCard(lines, `撤销 ${change.id}`, { ...options, notDone });
  return { reply: cardReply(card, [...lines, ...notDone].join(';')) };
};

/**
 * The deed of a change of tasks as a proposal; undefined when no task it names is there.
 * @param what what more is to be said of it: `到6月30日 周二`
 */
export const proposeFor = (
  verb: string,
  tasks: TasksSaid,
  say: (tasks: string) => string,
  context: Context,
  what = '',
): Proposal | 'ask' | undefined => {
  if (tasks.kind === 'set' || (tasks.kind === 'choice' && tasks.candidates.length > 1)) return 'ask';
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : tasks.kind === 'choice' ? tasks.candidates : [];
  const found = numbers.flatMap((number) => taskOf(context.workspace, number) ?? []);
  const [first] = found;
  if (first === undefined) return undefined;
  const named = found.map(({ number }) => number).join('、');
  const which = found.length === 1 ? sayTask(first) : found.map(({ number }) => `#${number}`).join('、');
  return {
    deed: `${verb} ${which}${what}`,
    label: `${verb} ${named}`,
    say: say(named),
    numbers: found.map(({ number }) => number),
  };
};

/** The deed asked back when the message may say something else as well; undefined when it does not. */
export const offerIf = (
  isDoubtful: boolean,
  proposal: Proposal | 'ask' | undefined,
  lead = '这句话里像是还有别的意思,先没有改动。',
): CommandAnswer | undefined =>
  isDoubtful && proposal && proposal !== 'ask' ? offer(proposal, 'slip', lead) : undefined;

/** Which period of a recurring task is asked with a button each; undefined when that is not what stands in the way. */
export const askForPeriod = (
  verb: string,
  refused: readonly Refusal[],
  say: (task: string, period: PeriodKey) => string,
  { today }: Context,
): CommandAnswer | undefined => {
  const [only] = refused;
  if (only?.reason !== 'which-period' || refused.length > 1 || only.periods.length === 0) return undefined;
  const choices = only.periods.map((period) => ({
    label: sayPeriod(period, yearOf(today)),
    say: say(`${only.number}`, period),
  }));
  const question = `${sayTask(only)}要${verb}哪一期?`;
  return { reply: cardReply(choiceCard(question, choices), question), question: choices };
};

/** 全部, 本月的, 办公室的 stand for no tasks in a change: those still open are listed, and their numbers asked for. */
const askForNumbers = (
  verb: string,
  words: string,
  query: Query,
  context: Context,
  among: 'open' | 'waiting',
): CommandAnswer => {
  const { acting, today } = context;
  const workspace = readable(context.workspace);
  const { rows } = select(
    workspace,
    { ...query, filters: [...query.filters, { kind: among }] },
    { today, me: acting.by },
  );
  const [first] = rows;
  const lead = `“${words}”不能代替编号,没有改动。请写明编号,如“${verb} ${first?.task.number ?? 12}”“${verb} 12、15-18”`;
  const card: Card = {
    title: '请写明编号',
    subtitle: '',
    tone: 'neutral',
    view: '',
    blocks: blocksOf(
      plain(lead),
      taskRows(rows.slice(0, 10).map((row) => ({ ...taskRow(row, today), buttons: [] }))),
      rows.length > 10 ? quiet(`其中${among === 'open' ? '未完成' : '待销号'}的共${rows.length}项,这里列出10项`) : null,
    ),
  };
  return { reply: cardReply(card, lead) };
};

/** Two tasks are never guessed between: the candidates with their numbers and buttons; a doubtful only one is asked about. */
const askWhich = (
  verb: string,
  words: string,
  candidates: number[],
  say: (task: string) => string,
  context: Context,
): CommandAnswer => {
  const workspace = readable(context.workspace);
  const tasks = candidates.flatMap((number) => taskOf(workspace, number) ?? []);
  const [only] = tasks;
  if (only && tasks.length === 1) {
    return offer(
      { deed: `${verb} ${sayTask(only)}`, label: `${verb} ${only.number}`, say: say(`${only.number}`) },
      'slip',
    );
  }
  const choices = tasks.map((task) => taskChoice(rowOf(workspace, task, context.today), say(`${task.number}`)));
  const question = `“${words}”对得上${tasks.length}项,要${verb}哪一项?`;
  const hint = `回复编号(如 ${only?.number ?? 12}),或点按钮`;
  return {
    reply: cardReply(choiceCard(question, choices, hint), question),
    question: choices.map(({ label, say: choice }) => ({ label, say: choice })),
  };
};

/**
 * The answer when the tasks of a change were not named beyond doubt; undefined when they were.
 * @param verb what is done to them: 办结
 * @param say the command for a task by its number
 * @param among which tasks are listed when all of them are meant: those it could be done to
 */
export const askForTasks = (
  verb: string,
  tasks: TasksSaid,
  say: (task: string) => string,
  context: Context,
  among: 'open' | 'waiting' = 'open',
): CommandAnswer | undefined => {
  if (tasks.kind === 'numbers') return undefined;
  if (context.workspace.tasks.length === 0) return sentence(NO_PLAN);
  switch (tasks.kind) {
    case 'choice':
      return askWhich(verb, tasks.words, tasks.candidates, say, context);
    case 'set':
      return askForNumbers(verb, tasks.words, tasks.query, context, among);
    case 'none':
      return sentence(`没有找到“${tasks.words.slice(0, 40)}”这项任务,没有改动。发“找 关键词”按标题找,再用编号说一次`);
    case 'missing':
      return sentence(`请带上编号,如“${say('12')}”,没有改动`);
  }
};
