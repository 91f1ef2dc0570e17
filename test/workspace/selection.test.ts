import { describe, expect, it } from 'vitest';
import { monthWindow, quarterWindow, weekWindow, yearWindow } from '../../src/calendar/window.ts';
import { addTask } from '../../src/workspace/adding.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { type Filter, type Query, select } from '../../src/workspace/selection.ts';
import type { Task } from '../../src/workspace/task.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import { anActing, instant } from '../builders/acting.ts';
import { aSchedule, aTask, aTaskDraft } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const looking = { today: '2026-05-12', me: 'u1' };
const closing = (period: string | null, late = false) => ({
  period,
  late,
  check: null,
  by: 'u1',
  at: instant('2026-05-08'),
});

const workspaceOf = (...tasks: Partial<Task>[]) =>
  aWorkspace({
    members: [aMember({ id: 'u1', name: '张三' }), aMember({ id: 'u2', name: '小王', bound: ['王主席'] })],
    tasks: tasks.map((task, index) => aTask({ number: index + 1, ...task })),
  });

const numbers = (tasks: Partial<Task>[], query: Query) =>
  select(workspaceOf(...tasks), query, looking).rows.map(({ task }) => task.number);

const window = (start: string | null, end: string | null): Partial<Task> => ({ schedule: aSchedule({ start, end }) });

describe('a time list', () => {
  const tasks = [
    window('2026-04-01', '2026-07-31'),
    window('2026-05-01', '2026-05-31'),
    window('2026-05-31', '2026-06-01'),
    window(null, '2026-06-30'),
    window('2026-03-01', '2026-03-31'),
    window(null, null),
    window('2026-11-01', null),
  ];

  it.each([
    ['May', monthWindow(2026, 5), [2, 3, 1]],
    ['June: where the end lies', monthWindow(2026, 6), [3, 4, 1]],
    ['April', monthWindow(2026, 4), [1]],
    ['one week', weekWindow('2026-05-31'), [2, 3, 1]],
    ['December: what has no time runs to the end of the year', monthWindow(2026, 12), [6, 7]],
    ['the year', yearWindow(2026), [5, 2, 3, 4, 1, 6, 7]],
    ['another year', yearWindow(2025), []],
  ])('of %s', (_, time, expected) => {
    expect(numbers(tasks, { window: time, filters: [] })).toEqual(expected);
  });

  it('counts at its foot what is overdue or not scheduled and not in it', () => {
    const { overdueElsewhere, unscheduled } = select(
      workspaceOf(...tasks),
      { window: monthWindow(2026, 5), filters: [] },
      looking,
    );
    expect({ overdueElsewhere, unscheduled }).toEqual({ overdueElsewhere: 1, unscheduled: 1 });
  });

  it.each<[string, Partial<Task>]>([
    ['closed', { ...window('2026-03-01', '2026-03-31'), closings: [closing(null)] }],
    ['cancelled', { ...window('2026-03-01', '2026-03-31'), cancelled: { reason: '', by: 'u1', at: 1 } }],
    ["another year's", { ...window(null, null), year: 2027 }],
    ['closed without a time', { ...window(null, null), closings: [closing(null)] }],
  ])('does not count at its foot what is %s', (_, task) => {
    const { rows, ...foot } = select(workspaceOf(task), { window: monthWindow(2026, 5), filters: [] }, looking);
    expect(rows).toEqual([]);
    expect(foot).toEqual({ overdueElsewhere: 0, unscheduled: 0 });
  });

  it('counts at its foot what an earlier year left behind', () => {
    const left = { ...window(null, '2025-11-30'), year: 2025 };
    const found = select(workspaceOf(left, ...tasks), { window: monthWindow(2026, 5), filters: [] }, looking);
    expect(found).toMatchObject({ overdueElsewhere: 2, unscheduled: 1 });
  });

  it('goes by the extended end', () => {
    const extensions = [
      { period: null, from: '2026-03-31', to: '2026-05-20', reason: '', late: false, check: null, by: 'u1', at: 1 },
    ];
    const task = { ...window('2026-03-01', '2026-03-31'), extensions };
    expect(numbers([task], { window: monthWindow(2026, 5), filters: [] })).toEqual([1]);
  });
});

describe('a recurring task', () => {
  const monthly = { schedule: aSchedule({ freq: 'monthly' }), addedAt: instant('2026-02-10') };
  const row = (task: Partial<Task>, query: Partial<Query>) =>
    select(workspaceOf(task), { filters: [], ...query }, looking).rows[0];
  const upTo = (last: number) => Array.from({ length: last - 1 }, (_, index) => closing(`2026-0${index + 2}`));

  it.each([
    ['this month: the running period', monthly, { window: monthWindow(2026, 5) }, '2026-05', '🟢', 1, 0],
    ['a month gone by: its period', monthly, { window: monthWindow(2026, 3) }, '2026-03', '🔴', 1, 0],
    ['a month to come', monthly, { window: monthWindow(2026, 8) }, '2026-08', '⚪', 1, 0],
    ['the quarter: what was left behind', monthly, { window: quarterWindow(2026, 2) }, '2026-04', '🔴', 3, 0],
    [
      'the quarter, all well',
      { ...monthly, closings: upTo(4) },
      { window: quarterWindow(2026, 2) },
      '2026-05',
      '🟢',
      3,
      1,
    ],
    [
      'the quarter, done for now',
      { ...monthly, closings: upTo(5) },
      { window: quarterWindow(2026, 2) },
      '2026-05',
      '✅',
      3,
      2,
    ],
    ['no time: as a whole', { ...monthly, closings: upTo(4) }, {}, '2026-05', '🟢', 11, 3],
    [
      'a month before the import closed after all',
      { ...monthly, closings: [closing('2026-01')] },
      { window: monthWindow(2026, 1) },
      '2026-01',
      '✅',
      1,
      1,
    ],
  ] as const)('in %s', (_, task, query, period, light, total, closed) => {
    expect(row({ ...task, closings: [...('closings' in task ? task.closings : [])] }, query)).toMatchObject({
      period,
      light: { light },
      periods: { total, closed },
    });
  });

  it('is in no month before its import', () => {
    expect(row(monthly, { window: monthWindow(2026, 1) })).toBeUndefined();
  });

  it.each<[string, Filter['kind'], Task['closings'], Partial<Query>, string | undefined]>([
    ['未完成 while a period is open', 'open', upTo(5), {}, '2026-05'],
    ['not 已完成 until all are closed', 'closed', upTo(5), {}, undefined],
    ['已完成 in a month whose period is closed', 'closed', upTo(5), { window: monthWindow(2026, 5) }, '2026-05'],
    ['not 未完成 in that month', 'open', upTo(5), { window: monthWindow(2026, 5) }, undefined],
    ['逾期 for what was left behind, even when done for now', 'overdue', [closing('2026-05')], {}, '2026-02'],
    ['not 逾期 when nothing was', 'overdue', upTo(4), {}, undefined],
  ])('is %s', (_, kind, closings, query, period) => {
    expect(row({ ...monthly, closings }, { filters: [{ kind } as Filter], ...query })?.period).toBe(period);
  });

  it('overdue in another month is counted at the foot of this one', () => {
    const found = select(workspaceOf(monthly), { window: monthWindow(2026, 5), filters: [] }, looking);
    expect(found).toMatchObject({ rows: [{ period: '2026-05' }], overdueElsewhere: 1 });
  });
});

describe('filters', () => {
  const overdue = window('2026-03-01', '2026-03-31');
  const running = window('2026-05-01', '2026-05-31');
  const note = { text: '场地已定', by: 'u1', at: 1 };
  const report = { target: 't1', value: 1, mode: 'add' as const, by: 'u1', at: 1 };
  const tasks: Partial<Task>[] = [
    { ...overdue, owners: ['张三'], units: ['办公室'], section: ['一、组织建设', '(一)建会'] },
    { ...running, leaders: ['张三'], supportingUnits: ['办公室'], section: ['二、维权服务'], progress: [note] },
    { ...running, owners: ['王主席'], units: ['权益保障部'], section: ['三、自身建设'], closings: [closing(null)] },
    { ...window(null, null), owners: ['小王'], section: ['三、自身建设'], reports: [report] },
    { ...overdue, owners: ['张三'], cancelled: { reason: '并入', by: 'u1', at: 1 } },
    { ...window('2025-03-01', '2025-03-31'), year: 2025, owners: ['张三'], units: ['办公室'] },
  ];

  it.each<[string, Filter[], number[]]>([
    ['none', [], [1, 2, 3, 4]],
    ['我的: 责任人 and 责任领导', [{ kind: 'mine' }], [1, 2]],
    ['a person by one of their names', [{ kind: 'name', name: '小王' }], [3, 4]],
    ['a member', [{ kind: 'member', id: 'u2' }], [3, 4]],
    ['a unit, also 配合', [{ kind: 'name', name: '办公室' }], [1, 2]],
    ['part of a unit', [{ kind: 'name', name: '保障部' }], [3]],
    ['a name nobody has', [{ kind: 'name', name: '赵六' }], []],
    ['逾期, also what an earlier year left behind', [{ kind: 'overdue' }], [6, 1]],
    ['逾期 of one year', [{ kind: 'overdue' }, { kind: 'year', year: 2026 }], [1]],
    ['未完成', [{ kind: 'open' }], [1, 2, 4]],
    ['已完成', [{ kind: 'closed' }], [3]],
    ['未排期', [{ kind: 'unscheduled' }], [4]],
    ['无进展', [{ kind: 'no-progress' }], [1]],
    ['已取消', [{ kind: 'cancelled' }], [5]],
    ['a section', [{ kind: 'section', index: 3 }], [3, 4]],
    ['words of a heading', [{ kind: 'heading', words: '建会' }], [1]],
    ['a year', [{ kind: 'year', year: 2025 }], [6]],
    ['two', [{ kind: 'name', name: '办公室' }, { kind: 'open' }], [1, 2]],
    ['two that exclude each other', [{ kind: 'mine' }, { kind: 'closed' }], []],
  ])('%s', (_, filters, expected) => {
    expect(numbers(tasks, { filters })).toEqual(expected);
  });

  it.each<[string, Filter[], number[]]>([
    ['本月 办公室', [{ kind: 'name', name: '办公室' }], [2]],
    ['本月 未完成', [{ kind: 'open' }], [2]],
    ['本月 未排期: all of them', [{ kind: 'unscheduled' }], [4]],
  ])('%s', (_, filters, expected) => {
    expect(numbers(tasks, { window: monthWindow(2026, 5), filters })).toEqual(expected);
  });

  it('无责任人: neither 责任人 nor 责任领导', () => {
    const workspace = workspaceOf({ owners: ['李四'] }, { leaders: ['王明'] }, { units: ['办公室'] }, {});
    expect(select(workspace, { filters: [{ kind: 'unowned' }] }, looking).rows.map(({ task }) => task.number)).toEqual([
      3, 4,
    ]);
  });

  it('我交办的: what I added myself, while it stands', () => {
    const workspace = workspaceOf({ owners: ['李四'] });
    for (const by of ['u1', 'u2', 'u1']) {
      const open = openChange(workspace, anActing({ by }), 'add');
      addTask(open, aTaskDraft(), 2026);
      sealChange(open, '新增');
    }
    const mine = () =>
      select(workspace, { filters: [{ kind: 'assigned-by-me' }] }, looking).rows.map(({ task }) => task.number);
    expect(mine()).toEqual([2, 4]);
    undoLast(workspace, anActing());
    expect(mine()).toEqual([2]);
  });

  it('without a time or a year, looks at the year people mean', () => {
    const tasksOf = (...years: number[]) => years.map((year) => ({ year }));
    expect(numbers(tasksOf(2025, 2026, 2027), { filters: [] })).toEqual([2]);
    expect(numbers(tasksOf(2024, 2025), { filters: [] })).toEqual([2]);
    expect(numbers(tasksOf(2028, 2027), { filters: [] })).toEqual([2]);
  });
});
