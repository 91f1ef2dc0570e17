import { sayInstant } from '../src/calendar/date.ts';
import { type HistoryLine, historyCard } from '../src/cards/history-card.ts';
import { pageOf, sayPage } from '../src/cards/paging.ts';
import { sayChange } from '../src/cards/say-change.ts';
import { shorten } from '../src/cards/shorten.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { readNumber } from '../src/chat/reading/numbers.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { type Change, changesOf } from '../src/workspace/history.ts';
import { nameOf } from '../src/workspace/people.ts';
import type { Task } from '../src/workspace/task.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

const WORDS = '(?:历史记录|操作记录|变更记录|修改记录|记录|历史|台账记录)';
const BEFORE = new RegExp(`^(?:查看|看看|看)? ?${WORDS} ?(.*)$`);
const AFTER = new RegExp(`^(?:查看|看看|看|查)? ?(.*?) ?的?${WORDS}(.*)$`);
const PAGE = /^ ?(?:第(\d{1,4})页)?$/;

const lineOf = (change: Change, task: Task, { workspace, today }: Context): HistoryLine => {
  const undoing = workspace.history.find(({ id }) => id === change.undoneBy);
  return {
    when: sayInstant(change.at, today),
    who: nameOf(workspace, change.by),
    what: sayChange(change, task, today),
    undone: undoing ? `${nameOf(workspace, undoing.by)} ${sayInstant(undoing.at, today)}` : '',
  };
};

/** The number in front or behind the word: 记录 12, 12的历史. */
const readWanted = (text: string): { number: number; page: number } | undefined => {
  for (const [numberText, rest] of [
    [BEFORE.exec(text)?.[1], ''],
    [AFTER.exec(text)?.[1], AFTER.exec(text)?.[2] ?? ''],
  ]) {
    const found = numberText === undefined ? undefined : readNumber(numberText);
    const page = found && PAGE.exec(`${numberText?.slice(found.length)}${rest}`);
    if (found && page) return { number: found.number, page: Number(page[1] ?? 1) };
  }
  return undefined;
};

/** 记录 12: who did what to a task, when, before → after. */
export const historyCommand = defineCommand<{ number: number; page: number }>({
  name: '记录',
  topic: '查看',
  kind: 'look',
  words: ['记录', '历史'],
  examples: [
    { say: '记录 12', gets: '一项任务的来龙去脉:谁、何时、改了什么' },
    { say: '记录 12 第2页', gets: '更早的' },
  ],
  match: ({ text }) => readWanted(text),
  run: ({ number, page }, context) => {
    const task = taskOf(context.workspace, number);
    if (task === undefined) return sentence(sayRefusal({ reason: 'no-such-task', number }, context));
    const changes = pageOf(changesOf(context.workspace, number), page);
    const card = historyCard(`#${number} ${shorten(task.title)}`, `记录 ${number}`, {
      ...changes,
      items: changes.items.map((change) => lineOf(change, task, context)),
    });
    const shown = { ...card, view: sayPage(card.view, changes.page) };
    return { reply: cardReply(shown, `${card.title}:共${changes.total}条`) };
  },
});
