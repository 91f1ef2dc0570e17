import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';
import { aSchedule, aTarget, aTask } from './task.ts';
import { aMember, aPlan, aWorkspace } from './workspace.ts';

const PUBLICITY = '一、宣传教育';
const RIGHTS = '二、权益保障';
const GRASSROOTS = '三、基层建设';
const addedAt = instant('2026-04-06');

const span = (start: string | null, end: string, stated: string) => aSchedule({ start, end, stated });

/** Twelve visits in December, to have more than a page of something. */
const visits: Task[] = Array.from({ length: 12 }, (_, index) =>
  aTask({
    number: 9 + index,
    title: `走访第${index + 1}批企业`,
    section: [GRASSROOTS],
    units: ['基层工作部'],
    schedule: span('2026-12-01', '2026-12-31', '12月'),
    addedAt,
  }),
);

const tasks: Task[] = [
  aTask({
    number: 1,
    title: '举办职工书画展',
    text: '4月下旬:举办职工书画展,展出作品80件。',
    section: [PUBLICITY, '(一)文化活动'],
    leaders: ['王明'],
    units: ['宣教部'],
    schedule: span('2026-04-21', '2026-04-30', '4月下旬'),
    addedAt,
  }),
  aTask({
    number: 2,
    title: '举办工会主席培训班',
    section: [PUBLICITY],
    units: ['组织部'],
    owners: ['李芳'],
    schedule: span('2026-05-01', '2026-05-31', '5月'),
    targets: [aTarget({ name: '参训', value: 200, kind: 'increase' })],
    reports: [{ target: 't1', value: 50, mode: 'add', by: 'u2', at: instant('2026-05-08') }],
    progress: [{ text: '场地已定', percent: 30, by: 'u2', at: instant('2026-05-07', '15:20') }],
    addedAt,
  }),
  aTask({
    number: 3,
    title: '更新公众号',
    section: [PUBLICITY],
    units: ['宣教部'],
    owners: ['周敏'],
    schedule: aSchedule({ freq: 'weekly', stated: '每周' }),
    addedAt: instant('2026-05-04'),
  }),
  aTask({
    number: 4,
    title: '汇总调解台账',
    section: [RIGHTS],
    units: ['权益保障部'],
    owners: ['李芳'],
    schedule: aSchedule({ freq: 'monthly', stated: '每月' }),
    closings: [{ period: '2026-04', late: false, check: null, by: 'u2', at: instant('2026-04-29') }],
    addedAt,
  }),
  aTask({
    number: 5,
    title: '慰问环卫工人',
    section: [RIGHTS],
    units: ['权益保障部'],
    schedule: span('2026-05-12', '2026-05-12', '5月12日'),
    closings: [{ period: null, late: false, check: null, by: 'u1', at: instant('2026-05-12', '08:30') }],
    addedAt,
  }),
  aTask({
    number: 6,
    title: '召开职工代表大会',
    section: [RIGHTS],
    leaders: ['王明'],
    units: ['办公室'],
    schedule: span(null, '2026-08-31', '8月底前'),
    extensions: [
      {
        period: null,
        from: '2026-08-31',
        to: '2026-09-30',
        reason: '会场装修',
        late: false,
        by: 'u1',
        at: instant('2026-05-06'),
      },
    ],
    addedAt,
  }),
  aTask({ number: 7, title: '做好来信来访', section: [RIGHTS], units: ['权益保障部'], addedAt }),
  aTask({
    number: 8,
    title: '组织春游',
    section: [PUBLICITY],
    units: ['办公室'],
    schedule: span('2026-05-01', '2026-05-31', '5月'),
    cancelled: { reason: '天气', by: 'u1', at: instant('2026-05-05') },
    addedAt,
  }),
  ...visits,
];

/** A small office on 12 May 2026: u1 is 周敏, u2 is bound to 李芳, u3 to nobody of the plan. Twenty tasks of every state. */
export const anOffice = (overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({
    plans: [aPlan({ confirmedAt: addedAt })],
    tasks: structuredClone(tasks),
    members: [
      aMember({ id: 'u1', name: '周敏' }),
      aMember({ id: 'u2', name: '小李', bound: ['李芳'] }),
      aMember({ id: 'u3', name: '访客' }),
    ],
    administrators: ['u1'],
    ...overrides,
  });
