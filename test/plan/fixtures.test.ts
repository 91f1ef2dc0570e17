import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TaskDraft } from '../../src/plan/plan-draft.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';

/** A task as someone who read the page would enter it. `anchor` is a stretch of its text found in no other. */
interface WantedTask {
  anchor: string;
  start: string | null;
  end: string | null;
  freq: string | null;
  leaders: string[];
  units: string[];
  targets: { value: number; unit: string }[];
}

/** A page and what is in it. The pages were written for these tests, each in the manner of a kind of page people paste. */
interface Fixture {
  year: number;
  tasks: WantedTask[];
  /** Stretches of the page that belong to no task. */
  notTasks: string[];
  minTasks: number;
  maxTasks: number;
}

const FOLDER = new URL('./fixtures/', import.meta.url);
const PAGES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');
const quantity = ({ value, unit }: { value: number; unit: string }): string => {
  const scale = /^[万萬]/u.test(unit) ? 10_000 : /^亿/u.test(unit) ? 100_000_000 : 1;
  return `${Math.round(value * scale * 1000) / 1000}${unit.replace(/^[万萬亿]/u, '')}`;
};

const tasksOf = async (page: string, year: number): Promise<TaskDraft[]> => {
  const { plans } = await readPlanFile(readFileSync(new URL(page, FOLDER)), page, { year, today: '2026-11-20' });
  return plans.flatMap((plan) => plan.tasks);
};

describe.each(PAGES)('%s', async (page) => {
  const wanted: Fixture = JSON.parse(readFileSync(new URL(page.replace(/\.\w+$/u, '.json'), FOLDER), 'utf8'));
  const tasks = await tasksOf(page, wanted.year);
  const holders = (anchor: string): TaskDraft[] => tasks.filter((task) => fold(task.text).includes(fold(anchor)));

  it.each(wanted.tasks)('$anchor', (want) => {
    expect(holders(want.anchor)).toHaveLength(1);
    const [task] = holders(want.anchor);
    const others = wanted.tasks.filter(
      (other) => other !== want && fold(task?.text ?? '').includes(fold(other.anchor)),
    );
    expect(others).toEqual([]);
    expect({
      end: task?.schedule.end,
      freq: task?.schedule.freq,
      leaders: task?.leaders,
      units: task?.units,
      targets: task?.targets.map(quantity),
    }).toEqual({
      end: want.end,
      freq: want.freq,
      leaders: want.leaders,
      units: want.units,
      targets: want.targets.map(quantity),
    });
    if (want.start !== null) expect(task?.schedule.start).toBe(want.start);
  });

  it.each(wanted.notTasks.map((anchor) => [anchor]))('keeps out %s', (anchor) => {
    expect(fold(readFileSync(new URL(page, FOLDER), 'utf8'))).toContain(fold(anchor));
    expect(holders(anchor)).toEqual([]);
  });

  it('finds neither more nor fewer', () => {
    expect(tasks.length).toBeGreaterThanOrEqual(wanted.minTasks);
    expect(tasks.length).toBeLessThanOrEqual(wanted.maxTasks);
  });
});
