import { shorten } from '../src/cards/shorten.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { readImportId } from '../src/chat/reading/import-id.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { confirmImport, type Imported, waitingImport } from '../src/workspace/importing.ts';
import { taskOf } from '../src/workspace/task-lookup.ts';

const CONFIRMS = /^(?:确认导入|确定导入|导入确认|确认并导入|同意导入)/;

const sayImported = ({ plans, added, known }: Imported, { workspace }: Context): string[] => {
  const names = plans.map(({ title, year }) => `《${title}》${year}年`).join('、');
  const [first, last] = [added[0] ?? 0, added.at(-1) ?? 0];
  const title = added.length === 1 ? `《${taskOf(workspace, first)?.title ?? ''}》` : '';
  const range = first === last ? `#${first}${title}` : `#${first}—#${last}`;
  return [`导入 ${names}:0 → ${added.length}项任务(${range})${known > 0 ? `,另有${known}项本群已有,没有重复` : ''}`];
};

const confirm = (id: string | undefined, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'import');
  const found = id ?? waitingImport(context.workspace, context.acting.by)?.id;
  const outcome = found === undefined ? undefined : confirmImport(open, found);
  if (!outcome?.ok) return sentence(sayRefusal(outcome ?? { reason: 'no-import' }, context));
  const note = outcome.madeAdministrator ? '您是首位导入的人,已成为本群管理员。' : '';
  return receipt(open, sayImported(outcome, context), [], context, {
    title: '已导入',
    note: `${note}接下来发“本周”“我的”“统计”试试`,
    buttons: [{ label: '本周', say: '本周', tone: 'default' }],
  });
};

/** 确认导入: writes what the preview showed. */
export const confirmImportCommand = defineCommand<{ id: string | undefined }>({
  name: '确认导入',
  topic: '计划',
  kind: 'change',
  words: ['确认导入', '确定导入'],
  examples: [{ say: '确认导入', gets: '把预览过的计划写入本群' }],
  match: (said, context) => readImportId(said, context, CONFIRMS, /^(?:确认|确定)$/),
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: ({ id }, { workspace, acting }) => {
    const waiting = waitingImport(workspace, acting.by);
    const found = id ?? waiting?.id;
    return found === undefined
      ? undefined
      : { deed: `导入“${shorten(waiting?.source ?? found, 30)}”`, label: '确认导入', say: `确认导入 ${found}` };
  },
  run: ({ id }, context) => confirm(id, context),
});
