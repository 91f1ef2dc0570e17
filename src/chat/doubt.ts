import { choiceCard } from '../cards/choice-card.ts';
import { sayPeriodShort } from '../cards/say-schedule.ts';
import { allPeriodsOf, closingOf, windowOfPeriod } from '../workspace/deadline.ts';
import type { Task } from '../workspace/task.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { offerIf, proposeFor } from './changing.ts';
import type { CommandAnswer, Context } from './command.ts';
import { plainWords } from './normalise.ts';
import type { ClosingSaid } from './reading/closing.ts';
import { targetMeant } from './reading/target-meant.ts';
import { namesTask } from './reading/tasks.ts';
import { cardReply, sentence } from './replies.ts';
import { sayTask } from './sentences.ts';

interface Way {
  label: string;
  button: string;
  say: string;
}

const ask = (question: string, ways: Way[]): CommandAnswer => ({
  reply: cardReply(choiceCard(question, ways), question),
  question: ways.map(({ label, say }) => ({ label, say })),
});

const way = (verb: string, task: Task, say: string): Way => ({
  label: `${verb} ${sayTask(task)}`,
  button: `${verb} ${task.number}`,
  say,
});

const closing = (task: Task, say: string): Way => way('办结', task, say);

/** 完成 12 60% is hardly a closing; 完成 7 2场 may be a report. */
const ofNumbers = (said: ClosingSaid, task: Task): CommandAnswer | undefined => {
  const { number } = task;
  const close = closing(task, `完成 ${number}`);
  if (said.percent !== null && said.percent < 100) {
    const progress = {
      label: `记进度${said.percent}%`,
      button: `进度${said.percent}%`,
      say: `进展 ${number} ${said.percent}%`,
    };
    return ask(`${sayTask(task)}:是记进度${said.percent}%,还是办结?`, [progress, close]);
  }
  const counted = said.figures.filter((figure) => figure.unit !== '' && targetMeant(task, figure).ok);
  if (counted.length === 0 && !(said.glued && said.figures.length > 0)) return undefined;
  const reports = counted.map(({ value, unit }) => ({
    label: `上报 ${value}${unit}`,
    button: `上报 ${value}${unit}`,
    say: `上报 ${number} ${value}${unit}`,
  }));
  const progress = {
    label: `记一条进展:完成${said.remark}`,
    button: '记进展',
    say: `进展 ${number} 完成${said.remark}`,
  };
  const ways = counted.length > 0 ? reports : [progress];
  return ask(`${sayTask(task)}:“${said.remark}”是要怎么记?`, [...ways, close]);
};

/**
 * 完成 12 三八节活动, where #12 is another task: the number or the title is a slip.
 * @param verb what is done to it: 办结
 * @param word the command's own: 完成
 */
export const ofAnotherTitle = (
  said: ClosingSaid,
  task: Task,
  context: Context,
  verb = '办结',
  word = '完成',
): CommandAnswer | undefined => {
  const words = plainWords(said.remark);
  if (words === '' || words.length > 40 || namesTask(words, task)) return undefined;
  const meant = said.remarkAsTitle;
  const other = meant.kind === 'numbers' ? taskOf(context.workspace, meant.numbers[0] ?? 0) : undefined;
  if (!other || other.number === task.number) return undefined;
  return ask(`编号和标题对不上,要${verb}哪一项?`, [
    way(verb, task, `${word} ${task.number}`),
    way(verb, other, `${word} ${other.number}`),
  ]);
};

/** `“完成 2 一季度”“完成 2 二季度”`: with periods of the task that have begun, those still open first. */
const sayExamples = (task: Task, { today }: Context): string => {
  const begun = allPeriodsOf(task).filter((period) => windowOfPeriod(task, period).start <= today);
  const open = begun.filter((period) => closingOf(task, period) === undefined);
  const named = (open.length > 0 ? open : begun.length > 0 ? begun : allPeriodsOf(task)).slice(-2);
  return named.map((period) => `“完成 ${task.number} ${sayPeriodShort(period, today)}”`).join('');
};

/**
 * What speaks against a closing that was said in so many words: asked with buttons, since it may mean something else.
 * undefined when nothing does.
 */
export const doubtOfClosing = (said: ClosingSaid, context: Context): CommandAnswer | undefined => {
  const numbers = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  const tasks = numbers.flatMap((number) => taskOf(context.workspace, number) ?? []);
  const recurring = said.span ? tasks.find(({ schedule }) => schedule.freq !== null) : undefined;
  if (recurring) {
    return sentence(`${sayTask(recurring)}分期办结,请写明哪一期,如${sayExamples(recurring, context)}。没有改动`);
  }
  const [task] = tasks;
  const asked = task && tasks.length === 1 ? (ofNumbers(said, task) ?? ofAnotherTitle(said, task, context)) : undefined;
  if (asked || !said.glued) return asked;
  return offerIf(
    true,
    proposeFor('办结', said.tasks, (each) => `完成 ${each}`, context),
  );
};
