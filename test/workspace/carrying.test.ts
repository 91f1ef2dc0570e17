import { describe, expect, it } from 'vitest';
import { workspaceAt } from '../../src/digests/rewind.ts';
import type { TaskDraft } from '../../src/plan/plan-draft.ts';
import { carryTask, isCarryingSeason, previewCarrying } from '../../src/workspace/carrying.ts';
import { closeTask } from '../../src/workspace/closing.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { confirmImport } from '../../src/workspace/importing/confirming.ts';
import { draftImport } from '../../src/workspace/importing/drafts.ts';
import type { Imported } from '../../src/workspace/importing/imported.ts';
import type { Outcome } from '../../src/workspace/outcome.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { reportFigure } from '../../src/workspace/reporting.ts';
import { type Filter, select } from '../../src/workspace/selection.ts';
import { statisticsOf } from '../../src/workspace/statistics.ts';
import { listTargets } from '../../src/workspace/target-list.ts';
import type { Task } from '../../src/workspace/task.ts';
import { taskOf } from '../../src/workspace/task-lookup.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing, instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask, aTaskDraft } from '../builders/task.ts';
import { aPlan, aWorkspace } from '../builders/workspace.ts';

const JANUARY = '2027-01-08';
const during = (start: string | null, end: string | null) => aSchedule({ start, end });

/** The ledger of 2026 as January finds it: #1 closed, #2–#4 unfinished, #5 cancelled, #6 recurring; and a plan of 2027. */
const office = (overrides: Partial<Workspace> = {}): Workspace => {
  const tasks: Partial<Task>[] = [
    {
      title: '办结了的事',
      closings: [{ period: null, late: false, check: null, by: 'u1', at: instant('2026-05-01') }],
    },
    { title: '修缮职工之家', schedule: during('2026-04-01', '2026-04-30'), section: ['二、服务'] },
    { title: '发展新会员', targets: [aTarget()] },
    { title: '编印会刊', schedule: during('2026-03-01', null) },
    { title: '取消了的事', cancelled: { reason: '并入', by: 'u1', at: instant('2026-05-02') } },
    { title: '汇总台账', schedule: aSchedule({ freq: 'monthly' }) },
  ];
  return aWorkspace({
    plans: [aPlan(), aPlan({ id: 'p2', year: 2027 })],
    tasks: tasks.map((task, index) => aTask({ plan: 'p1', number: index + 1, ...task })),
    administrators: ['u1'],
    ...overrides,
  });
};

const acting = (today: string) => anActing({ today, message: `m${today}` });

const carry = (workspace: Workspace, numbers: number[], to = 2027, today = JANUARY) => {
  const open = openChange(workspace, acting(today), 'carry');
  const outcomes = numbers.map((number) => carryTask(open, number, to));
  sealChange(open, '结转');
  return outcomes.map((outcome) => (outcome.ok ? 'carried' : outcome.reason));
};

const close = (workspace: Workspace, number: number, today: string): void => {
  const open = openChange(workspace, acting(today), 'close');
  closeTask(open, number);
  sealChange(open, '办结');
};

const year = (number: number): Filter => ({ kind: 'year', year: number });
const listed = (workspace: Workspace, filters: Filter[], today = JANUARY) =>
  select(workspace, { filters }, { today, me: 'u1' }).rows.map(({ task }) => task.number);

describe('a task that is carried on', () => {
  it('belongs to the new year and its only plan, and keeps everything else', () => {
    const workspace = office();
    const before = structuredClone(taskOf(workspace, 2));
    expect(carry(workspace, [2])).toEqual(['carried']);
    expect(taskOf(workspace, 2)).toEqual({ ...before, year: 2027, plan: 'p2', carriedFrom: [2026] });
  });

  it('belongs to no plan where the new year has none or two', () => {
    for (const plans of [[aPlan()], [aPlan(), aPlan({ id: 'p2', year: 2027 }), aPlan({ id: 'p3', year: 2027 })]]) {
      const workspace = office({ plans });
      carry(workspace, [2]);
      expect(taskOf(workspace, 2)?.plan).toBeNull();
    }
  });

  it.each([
    [1, 'already-closed'],
    [5, 'task-cancelled'],
    [6, 'stays-in-its-year'],
    [99, 'no-such-task'],
  ])('#%d is none: %s', (number, reason) => {
    const workspace = office();
    expect(carry(workspace, [number])).toEqual([reason]);
    expect(workspace.history).toEqual([]);
  });

  it('is not carried twice, and remembers every year', () => {
    const workspace = office();
    expect(carry(workspace, [2, 2])).toEqual(['carried', 'of-that-year']);
    expect(carry(workspace, [2], 2028, '2028-01-10')).toEqual(['carried']);
    expect(taskOf(workspace, 2)?.carriedFrom).toEqual([2026, 2027]);
  });

  it('only by administrators, or anybody while there are none', () => {
    const by = (workspace: Workspace) =>
      carryTask(openChange(workspace, anActing({ by: 'u2', today: JANUARY }), 'carry'), 2, 2027).ok;
    expect(by(office())).toBe(false);
    expect(by(office({ administrators: [] }))).toBe(true);
  });
});

describe('the preview', () => {
  const preview = (workspace: Workspace, today = JANUARY, to: number | null = null) => {
    const found = previewCarrying(workspace, today, { from: null, to });
    if (!found.ok) return found.reason;
    const { from, carried, doubled, recurring } = found;
    return {
      years: `${from}→${found.to}`,
      carried: carried.map(({ task, ended }) => `${task.number}${ended ? '!' : ''}`),
      doubled: doubled.map(({ task, twin }) => `${task.number}=${twin}`),
      recurring: recurring.map(({ number }) => number),
    };
  };

  it('holds what is unfinished, tells which have ended, and leaves what recurs', () => {
    expect(preview(office())).toEqual({ years: '2026→2027', carried: ['2!', '3', '4'], doubled: [], recurring: [6] });
  });

  it('leaves what stands in the new plan already', () => {
    const workspace = office();
    workspace.tasks.push(
      aTask({ number: 7, year: 2027, plan: 'p2', title: '修缮职工之家', text: '1.修缮职工之家' }),
      aTask({ number: 8, year: 2027, plan: 'p2', title: '编印会刊', text: '6月:编印会刊两期' }),
    );
    expect(preview(workspace)).toMatchObject({ carried: ['3'], doubled: ['2=7', '4=8'] });
    expect(carry(workspace, [2])).toEqual(['carried']);
  });

  it.each([
    ['2026-12-14', '2026→2026'],
    ['2026-12-15', '2026→2027'],
    ['2027-01-01', '2026→2027'],
    ['2027-11-01', '2026→2027'],
  ])('on %s goes into the new year', (today, years) => {
    const found = preview(office(), today);
    expect(years === '2026→2026' ? found : (found as { years: string }).years).toBe(
      years === '2026→2026' ? 'nothing-to-carry' : years,
    );
  });

  it.each([
    ['no plan yet', office({ plans: [aPlan()] }), null, 'no-plan-for-year'],
    ['a year too far', office(), 2029, 'bad-carry-year'],
    ['a year that is over', office(), 2026, 'bad-carry-year'],
    ['no earlier year', aWorkspace(), null, 'nothing-to-carry'],
  ])('is refused for %s', (_, workspace, to, reason) => {
    expect(preview(workspace, JANUARY, to)).toBe(reason);
  });

  it('of a year named goes without a plan', () => {
    expect(preview(office({ plans: [aPlan()] }), JANUARY, 2027)).toMatchObject({ carried: ['2!', '3', '4'] });
  });

  it('is in season from 15 December to 31 March', () => {
    expect(['2026-12-14', '2026-12-15', '2027-03-31', '2027-04-01'].map((today) => isCarryingSeason(today))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('the old year stays as it was left', () => {
  const carriedOn = (): Workspace => {
    const workspace = office();
    carry(workspace, [2, 3, 4]);
    close(workspace, 2, '2027-02-01');
    return workspace;
  };

  it('lists what was carried as unfinished, the new year what became of it', () => {
    const workspace = carriedOn();
    expect(listed(workspace, [year(2026), { kind: 'closed' }])).toEqual([1]);
    expect(listed(workspace, [year(2026), { kind: 'open' }]).sort()).toEqual([2, 3, 4, 6]);
    expect(listed(workspace, [year(2027), { kind: 'closed' }])).toEqual([2]);
    expect(listed(workspace, [{ kind: 'open' }])).toEqual([3, 4]);
  });

  it('tells where it went, and where it came from', () => {
    const workspace = carriedOn();
    const rows = (window: { start: string; end: string }) =>
      select(workspace, { window, filters: [] }, { today: JANUARY, me: 'u1' }).rows;
    const of2026 = rows({ start: '2026-01-01', end: '2026-12-31' });
    expect(of2026.map(({ task, carriedTo }) => [task.number, carriedTo])).toEqual([
      [6, null],
      [2, 2027],
      [1, null],
      [3, 2027],
      [4, 2027],
    ]);
    const april = rows({ start: '2026-04-01', end: '2026-04-30' });
    expect(april.find(({ task }) => task.number === 2)).toMatchObject({ carriedTo: 2027, light: { light: '🔴' } });
    const of2027 = rows({ start: '2027-01-01', end: '2027-12-31' });
    expect(of2027.map(({ task, carriedTo }) => [task.number, task.carriedFrom, carriedTo])).toEqual([
      [2, [2026], null],
      [3, [2026], null],
      [4, [2026], null],
    ]);
  });

  it('counts it as not closed, though it was closed since', () => {
    const workspace = carriedOn();
    const looking = { today: '2027-03-01', me: 'u1' };
    expect(statisticsOf(workspace, [year(2026)], looking)).toMatchObject({
      tasks: 5,
      cancelled: 1,
      all: { closed: 1 },
    });
    expect(statisticsOf(workspace, [], looking)).toMatchObject({ year: 2027, tasks: 3, all: { closed: 1, total: 3 } });
  });

  it('keeps the figures it had when it was left', () => {
    const workspace = office();
    const report = (value: number, today: string) =>
      reportFigure(openChange(workspace, acting(today), 'report'), 3, { value, mode: 'add', confirmed: true });
    report(40, '2026-06-01');
    report(10, '2027-01-05');
    carry(workspace, [3]);
    report(25, '2027-02-01');
    addProgress(openChange(workspace, acting('2027-02-01'), 'progress'), 3, '又发展了25人');
    const figures = (asked: number) =>
      listTargets(
        workspace,
        { filters: [year(asked)], conditions: [], numbers: [], words: '' },
        { today: '2027-03-01', me: 'u1' },
      ).rows.map(({ cumulative }) => cumulative);
    expect([figures(2026), figures(2027)]).toEqual([[50], [75]]);
  });

  it('sections are asked for in the year they stand in', () => {
    const workspace = carriedOn();
    expect(listed(workspace, [year(2026), { kind: 'section', index: 2 }])).toEqual([2]);
  });

  it('a digest of December knows nothing of January', () => {
    const workspace = carriedOn();
    const then = workspaceAt(workspace, instant('2026-12-31', '23:59'));
    expect(taskOf(then, 2)).toMatchObject({ year: 2026, carriedFrom: [], closings: [] });
  });
});

describe('imports after 结转', () => {
  const lines = (...titles: string[]): TaskDraft[] => titles.map((title) => aTaskDraft({ title }));
  const plan = (workspace: Workspace, number: number, tasks: TaskDraft[], title = '计划'): Outcome<Imported> => {
    const open = openChange(workspace, acting('2027-01-20'), 'import');
    const reading = { plans: [{ title, year: number, tasks }], skipped: [] };
    const outcome = confirmImport(open, draftImport(workspace, open.acting, '计划.txt', { kind: 'plan', reading }).id);
    sealChange(open, '导入');
    return outcome;
  };

  /** The two plans as documents brought them, 2026 carried into 2027. */
  const imported = (): Workspace => {
    const workspace = aWorkspace({ administrators: ['u1'] });
    plan(workspace, 2026, lines('修缮职工之家', '编印会刊', '表彰先进'), '2026年计划');
    plan(workspace, 2027, lines('走访企业', '举办运动会', '建立书屋'), '2027年计划');
    carry(workspace, [1, 2]);
    return workspace;
  };

  it('of the new plan again cancel nothing that was carried', () => {
    const workspace = imported();
    expect(plan(workspace, 2027, lines('走访企业', '举办运动会', '建立书屋'), '2027年计划')).toMatchObject({
      reason: 'nothing-new',
    });
    const revised = plan(workspace, 2027, lines('走访企业', '举办运动会'), '2027年计划');
    expect(revised).toMatchObject({ ok: true, cancelled: [6], added: [] });
  });

  it('of a new plan that has a carried task know it by its words', () => {
    const workspace = imported();
    const outcome = plan(
      workspace,
      2027,
      lines('走访企业', '举办运动会', '建立书屋', '修缮职工之家', '设立驿站'),
      '2027年计划',
    );
    expect(outcome).toMatchObject({ ok: true, cancelled: [], added: [7] });
  });

  it('of the old plan again add nothing twice and cancel nothing', () => {
    const workspace = imported();
    expect(plan(workspace, 2026, lines('修缮职工之家', '编印会刊', '表彰先进'), '2026年计划')).toMatchObject({
      reason: 'nothing-new',
    });
    const revised = plan(workspace, 2026, lines('修缮职工之家', '编印会刊', '慰问职工'), '2026年计划');
    expect(revised).toMatchObject({ ok: true, added: [7], cancelled: [3] });
    expect(taskOf(workspace, 1)).toMatchObject({ year: 2027, carriedFrom: [2026], cancelled: null });
  });

  it('of the first plan of the year come before or after', () => {
    const workspace = aWorkspace({ administrators: ['u1'] });
    plan(workspace, 2026, lines('修缮职工之家', '编印会刊'), '2026年计划');
    carry(workspace, [1, 2]);
    expect(plan(workspace, 2027, lines('修缮职工之家', '走访企业'), '2027年计划')).toMatchObject({
      ok: true,
      added: [3],
    });
    expect(workspace.tasks.map(({ number, cancelled }) => [number, cancelled])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });
});
