import { shorten } from '../src/cards/shorten.ts';
import { askForTasks, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { CORRECT_WORDS, REPORT_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type ReportSaid, readReport } from '../src/chat/reading/reporting.ts';
import { offer, sentence } from '../src/chat/replies.ts';
import { makeReports, noteOnReports, sayReported } from '../src/chat/report-figures.ts';
import { askAboutCorrection, askAboutFigure, lateReport, sayFigures, sayReport } from '../src/chat/reporting.ts';
import { openChange } from '../src/workspace/history.ts';
import { addProgress } from '../src/workspace/progress.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

const report = (said: ReportSaid, number: number, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'report');
  const reports = makeReports(open, said, number);
  const { made, refused } = reports;
  const asked = refused.flatMap(({ refusal, figure }) => askAboutFigure(refusal, figure, said.corrects, context) ?? []);
  // Of several doubts one question would leave the others out.
  const ask = refused.length === 1 ? asked[0] : undefined;
  if (made.length === 0 && ask) return ask;
  if (made.length > 0 && said.remark !== '') addProgress(open, number, said.remark);
  const answer = receipt(
    open,
    made.map((reported) => sayReported(reported, said.corrects ? '更正' : '上报')),
    refused.map(({ refusal }) => refusal),
    context,
    {
      title: said.corrects ? '已更正' : '已上报',
      note: noteOnReports(reports, said, taskOf(context.workspace, number), context),
      buttons: (ask?.question ?? []).map(({ label, say }) => ({ label, say: say || label, tone: 'default' })),
    },
  );
  return ask?.question ? { ...answer, question: ask.question } : answer;
};

const proposal = (said: ReportSaid, context: Context) =>
  proposeFor('上报', said.tasks, (task) => sayReport(said, task, context), context, `:${sayFigures(said)}`);

const run = (said: ReportSaid, context: Context): CommandAnswer => {
  const offered = said.doubtful ? proposal(said, context) : undefined;
  if (offered && offered !== 'ask') return offer(offered, 'slip');
  const asked = askForTasks('上报', said.tasks, (task) => sayReport(said, task, context), context);
  const [number] = said.tasks.kind === 'numbers' ? said.tasks.numbers : [];
  if (asked || number === undefined) return asked ?? sentence('请带上编号,如“上报 12 3家”');
  const way = `如“上报 ${number} 3家”或“上报 ${number} 累计45”`;
  if (said.unread !== '')
    return sentence(`“${shorten(said.unread, 30)}”不是一个确切的数,没有记。请写一个数,${way};情况发“进展 ${number} …”`);
  if (said.figures.length === 0) return sentence(`请写上数,${way}。没有改动`);
  return (
    lateReport(said, number, context) ?? askAboutCorrection(said, number, context) ?? report(said, number, context)
  );
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
