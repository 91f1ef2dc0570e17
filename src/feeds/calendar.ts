import type { IsoDate } from '../calendar/date.ts';
import type { Paper } from '../cards/paper.ts';
import { organisationOf } from '../digests/paper-title.ts';
import { nameOf } from '../workspace/people.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feedEvents } from './feed-events.ts';
import { icsOf } from './ics.ts';

/** `临江区总工会 · 办结`, `李芳 · 临江区总工会 · 办结`. */
const nameOfCalendar = (workspace: Workspace, member: MemberId | null): string =>
  [member === null ? '' : nameOf(workspace, member), organisationOf(workspace.plans.at(-1)?.title ?? ''), '办结']
    .filter((words) => words !== '')
    .join(' · ');

/** The deadlines of a group, or of one `member`'s tasks, as an iCalendar text. */
export const calendarOf = (workspace: Workspace, member: MemberId | null, today: IsoDate): string =>
  icsOf(nameOfCalendar(workspace, member), feedEvents(workspace, member, today));

/** The same as a file. @param group the group as it is when the file is sent */
export const calendarFile = (
  { member, on }: Extract<Paper, { kind: 'calendar' }>,
  group: Workspace | undefined,
): Uint8Array => {
  if (!group) throw new TypeError('a calendar of no group');
  return new TextEncoder().encode(calendarOf(group, member, on));
};
