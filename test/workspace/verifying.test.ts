import { describe, expect, it } from 'vitest';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { openChange } from '../../src/workspace/history.ts';
import { lightOf } from '../../src/workspace/light.ts';
import { select } from '../../src/workspace/selection.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { changeSettings } from '../../src/workspace/settings-change.ts';
import { statisticsOf } from '../../src/workspace/statistics.ts';
import { verifyTask } from '../../src/workspace/verifying.ts';
import { waitingTurns } from '../../src/workspace/waiting.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing, instant } from '../builders/acting.ts';
import { aCheckedLedger } from '../builders/checking.ts';

const opened = (by = 'u1', workspace = aCheckedLedger()) => openChange(workspace, anActing({ by }), 'verify');
const verified = (number: number, period?: string, by = 'u1', workspace?: Workspace) =>
  verifyTask(opened(by, workspace), number, { period });
const today = '2026-05-12';
const switchedOff = () => aCheckedLedger({ settings: DEFAULT_SETTINGS });
const task = (workspace: Workspace, number: number) => {
  const found = workspace.tasks[number - 1];
  if (!found) throw new Error(`no task ${number}`);
  return found;
};

describe('销号', () => {
  it('grants the closing that waits: who and when stands in it', () => {
    const open = opened();
    const closedAt = instant('2026-05-11', '10:00');
    expect(verifyTask(open, 12)).toEqual({
      ok: true,
      number: 12,
      title: '女职工普法讲座',
      period: null,
      deadline: '2026-05-31',
      closedBy: 'u2',
      closedAt,
    });
    expect(task(open.workspace, 12).closings).toEqual([
      { period: null, late: false, check: { by: 'u1', at: open.acting.at }, by: 'u2', at: closedAt },
    ]);
  });

  it.each([
    ['the named period', 3, '2026-03', { ok: true, period: '2026-03' }],
    ['the only period that waits', 2, undefined, { ok: true, period: '2026-Q1' }],
    ['none of two', 3, undefined, { reason: 'which-period', periods: ['2026-03', '2026-04'] }],
    ['not a period that is open', 3, '2026-05', { reason: 'nothing-to-verify', period: '2026-05' }],
    ['not a period to come', 3, '2026-09', { reason: 'period-not-begun' }],
    ['not what is open', 11, undefined, { reason: 'nothing-to-verify', period: null }],
    ['not what recurs and is open', 4, undefined, { reason: 'nothing-to-verify', period: '2026-W20' }],
    ['not twice', 16, undefined, { reason: 'already-verified', by: 'u1', at: instant('2026-05-11', '15:00') }],
    ['not what was closed before', 17, undefined, { reason: 'needs-no-check' }],
    ['not what was cancelled', 14, undefined, { reason: 'task-cancelled' }],
    ['not what is not there', 99, undefined, { reason: 'no-such-task' }],
  ])('%s', (_, number, period, outcome) => {
    expect(verified(number, period)).toMatchObject(outcome);
  });

  it('is for administrators and the group’s owner alone', () => {
    const may = ['u1', 'u2', 'u3', 'u9'].filter(
      (by) => verified(12, undefined, by, aCheckedLedger({ owner: 'u3' })).ok,
    );
    expect(may).toEqual(['u1', 'u3']);
    expect(verified(12, undefined, 'u2')).toEqual({ ok: false, reason: 'not-allowed', may: ['u1'], names: [] });
  });

  it('is not to be had where closings are not checked', () => {
    expect(verified(12, undefined, 'u1', switchedOff())).toMatchObject({ ok: false, reason: 'checks-off', number: 12 });
  });
});

describe('退回', () => {
  const reopened = (number: number, period: string | undefined, by: string, workspace = aCheckedLedger()) =>
    reopenTask(openChange(workspace, anActing({ by }), 'reopen'), number, { period });

  it.each([
    ['an administrator, what waits', 12, 'u1', { ok: true, check: 'waiting' }],
    ['nobody else, what waits', 12, 'u2', { ok: false, reason: 'not-allowed', may: ['u1'] }],
    ['anybody, what was granted, while anybody may close', 16, 'u3', { ok: true }],
    ['anybody, what needed no check', 17, 'u3', { ok: true, check: null }],
  ])('is for %s', (_, number, by, outcome) => {
    expect(reopened(number, undefined, by)).toMatchObject(outcome);
  });

  it('is for anybody who may close once closings are not checked any more', () => {
    expect(reopened(12, undefined, 'u3', switchedOff())).toMatchObject({ ok: true });
  });

  it('asks for the period when the running one is closed and another waits', () => {
    const workspace = aCheckedLedger();
    closeTask(openChange(workspace, anActing({ by: 'u1' }), 'close'), 2);
    expect(reopened(2, undefined, 'u1', workspace)).toMatchObject({
      reason: 'which-period',
      periods: ['2026-Q1', '2026-Q2'],
    });
  });
});

describe('设置 办结 不需核实', () => {
  it('lets what waits count as closed; switched on again it waits again', () => {
    const workspace = aCheckedLedger();
    const change = (checksClosings: boolean) => changeSettings(opened('u1', workspace), { checksClosings });
    const waiting = () => workspace.tasks.flatMap((each) => waitingTurns(workspace, each));
    const before = waiting();
    expect(before).toEqual(['2026-Q1', '2026-03', '2026-04', null, null]);
    change(false);
    expect(waiting()).toEqual([]);
    expect(lightOf(workspace, task(workspace, 12), today)).toMatchObject({
      light: '✅',
      reason: '5月11日 10:00 李芳办结',
    });
    change(true);
    expect(waiting()).toEqual(before);
  });
});

describe('what waits for 销号', () => {
  const workspace = aCheckedLedger();

  it.each<[number, string | null, string, string]>([
    [12, null, '✅', '5月11日 10:00 李芳办结,待销号'],
    [16, null, '✅', '5月11日 10:00 李芳办结,周敏销号'],
    [17, null, '✅', '5月11日 10:00 李芳办结'],
    [2, '2026-Q1', '✅', '5月11日 10:00 李芳办结,待销号'],
  ])('#%i %s: %s %s', (number, period, light, reason) => {
    expect(lightOf(workspace, task(workspace, number), today, period)).toMatchObject({ light, reason });
  });

  it('is told in a light that stays yellow for being late, and in that of a task whose periods are all closed', () => {
    const late = aCheckedLedger();
    const recurring = task(late, 2);
    const [first] = recurring.closings;
    if (!first) throw new Error('no closing');
    recurring.closings = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period, index) => ({
      ...first,
      period,
      late: index === 0,
      check: index < 2 ? 'waiting' : null,
    }));
    expect(lightOf(late, recurring, '2026-12-31', '2026-Q1')).toMatchObject({
      light: '🟡',
      reason: '3月31日到期,5月11日 10:00才办结,待销号',
    });
    expect(lightOf(late, recurring, '2026-12-31')).toMatchObject({
      light: '✅',
      reason: '4期全部办结,一季度、二季度待销号',
    });
  });

  it('is a list of its own, of earlier years too', () => {
    const rows = (space: Workspace) =>
      select(space, { filters: [{ kind: 'waiting' }] }, { today, me: 'u1' }).rows.map(
        (row) => `${row.task.number} ${row.period} ${row.waiting}`,
      );
    expect(rows(workspace)).toEqual(['2 2026-Q1 true', '3 2026-04 true', '12 null true', '13 null true']);
    const old = aCheckedLedger();
    task(old, 13).year = 2025;
    expect(rows(old)).toContain('13 null true');
    expect(rows(switchedOff())).toEqual([]);
  });

  it('counts as closed, and is counted', () => {
    const [checking, free] = [workspace, switchedOff()].map((space) => statisticsOf(space, [], { today, me: 'u1' }));
    expect([checking?.waiting, free?.waiting]).toEqual([5, null]);
    expect(checking?.all).toEqual(free?.all);
    expect(checking?.all.closed).toBe(7);
  });
});
