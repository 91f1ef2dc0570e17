import { afterAll, describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Grouping } from '../../src/cards/grouping.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest } from '../../src/digests/digest.ts';
import { paperFile, paperTitle } from '../../src/digests/paper-title.ts';
import { digestDocx } from '../../src/exports/digest-docx.ts';
import { createDrawing } from '../../src/exports/picture/drawing.ts';
import type { Draw } from '../../src/exports/picture/drawn.ts';
import { openPackage } from '../../src/plan/files/package.ts';
import type { TaskDraft } from '../../src/plan/plan-draft.ts';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aPlan } from '../builders/workspace.ts';

const plans = [aPlan({ title: '临江区总工会2026年工作计划' })];
const digestOf = (
  workspace: Workspace,
  kind: Digest['kind'] = 'monthly',
  period = '2026-04',
  asOf = instant('2026-05-12', '10:00'),
): Digest => compile(workspace, kind, period, { asOf, calendar: stateCouncilCalendar() });

const readBack = async (digest: Digest, by: Grouping | null = null) =>
  readPlanFile(await digestDocx(digest, by), '总结.docx', { year: 2026, today: '2026-05-12' });

/** What is read from the paper is its plan of the next period: the same tasks, units, people, sections, no figure made up. */
const expectPlanReadBack = async (digest: Digest, by: Grouping | null = null): Promise<TaskDraft[]> => {
  const plan = digest.chapters[1]?.parts[0];
  if (plan?.kind !== 'tasks') throw new Error('no plan');
  const { plans: read } = await readBack(digest, by);
  const tasks = read.flatMap(({ tasks: each }) => each);
  expect(read.map(({ title }) => title)).toEqual([paperTitle(digest)]);
  for (const row of plan.rows) {
    const task = tasks.find(({ text }) => text.includes(row.title));
    expect(task, row.title).toMatchObject({ units: row.units });
    expect([...(task?.leaders ?? []), ...(task?.owners ?? [])]).toEqual([...row.leaders, ...row.owners]);
    expect(task?.targets, row.title).toEqual([]);
    if (by === null) expect(task?.section.at(-1)).toContain(row.section.replace(/^.、/u, ''));
  }
  expect(tasks.map(({ text }) => text)).toHaveLength(plan.rows.length);
  return tasks;
};

describe('the paper of a 月报', () => {
  const digest = digestOf(anOffice({ plans }));

  it('is called by organisation, month and month', () => {
    expect(paperTitle(digest)).toBe('临江区总工会2026年4月份工作总结及5月份工作安排');
    expect(paperFile(digest)).toBe('临江区总工会2026年4月份工作总结及5月份工作安排.docx');
  });

  it('read as a plan gives the new month’s tasks with their deadlines and names, and nothing of the summary', async () => {
    const tasks = await expectPlanReadBack(digest);
    expect(tasks.find(({ text }) => text.includes('慰问环卫工人'))?.schedule.end).toBe('2026-05-12');
    expect(tasks.find(({ text }) => text.includes('更新公众号'))?.schedule.freq).toBe('weekly');
  });

  const pageLines = async (paper: Digest): Promise<string[]> =>
    (await readBack(paper)).skipped.flatMap(({ text, reason }) => (reason === 'boilerplate' ? [text] : []));

  it('is signed below its text with the organisation and the day, which are no task when it is read back', async () => {
    expect((await pageLines(digest)).slice(-2)).toEqual(['临江区总工会', '2026年5月12日']);
  });

  it('has only the day where the plan names no organisation', async () => {
    const unnamed = digestOf(anOffice({ plans: [aPlan({ title: '2026年工作计划' })] }));
    const lines = await pageLines(unnamed);
    expect(lines.at(-1)).toBe('2026年5月12日');
    expect(lines).not.toContain('临江区总工会');
  });

  it('has no words of a program in it', async () => {
    const { plans: read, skipped } = await readBack(digest);
    const all = JSON.stringify([read, skipped]);
    for (const word of ['undefined', 'null,null', 'NaN', '[object']) expect(all).not.toContain(word);
    expect(skipped.map(({ text }) => text).join('')).toContain('未上报');
  });
});

/** Work of 2026 and the plan of 2027, in sections, some of it closed, late, extended, with figures. */
const twoYears = (): Workspace =>
  anOffice({
    plans: [...plans, aPlan({ id: 'p2', year: 2027, title: '临江区总工会2027年工作计划' })],
    tasks: [
      ...anOffice().tasks,
      ...['召开职工代表大会', '开展送温暖活动', '举办读书分享会'].map((title, index) =>
        aTask({
          number: 101 + index,
          year: 2027,
          title,
          section: [['一、民主管理', '二、权益保障'][index] ?? ''].filter((name) => name !== ''),
          units: ['办公室'],
          leaders: ['王明'],
          schedule: aSchedule({ start: `2027-0${index + 2}-01`, end: `2027-0${index + 2}-20` }),
        }),
      ),
    ],
  });

describe('the paper of a 季报, 半年总结 or 年终总结', () => {
  it.each([
    ['quarterly', '2026-Q1', '2026-05-12', '临江区总工会2026年一季度工作总结及二季度工作安排'],
    ['quarterly', '2026-Q4', '2027-01-04', '临江区总工会2026年四季度工作总结及2027年一季度工作安排'],
    ['halfyearly', '2026-H1', '2026-07-01', '临江区总工会2026年上半年工作总结及下半年工作安排'],
    ['yearly', '2026', '2027-01-04', '临江区总工会2026年工作总结及2027年工作安排'],
  ] as const)('%s %s printed on %s is %s, and reads back as the plan of the next period', async (kind, period, date, title) => {
    const digest = digestOf(twoYears(), kind, period, instant(date));
    expect(paperTitle(digest)).toBe(title);
    expect(digest.chapters[1]?.parts[0]?.rows.length).toBeGreaterThan(1);
    await expectPlanReadBack(digest);
  });

  it('is handed in without a plan while the next year has none', async () => {
    const digest = digestOf(anOffice({ plans }), 'yearly', '2026', instant('2027-01-04'));
    expect(paperFile(digest)).toBe('临江区总工会2026年工作总结.docx');
    expect((await readBack(digest)).plans.flatMap(({ tasks }) => tasks)).toEqual([]);
  });
});

describe.each(['section', 'unit', 'person'] as const)('ordered by %s', (by) => {
  it('the paper reads back as the same plan', async () => {
    await expectPlanReadBack(digestOf(anOffice({ plans })), by);
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

describe('with pictures', () => {
  const drawing = createDrawing({ log: { error: () => undefined } });
  afterAll(() => drawing.stop());

  it.each([
    'monthly',
    'halfyearly',
  ] as const)('a %s shows sections and targets, each with words for who cannot see it', async (kind) => {
    const digest = digestOf(anOffice({ plans }), kind, kind === 'monthly' ? '2026-05' : '2026-H1');
    const bytes = await digestDocx(digest, null, drawing.draw);
    const parts = await openPackage(bytes);
    const pictures = parts.names.filter((name) => /^word\/media\/.+\.png$/.test(name));
    expect(pictures).toHaveLength(2);
    for (const name of pictures) {
      expect(
        Buffer.from(await parts.bytes(name))
          .subarray(1, 4)
          .toString('latin1'),
      ).toBe('PNG');
    }
    const text = await parts.text('word/document.xml');
    expect(text).toContain('二、权益保障 2/12 · 17%');
    expect(text).toContain('#2 参训 50人 · 25% · 序时39%');
    // Not wider than the text and not higher than a page, in EMU.
    for (const [, cx, cy] of text.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)) {
      expect(Number(cx)).toBeLessThanOrEqual(156 * 36_000);
      expect(Number(cy)).toBeLessThanOrEqual(225 * 36_000);
    }
  });

  it('reads back as the same plan', async () => {
    const digest = digestOf(anOffice({ plans }));
    const bytes = await digestDocx(digest, null, drawing.draw);
    const read = await readPlanFile(bytes, '总结.docx', { year: 2026, today: '2026-05-12' });
    expect(read).toEqual(await readBack(digest));
  });

  it('a paper goes out without a picture that cannot be drawn; a 周报 has none', async () => {
    const refuse: Draw = () => Promise.reject(new BanjieError('paper-failed', '图画不出来'));
    const digest = digestOf(anOffice({ plans }));
    const names = async (bytes: Uint8Array) => (await openPackage(bytes)).names;
    expect((await names(await digestDocx(digest, null, refuse))).join()).not.toContain('media');
    const weekly = digestOf(anOffice({ plans }), 'weekly', '2026-W19');
    expect((await names(await digestDocx(weekly, null, drawing.draw))).join()).not.toContain('media');
    await expect(digestDocx(digest, null, () => Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError);
  });
});

it('refuses a recipe that holds no digest', async () => {
  await expect(digestDocx({ format: 99 })).rejects.toThrow(TypeError);
});
