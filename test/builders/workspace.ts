import { newWorkspace } from '../../src/workspace/new-workspace.ts';
import type { Member, Plan, Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';

export const aMember = (overrides: Partial<Member> = {}): Member => ({ id: 'u1', name: null, bound: [], ...overrides });

export const aPlan = (overrides: Partial<Plan> = {}): Plan => ({
  id: 'p1',
  title: '清河区总工会2026年工作计划',
  year: 2026,
  source: '计划.txt',
  confirmedBy: 'u1',
  confirmedAt: instant('2026-01-04', '09:00'),
  ...overrides,
});

/** An empty workspace `local:test`; `nextNumber` follows the tasks unless given. */
export const aWorkspace = (overrides: Partial<Workspace> = {}): Workspace => ({
  ...newWorkspace('local:test', instant('2026-01-04', '08:00')),
  nextNumber: Math.max(0, ...(overrides.tasks ?? []).map((task) => task.number)) + 1,
  ...overrides,
});
