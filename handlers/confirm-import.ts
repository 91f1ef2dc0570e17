import { sayDifference } from '../src/cards/say-field.ts';
import { shorten } from '../src/cards/shorten.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type ConfirmationSaid, readConfirmation } from '../src/chat/reading/confirming-import.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal, sayTask } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { GONE_REASON } from '../src/workspace/importing/comparison.ts';
import { confirmImport, type Imported } from '../src/workspace/importing/confirming.ts';
import { waitingImport } from '../src/workspace/importing/drafts.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

const sayAdded = ({ plans, added, known }: Imported, { workspace }: Context): string => {
  const names = plans.map(({ title, year }) => `《${title}》${year}年`).join('、');
  const [first, last] = [added[0] ?? 0, added.at(-1) ?? 0];
  const title = added.length === 1 ? `《${taskOf(workspace, first)?.title ?? ''}》` : '';
  const range = first === last ? `#${first}${title}` : `#${first}—#${last}`;
  const what = added.length === 0 ? '没有新任务' : `0 → ${added.length}项任务(${range})`;
  return `导入 ${names}:${what}${known > 0 ? `,另有${known}项本群已有,没有重复` : ''}`;
};

const sayImported = (imported: Imported, context: Context): string[] => {
  const titled = (number: number) => sayTask(taskOf(context.workspace, number) ?? { number, title: '' });
  return [
    sayAdded(imported, context),
    ...imported.changed.map(({ number, differences, restores }) => {
      const said = differences.map((each) => sayDifference(each, context.today));
      return `修改 ${titled(number)}${[...(restores ? ['恢复'] : []), ...said].join(';')}`;
    }),
    ...imported.cancelled.map((number) => `取消 ${titled(number)}:${GONE_REASON}`),
  ];
};

const confirm = ({ id, keepGone }: ConfirmationSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'import');
  const found = id ?? waitingImport(context.workspace, context.acting.by)?.id;
  const outcome = found === undefined ? undefined : confirmImport(open, found, keepGone);
  if (!outcome?.ok) return sentence(sayRefusal(outcome ?? { reason: 'no-import' }, context));
  const note = outcome.madeAdministrator ? '您是首位导入的人,已成为本群管理员。' : '';
  return receipt(open, sayImported(outcome, context), [], context, {
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
