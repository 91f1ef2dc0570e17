import { restoreTask } from '../workspace/cancelling.ts';
import { openChange } from '../workspace/history.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { doEach, receipt } from './changing.ts';
import type { CommandAnswer, Context } from './command.ts';
import type { TasksSaid } from './reading/tasks.ts';
import { sayTask } from './sentences.ts';

/** Brings cancelled tasks back, and says so for each. */
export const restore = (tasks: TasksSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'cancel');
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : [];
  const { done, refused } = doEach(numbers, (number) => restoreTask(open, number));
  const lines = done.map(
    (restored) => `恢复 ${sayTask(restored)}:已取消${restored.why === '' ? '' : `(${restored.why})`} → 未办结`,
  );
  return receipt(open, lines, refused, context, { title: '已恢复', tone: 'neutral' });
};

/** 重开 of nothing but cancelled tasks brings them back; undefined for any other, and with a reason: 退回 is for closings. */
export const restoreIfCancelled = (tasks: TasksSaid, remark: string, context: Context): CommandAnswer | undefined => {
  const numbers = tasks.kind === 'numbers' && remark === '' ? tasks.numbers : [];
  const areCancelled = numbers.every((number) => (taskOf(context.workspace, number)?.cancelled ?? null) !== null);
  return numbers.length > 0 && areCancelled ? restore(tasks, context) : undefined;
};
