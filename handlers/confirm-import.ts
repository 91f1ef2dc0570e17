import { shorten } from '../src/cards/shorten.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type ConfirmationSaid, readConfirmation } from '../src/chat/reading/confirming-import.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayImported } from '../src/chat/say-imported.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { confirmImport } from '../src/workspace/importing/confirming.ts';
import { waitingDraft, waitingImport } from '../src/workspace/importing/drafts.ts';

const confirm = ({ id, keepGone }: ConfirmationSaid, context: Context): CommandAnswer => {
  const { workspace, acting } = context;
  const waiting = id ?? waitingImport(workspace, acting.by)?.id;
  const found = waiting === undefined ? undefined : waitingDraft(workspace, waiting);
  const open = openChange(workspace, acting, found?.ok && found.content.kind === 'ledger' ? 'ledger' : 'import');
  const outcome = waiting === undefined ? undefined : confirmImport(open, waiting, keepGone);
  if (!outcome?.ok) return sentence(sayRefusal(outcome ?? { reason: 'no-import' }, context));
  const note = outcome.madeAdministrator ? '您是首位导入的人,已成为本群管理员。' : '';
  return receipt(open, sayImported(outcome, context), outcome.refused, context, {
    title: '已导入',
    note: `${note}接下来发“本周”“我的”“统计”试试`,
    buttons: [{ label: '本周', say: '本周', tone: 'default' }],
  });
};

/** 确认导入: writes what the preview showed. */
export const confirmImportCommand = defineCommand<ConfirmationSaid>({
  name: '确认导入',
  topic: '计划',
  kind: 'change',
  words: ['确认导入', '确定导入'],
  examples: [
    { say: '确认导入', gets: '把预览过的计划写入本群' },
    { say: '确认导入 不取消', gets: '只写新增和修改,计划里不再有的任务留着' },
  ],
  match: readConfirmation,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: ({ id, keepGone }, { workspace, acting }) => {
    const waiting = waitingImport(workspace, acting.by);
    const found = id ?? waiting?.id;
    return found === undefined
      ? undefined
      : {
          deed: `导入“${shorten(waiting?.source ?? found, 30)}”`,
          label: '确认导入',
          say: `确认导入 ${found}${keepGone ? ' 不取消' : ''}`,
        };
  },
  run: confirm,
});
