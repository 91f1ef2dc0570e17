import { cumulative } from '../../src/workspace/reporting.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

const turn = (period: string | null): string => (period === null ? '' : `/${period}`);

const closings = (before: Task, after: Task): string[] => {
  const key = (task: Task) => task.closings.map(({ period }) => `${task.number}${turn(period)}`);
  const [was, is] = [key(before), key(after)];
  return [
    ...is.filter((each) => !was.includes(each)).map((each) => `办结 ${each}`),
    ...was.filter((each) => !is.includes(each)).map((each) => `重开 ${each}`),
  ];
};

const figures = (before: Task, after: Task): string[] =>
  after.targets
    .filter(({ id }) => cumulative(before, id) !== cumulative(after, id))
    .map(({ id, name }) => `${name} ${cumulative(before, id)}→${cumulative(after, id)}`);

const notes = (before: Task, after: Task): string[] =>
  after.progress
    .slice(before.progress.length)
    .map(({ text, percent }) => `进展 ${after.number}${percent === undefined ? '' : ` ${percent}%`}:${text}`);

const extensions = (before: Task, after: Task): string[] =>
  after.extensions
    .slice(before.extensions.length)
    .map(({ to, reason, period }) => `延期 ${after.number}${turn(period)} ${to}${reason === '' ? '' : ` ${reason}`}`);

const names = (workspace: Workspace): string[] =>
  workspace.members.flatMap(({ id, bound }) => bound.map((name) => `${id}=${name}`));

/** What is different, in a few words each: `办结 12`, `会员 0→120`, `延期 11 2026-07-31`; empty when nothing is. */
export const effectOf = (before: Workspace, after: Workspace): string[] => {
  const was = new Map(before.tasks.map((task) => [task.number, task]));
  return [
    ...after.tasks.flatMap((task) => {
      const earlier = was.get(task.number);
      if (!earlier) return [`新增 ${task.number}:${task.text}`];
      return [closings, figures, notes, extensions].flatMap((difference) => difference(earlier, task));
    }),
    ...before.tasks
      .filter(({ number }) => !after.tasks.some((task) => task.number === number))
      .map(({ number }) => `去掉 ${number}`),
    ...(['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly'] as const)
      .filter((key) => JSON.stringify(before.settings[key]) !== JSON.stringify(after.settings[key]))
      .map(
        (key) => `${key} ${after.settings[key].on ? `${after.settings[key].day} ${after.settings[key].time}` : 'off'}`,
      ),
    ...names(after).filter((name) => !names(before).includes(name)),
  ];
};
