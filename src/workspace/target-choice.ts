import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import type { Target, Task } from './task.ts';

/** Counting words that may stand for one another when just one target is counted so. */
const LIKE_UNITS: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['场', '次', '期', '场次'],
  ['家', '个', '所'],
  ['%', '百分点', '个百分点'],
];

const SCALES: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
];

/** A unit and how many of it the written one is: `万元` is 10 000 `元`. */
interface ScaledUnit {
  unit: string;
  scale: number;
}

const scaledUnit = (written: string): ScaledUnit => {
  const unit = written.normalize('NFKC').replace(/\s/gu, '');
  const found = SCALES.find(([word]) => unit.startsWith(word));
  return found ? { unit: unit.slice(found[0].length), scale: found[1] } : { unit, scale: 1 };
};

const likeUnit = (unit: string): string => LIKE_UNITS.find((words) => words.includes(unit))?.[0] ?? unit;

/** Those of `targets` for which the first test that fits any of them holds. */
const firstFitting = (targets: Target[], ...tests: ((target: Target) => boolean)[]): Target[] => {
  for (const test of tests) {
    const fitting = targets.filter(test);
    if (fitting.length > 0) return fitting;
  }
  return [];
};

const byUnit = (targets: Target[], written: string): Target[] => {
  const { unit } = scaledUnit(written);
  return firstFitting(
    targets,
    (target) => scaledUnit(target.unit).unit === unit,
    (target) => likeUnit(scaledUnit(target.unit).unit) === likeUnit(unit),
    (target) => target.unit === '' || unit === '',
  );
};

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{P}\s]/gu, '')
    .toLowerCase();

const byName = (targets: Target[], written: string): Target[] => {
  const name = plainName(written);
  return firstFitting(
    targets,
    (target) => plainName(target.name) === name,
    (target) => plainName(target.name).includes(name),
    (target) => target.name !== '' && name.includes(plainName(target.name)),
  );
};

/** How a target was named in a report. */
export interface TargetWords {
  target?: string | undefined;
  unit?: string | undefined;
  name?: string | undefined;
  value: number;
}

/**
 * The one target a figure is for, told by id, unit or name, and the figure in the target's own unit (1.2 万人 → 12000 人).
 * Refuses, naming the targets, when none or several fit: never a guess.
 */
export const chooseTarget = (task: Task, words: TargetWords): Outcome<{ target: Target; value: number }> => {
  const { number, title } = task;
  const targets = task.targets.map((target) => plainCopy(target));
  if (targets.length === 0) return refuse({ reason: 'no-targets', number, title });
  let fitting = words.target === undefined ? targets : targets.filter(({ id }) => id === words.target);
  if (words.unit) fitting = byUnit(fitting, words.unit);
  if (words.name?.trim()) fitting = byName(fitting, words.name);
  const [target] = fitting;
  if (!target || fitting.length > 1) return refuse({ reason: 'which-target', number, title, targets });
  const scale = words.unit ? scaledUnit(words.unit).scale / scaledUnit(target.unit).scale : 1;
  return { ok: true, target, value: Math.round(words.value * scale * 1e6) / 1e6 };
};
