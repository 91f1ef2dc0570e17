import type { IsoDate } from '../calendar/date.ts';
import { actingFor } from './deputies.ts';
import { stands, taskNumbersOf } from './history.ts';
import { namesInPlan } from './known-names.ts';
import { namesMeant, namesOf } from './people.ts';
import { readable } from './plain-data.ts';
import { sectionsNumbered, sectionsOf } from './section-choice.ts';
import type { MemberId, Task } from './task.ts';
import type { Workspace } from './workspace.ts';
import { belongsTo } from './year-view.ts';

/**
 * One condition; all must hold.
 *
 * - `name`      a unit or person, in any of 责任领导 责任单位 配合单位 责任人
 * - `member`    a chat user, by all their names
 * - `mine`      责任人 or 责任领导 is the one who looks, or somebody away for whom they act
 * - `charge`    王五名下: the same of a person by all their names
 * - `unowned`   无责任人: neither 责任人 nor 责任领导 is named
 * - `due-soon`  临期: its light is 🟡
 * - `not-begun` 未开始: its light is ⚪
 * - `waiting`   待销号: closed, not yet granted by an administrator
 * - `section`   第三部分: by the heading's own numeral, else by its place
 * - `heading`   words of a heading
 * - `year`      a task of that year's plan, or carried on from it
 */
export type Filter =
  | { kind: 'name'; name: string }
  | { kind: 'member'; id: MemberId }
  | { kind: 'mine' }
  | { kind: 'charge'; names: string[] }
  | { kind: 'unowned' }
  | { kind: 'overdue' }
  | { kind: 'open' }
  | { kind: 'due-soon' }
  | { kind: 'not-begun' }
  | { kind: 'closed' }
  | { kind: 'waiting' }
  | { kind: 'unscheduled' }
  | { kind: 'no-progress' }
  | { kind: 'assigned-by-me' }
  | { kind: 'cancelled' }
  | { kind: 'section'; index: number }
  | { kind: 'heading'; words: string }
  | { kind: 'year'; year: number };

/** Who looks, and on what day. */
export interface Looking {
  today: IsoDate;
  me: MemberId;
}

type TaskTest = (task: Task) => boolean;

const namesAny = (names: string[]): TaskTest => {
  const wanted = new Set(names);
  return (task) => namesInPlan(task).some((name) => wanted.has(name));
};

/** 责任人 and 责任领导 by these names, or by those of somebody away for whom these names act. */
const inChargeOf = (workspace: Workspace, own: readonly string[], today: IsoDate): TaskTest => {
  const names = new Set([...own, ...actingFor(workspace, own, today)]);
  return (task) => [...task.owners, ...task.leaders].some((name) => names.has(name));
};

/** 我交办的: tasks this person gave to the group one by one. A whole plan is the office's, not theirs. */
const assignedBy = (workspace: Workspace, me: MemberId): TaskTest => {
  const given = readable(workspace.history).filter(
    (change) => change.by === me && (change.verb === 'add' || change.verb === 'assign') && stands(change),
  );
  const numbers = new Set(given.flatMap(taskNumbersOf));
  return (task) => numbers.has(task.number);
};

const inSection = (workspace: Workspace, index: number): TaskTest => {
  const byYear = new Map<number, string[]>();
  const tasks = readable(workspace.tasks);
  const headings = (year: number): string[] => {
    const known =
      byYear.get(year) ?? sectionsNumbered(sectionsOf(tasks.filter((task) => belongsTo(task, year))), index);
    byYear.set(year, known);
    return known;
  };
  return (task) => task.section[0] !== undefined && headings(task.year).includes(task.section[0]);
};

const plain = (words: string): string => words.normalize('NFKC').replace(/[\p{P}\s]/gu, '');

/** The condition a filter puts on the task itself; undefined for one about its state, which depends on the time asked for. */
const taskTestOf = (workspace: Workspace, filter: Filter, { me, today }: Looking): TaskTest | undefined => {
  switch (filter.kind) {
    case 'name':
      return namesAny(namesMeant(workspace, filter.name));
    case 'member':
      return namesAny(namesOf(workspace, filter.id));
    case 'mine':
      return inChargeOf(workspace, namesOf(workspace, me), today);
    case 'charge':
      return inChargeOf(workspace, filter.names, today);
    case 'unowned':
      return ({ owners, leaders }) => owners.length + leaders.length === 0;
    case 'assigned-by-me':
      return assignedBy(workspace, me);
    case 'section':
      return inSection(workspace, filter.index);
    case 'heading': {
      const words = plain(filter.words);
      return (task) => task.section.some((heading) => plain(heading).includes(words));
    }
    case 'year':
      return (task) => belongsTo(task, filter.year);
    default:
      return undefined;
  }
};

/** All conditions of the filters on the task itself, as one test. */
export const taskTest = (workspace: Workspace, filters: readonly Filter[], looking: Looking): TaskTest => {
  const tests = filters.map((filter) => taskTestOf(workspace, filter, looking)).filter((test) => test !== undefined);
  return (task) => tests.every((test) => test(task));
};
