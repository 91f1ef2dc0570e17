import { sayDeed } from '../cards/importing/say-deed.ts';
import { sayDifference } from '../cards/say-field.ts';
import { GONE_REASON } from '../workspace/importing/comparison.ts';
import type { Imported } from '../workspace/importing/imported.ts';
import { ROW_GONE_REASON } from '../workspace/importing/ledger/ledger-confirming.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { Context } from './command.ts';
import { sayTask } from './sentences.ts';

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

/** What a confirmed import did, a line each, before → after. */
export const sayImported = (imported: Imported, context: Context): string[] => {
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
