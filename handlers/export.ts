import { dateOf, sayDay } from '../src/calendar/date.ts';
import { wholeYear } from '../src/calendar/window.ts';
import { type Paper, paperName } from '../src/cards/paper.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { numbersAsked, yearWithin } from '../src/chat/exporting.ts';
import { type ExportSaid, readExport } from '../src/chat/reading/exporting.ts';
import type { Listing } from '../src/chat/reading/listing.ts';
import { sayTogether, sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { organisationOf } from '../src/digests/paper-title.ts';
import { sayRanges } from '../src/plan/ledger/number-ranges.ts';
import { readable } from '../src/workspace/plain-data.ts';
import { planYearOf } from '../src/workspace/plan-year.ts';
import { lastChangeNumber } from '../src/workspace/rewinding.ts';

const recipe = (words: string, year: number, numbers: number[], context: Context): Paper => {
  const workspace = readable(context.workspace);
  const { acting, today } = context;
  const plan = workspace.plans.find((each) => each.year === year)?.title ?? '';
  const until = `截至${sayDay(dateOf(acting.at), `${year}-01-01`)}`;
  const heading = `${organisationOf(plan)}${year}年督办台账`;
  return {
    kind: 'ledger',
    name: paperName(`${heading}(${[words, until].filter((part) => part !== '').join(' ')})`, 'xlsx'),
    title: `${heading}(${[words, `截至${sayDay(today)}`].filter((part) => part !== '').join(' ')})`,
    asOf: acting.at,
    change: lastChangeNumber(workspace),
    year,
    numbers: sayRanges(numbers),
  };
};

const handOut = (listing: Listing | null, context: Context): CommandAnswer => {
  const workspace = readable(context.workspace);
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const { time = null } = listing ?? {};
  const year = (time && yearWithin(time.window)) ?? planYearOf(workspace, context.today);
  const numbers = numbersAsked(workspace, listing, year, context);
  const shared = listing === null ? [] : sharedFilterWords(listing, context);
  const isYear = time !== null && wholeYear(time.window) !== undefined;
  const words = sayTogether(isYear ? '' : (listing?.timeWords ?? ''), ...shared);
  if (numbers.length === 0) return sentence(`没有“${words || `${year}年`}”的任务,没有导出。发“导出”要全年的`);
  return { reply: fileReply(recipe(words, year, numbers, context)) };
};

/** 导出 · 台账 · 导出 办公室 未完成: the 督办台账 as xlsx, to be sent up, or changed and sent back with 导入. */
export const exportCommand = defineCommand<ExportSaid>({
  name: '导出',
  topic: '汇报',
  kind: 'look',
  words: ['导出', '台账', '导出台账', '下载台账'],
  examples: [
    { say: '导出', gets: '督办台账(xlsx);改好发回群里并说“导入”,逐格对比后写入' },
    { say: '导出 办公室', gets: '一个单位的,换成人名、“未完成”、“2025年”也行,可合用' },
  ],
  match: readExport,
  run: ({ listing }, context) => handOut(listing, context),
});
