import type { IsoDate } from '../calendar/date.ts';
import type { Acting } from './acting.ts';
import { deputyOf } from './deputies.ts';
import { namesInPlan } from './known-names.ts';
import { type Outcome, refuse } from './outcome.ts';
import { administratorsOf, holderOf, isAdministrator, namesOf, namesOfPerson } from './people.ts';
import { readable } from './plain-data.ts';
import type { Right } from './settings.ts';
import type { MemberId, Task } from './task.ts';
import type { Workspace } from './workspace.ts';

export { deputyOf } from './deputies.ts';

/** Who answers for a task in person: 责任人 and 责任领导 and who acts for them; where no person is named, its units. */
export const answerableNames = (workspace: Workspace, task: Task, today: IsoDate): string[] => {
  const people = [...task.owners, ...task.leaders];
  const names = people.length > 0 ? people : task.units;
  const deputies = names.flatMap((name) => deputyOf(workspace, name, today) ?? []);
  return [...new Set([...names, ...deputies])];
};

/** Whoever may, as names to tell: the plan's names that nobody is bound to stand as they are. */
interface May {
  may: MemberId[];
  names: string[];
}

const refusal = (workspace: Workspace, names: string[]): { ok: false; reason: 'not-allowed' } & May => {
  const holders = names.flatMap((name) => holderOf(workspace, name) ?? []);
  const unbound = names.filter((name) => holderOf(workspace, name) === undefined);
  return refuse({
    reason: 'not-allowed',
    may: [...new Set([...holders, ...administratorsOf(workspace)])],
    names: unbound,
  });
};

/** True when a right is theirs; `names` are the plan's names that give it to `owners`. */
const has = (workspace: Workspace, right: Right, by: MemberId, names: readonly string[]): boolean => {
  if (right === 'everyone' || isAdministrator(workspace, by)) return true;
  return right === 'owners' && namesOf(workspace, by).some((name) => names.includes(name));
};

/** 设置 办结: may they close or reopen this task? Authority is asked on each command and click, never kept. */
export const mayClose = (workspace: Workspace, task: Task, { by, today }: Acting): Outcome<object> => {
  const { close } = workspace.settings.rights;
  const names = close === 'owners' ? answerableNames(workspace, task, today) : [];
  return has(workspace, close, by, names) ? { ok: true } : refusal(workspace, names);
};

const everyName = (workspace: Workspace): string[] => [
  ...new Set(readable(workspace.tasks).flatMap((task) => namesInPlan(task))),
];

/** Stands for all whom the plan names: they may be hundreds. */
const ANY_OWNER = '各项任务的责任人';

/** A right that is about no task: `owners` are all whom the plan names. */
const mayInGeneral = (workspace: Workspace, right: Right, by: MemberId): Outcome<object> =>
  has(workspace, right, by, right === 'owners' ? everyName(workspace) : [])
    ? { ok: true }
    : refusal(workspace, right === 'owners' ? [ANY_OWNER] : []);

/** 设置 导入: may they import a plan? While the group has no administrator everybody may. */
export const mayImport = (workspace: Workspace, { by }: Acting): Outcome<object> =>
  administratorsOf(workspace).length === 0
    ? { ok: true }
    : mayInGeneral(workspace, workspace.settings.rights.import, by);

/** 设置 设置: may they change settings? While the group has no administrator everybody may. */
export const mayChangeSettings = (workspace: Workspace, { by }: Acting): Outcome<object> =>
  administratorsOf(workspace).length === 0
    ? { ok: true }
    : mayInGeneral(workspace, workspace.settings.rights.settings, by);

/** 销号, and who is an administrator: administrators alone. */
export const mayAdminister = (workspace: Workspace, { by }: Acting): Outcome<object> =>
  isAdministrator(workspace, by) ? { ok: true } : refusal(workspace, []);

/**
 * 绑定 and 解绑: whose names are whose is said by the person, or by an administrator for them; by everybody while the group
 * has none.
 */
export const mayBind = (workspace: Workspace, member: MemberId, { by }: Acting): Outcome<object> => {
  const administrators = administratorsOf(workspace);
  if (by === member || administrators.length === 0 || isAdministrator(workspace, by)) return { ok: true };
  return refuse({ reason: 'not-allowed', may: [...new Set([member, ...administrators])], names: [] });
};

/**
 * 移交 and 请假: both decide who answers for a person's tasks, so they follow 设置 办结. Where everybody may close, everybody
 * may say them; else the person and administrators.
 */
export const maySpeakFor = (workspace: Workspace, name: string, { by }: Acting): Outcome<object> => {
  const right = workspace.settings.rights.close === 'everyone' ? 'everyone' : 'owners';
  const names = namesOfPerson(workspace, name);
  return has(workspace, right, by, names) ? { ok: true } : refusal(workspace, names.slice(0, 1));
};

/** 结转: administrators; while the group has none everybody may. */
export const mayCarry = (workspace: Workspace, acting: Acting): Outcome<object> =>
  workspace.administrators.length === 0 ? { ok: true } : mayAdminister(workspace, acting);
