import type { IsoDate } from '../../calendar/date.ts';
import { deputyOf } from '../../workspace/deputies.ts';
import { holderOf } from '../../workspace/people.ts';
import type { MemberId, Task } from '../../workspace/task.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { byTask } from '../turns.ts';
import type { Occasion } from './occasions.ts';
import type { OwnRow, PersonReminder } from './reminder.ts';

interface Receiver {
  id: MemberId;
  insteadOf: string | null;
}

/** The people names stand for today: who is away is not disturbed, their deputy is. */
const receiversOf = (workspace: Workspace, names: readonly string[], today: IsoDate): Receiver[] =>
  names.flatMap((name) => {
    const deputy = deputyOf(workspace, name, today);
    const id = holderOf(workspace, deputy ?? name);
    return id === undefined ? [] : [{ id, insteadOf: deputy === undefined ? null : name }];
  });

/** Who is reminded of a task: 责任人; where there is none 责任领导; where nobody is named the units. */
const remindedNames = ({ owners, leaders, units }: Task): string[] =>
  owners.length > 0 ? owners : leaders.length > 0 ? leaders : units;

/** A task's people, each once: a person's own part comes before what they do for somebody else. */
const rowsOfTask = (workspace: Workspace, occasions: readonly Occasion[], today: IsoDate): Map<MemberId, OwnRow> => {
  const rows = new Map<MemberId, OwnRow>();
  const [first] = occasions;
  if (!first) return rows;
  const { task } = first.turn;
  const add = (names: readonly string[], of: readonly Occasion[], asLeader: boolean): void => {
    if (of.length === 0) return;
    const receivers = receiversOf(workspace, names, today).toSorted(
      (a, b) => Number(a.insteadOf !== null) - Number(b.insteadOf !== null),
    );
    for (const { id, insteadOf } of receivers) {
      if (!rows.has(id)) rows.set(id, { turns: of.map(({ turn }) => turn), insteadOf, asLeader });
    }
  };
  add(
    remindedNames(task),
    occasions.filter(({ stage }) => stage !== null),
    false,
  );
  add(
    task.leaders,
    occasions.filter(({ escalates }) => escalates),
    true,
  );
  return rows;
};

/** Today's reminders by person, in the order of their tasks; `unbound`: tasks for which there is nobody to tell. */
export const peopleReminded = (
  workspace: Workspace,
  occasions: readonly Occasion[],
  today: IsoDate,
): { people: PersonReminder[]; unbound: number } => {
  const people = new Map<MemberId, OwnRow[]>();
  let unbound = 0;
  const byKey = new Map(occasions.map((occasion) => [occasion.turn, occasion]));
  for (const turns of byTask(occasions.map(({ turn }) => turn))) {
    const rows = rowsOfTask(
      workspace,
      turns.flatMap((turn) => byKey.get(turn) ?? []),
      today,
    );
    if (rows.size === 0) unbound += 1;
    for (const [id, row] of rows) people.set(id, [...(people.get(id) ?? []), row]);
  }
  return { people: [...people].map(([id, rows]) => ({ id, rows })), unbound };
};
