import { addDays, type IsoDate } from '../calendar/date.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { namesOfPerson } from './people.ts';
import { readable } from './plain-data.ts';
import { maySpeakFor } from './rights.ts';
import type { Leave, Workspace } from './workspace.ts';

/** Leaves of the person a name belongs to, with their places in {@link Workspace.leaves}. */
const leavesOf = (workspace: Workspace, name: string): { leave: Leave; place: number }[] => {
  const names = namesOfPerson(workspace, name);
  return readable(workspace.leaves)
    .map((leave, place) => ({ leave, place }))
    .filter(({ leave }) => names.includes(leave.absent));
};

/** 请假 of today and to come, in the order of their days. */
export const leavesFrom = (workspace: Workspace, today: IsoDate, name?: string): Leave[] =>
  (name === undefined ? readable(workspace.leaves) : leavesOf(workspace, name).map(({ leave }) => leave))
    .filter(({ until }) => until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));

const overlaps = (a: Leave, b: Pick<Leave, 'from' | 'until'>): boolean => a.from <= b.until && b.from <= a.until;

/** Ends a leave with a day, or takes it away when it would not have begun by then. */
const endWith = (open: OpenChange, place: number, leave: Leave, day: IsoDate): void =>
  makeEdit(open, {
    on: { kind: 'workspace' },
    field: `leaves[${place}]`,
    before: leave,
    after: leave.from > day ? null : { ...leave, until: day },
  });

/** From the last place to the first, so that taking one away moves none that is still to be looked at. */
const endAll = (open: OpenChange, found: { leave: Leave; place: number }[], day: IsoDate): void => {
  for (const { leave, place } of found.toReversed()) endWith(open, place, leave, day);
};

/**
 * 请假: from `from` to `until`, both days included, the deputy acts for the person. An earlier leave that runs into it ends
 * where it begins; `before` is the latest such, null when there is none. `also`: leaves in which the absent person was to
 * act for somebody on these days, who now need another deputy.
 */
export const takeLeave = (open: OpenChange, leave: Leave): Outcome<{ before: Leave | null; also: Leave[] }> => {
  const { workspace, acting } = open;
  const { absent, deputy, from, until } = leave;
  const deputies = namesOfPerson(workspace, deputy);
  const mine = namesOfPerson(workspace, absent);
  if (mine.some((name) => deputies.includes(name)))
    return refuse({ reason: 'same-person', name: absent, other: deputy });
  if (until < from) return refuse({ reason: 'leave-backwards', from, until });
  if (until < acting.today) return refuse({ reason: 'leave-past', until });
  const may = maySpeakFor(workspace, absent, acting);
  if (!may.ok) return may;
  const away = leavesOf(workspace, deputy).find((each) => overlaps(each.leave, leave))?.leave;
  if (away) return refuse({ reason: 'deputy-away', deputy, from: away.from, until: away.until });
  const said = leavesOf(workspace, absent).filter((each) => overlaps(each.leave, leave));
  const same = said.find((each) => each.leave.until === until && deputies.includes(each.leave.deputy));
  // 请假到6月1日 said again tomorrow is no other leave.
  const begun = same && same.leave.from <= from && (same.leave.from === from || from <= acting.today);
  if (begun && said.length === 1) return refuse({ reason: 'unchanged' });
  endAll(open, said, addDays(from, -1));
  makeEdit(open, {
    on: { kind: 'workspace' },
    field: `leaves[${workspace.leaves.length}]`,
    before: null,
    after: leave,
  });
  const also = readable(workspace.leaves).filter((each) => mine.includes(each.deputy) && overlaps(each, leave));
  return { ok: true, before: said.at(-1)?.leave ?? null, also };
};

/**
 * 销假: the person is back today, and their deputy acts for them no longer.
 * @param coming true to take away leaves that have not begun, where none runs today
 */
export const endLeave = (open: OpenChange, name: string, coming = false): Outcome<{ ended: Leave[] }> => {
  const { workspace, acting } = open;
  const { today } = acting;
  const left = leavesOf(workspace, name).filter(({ leave }) => leave.until >= today);
  const running = left.filter(({ leave }) => leave.from <= today);
  const [first] = left;
  if (!first || (running.length === 0 && !coming)) {
    return refuse({ reason: 'not-on-leave', name, coming: first?.leave.from ?? null });
  }
  const may = maySpeakFor(workspace, name, acting);
  if (!may.ok) return may;
  const ended = running.length > 0 ? running : left;
  endAll(open, ended, addDays(today, -1));
  return { ok: true, ended: ended.map(({ leave }) => leave) };
};
