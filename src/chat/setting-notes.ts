import { monthOf, yearOf } from '../calendar/date.ts';
import { readable } from '../workspace/plain-data.ts';
import type { Right, Settings } from '../workspace/settings.ts';
import { sayAdministrators } from './administering.ts';
import type { Context } from './command.ts';

const DECEMBER = 12;

/** That the holidays of the year are not known, or from December on those of the next; empty when they are. */
export const sayCalendarGap = ({ calendar, today }: Context): string => {
  const year = yearOf(today);
  if (!calendar.knows(year)) return `${year}年的放假安排还没有录入,工作日先按周一到周五算`;
  if (monthOf(today) !== DECEMBER || calendar.knows(year + 1)) return '';
  return `${year + 1}年的放假安排还没有录入,到时工作日先按周一到周五算;通知公布后管理员发“放假安排 ${year + 1}”并贴上文字`;
};

/** Who may do what a right allows, administrators always being among them. */
export const sayHolders = (right: Right): string =>
  right === 'administrators' ? '管理员' : right === 'owners' ? '责任人和管理员' : '所有人';

/** What becomes of closings when checks are switched on or off; empty when they are not. */
const sayChecksSwitched = (before: Settings, after: Settings, { workspace }: Context): string => {
  if (before.checksClosings === after.checksClosings) return '';
  if (after.checksClosings) return `以后办结的由管理员销号:${sayAdministrators(workspace).join('、')}`;
  const closings = readable(workspace.tasks).flatMap((task) => (task.cancelled ? [] : task.closings));
  const waiting = closings.filter(({ check }) => check === 'waiting').length;
  return waiting === 0 ? '' : `原来待销号的${waiting}项直接算办结`;
};

/** What else is to be told of a change of settings. */
export const sayConsequences = (before: Settings, after: Settings, context: Context): string =>
  [sayChecksSwitched(before, after, context), sayCalendarGap(context)].filter((note) => note !== '').join('。');
