import { choiceCard } from '../cards/choice-card.ts';
import { sayNumber, sayTarget } from '../cards/say-quantity.ts';
import type { Refusal } from '../workspace/outcome.ts';
import { cumulative } from '../workspace/reporting.ts';
import type { Report, Target, Task } from '../workspace/task.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { CommandAnswer, Context } from './command.ts';
import type { FigureSaid } from './reading/figures.ts';
import type { ReportSaid } from './reading/reporting.ts';
import { targetMeant } from './reading/target-meant.ts';
import { cardReply, offerCard, sentence } from './replies.ts';
import { sayRefusal, sayTask, sayWho } from './sentences.ts';

const MODE_WORDS = { add: '新增', total: '累计' };

const sayFigure = ({ name, mode, value, unit }: FigureSaid): string =>
  `${name}${name === '' ? '' : ' '}${mode === null ? '' : MODE_WORDS[mode]}${sayNumber(value)}${unit}`;

/** `会员 新增120人`, `3个、2家`. */
export const sayFigures = ({ figures }: ReportSaid): string => figures.map(sayFigure).join('、');

const reportsOf = (task: Task | undefined, target: string): Report[] =>
  task?.reports.filter((report) => report.target === target) ?? [];

/** `第4笔`: which report on its target this would be. A second press of the same button finds it made already. */
const sayNth = (task: Task | undefined, target: string): string => `第${reportsOf(task, target).length + 1}笔`;

/** The report as a command, naming which report on the target it is to be, so that it counts once. */
export const sayReport = (said: ReportSaid, task: string, context: Context): string => {
  const [figure] = said.figures;
  const known = /^\d+$/.test(task) ? taskOf(context.workspace, Number(task)) : undefined;
  const chosen = known && figure && targetMeant(known, figure);
  const nth = known && chosen?.ok && said.figures.length === 1 ? sayNth(known, chosen.target.id) : '';
  const words = [said.corrects ? '更正' : '上报', task, sayFigures(said), nth];
  return words.filter((part) => part !== '').join(' ');
};

/** Who made the report a button was to make, when it is pressed a second time or after another report. */
export const lateReport = (
  { nth, target, figures }: ReportSaid,
  number: number,
  context: Context,
): CommandAnswer | undefined => {
  const task = taskOf(context.workspace, number);
  const [figure] = figures;
  if (!task || !figure || nth === null) return undefined;
  const chosen = targetMeant(task, figure, target);
  const made = chosen.ok ? reportsOf(task, chosen.target.id)[nth - 1] : undefined;
  if (!made || !chosen.ok) return undefined;
  const what = `${MODE_WORDS[made.mode]}${sayNumber(made.value)}${chosen.target.unit}`;
  return sentence(
    `${sayTask(task)}已经上报过(${sayWho(made.by, made.at, context)}:${what}),没有再记。要再报请重新发“上报 ${number} …”`,
  );
};

interface Way {
  label: string;
  say: string;
}

const asked = (question: string, ways: Way[]): CommandAnswer => ({
  reply: cardReply(choiceCard(question, ways), question),
  question: ways,
});

const sayFor = (verb: string, task: Task | undefined, target: Target, rest: string): string =>
  `${verb} ${task?.number ?? ''} ${target.id} ${rest} ${sayNth(task, target.id)}`;

/**
 * Which target, 新增 or 累计, or whether such a figure is meant: asked with buttons. undefined for any other refusal.
 * @param corrects the figure was a 更正, and stays one
 */
export const askAboutFigure = (
  refusal: Refusal,
  figure: FigureSaid,
  corrects: boolean,
  context: Context,
): CommandAnswer | undefined => {
  const task = 'number' in refusal && refusal.number !== null ? taskOf(context.workspace, refusal.number) : undefined;
  const mode = figure.mode === null ? '' : MODE_WORDS[figure.mode];
  const question = sayRefusal(refusal, context);
  switch (refusal.reason) {
    case 'which-target': {
      const verb = corrects ? '更正' : '上报';
      const ways = refusal.targets
        .filter(({ id }) => task && targetMeant(task, { ...figure, name: '' }, id).ok)
        .map((target) => ({
          label: sayTarget(target),
          say: sayFor(verb, task, target, `${mode}${sayNumber(figure.value)}${figure.unit}`),
        }));
      const what = `${sayNumber(figure.value)}${figure.unit}`;
      return ways.length === 0 ? undefined : asked(`${sayTask(refusal)}的${what}是哪个指标的?`, ways);
    }
    case 'kind-unknown': {
      const { target, value } = refusal;
      const ways = (['add', 'total'] as const).map((each) => ({
        label: MODE_WORDS[each],
        say: sayFor('上报', task, target, `${MODE_WORDS[each]}${sayNumber(value)}${target.unit}`),
      }));
      return asked(question, ways);
    }
    case 'fall':
    case 'tenfold': {
      const { target, from, to } = refusal;
      const value = refusal.mode === 'add' ? to - from : to;
      const say = sayFor('上报', task, target, `${MODE_WORDS[refusal.mode]}${sayNumber(value)}${target.unit} 确认`);
      return askedTwice(question, say);
    }
    default:
      return undefined;
  }
};

const askedTwice = (question: string, say: string): CommandAnswer => {
  const offers = [
    { label: '是,就这么报', say, tone: 'primary' as const },
    { label: '否', say: '否', tone: 'default' as const },
  ];
  return {
    reply: cardReply(offerCard(question, offers, '回复“是”或“否”,10分钟内有效'), question),
    question: [
      { label: '是', say },
      { label: '否', say: '' },
    ],
  };
};

/** 更正 5 新增40: is the total 40, or was the last increase? undefined when it was not said so. */
export const askAboutCorrection = (
  { corrects, figures, target: id }: ReportSaid,
  number: number,
  context: Context,
): CommandAnswer | undefined => {
  const task = taskOf(context.workspace, number);
  const [figure, ...others] = figures;
  if (!task || !corrects || !figure || figure.mode !== 'add' || others.length > 0) return undefined;
  const meant = targetMeant(task, figure, id);
  if (!meant.ok) return undefined;
  const { target, value } = meant;
  const reports = reportsOf(task, target.id);
  const last = reports.at(-1);
  const before = cumulative({ ...task, reports: reports.slice(0, -1) }, target.id);
  const way = (label: string, total: number): Way => ({
    label: `${label}(累计${sayNumber(total)}${target.unit})`,
    say: sayFor('更正', task, target, `累计${sayNumber(total)}${target.unit}`),
  });
  return asked(`${sayTask(task)}要怎么更正?`, [
    way(`累计数改为${sayNumber(value)}`, value),
    ...(last?.mode === 'add' && before > 0 ? [way(`最近一次新增改为${sayNumber(value)}`, before + value)] : []),
  ]);
};
