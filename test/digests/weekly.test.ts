import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest } from '../../src/digests/digest.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { anOffice, TASKS } from './office.ts';

const calendar = stateCouncilCalendar();
const weekly = (period: string, at: number, workspace: Workspace = anOffice()) =>
  compile(workspace, 'weekly', period, { asOf: at, calendar });
const part = (digest: Digest, begins: string) =>
  digest.chapters.flatMap(({ parts }) => parts).find(({ heading }) => heading.startsWith(begins));
const numbers = (digest: Digest, begins: string) => part(digest, begins)?.rows.map(({ number }) => number);
const notes = (digest: Digest, begins: string) => {
  const found = part(digest, begins);
  return found?.kind === 'tasks' ? found.rows.map(({ date, note }) => `${date}|${note}`) : undefined;
};
const closedOn = (...days: [date: string, period: string | null][]) =>
  days.map(([date, period]) => ({ period, late: false, check: null, by: 'u1', at: instant(date) }));

describe('周报 on Monday morning', () => {
  const digest = weekly('2026-W18', instant('2026-04-27'));

  it('tells its parts in the order of the office', () => {
    expect(digest.title).toBe('周报 第18周(4月27日—5月3日)');
    expect(digest.plan).toBe('清河区总工会2026年工作计划');
    expect(digest.chapters[0]?.parts.map(({ heading }) => heading)).toEqual([
      '上周办结(4月20日—4月26日)',
      '本周应办',
      '逾期',
      '临期(下周)',
      '指标',
    ]);
  });

  it('puts every open task into one part only, cancelled ones into none', () => {
    expect(numbers(digest, '上周办结')).toEqual([TASKS.closedInApril.number]);
    expect(numbers(digest, '本周应办')).toEqual([TASKS.monthly.number, TASKS.dueThisWeek.number]);
    expect(numbers(digest, '逾期')).toEqual([TASKS.overdue.number]);
    expect(numbers(digest, '临期')).toEqual([TASKS.dueNextWeek.number]);
  });

  it('says when, how late, and the remark a task was closed with', () => {
    expect(notes(digest, '上周办结')).toEqual(['4月21日|已开展,参加85人']);
    expect(notes(digest, '本周应办')).toEqual(['|每月 4月 · 4月30日 周四', '|5月1日 周五']);
    expect(notes(digest, '逾期')).toEqual(['|4月15日 周三 · 逾期12天']);
  });

  it('tells of targets the change of the week, the cumulative figure and the share of the year', () => {
    const target = part(digest, '指标')?.rows[0];
    expect(target).toMatchObject({
      number: 6,
      changes: [
        { label: '上周', value: 5 },
        { label: '本周', value: 2 },
      ],
      cumulative: 47,
      share: 47 / 500,
    });
  });

  it('counts the tasks of the year by their lights', () => {
    expect(digest.counts).toBe('全年7项:已办结1 · 逾期1 · 临期3 · 正常1 · 未到期1');
  });

  it('is plain data that survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
  });
});

describe('周报 at other moments', () => {
  it('in the middle of the week also tells what was closed in it, and moves what ran over to 逾期', () => {
    const tasks = [
      aTask({ number: 1, schedule: aSchedule({ end: '2026-04-28' }) }),
      aTask({ number: 2, schedule: aSchedule({ end: '2026-04-29' }), closings: closedOn(['2026-04-28', null]) }),
      aTask({ number: 3, schedule: aSchedule({ end: '2026-04-30' }) }),
    ];
    const digest = weekly('2026-W18', instant('2026-04-30', '15:00'), anOffice({ tasks }));
    expect(numbers(digest, '本周办结')).toEqual([2]);
    expect(numbers(digest, '本周应办')).toEqual([3]);
    expect(numbers(digest, '逾期')).toEqual([1]);
  });

  it('after a holiday week looks back to the week before it', () => {
    const tasks = [
      aTask({ number: 1, schedule: aSchedule({ end: '2026-03-31' }), closings: closedOn(['2026-02-11', null]) }),
      aTask({ number: 2, schedule: aSchedule({ end: '2026-03-31' }), closings: closedOn(['2026-02-20', null]) }),
      aTask({ number: 3, schedule: aSchedule({ end: '2026-03-31' }), closings: closedOn(['2026-02-06', null]) }),
    ];
    const digest = weekly('2026-W09', instant('2026-02-24'), anOffice({ tasks }));
    expect(part(digest, '上周办结')?.heading).toBe('上周办结(2月9日—2月22日)');
    expect(numbers(digest, '上周办结')).toEqual([1, 2]);
  });

  it('of a week that is over tells it as it stood at its end', () => {
    const late = aTask({
      number: 1,
      schedule: aSchedule({ end: '2026-04-22' }),
      closings: [{ period: null, late: true, check: null, by: 'u1', at: instant('2026-05-07') }],
    });
    const then = weekly('2026-W17', instant('2026-05-12'), anOffice({ tasks: [late] }));
    expect(numbers(then, '逾期')).toEqual([1]);
    expect(then.running).toBe(false);
    const now = weekly('2026-W20', instant('2026-05-12'), anOffice({ tasks: [late] }));
    expect(numbers(now, '逾期')).toEqual([]);
    expect(notes(now, '上周办结')).toEqual(['5月7日|逾期办结']);
  });

  it('takes the turns of one recurring task into one row', () => {
    const tasks = [
      aTask({
        number: 1,
        schedule: aSchedule({ freq: 'weekly', start: '2026-04-01', end: '2026-05-31' }),
        closings: closedOn(['2026-04-20', '2026-W16'], ['2026-04-24', '2026-W17']),
      }),
    ];
    const digest = weekly('2026-W18', instant('2026-04-27'), anOffice({ tasks }));
    expect(notes(digest, '上周办结')).toEqual(['4月20日、24日|每周 2期']);
    expect(notes(digest, '逾期')).toEqual(['|每周 2期 · 最早4月5日 周日 · 逾期22天']);
    expect(notes(digest, '本周应办')).toEqual(['|每周 第18周 · 5月3日 周日']);
  });

  it('lists the targets that moved and counts the many that did not', () => {
    const tasks = Array.from({ length: 30 }, (_, index) =>
      aTask({
        number: index + 1,
        schedule: aSchedule({ end: '2026-12-31' }),
        targets: [aTarget()],
        reports: index === 20 ? [{ target: 't1', value: 7, mode: 'add', by: 'u1', at: instant('2026-04-22') }] : [],
      }),
    );
    const found = part(weekly('2026-W18', instant('2026-04-27'), anOffice({ tasks })), '指标');
    expect(found?.rows.map(({ number }) => number)).toEqual([21]);
    expect(found).toMatchObject({ unlisted: 29 });
  });

  it('crosses the year', () => {
    const tasks = [aTask({ number: 1, schedule: aSchedule({ end: '2026-12-31' }) })];
    const digest = weekly('2026-W53', instant('2026-12-28'), anOffice({ tasks }));
    expect(digest.title).toBe('周报 第53周(12月28日—1月3日)');
    expect(numbers(digest, '本周应办')).toEqual([1]);
  });

  it('says so when the holidays of the year are not known', () => {
    expect(weekly('2027-W02', instant('2027-01-11')).notes).toEqual(['2027年放假安排未收录,工作日暂按周一至周五计']);
    expect(weekly('2026-W18', instant('2026-04-27')).notes).toEqual([]);
  });

  it('in December warns of the next year in the first digest: the 月报, where there is none the 周报', () => {
    const without = { settings: { ...DEFAULT_SETTINGS, monthly: { ...DEFAULT_SETTINGS.monthly, on: false } } };
    const told = ['2027年放假安排未收录,到时工作日暂按周一至周五计;通知公布后管理员发“放假安排 2027”并贴上文字'];
    const monthly = (date: string) =>
      compile(anOffice({}), 'monthly', '2026-11', { asOf: instant(date), calendar }).notes;
    expect(monthly('2026-12-01').slice(-1)).toEqual(told);
    expect(monthly('2026-11-30')).not.toContain(told[0]);
    expect(weekly('2026-W50', instant('2026-12-07')).notes).toEqual([]);
    expect(weekly('2026-W50', instant('2026-12-07'), anOffice(without)).notes).toEqual(told);
    expect(weekly('2026-W51', instant('2026-12-14'), anOffice(without)).notes).toEqual([]);
  });

  it('has all its parts when there is nothing to tell', () => {
    const digest = weekly('2026-W18', instant('2026-04-27'), anOffice({ tasks: [] }));
    expect(digest.chapters[0]?.parts.length).toBe(5);
    expect(digest.counts).toBe('全年0项:已办结0 · 逾期0 · 临期0 · 正常0 · 未到期0');
  });
});
