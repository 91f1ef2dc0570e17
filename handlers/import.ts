import { importPreview } from '../src/cards/importing/import-preview.ts';
import { importPreviewCard } from '../src/cards/importing/preview-card.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type ImportSaid, readDocuments, readImport } from '../src/chat/reading/importing.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { ledgerChanges } from '../src/ledger-sheet/ledger-changes.ts';
import { sealOf } from '../src/ledger-sheet/seal.ts';
import type { LedgerSheet } from '../src/plan/ledger/read-ledger.ts';
import type { PlanReading } from '../src/plan/plan-draft.ts';
import { bringsSomething, comparisonOf, isContested } from '../src/workspace/importing/comparison.ts';
import { draftImport } from '../src/workspace/importing/drafts.ts';
import { ledgerComparisonOf } from '../src/workspace/importing/ledger/ledger-comparison.ts';
import { readable } from '../src/workspace/plain-data.ts';
import { lastChangeNumber } from '../src/workspace/rewinding.ts';
import { mayImport } from '../src/workspace/rights.ts';
import type { ImportContent } from '../src/workspace/workspace.ts';

const LINES_IN_VAIN = 5;

const HOW =
  '请把计划给我:发“导入 2026”,换行贴上计划文字;或把计划文件(docx、xlsx、doc、txt、md)和“导入 2026”一起发;或引用已发的计划说“导入 2026”。确认之前不会写入';

const preview = (source: string, content: ImportContent, toast: string, context: Context): CommandAnswer => {
  const { workspace, acting, today } = context;
  const draft = draftImport(workspace, acting, source, content);
  const card = importPreviewCard(importPreview(workspace, draft, content, today));
  return { reply: cardReply(card, toast) };
};

const previewPlan = (source: string, reading: PlanReading, context: Context): CommandAnswer => {
  const tasks = reading.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  if (tasks === 0)
    return sentence(`从${source}里没有读出任务。一项任务要写清做什么,最好有时间,如“4月召开职工代表大会”`);
  const may = mayImport(context.workspace, context.acting);
  if (!may.ok) return sentence(sayRefusal(may, context));
  const compared = comparisonOf(context.workspace, reading);
  if (!compared.some(bringsSomething)) {
    const kept = compared.flatMap((plan) => plan.tasks).filter(isContested).length;
    return sentence(sayRefusal({ reason: 'nothing-new', from: 'plan', known: tasks, kept }, context));
  }
  return preview(source, { kind: 'plan', reading }, `读出${tasks}项任务,确认后写入`, context);
};

const NOT_OURS = '这份台账不是从本群导出的,没有读。请在导出它的那个群里导入,或在本群发“导出”另导一份';
const FROM_LATER = '这份台账导出以后,本群的数据退回过更早的时候,对不上了。请发“导出”重新导出一份';

/** What was changed in vain is told even when nothing else was changed. */
const sayInVain = (lines: string[]): string => {
  const [shown, left] = [lines.slice(0, LINES_IN_VAIN), lines.length - LINES_IN_VAIN];
  return [...shown.map((line) => `\n· ${line}`), ...(left > 0 ? [`\n……另有${left}处`] : [])].join('');
};

/** A ledger is taken by its own group alone, and compared with what it was when it was handed out. */
const previewLedger = (source: string, sheet: LedgerSheet, context: Context): CommandAnswer => {
  const workspace = readable(context.workspace);
  if (sheet.mark.seal !== sealOf(workspace)) return sentence(NOT_OURS);
  if (sheet.mark.change > lastChangeNumber(workspace)) return sentence(FROM_LATER);
  const may = mayImport(workspace, context.acting);
  if (!may.ok) return sentence(sayRefusal(may, context));
  const ledger = ledgerChanges(workspace, sheet, context.today);
  const compared = ledgerComparisonOf(workspace, ledger);
  if (compared.tasks.length + compared.gone.length === 0) {
    const said = sayRefusal({ reason: 'nothing-new', from: 'ledger', known: ledger.rows, kept: 0 }, context);
    return sentence(`${said}${sayInVain(ledger.leftOut)}`);
  }
  return preview(source, { kind: 'ledger', ledger }, '台账已读,确认后写入', context);
};

/** 导入 with the text behind it, its files, or what it quotes: a preview first; nothing is written before 确认导入. */
export const importCommand = defineCommand<ImportSaid>({
  name: '导入',
  topic: '计划',
  kind: 'change',
  words: ['导入', '上传计划', '录入计划'],
  takesAllLines: true,
  examples: [
    {
      say: '导入 2026\n一、组织建设\n1. 4月召开职工代表大会。责任单位:办公室',
      gets: '先看预览,文字换行贴在后面,或带文件、引用计划',
    },
    { say: '导入', gets: '带上改好的台账:逐格对比,先看改了什么,确认后写入' },
  ],
  match: readImport,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: () => undefined,
  prepare: (said) => readDocuments(said),
  run: ({ source, reading, ledger, fault }, context) => {
    if (fault !== null) return sentence(fault);
    if (ledger !== null) return previewLedger(source, ledger, context);
    return reading === null ? sentence(HOW) : previewPlan(source, reading, context);
  },
});
