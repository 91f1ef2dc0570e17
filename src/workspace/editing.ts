import type { Edit, Subject } from './change.ts';
import type { OpenChange } from './history.ts';
import { plainCopy } from './plain-data.ts';
import type { Task } from './task.ts';
import { taskOf, taskPosition } from './task-lookup.ts';
import type { Member, Plan, Workspace } from './workspace.ts';

const LIST_PLACE = /^([A-Za-z]+)\[(\d+)\]$/;

type Fields = Record<string, unknown>;

const wholeOf = (workspace: Workspace, on: Subject): object | undefined => {
  switch (on.kind) {
    case 'task':
      return taskOf(workspace, on.number);
    case 'plan':
      return workspace.plans.find(({ id }) => id === on.id);
    case 'member':
      return workspace.members.find(({ id }) => id === on.id);
    case 'workspace':
      return workspace;
  }
};

/** Puts in (`after` set) or takes out (`after` null) a whole task, plan or member. */
const applyWhole = (workspace: Workspace, { on, after }: Edit): void => {
  switch (on.kind) {
    case 'task':
      workspace.tasks.splice(taskPosition(workspace, on.number), after === null ? 1 : 0, ...some<Task>(after));
      return;
    case 'plan':
      replaceById(workspace.plans, on.id, some<Plan>(after));
      return;
    case 'member':
      replaceById(workspace.members, on.id, some<Member>(after));
      return;
    case 'workspace':
      throw new TypeError('a workspace is not made by an edit');
  }
};

/** The value an edit holds, as a list of one or none; the edit says what it is by its subject. */
const some = <T>(after: unknown): T[] => (after === null ? [] : [plainCopy(after as T)]);

const replaceById = <T extends { id: string }>(list: T[], id: string, put: T[]): void => {
  const at = list.findIndex((element) => element.id === id);
  list.splice(at === -1 ? list.length : at, at === -1 ? 0 : 1, ...put);
};

/**
 * Applies one edit to the workspace: the only place where what the history records is written, so that history and state
 * cannot part. @throws TypeError when the edit's subject is not there
 */
export const applyEdit = (workspace: Workspace, edit: Edit): void => {
  if (edit.field === null) {
    applyWhole(workspace, edit);
    return;
  }
  const whole = wholeOf(workspace, edit.on);
  if (whole === undefined) throw new TypeError(`nothing to edit: ${JSON.stringify(edit.on)}`);
  const place = LIST_PLACE.exec(edit.field);
  if (place) {
    const list = (whole as Fields)[place[1] ?? ''] as unknown[];
    list.splice(Number(place[2]), edit.before === null ? 0 : 1, ...some<unknown>(edit.after));
    return;
  }
  const path = edit.field.split('.');
  const field = path.pop() ?? '';
  const holder = path.reduce<Fields>((fields, name) => fields[name] as Fields, whole as Fields);
  holder[field] = plainCopy(edit.after);
};

/** The edit that takes `edit` back. */
export const inverse = (edit: Edit): Edit => ({ ...edit, before: edit.after, after: edit.before });

/** Makes an edit and records it. */
export const makeEdit = (open: OpenChange, edit: Edit): void => {
  const recorded = plainCopy(edit);
  applyEdit(open.workspace, recorded);
  open.edits.push(recorded);
};

type ListField = 'reports' | 'progress' | 'closings' | 'extensions';

/** Adds an element at the end of one of a task's lists. */
export const appendTo = <Field extends ListField>(
  open: OpenChange,
  task: Task,
  field: Field,
  element: Task[Field][number],
): void =>
  makeEdit(open, {
    on: { kind: 'task', number: task.number },
    field: `${field}[${task[field].length}]`,
    before: null,
    after: element,
  });

/** Takes the element at `index` out of one of a task's lists. */
export const takeFrom = (open: OpenChange, task: Task, field: ListField, index: number): void =>
  makeEdit(open, {
    on: { kind: 'task', number: task.number },
    field: `${field}[${index}]`,
    before: task[field][index],
    after: null,
  });
