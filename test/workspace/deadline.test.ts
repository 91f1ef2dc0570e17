import { describe, expect, it } from 'vitest';
import {
  deadlineOf,
  isUnscheduled,
  periodsOf,
  runningPeriod,
  windowOfPeriod,
  windowOfTask,
} from '../../src/workspace/deadline.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';

describe('the window of a task', () => {
  it.each([
    ['as stated', { start: '2026-04-01', end: '2026-07-31' }, '2026-04-01', '2026-07-31'],
    ['only an end', { end: '2026-09-30' }, '2026-01-01', '2026-09-30'],
    ['only a start', { start: '2026-10-01' }, '2026-10-01', '2026-12-31'],
    ['nothing stated', {}, '2026-01-01', '2026-12-31'],
  ])('%s', (_, schedule, start, end) => {
    const task = aTask({ schedule: aSchedule(schedule) });
    expect(windowOfTask(task)).toEqual({ start, end });
    expect(deadlineOf(task)).toBe(end);
  });

  it.each([
    ['nothing stated', {}, true],
    ['an end', { end: '2026-09-30' }, false],
    ['a cadence', { freq: 'monthly' as const }, false],
  ])('is not scheduled with %s: %s', (_, schedule, unscheduled) => {
    expect(isUnscheduled(aTask({ schedule: aSchedule(schedule) }))).toBe(unscheduled);
  });
});

describe('the periods of a recurring task', () => {
  const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];

  it.each([
    ['of the whole year', { freq: 'quarterly' as const }, '2026-01-04', quarters],
    [
      'of a stated window',
      { freq: 'monthly' as const, start: '2026-04-01', end: '2026-06-15' },
      '2026-01-04',
      ['2026-04', '2026-05', '2026-06'],
    ],
    ['not ended before the import', { freq: 'quarterly' as const }, '2026-04-01', quarters.slice(1)],
    ['ending on the day of the import', { freq: 'quarterly' as const }, '2026-03-31', quarters],
    [
      'over the turn of the year',
      { freq: 'quarterly' as const, start: '2026-10-01', end: '2027-03-31' },
      '2026-01-04',
      ['2026-Q4', '2027-Q1'],
    ],
    ['none for a one-off task', { end: '2026-06-30' }, '2026-01-04', []],
  ])('%s', (_, schedule, imported, periods) => {
    const task = aTask({ schedule: aSchedule(schedule), addedAt: instant(imported) });
    expect(periodsOf(task)).toEqual(periods);
  });

  it('count one closed after all, though it ended before the import', () => {
    const closings = [{ period: '2026-Q1', late: false, check: null, by: 'u1', at: 1 }];
    const task = aTask({ schedule: aSchedule({ freq: 'quarterly' }), addedAt: instant('2026-05-02'), closings });
    expect(periodsOf(task)).toEqual(quarters);
  });

  it.each([
    [2026, '2026-W01', '2026-W53'],
    [2027, '2027-W01', '2027-W52'],
  ])('give each week at the turn of the year to one plan (%s)', (year, first, last) => {
    const task = aTask({ year, schedule: aSchedule({ freq: 'weekly' }), addedAt: 0 });
    const periods = periodsOf(task);
    expect([periods[0], periods.at(-1)]).toEqual([first, last]);
  });

  it('are cut to the stated window', () => {
    const schedule = aSchedule({ freq: 'monthly', start: '2026-04-10', end: '2026-06-15' });
    const task = aTask({ schedule });
    expect(windowOfPeriod(task, '2026-04')).toEqual({ start: '2026-04-10', end: '2026-04-30' });
    expect(windowOfPeriod(task, '2026-06')).toEqual({ start: '2026-06-01', end: '2026-06-15' });
  });

  it.each([
    ['2026-04-09', undefined],
    ['2026-04-10', '2026-04'],
    ['2026-06-15', '2026-06'],
    ['2026-06-16', undefined],
  ])('on %s the running one is %s', (today, period) => {
    const schedule = aSchedule({ freq: 'monthly', start: '2026-04-10', end: '2026-06-15' });
    expect(runningPeriod(aTask({ schedule }), today)).toBe(period);
  });
});
