import { describe, expect, it } from 'vitest';
import { rowOf, taskRow } from '../../src/cards/task-row.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const TODAY = '2026-05-12';
const detail = (schedule: Parameters<typeof aSchedule>[0]): string => {
  const task = aTask({ units: ['办公室'], schedule: aSchedule(schedule) });
  return taskRow(rowOf(aWorkspace({ tasks: [task] }), task, TODAY), TODAY).detail;
};

describe('the quiet line of a task in a list', () => {
  it.each([
    [{ end: '2026-05-20' }, '办公室 · 5月20日 周三'],
    [{ end: '2026-05-09' }, '办公室 · 5月9日 周六 · 逾期3天'],
    [{}, '办公室 · 未排期'],
    [{ freq: 'quarterly', start: '2026-04-01' }, '办公室 · 每季度 二季度 · 6月30日 周二'],
    [{ freq: 'yearly' }, '办公室 · 每年 · 12月31日 周四'],
  ] as const)('%j is %s', (schedule, said) => {
    expect(detail(schedule)).toBe(said);
  });
});
