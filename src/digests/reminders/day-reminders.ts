import { addDays, type IsoDate } from '../../calendar/date.ts';
import { weekWindow } from '../../calendar/window.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { oneLine } from '../../cards/shorten.ts';
import type { ReminderRecord } from '../../workspace/ledger.ts';
import { nameOf } from '../../workspace/people.ts';
import { planYearOf } from '../../workspace/plan-year.ts';
import type { ReminderSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Turn } from '../turns.ts';
import type { GroupReminder, NamedLine } from './group-reminder.ts';
import { type Occasion, occasionsOf, openTurns, recordsAfter } from './occasions.ts';
import { peopleReminded } from './people.ts';
import type { DayReminders, PersonReminder } from './reminder.ts';
import { sayOwnShort } from './say-reminder.ts';

/** People named in the group's message; the rest is a count. */
const PEOPLE_NAMED = 20;

/** How many tasks the turns are of. */
const tasksIn = (turns: readonly Turn[]): number => new Set(turns.map(({ task }) => task.number)).size;

/** Lists in which what ends soon stands: this week's, the next one's. */
const soonLists = (soon: readonly Turn[], today: IsoDate): string[] => {
  const { end } = weekWindow(today);
  return [
    ...(soon.some(({ deadline }) => deadline <= end) ? ['本周 未完成'] : []),
    ...(soon.some(({ deadline }) => deadline > end && deadline <= addDays(end, 7)) ? ['下周 未完成'] : []),
  ];
};

const namedLines = (workspace: Workspace, people: readonly PersonReminder[], today: IsoDate): NamedLine[] =>
  people.slice(0, PEOPLE_NAMED).map(({ id, rows }) => ({
    people: [{ id, name: nameOf(workspace, id) }],
    text: sayOwnShort(rows, today),
  }));

interface Reminded {
  occasions: Occasion[];
  people: PersonReminder[];
  unbound: number;
  inPrivate: boolean;
}

const groupReminder = (
  workspace: Workspace,
  turns: readonly Turn[],
  { occasions, people, unbound, inPrivate }: Reminded,
  today: IsoDate,
): GroupReminder => {
  const { aheadDays, byName, escalateAfter } = workspace.settings.reminders;
  const soon = turns.filter(({ deadline }) => deadline > today && deadline <= addDays(today, aheadDays));
  const named = byName ? namedLines(workspace, people, today) : [];
  return {
    dueToday: tasksIn(turns.filter(({ deadline }) => deadline === today)),
    soon: tasksIn(soon),
    soonDays: aheadDays,
    overdue: tasksIn(turns.filter(({ deadline }) => deadline < today)),
    escalated: tasksIn(occasions.filter(({ escalates }) => escalates).map(({ turn }) => turn)),
    escalateAfter: escalateAfter ?? 0,
    told: inPrivate ? people.length : 0,
    unbound: inPrivate || byName ? unbound : 0,
    soonLists: soonLists(soon, today),
    named,
    unnamed: byName ? people.length - named.length : 0,
  };
};

/** Titles of the plans people are in, each once. */
const planTitle = ({ plans }: Workspace, year: number): string =>
  [...new Set(plans.filter((plan) => plan.year === year).map(({ title }) => oneLine(title)))].join('、');

/** A chat of one person is private already: a message beside it would say everything twice. */
const tellsInPrivate = (workspace: Workspace, { inPrivate }: ReminderSettings, canTell: boolean): boolean =>
  inPrivate && canTell && workspace.members.length > 1;

/**
 * All reminders of a working day, and the records to keep of them; changes nothing.
 * @param canTell whether the platform can write to a person
 */
export const dayReminders = (
  workspace: Workspace,
  today: IsoDate,
  { calendar, canTell }: { calendar: WorkingCalendar; canTell: boolean },
): { reminders: DayReminders; records: ReminderRecord[] } => {
  const { settings, ledger } = workspace;
  const turns = openTurns(workspace, today);
  const { told } = ledger.reminders;
  const occasions = occasionsOf(turns, told, settings.reminders, today, calendar);
  const records = recordsAfter(told, occasions, turns, today);
  const plan = planTitle(workspace, planYearOf(workspace, today));
  if (occasions.length === 0) return { reminders: { day: today, plan, group: null, people: [] }, records };
  const { people, unbound } = peopleReminded(workspace, occasions, today);
  const inPrivate = tellsInPrivate(workspace, settings.reminders, canTell);
  const group = groupReminder(workspace, turns, { occasions, people, unbound, inPrivate }, today);
  return { reminders: { day: today, plan, group, people: inPrivate ? people : [] }, records };
};
