import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aPlan, aWorkspace } from '../builders/workspace.ts';

const closing = (date: string, time = '10:00', period: string | null = null, late = false) => ({
  period,
  late,
  check: null,
  by: 'u1',
  at: instant(date, time),
});

/** The ledger of an invented office in spring 2026, one task for each thing a digest has to tell. */
export const TASKS = {
  closedInApril: aTask({
    number: 1,
    title: '召开职工代表大会',
    section: ['一、民主管理'],
    units: ['办公室'],
    leaders: ['王海'],
    schedule: aSchedule({ start: '2026-04-01', end: '2026-04-30', stated: '4月' }),
    closings: [closing('2026-04-21')],
    progress: [{ text: '已开展,参加85人', by: 'u1', at: instant('2026-04-21', '10:00') }],
  }),
  overdue: aTask({
    number: 2,
    title: '签订集体合同',
    units: ['权益部'],
    schedule: aSchedule({ end: '2026-04-15', stated: '4月15日前' }),
    progress: [{ text: '对方已回函', percent: 60, by: 'u1', at: instant('2026-04-10') }],
  }),
  dueThisWeek: aTask({
    number: 3,
    title: '慰问一线职工',
    units: ['生活部'],
    owners: ['李梅'],
    schedule: aSchedule({ start: '2026-04-27', end: '2026-05-01', stated: '五一前' }),
  }),
  dueNextWeek: aTask({
    number: 4,
    title: '举办青年座谈会',
    leaders: ['陈静'],
    units: ['组织部'],
    schedule: aSchedule({ start: '2026-05-04', end: '2026-05-08', stated: '5月上旬' }),
  }),
  monthly: aTask({
    number: 5,
    title: '走访基层工会',
    units: ['组织部'],
    schedule: aSchedule({ freq: 'monthly', stated: '每月' }),
    closings: ['01', '02', '03'].map((month) => closing(`2026-${month}-28`, '15:00', `2026-${month}`)),
  }),
  withTarget: aTask({
    number: 6,
    title: '发展工会会员',
    units: ['组织部'],
    schedule: aSchedule({ start: '2026-01-01', end: '2026-12-31', stated: '全年' }),
    targets: [aTarget()],
    reports: [
      { target: 't1', value: 40, mode: 'add', by: 'u1', at: instant('2026-03-10') },
      { target: 't1', value: 5, mode: 'add', by: 'u1', at: instant('2026-04-22') },
      { target: 't1', value: 2, mode: 'add', by: 'u1', at: instant('2026-04-27', '08:30') },
    ],
    progress: [{ text: '完成两个园区的摸底', by: 'u1', at: instant('2026-04-16') }],
  }),
  extended: aTask({
    number: 7,
    title: '修缮职工书屋',
    units: ['办公室'],
    schedule: aSchedule({ end: '2026-04-20', stated: '4月20日前' }),
    extensions: [
      {
        period: null,
        from: '2026-04-20',
        to: '2026-06-30',
        reason: '场地装修',
        late: false,
        by: 'u1',
        at: instant('2026-04-18'),
      },
    ],
  }),
  cancelled: aTask({
    number: 8,
    title: '组织春游',
    schedule: aSchedule({ end: '2026-04-10', stated: '4月10日前' }),
    cancelled: { reason: '合并到秋游', by: 'u1', at: instant('2026-04-02') },
  }),
} satisfies Record<string, Task>;

export const anOffice = (overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({ plans: [aPlan()], tasks: Object.values(TASKS), ...overrides });
