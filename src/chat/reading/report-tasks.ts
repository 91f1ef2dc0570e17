import { readable } from '../../workspace/plain-data.ts';
import type { Task } from '../../workspace/task.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';
import type { FigureSaid } from './figures.ts';
import { type TasksSaid, tasksByWords } from './tasks.ts';

/** Units and names of the workspace's targets, the longest first. */
export interface KnownTargets {
  units: readonly string[];
  names: readonly string[];
}

const collect = (tasks: readonly Task[]): KnownTargets => {
  const targets = tasks.flatMap((task) => task.targets);
  const distinct = (words: string[], shortest: number) =>
    [...new Set(words.map(plainWords))].filter((word) => word.length >= shortest).sort((a, b) => b.length - a.length);
  return {
    units: distinct(
      targets.map(({ unit }) => unit),
      1,
    ),
    names: distinct(
      targets.map(({ name }) => name),
      2,
    ),
  };
};

/** Every message is read with these, so they are kept as long as the tasks are the same; only frozen ones stay so. */
const kept = new WeakMap<readonly Task[], KnownTargets>();

export const knownTargets = ({ workspace }: Context): KnownTargets => {
  const tasks = readable(workspace.tasks);
  const known = kept.get(tasks) ?? collect(tasks);
  if (Object.isFrozen(tasks)) kept.set(tasks, known);
  return known;
};

/** A choice shows no more. */
const CANDIDATES = 10;

const found = (numbers: number[], words: string): TasksSaid | undefined => {
  const [only, ...others] = numbers;
  if (only === undefined) return undefined;
  return others.length === 0
    ? { kind: 'numbers', numbers: [only] }
    : { kind: 'choice', words, candidates: numbers.slice(0, CANDIDATES) };
};

const having = (fits: (target: string) => boolean, { workspace }: Context): number[] =>
  readable(workspace.tasks)
    .filter(({ cancelled, targets }) => cancelled === null && targets.some(({ name }) => fits(plainWords(name))))
    .map(({ number }) => number);

/** The tasks with a target of just this name; undefined when there is none. */
export const tasksWithTarget = (name: string, context: Context): TasksSaid | undefined =>
  name === ''
    ? undefined
    : found(
        having((target) => target === name, context),
        name,
      );

/** The tasks with a target of this name: 上报 会员 120人. Part of a name will do where none is just so. */
export const tasksByTarget = (name: string, context: Context): TasksSaid | undefined =>
  tasksWithTarget(name, context) ??
  (name.length < 2
    ? undefined
    : found(
        having((target) => target.includes(name), context),
        name,
      ));

/** A figure's name or unit alone, with no task said: the tasks that have such a target, else those of that title. */
export const tasksOfFigures = (figures: readonly FigureSaid[], said: Said, context: Context): TasksSaid => {
  const [{ name, about, unit, value } = { name: '', about: '', unit: '', value: 0 }] = figures;
  // 上报 120名会员 tells the target behind the figure.
  const named = tasksByTarget(name, context) ?? (name === '' ? tasksByTarget(about, context) : undefined);
  if (named) return named;
  if (name !== '') return tasksByWords(name, said, context);
  const counted = readable(context.workspace.tasks).filter(
    ({ targets, cancelled }) => cancelled === null && targets.some((target) => target.unit === unit),
  );
  return unit === '' || counted.length === 0
    ? { kind: 'missing' }
    : {
        kind: 'choice',
        words: `${value}${unit}`,
        candidates: counted.slice(0, CANDIDATES).map(({ number }) => number),
      };
};
