import { sayNumber, sayShare } from '../src/cards/say-quantity.ts';
import { askForTasks, doEach, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { CORRECT_WORDS, REPORT_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import type { FigureSaid } from '../src/chat/reading/figures.ts';
import { type ReportSaid, readReport } from '../src/chat/reading/reporting.ts';
import { targetMeant } from '../src/chat/reading/target-meant.ts';
import { offer, sentence } from '../src/chat/replies.ts';
import { askAboutFigure, lateReport, sayFigures, sayReport } from '../src/chat/reporting.ts';
import { sayTask } from '../src/chat/sentences.ts';
import { type OpenChange, openChange } from '../src/workspace/history.ts';
import type { Outcome } from '../src/workspace/outcome.ts';
import { addProgress } from '../src/workspace/progress.ts';
import { type Reported, reportFigure } from '../src/workspace/reporting.ts';
import { workableTask } from '../src/workspace/task-lookup.ts';

const sayReported = ({ target, mode, value, before, after, share, ...task }: Reported, verb: string): string => {
  const name = target.name === '' ? '' : `${target.name} `;
  const added = mode === 'add' ? `新增${sayNumber(value)}${target.unit},` : '';
  return `${verb} ${sayTask(task)}:${name}${added}累计${sayNumber(before)} → ${sayNumber(after)}${target.unit},完成${sayShare(share)}`;
};

const reportOne = (open: OpenChange, said: ReportSaid, number: number, figure: FigureSaid): Outcome<Reported> => {
  const task = workableTask(open.workspace, number);
  const meant = task.ok ? targetMeant(task.task, figure, said.target) : task;
  if (!meant.ok) return meant;
  const mode = said.corrects ? 'total' : figure.mode;
  return reportFigure(open, number, {
    target: meant.target.id,
    value: meant.value,
    mode,
    confirmed: said.confirmed || said.corrects,
  });
};

const report = (said: ReportSaid, number: number, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'report');
  const { done, refused } = doEach(said.figures, (figure) => reportOne(open, said, number, figure));
  const [figure] = said.figures;
  const [only, ...others] = refused;
  const isOne = done.length === 0 && others.length === 0;
  const ask = figure && only && isOne ? askAboutFigure(only, figure, context) : undefined;
  if (done.length > 0 && said.remark !== '') addProgress(open, number, said.remark);
  const lines = done.map((reported) => sayReported(reported, said.corrects ? '更正' : '上报'));
  return ask ?? receipt(open, lines, refused, context, { title: said.corrects ? '已更正' : '已上报' });
};

const proposal = (said: ReportSaid, context: Context) =>
  proposeFor('上报', said.tasks, (task) => sayReport(said, task, context), context, `:${sayFigures(said)}`);

const run = (said: ReportSaid, context: Context): CommandAnswer => {
  const offered = said.doubtful ? proposal(said, context) : undefined;
  if (offered && offered !== 'ask') return offer(offered, 'slip');
  const asked = askForTasks('上报', said.tasks, (task) => sayReport(said, task, context), context);
  const [number] = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  if (asked || number === undefined) return asked ?? sentence('请带上编号,如“上报 12 3家”');
  if (said.figures.length === 0) return sentence(`请写上数,如“上报 ${number} 3家”或“上报 ${number} 累计45”。没有改动`);
  return lateReport(said, number, context) ?? report(said, number, context);
};

/** 上报 12 3 · 上报 12 累计45 · 更正 12 40 · 7已完成2场: adds a figure to a target, or sets its cumulative total. */
export const reportCommand = defineCommand<ReportSaid>({
  name: '上报',
  topic: '指标',
  kind: 'change',
  words: wordsFor('上报', [...REPORT_WORDS, ...CORRECT_WORDS]),
  examples: [
    { say: '上报 12 3', gets: '给任务的指标报一个数,也可说 上报 会员 120人' },
    { say: '上报 12 累计45', gets: '报累计数' },
    { say: '更正 12 40', gets: '把累计数改成40,原来的留在记录里' },
  ],
  match: readReport,
  wording: ({ wording }) => wording,
  propose: (said, context) => (said.figures.length === 0 ? undefined : proposal(said, context)),
  run,
});
