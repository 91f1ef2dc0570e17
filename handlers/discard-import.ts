import { shorten } from '../src/cards/shorten.ts';
import { defineCommand } from '../src/chat/command.ts';
import { readImportId } from '../src/chat/reading/import-id.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { discardImport, waitingImport } from '../src/workspace/importing/drafts.ts';

const DISCARDS = /^(?:放弃导入|取消导入|不导入|放弃)/;

/** 放弃: drops the preview; nothing was written. */
export const discardImportCommand = defineCommand<{ id: string | undefined }>({
  name: '放弃',
  topic: '计划',
  kind: 'change',
  words: ['放弃', '放弃导入', '取消导入'],
  examples: [{ say: '放弃', gets: '不要预览的这份计划' }],
  match: (said, context) => readImportId(said, context, DISCARDS, /^(?:不要了?|算了|取消)$/),
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: ({ id }, { workspace, acting }) => {
    const found = id ?? waitingImport(workspace, acting.by)?.id;
    return found === undefined ? undefined : { deed: '放弃这份导入', label: '放弃', say: `放弃 ${found}` };
  },
  run: ({ id }, context) => {
    const { workspace, acting } = context;
    const found = id ?? waitingImport(workspace, acting.by)?.id;
    if (found === undefined) return sentence(sayRefusal({ reason: 'no-import' }, context));
    const outcome = discardImport(workspace, acting, found);
    if (!outcome.ok) return sentence(sayRefusal(outcome, context));
    return sentence(`已放弃导入“${shorten(outcome.source, 40)}”,任务没有改动。要导入时再发一次`);
  },
});
