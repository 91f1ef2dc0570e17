import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { compile } from '../../src/digests/compile.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { sayFigures } from '../../src/digests/say-digest.ts';
import { targetNews, targetRows } from '../../src/digests/target-rows.ts';
import type { Report, Target, Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { anOffice } from './office.ts';

const report = (date: string, mode: Report['mode'], value: number): Report => ({
  target: 't1',
  value,
  mode,
  by: 'u1',
  at: instant(date),
});
const MAY = { label: '本月新增', from: instant('2026-05-01', '00:00') - 1, until: instant('2026-06-01', '00:00') - 1 };
const LAST_WEEK = {
  label: '上周',
  from: instant('2026-05-04', '00:00') - 1,
  until: instant('2026-05-11', '00:00') - 1,
};
const THIS_WEEK = { label: '本周', from: LAST_WEEK.until, until: instant('2026-05-18', '00:00') - 1 };

const said = (target: Partial<Target>, reports: Report[], spans = [MAY], schedule = aSchedule()): string[] =>
  targetRows(
    targetNews(anOffice({ tasks: [aTask({ targets: [aTarget(target)], reports, schedule })] }), 2026, spans),
    spans,
  ).map(sayFigures);

describe('a target in a 月报', () => {
  it('that grew tells by how much, where it stands and the share of the year', () => {
    expect(said({}, [report('2026-03-10', 'add', 40), report('2026-05-10', 'add', 5)])).toEqual([
      '本月新增5人 · 累计45/500人 · 完成年度任务9%',
    ]);
  });

  it('whose first figure is a total of the year so far does not call all of it new', () => {
    expect(said({}, [report('2026-05-10', 'total', 45)])).toEqual(['本月首次上报 · 累计45/500人 · 完成年度任务9%']);
  });

  it('whose task began in that very month does', () => {
    const schedule = aSchedule({ start: '2026-05-01', end: '2026-07-31' });
    expect(said({}, [report('2026-05-10', 'total', 45)], [MAY], schedule)).toEqual([
      '本月新增45人 · 累计45/500人 · 完成年度任务9%',
    ]);
  });

  it('that is a level never began with nothing', () => {
    const level = { kind: 'level', value: 12000, unit: '人' } as const;
    const schedule = aSchedule({ start: '2026-05-01', end: '2026-07-31' });
    expect(said(level, [report('2026-05-10', 'total', 11500)], [MAY], schedule)).toEqual([
      '本月首次上报 · 累计11500/12000人 · 完成年度任务96%',
    ]);
    expect(said(level, [report('2026-04-10', 'total', 11500), report('2026-05-10', 'total', 11300)])).toEqual([
      '本月减少200人 · 累计11300/12000人 · 完成年度任务94%',
    ]);
  });

  it.each([
    [80, 83, '本月上升3个百分点 · 实达83%,目标≥95%,差12个百分点'],
    [96, 95, '本月下降1个百分点 · 实达95%,目标≥95%,已达到'],
    [96, 96, '本月持平 · 实达96%,目标≥95%,已达到'],
  ])('that is a rate, from %d to %d, is reached or not', (before, after, figures) => {
    const rate = { kind: 'level', value: 95, unit: '%' } as const;
    expect(said(rate, [report('2026-04-10', 'total', before), report('2026-05-10', 'total', after)])).toEqual([
      figures,
    ]);
  });

  it('that is not quite reached is not at 100%', () => {
    expect(said({ op: 'approx' }, [report('2026-05-10', 'add', 499)])).toEqual([
      '本月新增499人 · 累计499/约500人 · 完成年度任务99%',
    ]);
  });
});

describe('a target in a 周报', () => {
  it('tells both weeks', () => {
    const reports = [report('2026-05-06', 'add', 3), report('2026-05-12', 'total', 2)];
    expect(said({}, reports, [LAST_WEEK, THIS_WEEK])).toEqual(['上周+3 本周-1 · 累计2/500人 · 完成年度任务不到1%']);
  });

  it('tells a first total as such', () => {
    expect(said({}, [report('2026-05-12', 'total', 45)], [LAST_WEEK, THIS_WEEK])).toEqual([
      '上周0 本周首次上报 · 累计45/500人 · 完成年度任务9%',
    ]);
  });
});

describe('the targets of a card', () => {
  const task = (number: number, reports: Report[]): Task =>
    aTask({ number, targets: [aTarget({ name: `指标${number}` })], reports });
  const shown = (tasks: Task[]): string =>
    cardText(
      digestCard(
        compile(anOffice({ tasks }), 'monthly', '2026-05', {
          asOf: instant('2026-06-01'),
          calendar: stateCouncilCalendar(),
        }),
      ),
    );

  it('begin with what moved; those without a report are a count', () => {
    const tasks = Array.from({ length: 30 }, (_, index) => task(index + 1, []));
    const text = shown([
      ...tasks,
      task(31, [report('2026-04-02', 'add', 1)]),
      task(32, [report('2026-05-20', 'add', 1)]),
    ]);
    expect(text).toMatch(/#32 指标32 .*\n#31 指标31 .*\n30项未上报\n/);
    expect(text).not.toContain('#1 指标1 ');
  });

  it('count what there is no room for', () => {
    const tasks = Array.from({ length: 13 }, (_, index) => task(index + 1, [report('2026-05-20', 'add', 1)]));
    expect(shown(tasks)).toContain('另有3项已上报\n');
  });
});
