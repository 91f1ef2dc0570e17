import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskDraft } from '../../../src/plan/plan-draft.ts';
import { closeTask } from '../../../src/workspace/closing.ts';
import { makeEdit } from '../../../src/workspace/editing.ts';
import { extendTask } from '../../../src/workspace/extending.ts';
import { openChange, sealChange } from '../../../src/workspace/history.ts';
import { comparisonOf, GONE_REASON, isChanged, isFresh } from '../../../src/workspace/importing/comparison.ts';
import { confirmImport } from '../../../src/workspace/importing/confirming.ts';
import { draftImport } from '../../../src/workspace/importing/drafts.ts';
import { addProgress } from '../../../src/workspace/progress.ts';
import { reportFigure } from '../../../src/workspace/reporting.ts';
import { taskOf } from '../../../src/workspace/task-lookup.ts';
import { undoLast } from '../../../src/workspace/undo.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { anActing } from '../../builders/acting.ts';
import { aSchedule, aTargetDraft, aTaskDraft } from '../../builders/task.ts';
import { aWorkspace } from '../../builders/workspace.ts';

const until = (end: string, stated = '') => aSchedule({ end, stated });

/** Five lines of a plan, any of which a test may word otherwise. */
const plan = (): TaskDraft[] => [
  aTaskDraft({ title: '召开职工代表大会', schedule: until('2026-05-31', '5月底前'), units: ['办公室'] }),
  aTaskDraft({ title: '建设职工书屋3家', targets: [aTargetDraft({ name: '书屋', value: 3, unit: '家' })] }),
  aTaskDraft({ title: '每季度走访困难职工家庭', schedule: aSchedule({ freq: 'quarterly', stated: '每季度' }) }),
  aTaskDraft({ title: '举办劳动竞赛启动仪式', leaders: ['张三'] }),
  aTaskDraft({ title: '组织女职工健康讲座' }),
];

const confirm = (
  workspace: Workspace,
  tasks: TaskDraft[],
  { title = '工作计划', year = 2026, keepGone = false } = {},
) => {
  const acting = anActing();
  const { id } = draftImport(workspace, acting, '计划.docx', {
    kind: 'plan',
    reading: { plans: [{ title, year, tasks }], skipped: [] },
  });
  const open = openChange(workspace, acting, 'import');
  const outcome = confirmImport(open, id, keepGone);
  sealChange(open, '导入');
  return outcome;
};

/** A group whose plan is {@link plan}, imported as a person does it. */
const group = (): Workspace => {
  const workspace = aWorkspace();
  confirm(workspace, plan());
  return workspace;
};

const inGroup = (workspace: Workspace, act: (open: ReturnType<typeof openChange>) => unknown): void => {
  const open = openChange(workspace, anActing(), 'extend');
  act(open);
  sealChange(open, '改动');
};

const compare = (workspace: Workspace, tasks: TaskDraft[], title = '工作计划') =>
  comparisonOf(workspace, { plans: [{ title, year: 2026, tasks }], skipped: [] })[0];

const withLine = (at: number, change: Partial<TaskDraft>): TaskDraft[] =>
  plan().map((task, index) => (index === at ? { ...task, ...change } : task));

describe('a revised plan', () => {
  it.each<[string, Partial<TaskDraft>, number, unknown]>([
    ['another end', { schedule: until('2026-06-30', '6月底前') }, 0, { field: 'schedule', kept: null }],
    ['another unit', { units: ['组织部'] }, 0, { field: 'units', before: ['办公室'], after: ['组织部'] }],
    ['a leader more', { leaders: ['张三', '李四'] }, 3, { field: 'leaders' }],
    ['another figure', { targets: [aTargetDraft({ name: '书屋', value: 5, unit: '家' })] }, 1, { field: 'targets' }],
    ['another section', { section: ['二、维权'] }, 4, { field: 'section' }],
    ['other words', { title: '举办劳动竞赛的启动仪式', text: '举办劳动竞赛的启动仪式' }, 3, { field: 'text' }],
    ['no time any more', { schedule: aSchedule() }, 0, { field: 'schedule' }],
  ])('with %s changes that task in that field alone', (_, change, at, difference) => {
    const workspace = group();
    const compared = compare(workspace, withLine(at, change));
    expect(compared?.tasks.filter(isChanged).map(({ number, differences }) => [number, differences])).toEqual([
      [at + 1, [expect.objectContaining(difference as object)]],
    ]);
    expect([compared?.tasks.filter(isFresh), compared?.gone]).toEqual([[], []]);
    expect(confirm(workspace, withLine(at, change))).toMatchObject({ ok: true, added: [], cancelled: [] });
    const { plan: _plan, ...task } = taskOf(workspace, at + 1) ?? {};
    const { targets, ...rest } = { ...plan()[at], ...change } as TaskDraft;
    expect(task).toMatchObject({ ...rest, targets: targets.map((target) => expect.objectContaining(target)) });
  });

  it.each([
    ['other numbers', (text: string, at: number) => `${at + 2}. ${text}`],
    ['other marks', (text: string, at: number) => `(${'一二三四五'[at]})${text}`],
    ['other spaces and widths', (text: string) => text.replace(/(..)/gu, '$1 ').replace('3', '３')],
  ])('with %s is the same', (_, worded) => {
    const workspace = aWorkspace();
    const numbered = plan().map((task, at) => ({ ...task, text: `${at + 1}、${task.text}`, section: ['一、工作'] }));
    confirm(workspace, numbered);
    const again = plan().map((task, at) => ({ ...task, text: worded(task.text, at), section: ['二、工作'] }));
    expect(confirm(workspace, again)).toMatchObject({ reason: 'nothing-new', known: 5, kept: 0 });
  });

  it('keeps progress, reports, closings and numbers with the tasks that match', () => {
    const workspace = group();
    inGroup(workspace, (open) => {
      addProgress(open, 4, '场地已定');
      reportFigure(open, 2, { value: 2, mode: 'add', confirmed: true });
      closeTask(open, 5);
    });
    const before = structuredClone(workspace.tasks);
    const revised = withLine(1, {
      text: '全年建设职工书屋5家',
      title: '全年建设职工书屋5家',
      targets: [aTargetDraft({ name: '职工书屋', value: 5, unit: '家' })],
    });
    confirm(workspace, revised.toReversed());
    for (const { number, progress, reports, closings } of before) {
      expect(taskOf(workspace, number)).toMatchObject({ progress, reports, closings });
    }
    expect(taskOf(workspace, 2)?.targets).toMatchObject([{ id: 't1', value: 5 }]);
  });

  it('adds what is new under the next numbers and cancels what is gone, visibly', () => {
    const workspace = group();
    const revised = [...plan().slice(0, 4), aTaskDraft({ title: '开展安全生产月宣传咨询' })];
    expect(compare(workspace, revised)).toMatchObject({ revises: { id: 'p1' }, gone: [5] });
    expect(confirm(workspace, revised)).toMatchObject({ ok: true, added: [6], cancelled: [5] });
    expect(taskOf(workspace, 5)?.cancelled).toMatchObject({ reason: GONE_REASON, by: 'u1' });
    expect(workspace.plans).toHaveLength(1);
    expect(taskOf(workspace, 6)?.plan).toBe('p1');
  });

  it('keeps what is gone when asked to', () => {
    const workspace = group();
    expect(
      confirm(workspace, [...plan().slice(0, 4), aTaskDraft({ title: '开展安全生产月宣传咨询' })], { keepGone: true }),
    ).toMatchObject({
      added: [6],
      cancelled: [],
    });
    expect(workspace.tasks.every(({ cancelled }) => cancelled === null)).toBe(true);
  });

  it('never cancels what is closed', () => {
    const workspace = group();
    inGroup(workspace, (open) => closeTask(open, 5));
    expect(compare(workspace, plan().slice(0, 4))?.gone).toEqual([]);
  });

  it('brings back what an earlier one had dropped, not what people cancelled', () => {
    const workspace = group();
    confirm(workspace, plan().slice(0, 4));
    makeEdit(openChange(workspace, anActing(), 'extend'), {
      on: { kind: 'task', number: 4 },
      field: 'cancelled',
      before: null,
      after: { reason: '经费没有批', by: 'u2', at: 1 },
    });
    expect(confirm(workspace, plan())).toMatchObject({ ok: true, added: [], changed: [{ number: 5, restores: true }] });
    expect(taskOf(workspace, 5)?.cancelled).toBeNull();
    expect(taskOf(workspace, 4)?.cancelled?.reason).toBe('经费没有批');
  });

  it('is taken back whole by 撤销', () => {
    const workspace = group();
    const before = structuredClone(workspace.tasks);
    confirm(workspace, [
      ...withLine(0, { units: ['组织部'] }).slice(0, 4),
      aTaskDraft({ title: '开展安全生产月宣传咨询' }),
    ]);
    expect(undoLast(workspace, anActing()).ok).toBe(true);
    expect(workspace.tasks).toEqual(before);
    expect(workspace.plans).toMatchObject([{ id: 'p1' }]);
  });
});

describe('where the group changed something too', () => {
  it.each<[string, (open: ReturnType<typeof openChange>) => unknown, Partial<TaskDraft>, string, string]>([
    [
      'an extension',
      (open) => extendTask(open, 1, '2026-07-31', ''),
      { schedule: until('2026-06-30') },
      'schedule',
      'extended',
    ],
    [
      'an edit',
      (open) =>
        makeEdit(open, { on: { kind: 'task', number: 1 }, field: 'units', before: ['办公室'], after: ['女工部'] }),
      { units: ['组织部'] },
      'units',
      'edited',
    ],
  ])('%s stays and is named', (_, act, change, field, kept) => {
    const workspace = group();
    inGroup(workspace, act);
    const before = structuredClone(taskOf(workspace, 1));
    const [line] = compare(workspace, withLine(0, change))?.tasks ?? [];
    expect(line?.differences).toMatchObject([{ field, kept }]);
    expect(confirm(workspace, withLine(0, change))).toMatchObject({ reason: 'nothing-new', known: 5, kept: 1 });
    expect(taskOf(workspace, 1)).toEqual(before);
  });

  it('an extension that stays is named by the day it gave', () => {
    const workspace = group();
    inGroup(workspace, (open) => extendTask(open, 1, '2026-06-20', ''));
    const [line] = compare(workspace, withLine(0, { schedule: until('2026-06-15', '6月15日前') }))?.tasks ?? [];
    expect(line?.differences).toMatchObject([
      { before: { end: '2026-06-20' }, after: { end: '2026-06-15' }, kept: 'extended' },
    ]);
  });

  it('words that say the same in another way leave the title as it is', () => {
    const workspace = group();
    const before = taskOf(workspace, 1)?.title;
    confirm(workspace, withLine(0, { text: '召开职工代表大会(换届)', title: '召开职工代表大会' }));
    expect(taskOf(workspace, 1)).toMatchObject({ title: before, text: '召开职工代表大会(换届)' });
    expect(workspace.history.at(-1)?.edits?.map(({ field }) => field)).not.toContain('title');
  });

  it('a target with reports is never dropped', () => {
    const workspace = group();
    inGroup(workspace, (open) => reportFigure(open, 2, { value: 2, mode: 'add', confirmed: true }));
    const [, line] = compare(workspace, withLine(1, { targets: [] }))?.tasks ?? [];
    expect(line?.differences).toMatchObject([{ field: 'targets', kept: 'reported' }]);
  });

  it('and the document did not, nothing is said', () => {
    const workspace = group();
    inGroup(workspace, (open) =>
      makeEdit(open, { on: { kind: 'task', number: 1 }, field: 'units', before: ['办公室'], after: ['女工部'] }),
    );
    expect(compare(workspace, withLine(3, { leaders: ['王五'] }))?.tasks[0]?.differences).toEqual([]);
  });
});

describe('another document', () => {
  const others = ['召开支部党员大会', '开展主题党日活动', '讲授专题党课', '组织红色观影'].map((title) =>
    aTaskDraft({ title }),
  );

  it('of the same year is one more plan, and takes nothing from the first', () => {
    const workspace = group();
    expect(compare(workspace, others, '党支部计划')).toMatchObject({ revises: null, gone: [] });
    expect(confirm(workspace, others, { title: '党支部计划' })).toMatchObject({ added: [6, 7, 8, 9], cancelled: [] });
    expect(workspace.plans.map(({ id }) => id)).toEqual(['p1', 'p2']);
  });

  it('of the next year is a plan of its own, whatever it has in common', () => {
    const workspace = group();
    expect(confirm(workspace, plan(), { year: 2027 })).toMatchObject({ added: [6, 7, 8, 9, 10], changed: [] });
  });

  it('with a few lines of the plan changes those and cancels nothing', () => {
    const workspace = group();
    const few = withLine(0, { schedule: until('2026-06-30') }).slice(0, 1);
    expect(compare(workspace, few)).toMatchObject({ revises: null, amends: { id: 'p1' }, gone: [] });
    expect(confirm(workspace, few)).toMatchObject({ added: [], cancelled: [], changed: [{ number: 1 }] });
  });
});

describe('for any revision', () => {
  const lines = fc.uniqueArray(
    fc.constantFrom(
      ...['职代会', '书屋', '走访', '竞赛', '讲座', '培训', '慰问', '体检'].map((word) => `开展${word}工作${word}`),
    ),
    { minLength: 1 },
  );
  const drafts = (titles: string[]) => titles.map((title) => aTaskDraft({ title }));

  it('what is confirmed brings nothing a second time, and numbers are never given twice', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const workspace = aWorkspace();
        confirm(workspace, drafts(first));
        confirm(workspace, drafts(second));
        expect(confirm(workspace, drafts(second))).toMatchObject({ ok: false, reason: 'nothing-new' });
        const numbers = workspace.tasks.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        const open = workspace.tasks.filter(({ cancelled }) => cancelled === null).map(({ text }) => text);
        expect(open).toEqual(expect.arrayContaining(second));
      }),
    );
  });
});
