import { shorten } from '../cards/shorten.ts';
import { type Suggestion, suggestionCard } from '../cards/suggestion-card.ts';
import { readable } from '../workspace/plain-data.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { matchTitles } from '../workspace/title-match.ts';
import type { AnyCommand, CommandAnswer, Context, Said } from './command.ts';
import { rawFrom } from './normalise.ts';
import { readNumbers } from './reading/numbers.ts';
import { cardReply, sentence } from './replies.ts';

const SHOWN = 4;
const TITLES = 3;
const REMARK_LIMIT = 60;

const titleOf = (context: Context, number: number): string =>
  shorten(taskOf(context.workspace, number)?.title ?? '', 24);

/** `12 场地已定` names a task and says something of it: look at it, note it, or close it with it. */
const byNumber = (said: Said, context: Context): Suggestion[] => {
  const found = readNumbers(said.text);
  const known = (found?.numbers ?? []).filter((number) => taskOf(context.workspace, number) !== undefined);
  const [number] = known;
  if (!found || number === undefined) return [];
  const numbers = known.slice(0, 20).join('、');
  const remark = shorten(rawFrom(said, found.length).replace(/^[\s,,、。::;;]+/, ''), REMARK_LIMIT);
  const title = titleOf(context, number);
  return [
    { say: `查看 ${numbers}`, gets: title },
    ...(remark === '' ? [] : [{ say: `进展 ${number} ${remark}`, gets: '记一条进展' }]),
    { say: `完成 ${numbers}`, gets: '办结' },
  ];
};

/** What a change command's word gets is its help: its examples are no deeds to press. */
const byCommandWord = (text: string, commands: readonly AnyCommand[]): Suggestion[] =>
  commands.flatMap(({ name, kind, words, examples }) => {
    const [example] = examples;
    if (!example || !words.some((word) => text.includes(word))) return [];
    return kind === 'look' ? [example] : [{ say: `帮助 ${name}`, gets: `怎么说,如“${shorten(example.say, 30)}”` }];
  });

const byTitle = (said: Said, context: Context): Suggestion[] =>
  matchTitles(readable(context.workspace.tasks), said.text.slice(0, 60))
    .matches.slice(0, TITLES)
    .map(({ task }) => ({ say: `查看 ${task.number}`, gets: shorten(task.title, 24) }));

const FIRST_WORDS = ['本周', '我的', '统计', '帮助'];

const general = (commands: readonly AnyCommand[]): Suggestion[] =>
  commands.flatMap(({ examples }) => examples.filter(({ say }) => FIRST_WORDS.includes(say)));

const GREETING =
  /^(?:谢谢|多谢|谢了|感谢|辛苦|辛苦了|你好|您好|大家好|早|早上好|下午好|晚上好|在吗|在不在|hi|hello|收到|好的|好|嗯|ok|哈哈)+[呀啊哦啦了您你吗!。?~]*$/i;

/** 13月办公室 */
const NO_MONTH = /^(?:\d{4}年)?(\d{2,3})月/;

/** Not understood: the nearest commands, with buttons. Never silence. */
export const suggest = (said: Said, context: Context, commands: readonly AnyCommand[]): CommandAnswer => {
  if (said.raw === '' || GREETING.test(said.text)) return sentence('在的。发“本周”看任务,发“帮助”看能说什么');
  const wrong = NO_MONTH.exec(said.text)?.[1];
  if (wrong !== undefined && Number(wrong) > 12)
    return sentence(`没有${wrong}月,月份是1月到12月。发“本月”或“5月”看任务`);
  const near = [...byNumber(said, context), ...byCommandWord(said.text, commands), ...byTitle(said, context)];
  const offered = near.length > 0 ? near : general(commands);
  const distinct = offered.filter(({ say }, index) => offered.findIndex((each) => each.say === say) === index);
  const lead =
    context.workspace.tasks.length === 0 && near.length === 0
      ? '本群还没有年度计划。发“导入 2026”,换行贴上计划文字,或引用计划文件说“导入”,就能开始'
      : undefined;
  const card = suggestionCard(said.raw, distinct.slice(0, SHOWN), lead);
  return { reply: cardReply(card, '没看懂,什么都没有改动') };
};
