import { describe, expect, it } from 'vitest';
import type { PlanReading } from '../../../src/plan/plan-draft.ts';
import { openChange } from '../../../src/workspace/history.ts';
import { comparisonOf, isFresh } from '../../../src/workspace/importing/comparison.ts';
import { confirmImport } from '../../../src/workspace/importing/confirming.ts';
import { discardImport, draftImport, waitingImport } from '../../../src/workspace/importing/drafts.ts';
import type { ImportContent, Workspace } from '../../../src/workspace/workspace.ts';
import { anActing } from '../../builders/acting.ts';
import { aSchedule, aTargetDraft, aTask, aTaskDraft } from '../../builders/task.ts';
import { aPlan, aWorkspace } from '../../builders/workspace.ts';

const aReading = (texts: string[], year = 2026): PlanReading => ({
  plans: [{ title: '清河区总工会工作计划', year, tasks: texts.map((text) => aTaskDraft({ title: text, text })) }],
  skipped: [],
});

const aContent = (text: string): ImportContent => ({ kind: 'plan', reading: aReading([text]) });

const imported = (workspace: Workspace, reading: PlanReading, by = 'u1') => {
  const { id } = draftImport(workspace, anActing({ by }), '计划.txt', { kind: 'plan', reading });
  return confirmImport(openChange(workspace, anActing({ by }), 'import'), id);
};

describe('a draft', () => {
  it('waits, and nothing is written but the draft', () => {
    const workspace = aWorkspace();
    const draft = draftImport(workspace, anActing(), '计划.txt', aContent('甲'));
    expect(draft).toMatchObject({ id: 'i1', source: '计划.txt', by: 'u1', settled: null });
    expect({ ...workspace, imports: [] }).toEqual(aWorkspace());
  });

  it('replaces an earlier one of the same person, not of another', () => {
    const workspace = aWorkspace();
    for (const by of ['u1', 'u2', 'u1']) draftImport(workspace, anActing({ by }), '计划.txt', aContent('甲'));
    expect(workspace.imports.map(({ settled }) => settled?.as ?? 'waiting')).toEqual([
      'replaced',
      'waiting',
      'waiting',
    ]);
    expect(workspace.imports[0]?.content).toBeNull();
  });

  it.each([
    ['the own one', ['u2', 'u1'], 'u1', 'i2'],
    ['the only one', ['u2'], 'u1', 'i1'],
    ['none of several of others', ['u2', 'u3'], 'u1', undefined],
    ['none', [], 'u1', undefined],
  ])('meant by a bare 确认导入 is %s', (_, drafters, by, id) => {
    const workspace = aWorkspace();
    for (const drafter of drafters) draftImport(workspace, anActing({ by: drafter }), '计划.txt', aContent('甲'));
    expect(waitingImport(workspace, by)?.id).toBe(id);
  });
});

describe('confirming', () => {
  it('numbers the tasks in order and keeps all the document said', () => {
    const workspace = aWorkspace();
    const task = aTaskDraft({
      section: ['一、组织建设'],
      schedule: aSchedule({ end: '2026-06-30', stated: '6月底前' }),
      targets: [aTargetDraft(), aTargetDraft({ unit: '场' })],
      leaders: ['张三'],
      units: ['办公室'],
      supportingUnits: ['保障部'],
      owners: ['李四'],
    });
    const reading = { plans: [{ title: '计划', year: 2026, tasks: [task, aTaskDraft({ text: '乙' })] }], skipped: [] };
    expect(imported(workspace, reading)).toMatchObject({ ok: true, added: [1, 2], known: 0, madeAdministrator: true });
    expect(workspace.tasks[0]).toMatchObject({ ...task, number: 1, year: 2026, addedBy: 'u1' });
    expect(workspace.tasks[0]?.targets.map(({ id }) => id)).toEqual(['t1', 't2']);
    expect(workspace.plans).toMatchObject([
      { id: 'p1', title: '计划', year: 2026, source: '计划.txt', confirmedBy: 'u1' },
    ]);
    expect(workspace.nextNumber).toBe(3);
  });

  it('makes the first to import the administrator, and nobody after', () => {
    const workspace = aWorkspace();
    imported(workspace, aReading(['甲']), 'u1');
    expect(imported(workspace, aReading(['乙']), 'u2')).toMatchObject({ ok: true, madeAdministrator: false });
    expect(workspace.administrators).toEqual(['u1']);
  });

  it.each([
    ['the first to import, though the owner is known', { owner: 'u9' }, ['u2']],
    ['nobody, where only the owner was left on purpose', { owner: 'u9', plans: [aPlan()] }, []],
    ['whoever imports, where nobody is left', { plans: [aPlan()] }, ['u2']],
  ])('makes %s an administrator', (_, group, administrators) => {
    const workspace = aWorkspace(group);
    expect(imported(workspace, aReading(['甲']), 'u2')).toMatchObject({ ok: true });
    expect(workspace.administrators).toEqual(administrators);
  });

  it.each(['confirmed', 'discarded'] as const)('tells who %s a draft, and when, the second time', (as) => {
    const workspace = aWorkspace();
    const draft = draftImport(workspace, anActing(), '计划.txt', aContent('甲'));
    const acting = anActing({ by: 'u2' });
    const settle = () =>
      as === 'confirmed'
        ? confirmImport(openChange(workspace, acting, 'import'), draft.id)
        : discardImport(workspace, acting, draft.id);
    expect(settle().ok).toBe(true);
    const again = { ok: false, reason: 'import-settled', as, by: 'u2', at: acting.at };
    expect(discardImport(workspace, anActing(), draft.id)).toMatchObject(again);
    expect(confirmImport(openChange(workspace, anActing(), 'import'), draft.id)).toMatchObject(again);
  });

  it('refuses an unknown draft', () => {
    expect(confirmImport(openChange(aWorkspace(), anActing(), 'import'), 'i7')).toMatchObject({ reason: 'no-import' });
  });

  it('discarding writes no task', () => {
    const workspace = aWorkspace();
    const draft = draftImport(workspace, anActing(), '计划.txt', aContent('甲'));
    expect(discardImport(workspace, anActing(), draft.id)).toEqual({ ok: true, source: '计划.txt' });
    expect([workspace.tasks, workspace.plans, workspace.nextNumber]).toEqual([[], [], 1]);
  });
});

describe('what is there already', () => {
  const ledger = () =>
    aWorkspace({
      plans: [aPlan()],
      administrators: ['u1'],
      tasks: ['召开例会', '建设职工书屋3家', '召开例会'].map((text, index) => aTask({ number: index + 1, text })),
    });

  it.each([
    ['the same document', ['召开例会', '建设职工书屋3家', '召开例会'], 2026, [], [1, 2, 3]],
    ['other spaces and widths', ['召开 例会', '建设职工书屋３家'], 2026, [], [1, 2]],
    ['a line once more than there is', ['召开例会', '召开例会', '召开例会'], 2026, ['召开例会'], [1, 3]],
    ['a new line among known ones', ['建设职工书屋3家', '走访困难职工'], 2026, ['走访困难职工'], [2]],
    ['the same text for another year', ['召开例会'], 2027, ['召开例会'], []],
  ])('of %s', (_, texts, year, fresh, known) => {
    const [comparison] = comparisonOf(ledger(), aReading(texts, year));
    expect(comparison?.tasks.filter(isFresh).map(({ draft }) => draft.text)).toEqual(fresh);
    expect(comparison?.tasks.flatMap(({ number }) => number ?? [])).toEqual(known);
  });

  it('is not doubled', () => {
    const workspace = ledger();
    const outcome = imported(workspace, aReading(['召开例会', '走访困难职工', '召开例会']));
    expect(outcome).toMatchObject({ ok: true, added: [4], known: 2 });
    expect(workspace.tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('all of it: refused, and the draft still waits', () => {
    const workspace = ledger();
    expect(imported(workspace, aReading(['召开例会']))).toMatchObject({ ok: false, reason: 'nothing-new', known: 1 });
    expect(waitingImport(workspace, 'u1')?.id).toBe('i1');
    expect(workspace.plans).toHaveLength(1);
  });

  it('counts over the plans of one document', () => {
    const workspace = ledger();
    const twice = [...aReading(['召开例会', '召开例会']).plans, ...aReading(['召开例会']).plans];
    expect(
      comparisonOf(workspace, { plans: twice, skipped: [] }).map(({ tasks }) => tasks.filter(isFresh).length),
    ).toEqual([0, 1]);
  });
});
