import { readable } from '../../workspace/plain-data.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';
import type { FigureSaid } from './figures.ts';
import { type TasksSaid, tasksByWords } from './tasks.ts';

/** Units and names of the workspace's targets, the longest first. */
export interface KnownTargets {
  units: readonly string[];
  names: readonly string[];
}

export const knownTargets = ({ workspace }: Context): KnownTargets => {
  const targets = readable(workspace.tasks).flatMap((task) => task.targets);
  const distinct = (words: string[], shortest: number) =>
    [...new Set(words.map(plainWords))].filter((word) => word.length >= shortest).sort((a, b) => b.length - a.length);
  const units = targets.map(({ unit }) => unit);
  const names = targets.map(({ name }) => name);
  return { units: distinct(units, 1), names: distinct(names, 2) };
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
