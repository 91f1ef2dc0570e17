import { choiceCard } from '../cards/choice-card.ts';
import { shorten } from '../cards/shorten.ts';
import { readable } from '../workspace/plain-data.ts';
import { planYearOf } from '../workspace/plan-year.ts';
import type { Task } from '../workspace/task.ts';
import type { CommandAnswer, Context } from './command.ts';
import { CLOSE_WORDS } from './deed-words.ts';
import { plainWords } from './normalise.ts';
import type { AdditionSaid } from './reading/adding.ts';
import { readFigures } from './reading/figures.ts';
import { impossibleDay } from './reading/impossible-day.ts';
import { cardReply, sentence } from './replies.ts';
import { sayTask, sayWho } from './sentences.ts';

const SHORTEST = 3;
const MOST = 0.7;

const sameText = (text: string): string => plainWords(text).replace(/[\s\p{P}]/gu, '');

const ask = (question: string, ways: { label: string; say: string }[]): CommandAnswer => ({
  reply: cardReply(choiceCard(question, ways), question),
  question: ways,
});

const anyway = (text: string): { label: string; say: string } => ({
  label: `新增任务“${shorten(text, 30)}”`,
  say: `新增 确认 ${text}`,
});

/** `新增 3家`, `新增会员120人`: a report may be meant. */
const askAboutFigure = (text: string): CommandAnswer | undefined => {
  const said = readFigures(plainWords(text));
  const [figure] = said?.figures ?? [];
  if (!figure) return undefined;
  if (figure.name === '') return sentence(`“${text}”像是一个数,不像任务。上报请带编号,如“上报 12 新增${text}”`);
  return ask(`“新增${text}”是上报数字,还是加一项任务?`, [
    { label: `上报 ${figure.name} 新增`, say: `上报 ${figure.name} 新增${figure.value}${figure.unit}` },
    anyway(text),
  ]);
};

/** The task that is there already, in the same words or nearly so. */
const alreadyThere = (text: string, tasks: Task[]): Task | undefined =>
  tasks.find((task) => sameText(task.text) === sameText(text) || sameText(task.title) === sameText(text)) ??
  tasks.find(({ title }) => isMostOf(sameText(title), sameText(text)));

/** 举办女职工讲座 and 女职工讲座: one holds the other and says little more. */
const isMostOf = (title: string, text: string): boolean => {
  const [long, short] = title.length > text.length ? [title, text] : [text, title];
  return short.length >= 4 && long.includes(short) && short.length >= long.length * MOST;
};

const ENDS_DONE = new RegExp(`(?:${CLOSE_WORDS.join('|')})[了啦。!]*$`);

/** What speaks against adding a task in so many words; undefined when nothing does, or it was asked before. */
export const askBeforeAdding = (
  { text, confirmed, pressed }: AdditionSaid,
  context: Context,
): CommandAnswer | undefined => {
  const tasks = readable(context.workspace.tasks).filter((task) => task.cancelled === null);
  const same = tasks.findLast((task) => sameText(task.text) === sameText(text));
  if (pressed && same)
    return sentence(`已经新增为 ${sayTask(same)}(${sayWho(same.addedBy, same.addedAt, context)}),没有再加`);
  if (confirmed) return undefined;
  if (sameText(text).length < SHORTEST)
    return sentence('新增什么?如“新增 5月底前召开职代会 负责人:李四 责任单位:办公室”');
  const asked = askAboutFigure(text);
  if (asked) return asked;
  const noDay = impossibleDay(text, planYearOf(context.workspace, context.today));
  if (noDay !== undefined) return sentence(`没有“${noDay}”这一天,没有新增。请改好日期再发`);
  const there = alreadyThere(text, tasks) ?? alreadyThere(`新增${text}`, tasks);
  if (!there) return undefined;
  const done = ENDS_DONE.test(plainWords(text))
    ? [{ label: `办结 ${sayTask(there)}`, say: `完成 ${there.number}` }]
    : [];
  const look = { label: `查看 ${sayTask(there)}`, say: `查看 ${there.number}` };
  return ask(`已有相近的 ${sayTask(there)},还要新增一项吗?`, [...done, look, anyway(text)]);
};
