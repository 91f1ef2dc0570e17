import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest, DigestRow } from '../../src/digests/digest.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { anOffice } from './office.ts';

const calendar = stateCouncilCalendar();
const monthly = (period: string, at: number, workspace: Workspace = anOffice()) =>
  compile(workspace, 'monthly', period, { asOf: at, calendar });
const rows = (digest: Digest, chapter: number, heading: string): DigestRow[] => {
  const part = digest.chapters[chapter]?.parts.find((each) => each.heading === heading);
  if (part?.kind !== 'tasks') throw new Error(`no part ${heading}`);
  return part.rows;
};
const said = (list: DigestRow[]) => list.map(({ number, date, note }) => `${number}|${date}|${note}`);
const aClosed = (number: number, date: string, overrides: Partial<Task> = {}): Task =>
  aTask({
    number,
    schedule: aSchedule({ end: '2026-04-30' }),
    closings: [{ period: null, late: false, check: null, by: 'u1', at: instant(date) }],
    ...overrides,
  });

describe('月报 of a month that is over', () => {
  const digest = monthly('2026-04', instant('2026-05-06'));

  it('is the work of the month and the plan of the next', () => {
    expect(digest.title).toBe('4月月报');
    expect(digest.chapters.map(({ title }) => title)).toEqual(['4月份工作总结', '5月份工作安排']);
    expect(digest.running).toBe(false);
  });

  it('tells what was closed with its day, and what was not with its reason', () => {
    expect(said(rows(digest, 0, '已办结'))).toEqual(['1|4月21日|已开展,参加85人']);
    expect(said(rows(digest, 0, '未办结及原因'))).toEqual([
      '2||应于4月15日办结 · 4月10日进展:对方已回函(60%)',
      '5||每月 4月 · 应于4月30日办结 · 无进展记录',
      '7||原定4月20日 · 已延期至6月30日:场地装修',
    ]);
  });

  it('tells what went on without being due', () => {
    expect(said(rows(digest, 0, '推进中'))).toEqual(['6|4月16日|完成两个园区的摸底']);
  });

  it('tells of targets what the month added, the cumulative figure and the share of the year', () => {
    const part = digest.chapters[0]?.parts.find(({ kind }) => kind === 'targets');
    expect(part?.rows).toMatchObject([{ changes: [{ label: '本月新增', value: 7 }], cumulative: 47, share: 47 / 500 }]);
  });

  it('plans the next month with leaders and units, by deadline', () => {
    const plan = rows(digest, 1, '');
    expect(plan.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
    expect(plan[1]).toMatchObject({ leaders: ['陈静'], units: ['组织部'], note: '5月4日—5月8日' });
    expect(plan[2]?.note).toBe('每月 · 5月31日 周日前');
  });

  it('tells April the same in June, but for what became of it', () => {
    const since = anOffice();
    const closedLater = since.tasks.map((task) =>
      task.number === 2
        ? { ...task, closings: [{ period: null, late: true, check: null, by: 'u1', at: instant('2026-05-20') }] }
        : task,
    );
    const inJune = monthly('2026-04', instant('2026-06-15'), anOffice({ tasks: closedLater }));
    expect(said(rows(inJune, 0, '已办结'))).toEqual(said(rows(digest, 0, '已办结')));
    expect(said(rows(inJune, 0, '未办结及原因'))[0]).toBe('2||应于4月15日办结 · 已于5月20日办结');
    expect(rows(inJune, 1, '').map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  });
});

describe('月报 of the running month', () => {
  it('says until which day and tells what is not due yet apart from what is over', () => {
    const tasks = [
      aTask({ number: 1, schedule: aSchedule({ end: '2026-05-08' }) }),
      aTask({ number: 2, schedule: aSchedule({ end: '2026-05-29' }) }),
    ];
    const digest = monthly('2026-05', instant('2026-05-12'), anOffice({ tasks }));
    expect(digest.chapters[0]?.title).toBe('5月份工作总结(截至12日)');
    expect(digest.running).toBe(true);
    expect(said(rows(digest, 0, '未办结及原因'))).toEqual([
      '1||应于5月8日办结 · 无进展记录',
      '2||5月29日 周五到期 · 无进展记录',
    ]);
    expect(rows(digest, 0, '未办结及原因').map(({ light }) => light)).toEqual(['🔴', '🟡']);
  });
});

describe('the edges of a month', () => {
  it('counts closings by their day in Asia/Shanghai', () => {
    const tasks = [
      aClosed(1, '2026-03-31'),
      aTask({
        number: 2,
        schedule: aSchedule({ end: '2026-04-30' }),
        closings: [{ period: null, late: false, check: null, by: 'u1', at: instant('2026-04-30', '23:59') }],
      }),
      aTask({
        number: 3,
        schedule: aSchedule({ end: '2026-04-30' }),
        closings: [{ period: null, late: true, check: null, by: 'u1', at: instant('2026-05-01', '00:00') }],
      }),
    ];
    const digest = monthly('2026-04', instant('2026-05-06'), anOffice({ tasks }));
    expect(rows(digest, 0, '已办结').map(({ number }) => number)).toEqual([2]);
    expect(said(rows(digest, 0, '未办结及原因'))).toEqual(['3||应于4月30日办结 · 已于5月1日办结']);
  });

  it('goes from a leap February to March and from December to January', () => {
    const leap = monthly('2028-02', instant('2028-03-01'), anOffice({ tasks: [aClosed(1, '2028-02-29')] }));
    expect(rows(leap, 0, '已办结').map(({ date }) => date)).toEqual(['2月29日']);
    const turn = monthly('2026-12', instant('2027-01-04'));
    expect(turn.title).toBe('2026年12月月报');
    expect(turn.chapters.map(({ title }) => title)).toEqual(['12月份工作总结', '2027年1月份工作安排']);
    expect(turn.chapters.map(({ parts }) => parts[0]?.say)).toEqual(['2026年12月 已完成', '1月']);
  });

  it('names the days of a task closed many times', () => {
    const periods = ['2026-W14', '2026-W15', '2026-W16', '2026-W17'];
    const tasks = [
      aTask({
        number: 1,
        schedule: aSchedule({ freq: 'weekly', start: '2026-03-30', end: '2026-04-26' }),
        closings: periods.map((period, index) => ({
          period,
          late: false,
          check: null,
          by: 'u1',
          at: instant(`2026-04-${String(3 + index * 7).padStart(2, '0')}`),
        })),
      }),
    ];
    const digest = monthly('2026-04', instant('2026-05-06'), anOffice({ tasks }));
    expect(said(rows(digest, 0, '已办结'))).toEqual(['1|4月3日、10日、17日等4天|每周 4期']);
  });
});
