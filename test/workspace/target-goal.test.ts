import { describe, expect, it } from 'vitest';
import { readTask } from '../../src/plan/read-task.ts';
import { goalOf } from '../../src/workspace/target-goal.ts';
import { furthestBehind, targetStates } from '../../src/workspace/target-state.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';

/** A task read from one line of a plan, imported on the day given. */
const read = (text: string, addedAt = '2026-01-04', overrides: Partial<Task> = {}): Task => {
  const draft = readTask(text, 2026);
  const targets = draft.targets.map((target, index) => ({ ...target, id: `t${index + 1}` }));
  return aTask({ ...draft, targets, addedAt: instant(addedAt), ...overrides });
};

const goals = (task: Task) => task.targets.map((target) => goalOf(task, target).value);

describe('what a target comes to in the year', () => {
  it.each<[string, string, number[]]>([
    ['发展会员500人', '2026-01-04', [500]],
    ['每月开展送戏进厂2场', '2026-01-04', [24]],
    ['每月开展送戏进厂2场', '2026-04-20', [18]],
    ['每周推送信息不少于2篇', '2026-01-04', [106]],
    ['每季度走访企业20家,全年不少于80家', '2026-01-04', [80, 80]],
    ['每月走访,全年走访职工200名', '2026-01-04', [200]],
    ['每月走访企业全年共80家', '2026-01-04', [80]],
    ['每季度培训骨干30人,覆盖职工500人', '2026-01-04', [120, 500]],
    ['每季度职工满意率达95%以上', '2026-01-04', [95]],
    ['每年举办4期培训班', '2026-01-04', [4]],
    ['4-6月每月开展宣讲3场', '2026-01-04', [9]],
  ])('%s, imported on %s', (text, addedAt, expected) => {
    expect(goals(read(text, addedAt))).toEqual(expected);
  });

  it('follows the cadence: words of another one say nothing of it', () => {
    const task = read('每月开展送戏进厂2场');
    expect(goals({ ...task, schedule: { ...task.schedule, freq: 'quarterly' } })).toEqual([2]);
  });
});

describe('how a target stated per period stands', () => {
  const task = read('每月开展送戏进厂2场', '2026-04-20', {
    reports: [{ target: 't1', value: 3, mode: 'add', by: 'u1', at: instant('2026-05-06') }],
  });

  it('is measured over the periods that count', () => {
    const [state] = targetStates(task, '2026-05-31');
    expect(state).toMatchObject({ cumulative: 3, share: 3 / 18, goal: { value: 18, each: { periods: 9 } } });
    expect(state?.expected).toBeCloseTo(61 / 275, 10);
  });

  it('is behind when the year needs more by now', () => {
    expect(furthestBehind(task, '2026-05-31', 10)).toBeUndefined();
    expect(furthestBehind(task, '2026-07-31', 10)?.gap).toBe(17 - 44);
  });
});

describe('a level', () => {
  const rate = (values: number[]): Task =>
    read('集体合同签订率达95%以上', '2026-01-04', {
      reports: values.map((value, index) => ({
        target: 't1',
        value,
        mode: 'total',
        by: 'u1',
        at: instant('2026-03-01') + index,
      })),
    });

  it('without a report is not called behind', () => {
    expect(furthestBehind(rate([]), '2026-12-01', 10)).toBeUndefined();
  });

  it('that several reports set is what the last one said', () => {
    expect(targetStates(rate([80, 91, 88]), '2026-05-12')[0]).toMatchObject({ cumulative: 88, reported: true });
  });
});
