import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aPlan } from '../builders/workspace.ts';

const UNITS = ['办公室', '组织部', '宣教部', '权益部', '保障部', '财务部'];
const LEADERS = ['孙国平', '李春华', '周建民'];
const WORKS = [
  '职工技能比武',
  '困难职工走访',
  '工会干部轮训',
  '女职工体检',
  '劳动安全检查',
  '读书分享会',
  '集体协商指导',
];

const pick = <T>(from: readonly T[], index: number): T => {
  const item = from[index % from.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

const titleOf = (index: number): string => `组织第${index + 1}项${pick(WORKS, index)}`;

/** A plan of `tasks` items as people write it, for 导入. */
export const largePlanText = (tasks: number): string =>
  Array.from({ length: tasks }, (_, index) => {
    const month = (index % 12) + 1;
    const heading = index % 50 === 0 ? `第${index / 50 + 1}部分工作\n` : '';
    return `${heading}${index + 1}. ${month}月:${titleOf(index)},参加职工不少于${50 + index}人。责任领导:${pick(LEADERS, index)};责任单位:${pick(UNITS, index)}。`;
  }).join('\n');

/** Fills a workspace as a year of work leaves it: each task with a target, four lines of progress and their history. */
export const fillWithYear =
  (tasks: number) =>
  (workspace: Workspace): void => {
    const by = 'ou_7d8a6e6df7621556ce0d21922b676706';
    const at = instant('2026-03-02');
    workspace.plans.push(aPlan());
    for (let index = 0; index < tasks; index++) {
      const number = workspace.nextNumber++;
      const progress = Array.from({ length: 4 }, (_, turn) => ({
        text: `第${turn + 1}次推进,场地和人员已落实`,
        by,
        at,
      }));
      const month = String((index % 12) + 1).padStart(2, '0');
      workspace.tasks.push(
        aTask({
          number,
          title: titleOf(index),
          section: [`第${Math.floor(index / 50) + 1}部分工作`],
          schedule: aSchedule({ start: `2026-${month}-01`, end: `2026-${month}-28`, stated: `${Number(month)}月` }),
          leaders: [pick(LEADERS, index)],
          units: [pick(UNITS, index)],
          targets: [aTarget({ name: '职工', value: 50 + index })],
          progress,
        }),
      );
      workspace.history.push(
        ...progress.map((line, turn) => ({
          id: `c${index * 4 + turn + 1}`,
          verb: 'progress' as const,
          by,
          at,
          message: `om_${String(index * 4 + turn).padStart(32, '0')}`,
          summary: `进展 #${number} ${line.text}`,
          edits: [{ on: { kind: 'task' as const, number }, field: `progress[${turn}]`, before: null, after: line }],
          undoneBy: null,
        })),
      );
    }
  };
