import { importPreview } from '../src/cards/importing/import-preview.ts';
import { importPreviewCard } from '../src/cards/importing/preview-card.ts';
import { defineCommand } from '../src/chat/command.ts';
import { type ImportSaid, readDocuments, readImport } from '../src/chat/reading/importing.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { bringsSomething, comparisonOf, isContested } from '../src/workspace/importing/comparison.ts';
import { draftImport } from '../src/workspace/importing/drafts.ts';
import { mayImport } from '../src/workspace/rights.ts';

const HOW =
  '请把计划给我:发“导入 2026”,换行贴上计划文字;或把计划文件(docx、xlsx、doc、txt、md)和“导入 2026”一起发;或引用已发的计划说“导入 2026”。确认之前不会写入';

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
  ],
  match: readImport,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: () => undefined,
  prepare: (said) => readDocuments(said),
  run: ({ source, reading, fault }, context) => {
    if (fault !== null) return sentence(fault);
    if (reading === null) return sentence(HOW);
    const tasks = reading.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
    if (tasks === 0)
      return sentence(`从${source}里没有读出任务。一项任务要写清做什么,最好有时间,如“4月召开职工代表大会”`);
    const { workspace, acting, today } = context;
    const may = mayImport(workspace, acting);
    if (!may.ok) return sentence(sayRefusal(may, context));
    const compared = comparisonOf(workspace, reading);
    if (!compared.some(bringsSomething)) {
      const kept = compared.flatMap((plan) => plan.tasks).filter(isContested).length;
      return sentence(sayRefusal({ reason: 'nothing-new', known: tasks, kept }, context));
    }
    const draft = draftImport(workspace, acting, source, reading);
    const card = importPreviewCard(importPreview(workspace, draft, today));
    return { reply: cardReply(card, `读出${tasks}项任务,确认后写入`) };
  },
});
