import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest } from '../../src/digests/digest.ts';
import { paperFile, paperTitle } from '../../src/digests/paper-title.ts';
import { digestDocx } from '../../src/exports/digest-docx.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { anOffice } from '../builders/office.ts';
import { aTask } from '../builders/task.ts';
import { aPlan } from '../builders/workspace.ts';

const plans = [aPlan({ title: '临江区总工会2026年工作计划' })];
const digestOf = (workspace: Workspace, kind: Digest['kind'] = 'monthly', period = '2026-04'): Digest =>
  compile(workspace, kind, period, { asOf: instant('2026-05-12', '10:00'), calendar: stateCouncilCalendar() });

const readBack = async (digest: Digest) =>
  readPlanFile(await digestDocx(digest), '总结.docx', { year: 2026, today: '2026-05-12' });

describe('the paper of a 月报', () => {
  const digest = digestOf(anOffice({ plans }));

  it('is called by organisation, month and month', () => {
    expect(paperTitle(digest)).toBe('临江区总工会2026年4月份工作总结及5月份工作安排');
    expect(paperFile(digest)).toBe('临江区总工会2026年4月份工作总结及5月份工作安排.docx');
  });

  it('read as a plan gives the new month’s tasks with their deadlines and names, and nothing of the summary', async () => {
    const plan = digest.chapters[1]?.parts[0];
    if (plan?.kind !== 'tasks') throw new Error('no plan');
    const { plans: read } = await readBack(digest);
    const tasks = read.flatMap(({ tasks: each }) => each);
    expect(tasks).toHaveLength(plan.rows.length);
    for (const row of plan.rows) {
      const task = tasks.find(({ text }) => text.includes(row.title));
      expect(task, row.title).toMatchObject({ units: row.units });
      expect([...(task?.leaders ?? []), ...(task?.owners ?? [])]).toEqual([...row.leaders, ...row.owners]);
      expect(task?.targets, row.title).toEqual([]);
      expect(task?.section.at(-1)).toContain(row.section.replace(/^.、/u, ''));
    }
    expect(tasks.find(({ text }) => text.includes('慰问环卫工人'))?.schedule.end).toBe('2026-05-12');
    expect(tasks.find(({ text }) => text.includes('更新公众号'))?.schedule.freq).toBe('weekly');
  });

  it('has no words of a program in it', async () => {
    const { plans: read, skipped } = await readBack(digest);
    const all = JSON.stringify([read, skipped]);
    for (const word of ['undefined', 'null,null', 'NaN', '[object']) expect(all).not.toContain(word);
    expect(skipped.map(({ text }) => text).join('')).toContain('未上报');
  });
});

it('the paper of a 周报 is made of its parts', async () => {
  const digest = digestOf(anOffice({ plans }), 'weekly', '2026-W19');
  expect(paperTitle(digest)).toBe('临江区总工会2026年第19周工作周报');
  expect(JSON.stringify(await readBack(digest))).toContain('上周办结');
});

it.each([
  ['总工会2026年度工作要点', '总工会2026年4月份工作总结及5月份工作安排'],
  ['2026年工作计划', '2026年4月份工作总结及5月份工作安排'],
  ['', '2026年4月份工作总结及5月份工作安排'],
])('of a plan called %j', (title, paper) => {
  expect(paperTitle(digestOf(anOffice({ plans: [aPlan({ title })] })))).toBe(paper);
});

it.each([
  ...HOSTILE_TITLES,
  'a\u0000b\u0007c',
  '半个\ud83d字',
  ']]><x>&amp;',
])('%j stands in it as written', async (title) => {
  const task = aTask({ title, schedule: { start: '2026-05-01', end: '2026-05-31', freq: null, stated: '5月' } });
  const digest = digestOf(anOffice({ plans, tasks: [task] }));
  const bytes = await digestDocx(digest);
  const text = JSON.stringify(await readPlanFile(bytes, 'x.docx', { year: 2026, today: '2026-05-12' }));
  const shown = Buffer.from(title)
    .toString()
    .replace(/\p{Cc}/gu, '')
    .slice(0, 4);
  expect(text).toContain(JSON.stringify(shown).slice(1, -1));
});

it('refuses a recipe that holds no digest', async () => {
  await expect(digestDocx({ format: 99 })).rejects.toThrow(TypeError);
});
