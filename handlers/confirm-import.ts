import { sayDeed } from '../src/cards/importing/say-deed.ts';
import { sayDifference } from '../src/cards/say-field.ts';
import { shorten } from '../src/cards/shorten.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type ConfirmationSaid, readConfirmation } from '../src/chat/reading/confirming-import.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal, sayTask } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { GONE_REASON } from '../src/workspace/importing/comparison.ts';
import { confirmImport } from '../src/workspace/importing/confirming.ts';
import { waitingDraft, waitingImport } from '../src/workspace/importing/drafts.ts';
import type { Imported } from '../src/workspace/importing/imported.ts';
import { ROW_GONE_REASON } from '../src/workspace/importing/ledger/ledger-confirming.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

/** `#21《…》`, `#21—#24`; empty when there are none. */
const sayRange = (added: readonly number[], { workspace }: Context): string => {
  const [first, last] = [added[0] ?? 0, added.at(-1) ?? 0];
  const title = added.length === 1 ? `《${taskOf(workspace, first)?.title ?? ''}》` : '';
  return first === last ? `#${first}${title}` : `#${first}—#${last}`;
};

/** The first line: what the document was, and how many tasks are new. */
const sayAdded = (imported: Imported, context: Context): string => {
  const { from, plans, added, known, changed, cancelled } = imported;
  const what = added.length === 0 ? '没有新任务' : `0 → ${added.length}项任务(${sayRange(added, context)})`;
  if (from === 'ledger') {
    const counts = [`修改${changed.length}项`, ...(cancelled.length > 0 ? [`取消${cancelled.length}项`] : [])];
    return `导入台账:${what},${counts.join(',')}`;
  }
  const names = plans.map(({ title, year }) => `《${title}》${year}年`).join('、');
  return `导入 ${names}:${what}${known > 0 ? `,另有${known}项本群已有,没有重复` : ''}`;
};

const sayImported = (imported: Imported, context: Context): string[] => {
  const titled = (number: number) => sayTask(taskOf(context.workspace, number) ?? { number, title: '' });
  const reason = imported.from === 'plan' ? GONE_REASON : ROW_GONE_REASON;
  return [
    sayAdded(imported, context),
    ...imported.changed.map(({ number, differences, restores, deeds }) => {
      const said = [
        ...(restores ? ['恢复'] : []),
        ...differences.map((each) => sayDifference(each, context.today)),
        ...deeds.map((deed) => sayDeed(deed, context.today)),
      ];
      return `修改 ${titled(number)}${said.join(';')}`;
    }),
    ...imported.cancelled.map((number) => `取消 ${titled(number)}:${reason}`),
  ];
};

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
