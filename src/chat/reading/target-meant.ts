import { type Outcome, refuse } from '../../workspace/outcome.ts';
import { chooseTarget } from '../../workspace/target-choice.ts';
import type { Target, Task } from '../../workspace/task.ts';
import { plainWords } from '../normalise.ts';
import type { FigureSaid } from './figures.ts';

type Meant = Outcome<{ target: Target; value: number }>;

const byName = (targets: Target[], name: string): Target[] => {
  if (name === '') return targets;
  const same = targets.filter((target) => plainWords(target.name) === name);
  return same.length > 0 ? same : targets.filter((target) => plainWords(target.name).includes(name));
};

/** People are counted 人, 名 or 位 as one pleases; 个 and 家, 场 and 次 tell targets of one task apart. */
const PEOPLE = new Set(['人', '名', '位']);

const byUnit = (targets: Target[], unit: string): Target[] => {
  const same = PEOPLE.has(unit) ? [] : targets.filter((target) => plainWords(target.unit) === unit);
  return same.length > 0 ? same : targets;
};

/**
 * The target a figure is for, when nothing but it can be meant; refused with the targets otherwise. 300人 may be either of
 * 会员4000名 and 会员总数1.2万人, so it is asked; 新增300人 cannot be the total.
 * @param id the target as a button names it
 */
export const targetMeant = (task: Task, figure: FigureSaid, id: string | null = null): Meant => {
  const { number, title } = task;
  const asked = id === null ? task.targets : task.targets.filter((target) => target.id === id);
  const counted = asked.filter(
    (target) => chooseTarget(task, { value: figure.value, unit: figure.unit, target: target.id }).ok,
  );
  const named = byName(byUnit(counted, figure.unit), figure.name);
  const added = figure.mode === 'add' ? named.filter(({ kind }) => kind !== 'level') : named;
  const [only, ...others] = added.length > 0 ? added : named;
  if (only === undefined || others.length > 0) {
    const { unit, name, value } = figure;
    const refusal = chooseTarget(task, { unit, name, value, target: id ?? undefined });
    return refusal.ok ? refuse({ reason: 'which-target', number, title, targets: task.targets }) : refusal;
  }
  return chooseTarget(task, { value: figure.value, unit: figure.unit, target: only.id });
};
