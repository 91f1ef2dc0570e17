import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest, DigestKind, DigestRow } from '../../src/digests/digest.ts';
import { digestText } from '../../src/digests/digest-text.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aPlan } from '../builders/workspace.ts';
import { anOffice } from './office.ts';

const calendar = stateCouncilCalendar();
const PLANS = [aPlan(), aPlan({ id: 'p2', year: 2027, title: '清河区总工会2027年工作计划' })];
const digestOf = (kind: DigestKind, period: string, date: string, workspace: Workspace = anOffice()): Digest =>
  compile(workspace, kind, period, { asOf: instant(date), calendar });
const rows = (digest: Digest, chapter: number, heading: string): DigestRow[] => {
  const part = digest.chapters[chapter]?.parts.find((each) => each.heading === heading);
  if (part?.kind !== 'tasks') throw new Error(`no part ${heading}`);
  return part.rows;
};
const said = (list: DigestRow[]) => list.map(({ number, date, note }) => `${number}|${date}|${note}`);
const closedOn = (number: number, date: string, overrides: Partial<Task> = {}): Task =>
  aTask({
    number,
    schedule: aSchedule({ end: date }),
    closings: [{ period: null, late: false, check: null, by: 'u1', at: instant(date) }],
    ...overrides,
  });

describe('季报 of a quarter that is over', () => {
  const digest = digestOf('quarterly', '2026-Q2', '2026-07-01');

  it('is the work of the quarter and the plan of the next', () => {
    expect(digest.title).toBe('二季度季报');
    expect(digest.chapters.map(({ title }) => title)).toEqual(['二季度工作总结', '三季度工作安排']);
    expect(digest.chapters[0]?.parts.map(({ heading }) => heading)).toEqual([
      '已办结',
      '未办结及原因',
      '推进中',
      '指标完成情况',
    ]);
  });

  it('tells what was closed with its day, what was left and why, and what went on', () => {
    expect(said(rows(digest, 0, '已办结'))).toEqual(['1|4月21日|已开展,参加85人']);
    expect(said(rows(digest, 0, '未办结及原因'))).toEqual([
      '2||应于4月15日办结 · 4月10日进展:对方已回函(60%)',
      '5||每月 3期 · 最早应于4月30日办结 · 无进展记录',
      '3||应于5月1日办结 · 无进展记录',
      '4||应于5月8日办结 · 无进展记录',
      '7||应于6月30日办结 · 已延期1次 · 无进展记录',
    ]);
    expect(said(rows(digest, 0, '推进中'))).toEqual(['6|4月16日|完成两个园区的摸底']);
  });

  it('tells of targets what the quarter added', () => {
    const part = digest.chapters[0]?.parts.find(({ kind }) => kind === 'targets');
    expect(part?.rows).toMatchObject([{ changes: [{ label: '本季度新增', value: 7 }], cumulative: 47 }]);
    expect(digestText(digest)).toContain('本季度新增7人 · 累计47/500人 · 完成年度任务9%');
  });

  it('plans the next quarter', () => {
    expect(said(rows(digest, 1, ''))).toEqual(['5||每月 3期', '6||12月31日 周四前']);
  });

  it('is told section by section', () => {
    const text = digestText(digest);
    const at = (words: string) => text.indexOf(words);
    expect(at('■ 一、民主管理')).toBeGreaterThan(0);
    expect(at('■ 一、民主管理')).toBeLessThan(at('召开职工代表大会(#1 办公室)'));
    expect(at('召开职工代表大会(#1 办公室)')).toBeLessThan(at('■ 其他工作'));
    expect(at('■ 其他工作')).toBeLessThan(at('签订集体合同(#2 权益部)'));
  });

  it('tells the same in October, but for what became of it', () => {
    const later = digestOf('quarterly', '2026-Q2', '2026-10-09');
    expect(later.chapters[0]?.parts.map(({ rows: each }) => each.length)).toEqual(
      digest.chapters[0]?.parts.map(({ rows: each }) => each.length),
    );
    expect(later.counts).toBe(digest.counts);
  });
});

describe('the titles', () => {
  const office = anOffice({
    plans: PLANS,
    tasks: [closedOn(1, '2026-06-30'), aTask({ number: 2, year: 2027, schedule: aSchedule({ end: '2027-02-26' }) })],
  });

  it.each([
    ['quarterly', '2026-Q4', '2027-01-04', '2026年四季度季报', ['四季度工作总结', '2027年一季度工作安排']],
    ['halfyearly', '2026-H1', '2026-07-01', '上半年总结', ['上半年工作总结', '下半年工作安排']],
    ['halfyearly', '2026-H2', '2027-01-04', '2026年下半年总结', ['下半年工作总结', '2027年上半年工作安排']],
    ['yearly', '2026', '2027-01-04', '2026年年终总结', ['2026年工作总结', '2027年工作安排']],
    ['quarterly', '2026-Q2', '2026-05-12', '二季度季报', ['二季度工作总结(截至5月12日)', '三季度工作安排']],
    ['yearly', '2026', '2026-12-20', '2026年年终总结', ['2026年工作总结(截至12月20日)', '2027年工作安排']],
  ] as const)('of %s %s on %s are %s and %j', (kind, period, date, title, chapters) => {
    const digest = digestOf(kind, period, date, office);
    expect(digest.title).toBe(title);
    expect(digest.chapters.map((chapter) => chapter.title)).toEqual(chapters);
  });

  it.each([
    ['quarterly', '本季度新增'],
    ['halfyearly', '上半年新增'],
    ['yearly', '本年新增'],
  ] as const)('the change of a target in a %s is %s', (kind, label) => {
    const task = aTask({ targets: [aTarget()] });
    const period = { quarterly: '2026-Q1', halfyearly: '2026-H1', yearly: '2026' }[kind];
    const part = digestOf(kind, period, '2027-01-04', anOffice({ tasks: [task] })).chapters[0]?.parts.at(-1);
    expect(part?.rows).toMatchObject([{ changes: [{ label }] }]);
  });
});

describe('the turn of the year', () => {
  it('without the next year’s plan is told in a note, and the summary stands alone', () => {
    const digest = digestOf('yearly', '2026', '2027-01-04');
    expect(digest.chapters.map(({ title }) => title)).toEqual(['2026年工作总结']);
    expect(digest.notes).toContain('2027年的计划还没有导入,2027年工作安排待导入后再列');
    const monthly = digestOf('monthly', '2026-12', '2027-01-04', anOffice({ tasks: [closedOn(1, '2026-12-30')] }));
    expect(monthly.chapters[1]).toMatchObject({
      title: '2027年1月份工作安排',
      parts: [{ none: '2027年的计划还没有导入' }],
    });
  });

  it('with it the plan of the next year is what follows, and what was left is told as left', () => {
    const tasks = [
      aTask({ number: 1, schedule: aSchedule({ end: '2026-11-30' }) }),
      aTask({ number: 2, year: 2027, schedule: aSchedule({ end: '2027-03-31' }) }),
      aTask({ number: 3, year: 2027, schedule: aSchedule({ freq: 'quarterly' }) }),
      aTask({ number: 4, year: 2027 }),
    ];
    const digest = digestOf('yearly', '2026', '2027-01-04', anOffice({ plans: PLANS, tasks }));
    expect(said(rows(digest, 0, '未办结及原因'))).toEqual(['1||应于11月30日办结 · 无进展记录']);
    expect(
      rows(digest, 1, '')
        .map(({ number }) => number)
        .sort(),
    ).toEqual([2, 3, 4]);
  });
});

it('a leap day belongs to the first quarter and half of its year', () => {
  const plans = [aPlan({ year: 2028 })];
  const tasks = [closedOn(1, '2028-02-29', { year: 2028 }), closedOn(2, '2028-04-01', { year: 2028 })];
  const office = anOffice({ plans, tasks });
  const closed = (kind: DigestKind, period: string, date: string) =>
    rows(digestOf(kind, period, date, office), 0, '已办结').map(({ date: day }) => day);
  expect(closed('quarterly', '2028-Q1', '2028-04-05')).toEqual(['2月29日']);
  expect(closed('quarterly', '2028-Q2', '2028-07-03')).toEqual(['4月1日']);
  expect(closed('halfyearly', '2028-H1', '2028-07-03')).toEqual(['2月29日', '4月1日']);
});

it('closings of the last and first second fall to the quarter and year of Asia/Shanghai', () => {
  const last = closedOn(1, '2026-12-31');
  const first = closedOn(2, '2026-12-31');
  last.closings = last.closings.map((closing) => ({ ...closing, at: instant('2027-01-01', '00:00') - 1 }));
  first.closings = first.closings.map((closing) => ({ ...closing, at: instant('2027-01-01', '00:00') }));
  const digest = digestOf('yearly', '2026', '2027-01-04', anOffice({ tasks: [last, first] }));
  expect(said(rows(digest, 0, '已办结'))).toEqual(['1|12月31日|']);
  expect(said(rows(digest, 0, '未办结及原因'))).toEqual(['2||应于12月31日办结 · 已于2027年1月1日办结']);
});

it.each([
  'America/New_York',
  'UTC',
  'Pacific/Kiritimati',
])('the digests of all kinds are the same on a server in %s', (zone) => {
  const at = (path: string) => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);
  const program = `
    const { compile } = await import(${at('src/digests/compile.ts')});
    const { digestText } = await import(${at('src/digests/digest-text.ts')});
    const { slotHour } = await import(${at('src/digests/slots.ts')});
    const { stateCouncilCalendar } = await import(${at('src/calendar/working-days.ts')});
    const { anOffice } = await import(${at('test/digests/office.ts')});
    const calendar = stateCouncilCalendar();
    const told = ${JSON.stringify(Object.entries({ weekly: '2026-W27', monthly: '2026-06', quarterly: '2026-Q2', halfyearly: '2026-H1', yearly: '2026' }))}
      .map(([kind, period]) => {
        const office = anOffice();
        const hour = slotHour(kind, period, office.settings[kind], calendar);
        return [hour.at, digestText(compile(office, kind, period, { asOf: hour.at, calendar }))];
      });
    process.stdout.write(JSON.stringify(told));`;
  const run = (TZ: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  const there = run(zone);
  expect(JSON.parse(there).map(([hour]: [number, string]) => hour)).toEqual(
    ['2026-06-29', '2026-07-01', '2026-07-01', '2026-07-01', '2027-01-01'].map((date) => instant(date)),
  );
  expect(there).toBe(run('Asia/Shanghai'));
});
