import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';
import { aSchedule, aTarget, aTask } from './task.ts';
import { aMember, aPlan, aWorkspace } from './workspace.ts';

const during = (start: string | null, end: string, stated = '') => aSchedule({ start, end, stated });
const every = (freq: 'weekly' | 'monthly' | 'quarterly') => aSchedule({ freq });
const counted = (name: string, value: number, unit: string, kind: 'increase' | 'level' | null, id = 't1') =>
  aTarget({ id, name, value, unit, kind });

const tasks: Partial<Task>[] = [
  { title: '举办职工书画展', units: ['宣教部'], leaders: ['王明'], schedule: during('2026-04-21', '2026-04-30') },
  { title: '开展换届情况摸底', units: ['组织部'], schedule: every('quarterly') },
  { title: '汇总调解台账', units: ['权益保障部'], owners: ['李芳'], schedule: every('monthly') },
  { title: '更新公众号', units: ['宣教部'], owners: ['周敏'], schedule: every('weekly') },
  { title: '新建基层工会80家', units: ['组织部'], targets: [counted('基层工会', 80, '家', 'increase')] },
  { title: '举办主题宣讲10场', units: ['宣教部'], targets: [counted('宣讲', 10, '场', 'increase')] },
  { title: '发展新会员500人', units: ['组织部'], targets: [counted('会员', 500, '人', 'increase')] },
  { title: '推进集体合同签订', units: ['权益保障部'], targets: [counted('签订率', 95, '%', 'level')] },
  {
    title: '建设服务阵地',
    units: ['权益保障部'],
    targets: [counted('驿站', 15, '个', 'increase'), counted('书屋', 6, '家', 'increase', 't2')],
  },
  { title: '组织单身职工交友', units: ['女职工部'], targets: [counted('交友', 6, '期', null)] },
  { title: '召开职工代表大会', units: ['办公室'], leaders: ['王明'], schedule: during(null, '2026-06-30', '6月底前') },
  { title: '女职工普法讲座', units: ['女职工部'], owners: ['李婷'], schedule: during('2026-05-01', '2026-05-31') },
  { title: '走访慰问困难职工', units: ['权益保障部'], owners: ['李芳'], schedule: during('2026-05-01', '2026-05-31') },
  { title: '组织春游', cancelled: { reason: '天气', by: 'u1', at: instant('2026-05-05') } },
  { title: '组织技能竞赛', units: ['经济部'], schedule: during('2026-06-01', '2026-09-30', '6-9月') },
  { title: '举办工会干部培训班', units: ['组织部'], schedule: during('2026-05-01', '2026-07-31') },
  { title: '举办财务人员培训班', units: ['财务部'], schedule: during('2026-08-01', '2026-08-31') },
  { title: '购置办公设备', units: ['办公室'] },
];

/** Eighteen tasks of every kind on 12 May 2026, nothing done yet but #14 cancelled. u1 周敏 administers, u2 is 李芳, u3 a guest. */
export const aLedger = (overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({
    plans: [aPlan()],
    tasks: tasks.map((task, index) => aTask({ ...task, number: index + 1, text: task.title ?? '' })),
    members: [
      aMember({ id: 'u1', name: '周敏' }),
      aMember({ id: 'u2', name: '小李', bound: ['李芳'] }),
      aMember({ id: 'u3', name: '访客' }),
    ],
    administrators: ['u1'],
    ...overrides,
  });
