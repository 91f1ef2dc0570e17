import type { IsoDate } from '../../calendar/date.ts';
import type { TaskDraft } from '../../plan/plan-draft.ts';
import { sayTarget } from '../say-quantity.ts';
import { saySchedule } from '../say-schedule.ts';
import { shorten } from '../shorten.ts';
import { hasTime } from './import-preview.ts';
import { itemTitle } from './item-title.ts';

const SAMPLES = 3;
const NAMES_SHOWN = 8;

/** The first of each form, so that a sample shows 4月, 每季度 and 年底前 rather than three months. */
const varied = <Item>(items: Item[], formOf: (item: Item) => string): Item[] => {
  const byForm = new Map<string, Item>();
  for (const item of items) {
    const form = formOf(item);
    if (!byForm.has(form)) byForm.set(form, item);
  }
  return [...byForm.values()].slice(0, SAMPLES);
};

/** `“4月下旬” → 4月21日—4月30日(举办职工书画展)`, a few of different forms. */
export const timeSamples = (tasks: TaskDraft[], today: IsoDate): string[] =>
  varied(tasks.filter(hasTime), ({ schedule }) => schedule.stated.replace(/[\d一二三四五六七八九十]+/gu, '0')).map(
    (task) => `“${shorten(task.schedule.stated, 20)}” → ${saySchedule(task.schedule, today)}(${itemTitle(task)})`,
  );

/** `会员 新增≥500人(举办工会主席培训)`, a few of different forms. */
export const quantitySamples = (tasks: TaskDraft[]): string[] =>
  varied(
    tasks.flatMap((task) => task.targets.map((target) => ({ task, target }))),
    ({ target }) => `${target.op} ${target.kind} ${target.unit}`,
  ).map(({ task, target }) => `${sayTarget(target)}(${itemTitle(task)})`);

const ROLES: readonly (readonly [string, 'leaders' | 'units' | 'supportingUnits' | 'owners'])[] = [
  ['责任领导', 'leaders'],
  ['责任单位', 'units'],
  ['配合单位', 'supportingUnits'],
  ['责任人', 'owners'],
];

/** `办公室 12项 · 组织部 10项`, the most named first: a wrong name is seen at once. */
export const nameCounts = (names: string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, NAMES_SHOWN).map(([name, count]) => `${shorten(name, 20)} ${count}项`);
  return shown.join(' · ') + (sorted.length > NAMES_SHOWN ? ` 等${sorted.length}个` : '');
};

/** Who is named in each role, and how often. */
export const ownerSamples = (tasks: TaskDraft[]): string[] =>
  ROLES.flatMap(([role, field]) => {
    const names = tasks.flatMap((task) => task[field]);
    return names.length === 0 ? [] : [`${role}:${nameCounts(names)}`];
  });
