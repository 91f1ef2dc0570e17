import type { IsoDate } from '../calendar/date.ts';
import type { PlanReading, Skipped, SkipReason, TaskDraft } from '../plan/plan-draft.ts';
import { blocksOf, bulleted, button, buttons, facts, heading, quiet, strong } from './blocks.ts';
import type { Block, Card } from './card.ts';
import { sayTarget } from './say-quantity.ts';
import { saySchedule } from './say-schedule.ts';
import { shorten } from './shorten.ts';

/** A reading that waits for 确认导入, beside what the workspace holds already. */
export interface ImportPreview {
  /** `i3`. */
  id: string;
  /** File name, or 粘贴的文字. */
  source: string;
  reading: PlanReading;
  /** Tasks of the reading that the workspace holds already; they are not imported again. */
  known: number;
  today: IsoDate;
}

const REASON_NAMES: Record<SkipReason, string> = {
  boilerplate: '套话',
  heading: '标题',
  introduction: '引言',
  'past-work': '往年工作',
  duplicate: '重复',
  hidden: '隐藏内容',
};
const SAMPLES = 3;
const NAMES_SHOWN = 8;
const SAMPLE_TITLE_LIMIT = 24;

const titleOf = (task: TaskDraft): string => shorten(task.title, SAMPLE_TITLE_LIMIT);
const hasTime = ({ schedule }: TaskDraft): boolean =>
  schedule.start !== null || schedule.end !== null || schedule.freq !== null;
const hasOwner = (task: TaskDraft): boolean =>
  task.leaders.length + task.units.length + task.supportingUnits.length + task.owners.length > 0;

/** The first of each form, so that a sample shows 4月, 每季度 and 年底前 rather than three months. */
const varied = <Item>(items: Item[], formOf: (item: Item) => string): Item[] => {
  const byForm = new Map<string, Item>();
  for (const item of items) {
    const form = formOf(item);
    if (!byForm.has(form)) byForm.set(form, item);
  }
  return [...byForm.values()].slice(0, SAMPLES);
};

const timeSample = (tasks: TaskDraft[], today: IsoDate): string[] =>
  varied(tasks.filter(hasTime), ({ schedule }) => schedule.stated.replace(/[\d一二三四五六七八九十]+/gu, '0')).map(
    (task) => `“${shorten(task.schedule.stated, 20)}” → ${saySchedule(task.schedule, today)}(${titleOf(task)})`,
  );

const quantitySample = (tasks: TaskDraft[]): string[] =>
  varied(
    tasks.flatMap((task) => task.targets.map((target) => ({ task, target }))),
    ({ target }) => `${target.op} ${target.kind} ${target.unit}`,
  ).map(({ task, target }) => `${sayTarget(target)}(${titleOf(task)})`);

/** `办公室 12项 · 组织部 10项`, the most named first: a wrong name is seen at once. */
const nameCounts = (names: string[]): string => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, NAMES_SHOWN).map(([name, count]) => `${shorten(name, 20)} ${count}项`);
  return shown.join(' · ') + (sorted.length > NAMES_SHOWN ? ` 等${sorted.length}个` : '');
};

const skippedLines = (skipped: Skipped[]): string[] => {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const ones = skipped.filter((each) => each.reason === reason);
    return `${REASON_NAMES[reason]} ${ones.length}段:“${shorten(ones[0]?.text ?? '', 40)}”`;
  });
};

const part = (title: string, lines: string[]): Block[] => (lines.length === 0 ? [] : [heading(title), bulleted(lines)]);

const countFacts = (tasks: TaskDraft[], known: number): Block => {
  const [timed, owned] = [tasks.filter(hasTime).length, tasks.filter(hasOwner).length];
  const targets = tasks.reduce((sum, task) => sum + task.targets.length, 0);
  const without = (count: number, what: string) => (count === 0 ? '' : `,${count}项${what}`);
  return facts([
    ['时间', `${timed}项已读出${without(tasks.length - timed, '没写时间')}`],
    ['责任', `${owned}项已读出${without(tasks.length - owned, '没写责任人')}`],
    ['指标', `${targets}个`],
    ['已有', known === 0 ? '' : `${known}项已在本群,不重复导入`],
  ]);
};

/** What an import would create: counts, how time, owner and quantity were read, what was left out and why. */
export const importPreviewCard = ({ id, source, reading, known, today }: ImportPreview): Card => {
  const tasks = reading.plans.flatMap((plan) => plan.tasks);
  return {
    title: '导入预览',
    subtitle: shorten(source, 40),
    tone: 'neutral',
    view: '',
    blocks: blocksOf(
      reading.plans.map((plan) => strong(`《${shorten(plan.title)}》${plan.year}年:${plan.tasks.length}项任务`)),
      countFacts(tasks, known),
      part('时间这样读', timeSample(tasks, today)),
      part('责任这样读', [
        ...roleLine(
          '责任领导',
          tasks.flatMap((task) => task.leaders),
        ),
        ...roleLine(
          '责任单位',
          tasks.flatMap((task) => task.units),
        ),
        ...roleLine(
          '配合单位',
          tasks.flatMap((task) => task.supportingUnits),
        ),
        ...roleLine(
          '责任人',
          tasks.flatMap((task) => task.owners),
        ),
      ]),
      part('指标这样读', quantitySample(tasks)),
      part(
        '没写时间的',
        tasks
          .filter((task) => !hasTime(task))
          .slice(0, SAMPLES)
          .map(titleOf),
      ),
      part(`没有导入的${reading.skipped.length}段`, skippedLines(reading.skipped)),
      quiet('确认之前什么都没有写入'),
      buttons([button('确认导入', `确认导入 ${id}`, 'primary'), button('放弃', `放弃 ${id}`)]),
    ),
  };
};

const roleLine = (role: string, names: string[]): string[] =>
  names.length === 0 ? [] : [`${role}:${nameCounts(names)}`];
