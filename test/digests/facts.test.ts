import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { compile } from '../../src/digests/compile.ts';
import type { Digest, DigestKind, DigestRow } from '../../src/digests/digest.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import type { Closing, Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aPlan } from '../builders/workspace.ts';
import { anOffice } from './office.ts';

const calendar = stateCouncilCalendar();
const PLANS = [aPlan(), aPlan({ id: 'p2', year: 2027, title: '清河区总工会2027年工作计划' })];
const digestOf = (kind: DigestKind, period: string, date: string, tasks: Task[]): Digest =>
  compile(anOffice({ plans: PLANS, tasks }), kind, period, { asOf: instant(date), calendar });
const rowsOf = (digest: Digest, begins: string): DigestRow[] => {
  const part = digest.chapters.flatMap(({ parts }) => parts).find(({ heading }) => heading.startsWith(begins));
  if (part?.kind !== 'tasks') throw new Error(`no part ${begins}`);
  return part.rows;
};
const notesOf = (digest: Digest, begins: string) => rowsOf(digest, begins).map(({ note }) => note);
const closed = (date: string, period: string | null = null): Closing => ({
  period,
  late: false,
  check: null,
  by: 'u1',
  at: instant(date),
});
const dueOn = (number: number, end: string, overrides: Partial<Task> = {}): Task =>
  aTask({ number, schedule: aSchedule({ end }), ...overrides });

describe('the line of counts', () => {
  it('of a month that is over is told as of its end, in step with what was not done', () => {
    const tasks = [
      dueOn(1, '2026-04-30'),
      dueOn(2, '2026-04-10', { closings: [closed('2026-05-03')] }),
      dueOn(3, '2026-05-02'),
      dueOn(4, '2026-09-30'),
    ];
    const digest = digestOf('monthly', '2026-04', '2026-05-06', tasks);
    expect(digest.counts).toBe('到4月30日,全年4项:已办结0 · 逾期2 · 临期1 · 正常1 · 未到期0');
    expect(rowsOf(digest, '未办结')).toHaveLength(2);
  });

  it('names a plan that came in two parts once', () => {
    const workspace = anOffice({ plans: [aPlan(), aPlan({ id: 'p2' })] });
    const digest = compile(workspace, 'weekly', '2026-W18', { asOf: instant('2026-04-27'), calendar });
    expect(digest.plan).toBe('清河区总工会2026年工作计划');
  });

  it('counts a task with a missed period as overdue, also when the running one is closed', () => {
    const weekly = aTask({
      number: 1,
      schedule: aSchedule({ freq: 'weekly', start: '2026-04-06', end: '2026-05-31' }),
      closings: [closed('2026-04-08', '2026-W15'), closed('2026-04-22', '2026-W17')],
    });
    const digest = digestOf('weekly', '2026-W17', '2026-04-23', [weekly]);
    expect(digest.counts).toContain('已办结0 · 逾期1');
    expect(notesOf(digest, '逾期')).toEqual(['每周 第16周 · 4月19日 周日 · 逾期4天']);
  });

  it('and the targets are those of the plan the month belongs to, also when the next is there already', () => {
    const next = aTask({ number: 3, year: 2027, targets: [aTarget({ name: '来年的' })] });
    const tasks = [dueOn(1, '2026-12-31'), dueOn(2, '2026-06-30', { targets: [aTarget()] }), next];
    const digest = digestOf('monthly', '2026-12', '2027-01-04', tasks);
    expect(digest.plan).toBe('清河区总工会2026年工作计划');
    expect(digest.counts).toBe('到2026年12月31日,全年2项:已办结0 · 逾期2 · 临期0 · 正常0 · 未到期0');
    const targets = digest.chapters[0]?.parts.find(({ kind }) => kind === 'targets');
    expect(targets?.rows.map(({ number }) => number)).toEqual([2]);
  });
});

describe('what an earlier year left behind', () => {
  it('stands in 逾期, and beside the counts of the year', () => {
    const tasks = [dueOn(1, '2026-11-30'), dueOn(2, '2027-01-29', { year: 2027 })];
    const digest = digestOf('weekly', '2027-W01', '2027-01-04', tasks);
    expect(digest.counts).toBe('全年1项:已办结0 · 逾期0 · 临期0 · 正常1 · 未到期0;往年未办结1项');
    expect(rowsOf(digest, '逾期').map(({ number }) => number)).toEqual([1]);
  });
});

describe('周报 of a week that is over', () => {
  const tasks = [dueOn(1, '2026-04-22'), dueOn(2, '2026-04-26'), dueOn(3, '2026-04-29')];
  const digest = digestOf('weekly', '2026-W17', '2026-04-29', tasks);

  it('has what it left open in 逾期, the last day’s too, as many as the line of counts says', () => {
    expect(rowsOf(digest, '逾期').map(({ number }) => number)).toEqual([1, 2]);
    expect(digest.counts).toContain('到4月26日,全年3项:已办结0 · 逾期2 ');
    expect(rowsOf(digest, '临期').map(({ number }) => number)).toEqual([3]);
  });

  it('does not say that nothing was to be done', () => {
    expect(cardText(digestCard(digest))).toContain('本周到期的都已办结,或列在逾期');
  });

  it('asks for its lists by the number of the week, which means the same next month and next year', () => {
    const says = (shown: Digest) => shown.chapters[0]?.parts.slice(0, 4).map(({ say }) => say);
    expect(says(digest)).toEqual(['第16周 已完成', '第17周 未完成', '逾期', '第18周 未完成']);
    const lastYear = digestOf('weekly', '2026-W53', '2027-01-05', tasks);
    expect(says(lastYear)).toEqual(['2026年第52周 已完成', '2026年第53周 未完成', '逾期', '第1周 未完成']);
  });
});

describe('why something is not closed', () => {
  const extended = (to: string) =>
    dueOn(1, '2026-03-20', {
      extensions: [
        { period: null, from: '2026-03-20', to, reason: '等批复', late: false, by: 'u1', at: instant('2026-03-18') },
      ],
    });

  it('an extension that ran out is told, but is no reason', () => {
    const digest = digestOf('monthly', '2026-04', '2026-05-06', [extended('2026-04-20')]);
    expect(notesOf(digest, '未办结')).toEqual(['应于4月20日办结 · 已延期1次 · 无进展记录']);
  });

  it('a figure that was reported is told where no progress was', () => {
    const task = dueOn(1, '2026-04-20', {
      targets: [aTarget({ name: '基层工会', value: 15, unit: '家' })],
      reports: [{ target: 't1', value: 3, mode: 'add', by: 'u1', at: instant('2026-04-18') }],
    });
    expect(notesOf(digestOf('monthly', '2026-04', '2026-05-06', [task]), '未办结')).toEqual([
      '应于4月20日办结 · 4月18日上报3家',
    ]);
  });

  it('what was cancelled since is said to be', () => {
    const task = dueOn(1, '2026-04-20', { cancelled: { reason: '场地撤销', by: 'u1', at: instant('2026-05-03') } });
    expect(notesOf(digestOf('monthly', '2026-04', '2026-05-06', [task]), '未办结')).toEqual([
      '应于4月20日办结 · 已于5月3日取消:场地撤销',
    ]);
  });

  it('one that still runs is the reason', () => {
    const digest = digestOf('monthly', '2026-04', '2026-04-15', [extended('2026-04-20')]);
    expect(notesOf(digest, '未办结')).toEqual(['4月20日 周一到期 · 已延期至4月20日:等批复']);
  });

  it('what an earlier period was closed with says nothing of this one', () => {
    const monthly = aTask({
      number: 1,
      schedule: aSchedule({ freq: 'monthly', start: '2026-03-01', end: '2026-06-30' }),
      closings: [closed('2026-03-28', '2026-03')],
      progress: [{ text: '会议已召开', by: 'u1', at: instant('2026-03-28') }],
    });
    const digest = digestOf('monthly', '2026-04', '2026-05-06', [monthly]);
    expect(notesOf(digest, '未办结')).toEqual(['每月 4月 · 应于4月30日办结 · 无进展记录']);
  });

  it('stands first for what was due in the month itself', () => {
    const tasks = [dueOn(1, '2026-02-10'), dueOn(2, '2026-03-31'), dueOn(3, '2026-04-20'), dueOn(4, '2026-04-30')];
    const digest = digestOf('monthly', '2026-04', '2026-05-06', tasks);
    expect(rowsOf(digest, '未办结').map(({ number }) => number)).toEqual([3, 4, 1, 2]);
  });

  it('names the day of the earliest of several turns as such', () => {
    const weekly = aTask({
      number: 1,
      schedule: aSchedule({ freq: 'weekly', start: '2026-04-06', end: '2026-04-19' }),
    });
    const digest = digestOf('monthly', '2026-04', '2026-05-06', [weekly]);
    expect(notesOf(digest, '未办结')).toEqual(['每周 2期 · 最早应于4月12日办结 · 无进展记录']);
  });

  it('says that nothing was due rather than that all was done', () => {
    const saying = (end: string, closings: Closing[] = []) =>
      cardText(digestCard(digestOf('monthly', '2026-04', '2026-05-06', [dueOn(1, end, { closings })])));
    expect(saying('2026-09-30')).toContain('没有应在4月办结的任务');
    expect(saying('2026-04-30', [closed('2026-04-20')])).toContain('应办的都已办结');
  });
});

describe('the plan of the next month', () => {
  it.each([
    [{ start: '2026-05-12', end: '2026-05-12' }, '5月12日 周二'],
    [{ start: '2026-05-01', end: '2026-05-10' }, '5月1日—5月10日'],
    [{ start: '2026-05-01', end: '2026-05-31' }, '5月31日 周日前'],
    [{ end: '2026-05-20' }, '5月20日 周三前'],
    [{ start: '2026-03-01', end: '2026-05-20' }, '5月20日 周三前'],
    [{ start: '2026-05-15', end: '2026-08-31' }, '5月15日—8月31日'],
    [{ freq: 'monthly' }, '每月 · 5月31日 周日前'],
  ] as const)('tells %j as %s', (schedule, note) => {
    const digest = digestOf('monthly', '2026-04', '2026-05-06', [aTask({ schedule: aSchedule(schedule) })]);
    expect(digest.chapters[1]?.parts[0]?.rows).toMatchObject([{ note }]);
  });
});

describe('what is to be done next', () => {
  it('promises no last day the plan does not state', () => {
    const tasks = [aTask({ number: 1, schedule: aSchedule({}) }), dueOn(2, '2026-12-20')];
    const digest = digestOf('monthly', '2026-11', '2026-12-01', tasks);
    const [part] = digest.chapters.find(({ title }) => title.startsWith('12月'))?.parts ?? [];
    const rows = part?.kind === 'tasks' ? part.rows : [];
    expect(rows.map(({ number, note }) => [number, note])).toEqual([
      [2, '12月20日 周日前'],
      [1, ''],
    ]);
  });
});
