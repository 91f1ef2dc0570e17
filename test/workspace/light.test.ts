import { describe, expect, it } from 'vitest';
import { lightOf, taskState } from '../../src/workspace/light.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const workspace = aWorkspace({ members: [aMember({ id: 'u1', name: '张三' })] });
const light = (task: Partial<Task>, today: string, period?: string) => lightOf(workspace, aTask(task), today, period);

const june = aSchedule({ start: '2026-06-01', end: '2026-06-30' });
const closing = (period: string | null, date: string, late = false) => ({
  period,
  late,
  check: null,
  by: 'u1',
  at: instant(date, '09:12'),
});

describe('the light of a one-off task', () => {
  it.each<[string, Partial<Task>, string, string, string, string]>([
    [
      'closed',
      { schedule: june, closings: [closing(null, '2026-06-10')] },
      '2026-07-10',
      '✅',
      '已办结',
      '6月10日 09:12 张三办结',
    ],
    [
      'closed late',
      { schedule: june, closings: [closing(null, '2026-07-02', true)] },
      '2026-07-10',
      '✅',
      '已办结',
      '7月2日 09:12 张三办结,晚于6月30日',
    ],
    ['past its end', { schedule: june }, '2026-07-01', '🔴', '逾期', '6月30日 周二到期,已逾期1天'],
    ['on its last day', { schedule: june }, '2026-06-30', '🟡', '临期', '今天到期'],
    ['seven days before', { schedule: june }, '2026-06-23', '🟡', '临期', '6月30日 周二到期,还有7天'],
    ['eight days before', { schedule: june }, '2026-06-22', '🟢', '正常', '6月30日 周二到期'],
    ['on its first day', { schedule: june }, '2026-06-01', '🟢', '正常', '6月30日 周二到期'],
    ['before its window', { schedule: june }, '2026-05-31', '⚪', '未到期', '6月1日 周一开始'],
    [
      'a day soon to come',
      { schedule: aSchedule({ start: '2026-06-10', end: '2026-06-10' }) },
      '2026-06-05',
      '🟡',
      '临期',
      '6月10日 周三到期,还有5天',
    ],
    ['not scheduled', {}, '2026-06-05', '🟢', '正常', '未排期,按年底计'],
    ['not scheduled, after the year', {}, '2027-01-02', '🔴', '逾期', '2026年12月31日 周四到期,已逾期2天'],
    [
      'cancelled',
      { schedule: june, cancelled: { reason: '并入其他工作', by: 'u1', at: 1 } },
      '2026-07-10',
      '⚪',
      '已取消',
      '已取消:并入其他工作',
    ],
    [
      'extended',
      {
        schedule: june,
        extensions: [{ period: null, from: '2026-06-30', to: '2026-08-31', reason: '', late: false, by: 'u1', at: 1 }],
      },
      '2026-07-01',
      '🟢',
      '正常',
      '8月31日 周一到期',
    ],
  ])('%s', (_, task, today, symbol, name, reason) => {
    expect(light(task, today)).toEqual({ light: symbol, name, reason });
  });

  it('follows the limits of the workspace', () => {
    const patient = aWorkspace();
    patient.settings.lights.soonDays = 3;
    expect(lightOf(patient, aTask({ schedule: june }), '2026-06-26').light).toBe('🟢');
    expect(lightOf(patient, aTask({ schedule: june }), '2026-06-27').light).toBe('🟡');
  });
});

describe('a target behind its share of time', () => {
  const reports = (value: number) => [{ target: 't1', value, mode: 'add' as const, by: 'u1', at: 1 }];
  const targets = [aTarget({ value: 100 })];

  // 14 August is day 226 of 365: 62 %.
  it.each([
    ['14 points', targets, reports(48), '🟡', '序时应达62%,实达48%,差14个百分点'],
    ['11 points', targets, reports(51), '🟡', '序时应达62%,实达51%,差11个百分点'],
    ['10 points', targets, reports(52), '🟢', '未排期,按年底计'],
    ['ahead', targets, reports(130), '🟢', '未排期,按年底计'],
    ['nothing reported', targets, [], '🟡', '序时应达62%,实达0%,差62个百分点'],
    ['a level nobody has told', [aTarget({ kind: 'level', unit: '%', value: 95 })], [], '🟢', '未排期,按年底计'],
    [
      'a level',
      [aTarget({ kind: 'level', unit: '%', value: 100 })],
      reports(40),
      '🟡',
      '序时应达62%,实达40%,差22个百分点',
    ],
    [
      'the furthest of two',
      [...targets, aTarget({ id: 't2', name: '培训', value: 4 })],
      reports(48),
      '🟡',
      '培训:序时应达62%,实达0%,差62个百分点',
    ],
  ] as const)('%s', (_, all, given, symbol, reason) => {
    expect(light({ targets: [...all], reports: [...given] }, '2026-08-14')).toMatchObject({ light: symbol, reason });
  });

  it('counts within the window of the task', () => {
    const task = { schedule: june, targets, reports: reports(40) };
    expect(light(task, '2026-06-15')).toMatchObject({ light: '🟢' });
    expect(light(task, '2026-06-16')).toMatchObject({ light: '🟡', reason: '序时应达53%,实达40%,差13个百分点' });
  });
});

describe('the light of a recurring task', () => {
  const monthly = aSchedule({ freq: 'monthly' });
  const addedAt = instant('2026-03-10');
  const task = (...closings: Task['closings']): Partial<Task> => ({ schedule: monthly, addedAt, closings });

  it.each<[string, Partial<Task>, string, string]>([
    [
      'its running period',
      task(closing('2026-03', '2026-03-20'), closing('2026-04', '2026-04-20')),
      '🟢',
      '5月31日 周日到期',
    ],
    [
      'done for now',
      task(closing('2026-03', '2026-03-20'), closing('2026-04', '2026-04-20'), closing('2026-05', '2026-05-08')),
      '✅',
      '5月8日 09:12 张三办结',
    ],
    [
      'done for now, one left behind',
      task(closing('2026-03', '2026-03-20'), closing('2026-05', '2026-05-08')),
      '✅',
      '5月8日 09:12 张三办结;4月未办结',
    ],
    ['one left behind', task(closing('2026-03', '2026-03-20')), '🔴', '4月30日 周四到期,已逾期12天'],
    [
      'one closed late',
      task(closing('2026-03', '2026-04-02', true), closing('2026-04', '2026-04-20')),
      '🟡',
      '3月逾期办结',
    ],
  ])('as a whole: %s', (_, given, symbol, reason) => {
    expect(light(given, '2026-05-12')).toMatchObject({ light: symbol, reason });
  });

  it.each([
    ['a period closed in time', '2026-03', '✅', '3月20日 09:12 张三办结'],
    ['a period closed late', '2026-04', '🟡', '4月30日到期,5月6日 09:12才办结'],
    ['the running period', '2026-05', '🟢', '5月31日 周日到期'],
    ['a period to come', '2026-07', '⚪', '7月1日 周三开始'],
  ])('in the line of %s', (_, period, symbol, reason) => {
    const given = task(closing('2026-03', '2026-03-20'), closing('2026-04', '2026-05-06', true));
    expect(light(given, '2026-05-12', period)).toMatchObject({ light: symbol, reason });
  });

  it('is not behind with its target in a period to come', () => {
    const given = { ...task(), targets: [aTarget({ value: 100 })] };
    expect(light(given, '2026-05-12', '2026-07')).toMatchObject({ light: '⚪', reason: '7月1日 周三开始' });
    expect(light(given, '2026-05-12', '2026-05')).toMatchObject({ light: '🟡' });
  });

  it('is not overdue for what ended before the import', () => {
    expect(light({ schedule: monthly, addedAt: instant('2026-05-02') }, '2026-05-12')).toMatchObject({ light: '🟢' });
    const past = aSchedule({ freq: 'monthly', start: '2026-01-01', end: '2026-03-31' });
    expect(light({ schedule: past, addedAt: instant('2026-05-02') }, '2026-05-12')).toMatchObject({ light: '⚪' });
  });

  it('is closed when all its periods are', () => {
    const schedule = aSchedule({ freq: 'quarterly', start: '2026-01-01', end: '2026-06-30' });
    const half = aTask({ schedule, closings: [closing('2026-Q1', '2026-03-20')] });
    const whole = aTask({ schedule, closings: [...half.closings, closing('2026-Q2', '2026-07-02', true)] });
    expect([taskState(half), taskState(whole)]).toEqual(['open', 'closed']);
    expect(lightOf(workspace, whole, '2026-09-01')).toMatchObject({ light: '✅', reason: '2期全部办结' });
  });
});
