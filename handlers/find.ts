import { ROWS_PER_PAGE } from '../src/cards/blocks.ts';
import { shorten } from '../src/cards/shorten.ts';
import { foundTasksCard } from '../src/cards/task-list-card.ts';
import { defineCommand } from '../src/chat/command.ts';
import { cardReply } from '../src/chat/replies.ts';
import { matchTitles } from '../src/workspace/title-match.ts';

const FINDS = /^(?:找一找|找找|找|查找|搜一搜|搜索|搜|寻找) ?(.*?)(?: ?第(\d{1,4})页)?$/;
/** Marks people put around a title; the card puts its own. */
const QUOTES = /[“”"‘’'「」『』《》]/g;
/** Further matches are too loose to be of use. */
const PAGES_SHOWN = 3;
/** Titles are found by less; the words stand on the page buttons. */
const LONGEST = 60;

/** 找 培训: fuzzy search by title, pinyin and initials included. */
export const findCommand = defineCommand<{ words: string; page: number }>({
  name: '找',
  topic: '查看',
  kind: 'look',
  words: ['找', '查找', '搜索'],
  examples: [
    { say: '找 培训', gets: '标题里有这个词的任务,错一两个字也行' },
    { say: '找 peixun', gets: '用拼音或首字母找' },
  ],
  match: ({ text }) => {
    const match = FINDS.exec(text);
    const words = match?.[1]?.replace(QUOTES, '').trim().slice(0, LONGEST) ?? '';
    return match && words !== '' ? { words, page: Number(match[2] ?? 1) } : undefined;
  },
  run: ({ words, page }, { workspace, today }) => {
    const found = matchTitles(workspace.tasks, words).matches.slice(0, PAGES_SHOWN * ROWS_PER_PAGE);
    const tasks = found.map(({ task }) => task);
    const card = foundTasksCard(workspace, tasks, {
      title: `找“${shorten(words, 20)}”`,
      span: '',
      say: `找 ${words}`,
      page,
      empty: `没有找到“${shorten(words, 40)}”。换个词试试,或发“全年”看全部任务`,
      today,
    });
    return { reply: cardReply(card, `找到${tasks.length}项`) };
  },
});
