import { importPreview } from '../src/cards/importing/import-preview.ts';
import { importPreviewCard } from '../src/cards/importing/preview-card.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { askForGroup } from '../src/chat/handing-in.ts';
import { FROM_LATER, HOW_TO_IMPORT, NOT_OURS, sayInVain, sayNoTasks } from '../src/chat/import-sentences.ts';
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

const preview = (source: string, content: ImportContent, toast: string, context: Context): CommandAnswer => {
  const draft = draftImport(context.workspace, context.acting, source, content);
  return {
    reply: cardReply(importPreviewCard(importPreview(context.workspace, draft, content, context.today)), toast),
  };
};

const previewPlan = (source: string, reading: PlanReading, context: Context): CommandAnswer => {
  const tasks = reading.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  if (tasks === 0) return sentence(sayNoTasks(source));
  const may = mayImport(context.workspace, context.acting);
  if (!may.ok) return sentence(sayRefusal(may, context));
  const compared = comparisonOf(context.workspace, reading);
  if (!compared.some(bringsSomething)) {
    const kept = compared.flatMap((plan) => plan.tasks).filter(isContested).length;
    return sentence(sayRefusal({ reason: 'nothing-new', from: 'plan', known: tasks, kept }, context));
  }
  return preview(source, { kind: 'plan', reading }, `读出${tasks}项任务,确认后写入`, context);
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
    { say: '导入 2026\n1. 4月召开职工代表大会。责任单位:办公室', gets: '先看预览,文字换行贴在后面,或带文件、引用计划' },
    { say: '导入', gets: '带上改好的台账:逐格对比,先看改了什么,确认后写入' },
  ],
  match: readImport,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: () => undefined,
  prepare: (said) => readDocuments(said),
  run: ({ source, reading, ledger, fault, keep }, context) => {
    if (fault !== null) return sentence(fault);
    if (keep !== null) return askForGroup(source, reading);
    if (ledger !== null) return previewLedger(source, ledger, context);
    return reading === null ? sentence(HOW_TO_IMPORT) : previewPlan(source, reading, context);
  },
});
