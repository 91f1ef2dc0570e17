import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type IsoDate } from '../../src/calendar/date.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { dayReminders } from '../../src/digests/reminders/day-reminders.ts';
import { stageToday } from '../../src/digests/reminders/occasions.ts';
import { groupReminderCard, personReminderCard } from '../../src/digests/reminders/reminder-card.ts';
import { remindersDue } from '../../src/digests/reminders/reminding-time.ts';
import { DEFAULT_SETTINGS, type ReminderSettings } from '../../src/workspace/settings.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aMember, aPlan, aWorkspace } from '../builders/workspace.ts';

const calendar = stateCouncilCalendar();
const always: ReminderSettings = DEFAULT_SETTINGS.reminders;
const settingsWith = (reminders: Partial<ReminderSettings>) => ({
  ...DEFAULT_SETTINGS,
  reminders: { ...always, ...reminders },
});

describe('the day a reminder comes', () => {
  // 2026: 1–5 May and 25–27 September, 1–7 October are days off; 9 May, 20 September and 10 October are worked.
  it.each<[string, IsoDate, IsoDate, number | undefined]>([
    ['three days before', '2026-06-12', '2026-06-09', -1],
    ['not two days before', '2026-06-12', '2026-06-10', undefined],
    ['on the day', '2026-06-12', '2026-06-12', 0],
    ['not the day after', '2026-06-12', '2026-06-15', undefined],
    ['a week after', '2026-06-12', '2026-06-22', 1],
    ['four weeks after', '2026-06-12', '2026-07-10', 4],
    ['before a Wednesday: moved from Sunday to Monday', '2026-06-10', '2026-06-08', -1],
    ['an end on a Sunday: the Monday after', '2026-06-07', '2026-06-08', 0],
    ['an end in the holiday: the first day worked', '2026-05-03', '2026-05-06', 0],
    ['three days before an end in the holiday: before it', '2026-05-03', '2026-04-30', -1],
    ['a Saturday that is worked', '2026-05-09', '2026-05-09', 0],
    ['a week after an end in the holiday week', '2026-09-30', '2026-10-08', 1],
  ])('%s: end %s, on %s', (_, deadline, today, stage) => {
    expect(stageToday({ deadline, begins: null }, always, today, calendar)).toBe(stage);
  });

  it('of a recurring task never before its period begins', () => {
    const settings = { ...always, aheadDays: 30 };
    const turn = { deadline: '2026-06-14', begins: '2026-06-08' };
    expect(stageToday(turn, settings, '2026-06-05', calendar)).toBe(undefined);
    expect(stageToday(turn, settings, '2026-06-08', calendar)).toBe(-1);
  });

  it.each<[Partial<ReminderSettings>, IsoDate]>([
    [{ aheadDays: 0 }, '2026-06-09'],
    [{ onTheDay: false }, '2026-06-12'],
    [{ weekly: false }, '2026-06-22'],
  ])('%j is off', (off, today) => {
    expect(stageToday({ deadline: '2026-06-12', begins: null }, { ...always, ...off }, today, calendar)).toBe(
      undefined,
    );
  });

  it('whatever the end: on working days only, each stage on one day, weeks one after another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30 }), (offset, aheadDays) => {
        const deadline = addDays('2026-02-01', offset);
        const comes = Array.from({ length: 90 }, (_, index) => addDays(deadline, index - 35)).flatMap((today) => {
          if (!calendar.isWorkingDay(today)) return [];
          const stage = stageToday({ deadline, begins: null }, { ...always, aheadDays }, today, calendar);
          return stage === undefined ? [] : [{ today, stage }];
        });
        const stages = comes.map(({ stage }) => stage);
        expect(stages).toEqual([...new Set(stages)].sort((a, b) => a - b));
        // In a long holiday two come to one day, and the later is told.
        expect(stages.some((stage) => stage === 6 || stage === 7)).toBe(true);
        for (const { today, stage } of comes)
          expect(daysBetween(deadline, today)).toBeGreaterThanOrEqual(stage * 7 - 30);
      }),
    );
  });
});

const members = [
  aMember({ id: 'u1', name: '王海' }),
  aMember({ id: 'u2', name: '李梅' }),
  aMember({ id: 'u3', name: '陈静' }),
];
const DAY = '2026-06-12';

const office = (tasks: Partial<Task>[], overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({
    plans: [aPlan()],
    tasks: tasks.map((task, index) => aTask({ number: index + 1, title: `第${index + 1}件`, ...task })),
    members,
    ...overrides,
  });
const until = (end: IsoDate) => ({ schedule: aSchedule({ end }) });
const remindersOf = (workspace: Workspace, canTell = true, today = DAY) =>
  dayReminders(workspace, today, { calendar, canTell }).reminders;
const groupSays = (workspace: Workspace, canTell = true): string => {
  const { group, plan } = remindersOf(workspace, canTell);
  return group === null ? '' : cardText(groupReminderCard(group, plan));
};
const told = (workspace: Workspace, canTell = true): Record<string, number[]> =>
  Object.fromEntries(
    remindersOf(workspace, canTell).people.map(({ id, rows }) => [
      id,
      rows.map(({ turns }) => turns[0]?.task.number ?? 0),
    ]),
  );

describe('what the group hears', () => {
  const workspace = office([
    { ...until(DAY), owners: ['李梅'] },
    { ...until('2026-06-15'), leaders: ['王海'] },
    { ...until('2026-06-05'), owners: ['李梅'] },
    { ...until('2026-06-01'), owners: ['赵无'] },
    { ...until('2026-06-01'), closings: [{ period: null, late: false, check: null, by: 'u1', at: 1 }] },
    { ...until(DAY), cancelled: { reason: '', by: 'u1', at: 1 } },
  ]);

  it('is counts with buttons to the lists, and names nobody', () => {
    const said = groupSays(workspace);
    expect(said).toContain('今天到期1项、3天内到期1项、逾期2项');
    expect(said).toContain('今天 未完成');
    expect(said).toContain('下周 未完成');
    expect(said).toContain('已私聊提醒2人');
    for (const name of ['李梅', '王海', '赵无', '第1件']) expect(said).not.toContain(name);
  });

  it('names and calls people once the group asked for it', () => {
    const named = { ...workspace, settings: settingsWith({ byName: true }) };
    expect(groupSays(named, false)).toContain('@李梅 #3 第3件 逾期7天;#1 第1件 今天到期');
    expect(remindersOf(named).group?.named.map(({ people }) => people[0]?.id)).toEqual(['u2', 'u1']);
  });

  it('is nothing on a day with nothing to remind of', () => {
    expect(remindersOf(office([until('2026-06-30')])).group).toBe(null);
  });
});

describe('what a person hears', () => {
  it.each<[string, Partial<Task>, Record<string, number[]>]>([
    ['责任人', { owners: ['李梅'], leaders: ['王海'], units: ['办公室'] }, { u2: [1] }],
    ['责任领导 where there is no 责任人', { leaders: ['王海', '陈静'] }, { u1: [1], u3: [1] }],
    ['who stands for the unit where nobody is named', { units: ['组织部'] }, { u4: [1] }],
    ['nobody who is not bound', { owners: ['赵无'] }, {}],
  ])('%s', (_, people, expected) => {
    const all = { members: [...members, aMember({ id: 'u4', name: '周敏', bound: ['组织部'] })] };
    expect(told(office([{ ...until(DAY), ...people }], all))).toEqual(expected);
  });

  it('is their own tasks only, the deputy during a leave', () => {
    const leaves = [{ absent: '李梅', deputy: '陈静', from: '2026-06-10', until: '2026-06-12' }];
    const tasks = [
      { ...until(DAY), owners: ['李梅'] },
      { ...until(DAY), owners: ['王海'] },
    ];
    const workspace = office(tasks, { leaves });
    expect(told(workspace)).toEqual({ u3: [1], u1: [2] });
    const reminders = remindersOf(workspace);
    const said = reminders.people.map((person) => cardText(personReminderCard(person, reminders)));
    expect(said[0]).toContain('#1 第1件 · 今天到期 · 代李梅');
    expect(said[0]).not.toContain('#2');
    expect(told({ ...workspace, leaves: [] })).toEqual({ u2: [1], u1: [2] });
  });

  it('is nothing where the platform cannot, the group does not want it, or the chat is theirs alone', () => {
    const tasks = [{ ...until(DAY), owners: ['李梅'] }];
    expect(told(office(tasks), false)).toEqual({});
    expect(told(office(tasks, { settings: settingsWith({ inPrivate: false }) }))).toEqual({});
    expect(told(office(tasks, { members: members.slice(1, 2) }))).toEqual({});
  });
});

describe('escalation', () => {
  const late = { ...until('2026-06-05'), owners: ['李梅'], leaders: ['王海'] };

  it.each<[number | null, IsoDate, string[]]>([
    [null, '2026-06-12', ['u2']],
    [5, '2026-06-11', []],
    [5, '2026-06-12', ['u2', 'u1']],
    [3, '2026-06-10', ['u1']],
  ])('after %s working days: on %s to %j', (escalateAfter, today, people) => {
    const workspace = office([late], { settings: settingsWith({ escalateAfter }) });
    expect(remindersOf(workspace, true, today).people.map(({ id }) => id)).toEqual(people);
  });

  it('comes once', () => {
    const workspace = office([late], { settings: settingsWith({ escalateAfter: 3 }) });
    const { records } = dayReminders(workspace, '2026-06-10', { calendar, canTell: true });
    const after = { ...workspace, ledger: { ...workspace.ledger, reminders: { days: [], told: records } } };
    expect(records).toEqual([{ turn: '1', deadline: '2026-06-05', stage: null, escalated: true, on: '2026-06-10' }]);
    expect(told({ ...after })).toEqual({ u2: [1] });
    expect(remindersOf(after, true, '2026-06-11').group).toBe(null);
  });
});

describe('none comes twice', () => {
  const reminded = (workspace: Workspace, today: IsoDate): Workspace => {
    const { records } = dayReminders(workspace, today, { calendar, canTell: true });
    return { ...workspace, ledger: { ...workspace.ledger, reminders: { days: [], told: records } } };
  };

  it('when the days before the end are set anew', () => {
    const first = reminded(office([until('2026-06-16')], { settings: settingsWith({ aheadDays: 5 }) }), '2026-06-11');
    expect(remindersOf({ ...first, settings: settingsWith({ aheadDays: 4 }) }).group).toBe(null);
    expect(remindersOf(first, true, '2026-06-16').group).toMatchObject({ dueToday: 1 });
  });

  it('but a new end is reminded of anew', () => {
    const first = reminded(office([until(DAY)]), DAY);
    expect(remindersOf(first).group).toBe(null);
    const extension = { period: null, from: DAY, to: '2026-06-18', reason: '', late: false, by: 'u1', at: 1 };
    const extended = { ...first, tasks: first.tasks.map((task) => ({ ...task, extensions: [extension] })) };
    expect(remindersOf(extended, true, '2026-06-15').group).toMatchObject({ soon: 1 });
  });

  it('and records of a clock that stood ahead count for nothing', () => {
    const ahead = reminded(office([until(DAY)]), '2026-06-22');
    expect(remindersOf(ahead).group).toMatchObject({ dueToday: 1 });
  });

  it('closed tasks leave the ledger', () => {
    const first = reminded(office([until(DAY)]), DAY);
    const closing = { period: null, late: false, check: null, by: 'u1', at: 1 };
    const closed = { ...first, tasks: first.tasks.map((task) => ({ ...task, closings: [closing] })) };
    expect(dayReminders(closed, '2026-06-22', { calendar, canTell: true }).records).toEqual([]);
  });
});

describe('the hour', () => {
  const workspace = office([until(DAY)]);
  const due = (date: IsoDate, time: string, overrides: Partial<Workspace> = {}) =>
    remindersDue({ ...workspace, ...overrides }, instant(date, time), calendar);
  const later = (time: string) => ({ ...DEFAULT_SETTINGS, weekly: { on: true, day: 5, time } });

  it.each<[boolean, string, IsoDate, string, Partial<Workspace>]>([
    [false, 'before it', DAY, '08:59', {}],
    [true, 'at it', DAY, '09:00', {}],
    [true, 'the server was down until the evening', DAY, '18:00', {}],
    [false, 'the day is over', DAY, '18:01', {}],
    [false, 'no working day', '2026-06-13', '09:00', {}],
    [false, 'switched off', DAY, '09:00', { settings: settingsWith({ on: false }) }],
    [false, 'its own hour', DAY, '14:29', { settings: settingsWith({ time: '14:30' }) }],
    [true, 'its own hour', DAY, '14:30', { settings: settingsWith({ time: '14:30' }) }],
    [false, 'no plan', DAY, '09:00', { plans: [] }],
    [false, 'the plan came after the hour', DAY, '10:05', { plans: [aPlan({ confirmedAt: instant(DAY, '10:00') })] }],
    [false, 'dealt with', DAY, '10:00', { ledger: { ...workspace.ledger, reminders: { days: [DAY], told: [] } } }],
    [false, 'a digest of today is to come', DAY, '09:00', { settings: later('17:00') }],
    [true, 'a digest of today comes too late for it', DAY, '09:00', { settings: later('18:30') }],
  ])('%s: %s (%s %s)', (expected, _, date, time, overrides) => {
    expect(due(date, time, overrides)).toBe(expected);
  });
});
