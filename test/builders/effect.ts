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

const checks = (before: Task, after: Task): string[] =>
  after.closings.flatMap(({ period, check }) => {
    const was = before.closings.find((each) => each.period === period)?.check;
    return was === 'waiting' && check !== null && check !== 'waiting' ? [`销号 ${after.number}${turn(period)}`] : [];
  });

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

/** 交办, 修改, 取消, 恢复. */
const stated = (before: Task, after: Task): string[] => {
  const { number } = after;
  const say = (value: unknown) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? value.join('、') : JSON.stringify(value);
  const fields = ['title', 'text', 'section', 'leaders', 'units', 'supportingUnits', 'owners', 'targets'] as const;
  const { start, end, freq } = after.schedule;
  const isMoved = JSON.stringify(before.schedule) !== JSON.stringify(after.schedule);
  return [
    ...fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => `${field} ${number} ${say(after[field])}`),
    ...(isMoved ? [`schedule ${number} ${[start ?? '', end ?? '', freq ?? ''].join('/')}`] : []),
    ...(after.extensions.length < before.extensions.length ? [`extensions ${number} ${after.extensions.length}`] : []),
    ...(before.cancelled === null && after.cancelled ? [`取消 ${number} ${after.cancelled.reason}`.trim()] : []),
    ...(before.cancelled && after.cancelled === null ? [`恢复 ${number}`] : []),
  ];
};

const carryings = (before: Task, after: Task): string[] =>
  before.year === after.year ? [] : [`结转 ${after.number} ${before.year}→${after.year}`];

const names = (workspace: Workspace): string[] =>
  workspace.members.flatMap(({ id, bound }) => bound.map((name) => `${id}=${name}`));

const leaves = (workspace: Workspace): string[] =>
  workspace.leaves.map(({ absent, deputy, from, until }) => `请假 ${absent} ${from}~${until} ${deputy}`);

const plainSettings = ({ settings, administrators }: Workspace): string[] => [
  ...Object.entries(settings.rights).map(([key, right]) => `rights.${key} ${right}`),
  ...Object.entries(settings.lights).map(([key, limit]) => `${key} ${limit}`),
  ...Object.entries(settings.reminders).map(([key, value]) => `reminders.${key} ${value}`),
  `checks ${settings.checksClosings}`,
  `administrators ${administrators.join(' ')}`,
];

/** What is different, in a few words each: `办结 12`, `会员 0→120`, `延期 11 2026-07-31`; empty when nothing is. */
export const effectOf = (before: Workspace, after: Workspace): string[] => {
  const was = new Map(before.tasks.map((task) => [task.number, task]));
  return [
    ...after.tasks.flatMap((task) => {
      const earlier = was.get(task.number);
      if (!earlier) return [`新增 ${task.number}:${task.text}`];
      return [closings, checks, figures, notes, extensions, stated, carryings].flatMap((difference) =>
        difference(earlier, task),
      );
    }),
    ...before.tasks
      .filter(({ number }) => !after.tasks.some((task) => task.number === number))
      .map(({ number }) => `去掉 ${number}`),
    ...(['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly'] as const)
      .filter((key) => JSON.stringify(before.settings[key]) !== JSON.stringify(after.settings[key]))
      .map(
        (key) => `${key} ${after.settings[key].on ? `${after.settings[key].day} ${after.settings[key].time}` : 'off'}`,
      ),
    ...plainSettings(after).filter((each) => !plainSettings(before).includes(each)),
    ...names(after).filter((name) => !names(before).includes(name)),
    ...names(before)
      .filter((name) => !names(after).includes(name))
      .map((name) => `解绑 ${name}`),
    ...leaves(after).filter((leave) => !leaves(before).includes(leave)),
    ...leaves(before)
      .filter((leave) => !leaves(after).includes(leave))
      .map((leave) => `不再 ${leave}`),
  ];
};
