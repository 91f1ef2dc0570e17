import { choiceCard, taskChoice } from '../src/cards/choice-card.ts';
import { sayNumbers } from '../src/cards/say-numbers.ts';
import { shorten } from '../src/cards/shorten.ts';
import { taskCard } from '../src/cards/task-card.ts';
import { foundTasksCard } from '../src/cards/task-list-card.ts';
import { rowOf } from '../src/cards/task-row.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { readListing } from '../src/chat/reading/listing.ts';
import { onlyNumbers } from '../src/chat/reading/numbers.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';
import { clearWinner, matchTitles } from '../src/workspace/title-match.ts';

/** In front of a title; 看 and 查 alone begin too many other words. */
const LOOKS = /^(?:查看|看看|看一看|查一查|查询|显示|打开|任务详情|详情) ?/;
const LOOKS_AT_NUMBER = /^(?:看|查|任务) ?/;
const ASKS_AFTER = / ?(?:的?(?:详情|情况|进度|详细情况)|(?:现在)?怎么样|如何|什么情况|进展如何|是什么)[了呢吗?]*$/;
const CHOICES = 5;

/** By number (`12`, `查看 12、13`) or, after a word of looking, by title. */
type Wanted = { numbers: number[]; page: number } | { title: string };

const PAGE = / ?第(\d{1,3})页$/;

const showOne = (number: number, context: Context): CommandAnswer => {
  const { workspace, today } = context;
  const task = taskOf(workspace, number);
  if (task === undefined) return sentence(sayRefusal({ reason: 'no-such-task', number }, context));
  return { reply: cardReply(taskCard(workspace, task, today), `#${number} ${shorten(task.title, 20)}`) };
};

const showMany = (numbers: number[], page: number, { workspace, today }: Context): CommandAnswer => {
  const tasks = numbers.flatMap((number) => taskOf(workspace, number) ?? []);
  const missing = numbers.filter((number) => taskOf(workspace, number) === undefined);
  const span = missing.length === 0 ? '' : `没有 ${missing.map((number) => `#${number}`).join('、')}`;
  const list = { title: '查看任务', span, say: `查看 ${sayNumbers(numbers)}`, page, empty: '没有这些任务', today };
  return { reply: cardReply(foundTasksCard(workspace, tasks, list), `${tasks.length}项任务`) };
};

const showTitled = (title: string, context: Context): CommandAnswer => {
  const found = matchTitles(context.workspace.tasks, title);
  const winner = clearWinner(found);
  if (winner) return showOne(winner.number, context);
  if (found.matches.length === 0) return sentence(`没有找到“${shorten(title, 40)}”。发“帮助”看能说什么`);
  const options = found.matches
    .slice(0, CHOICES)
    .map(({ task }) => taskChoice(rowOf(context.workspace, task, context.today), `查看 ${task.number}`));
  return {
    reply: cardReply(choiceCard('要看哪一项?', options), '要看哪一项?'),
    question: options.map(({ label, say }) => ({ label, say })),
  };
};

/** 12 · 查看 12 · 12怎么样了 · 查看 三八节活动: one task's card. */
export const taskCommand = defineCommand<Wanted>({
  name: '查看',
  topic: '查看',
  kind: 'look',
  words: ['查看', '看看', '详情'],
  examples: [
    { say: '12', gets: '一项任务的详情:原文、时限、责任、灯、指标、进展' },
    { say: '查看 12、13', gets: '几项任务并列' },
  ],
  match: (said, context) => {
    const { text } = said;
    const rest = text.replace(LOOKS, '').replace(ASKS_AFTER, '').replace(PAGE, '').trim();
    const numbers = onlyNumbers(rest.replace(LOOKS_AT_NUMBER, ''));
    if (numbers !== undefined) return { numbers, page: Number(PAGE.exec(text)?.[1] ?? 1) };
    // 看看逾期的 asks for a list.
    if (!LOOKS.test(text) || rest === '' || readListing(said, context, rest) !== undefined) return undefined;
    return { title: rest };
  },
  run: (wanted, context) => {
    if ('title' in wanted) return showTitled(wanted.title, context);
    const [first = 0, ...others] = wanted.numbers;
    return others.length === 0 ? showOne(first, context) : showMany(wanted.numbers, wanted.page, context);
  },
});
