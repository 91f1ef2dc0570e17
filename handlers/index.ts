import type { AnyCommand } from '../src/chat/command.ts';
import { addCommand } from './add.ts';
import { bindCommand } from './bind.ts';
import { calendarCommand } from './calendar.ts';
import { closeCommand } from './close.ts';
import { confirmImportCommand } from './confirm-import.ts';
import { discardImportCommand } from './discard-import.ts';
import { extendCommand } from './extend.ts';
import { findCommand } from './find.ts';
import { halfyearlyCommand } from './halfyearly.ts';
import { helpCommand } from './help.ts';
import { historyCommand } from './history.ts';
import { importCommand } from './import.ts';
import { monthlyCommand } from './monthly.ts';
import { pictureCommand } from './picture.ts';
import { progressCommand } from './progress.ts';
import { quarterlyCommand } from './quarterly.ts';
import { reopenCommand } from './reopen.ts';
import { reportCommand } from './report.ts';
import { changeSettingsCommand, settingsCommand } from './settings.ts';
import { statisticsCommand } from './statistics.ts';
import { taskCommand } from './task.ts';
import { timeListCommand } from './time-list.ts';
import { undoCommand } from './undo.ts';
import { viewImportCommand } from './view-import.ts';
import { weeklyCommand } from './weekly.ts';
import { yearlyCommand } from './yearly.ts';

/**
 * Everything a person can say, in order of precedence: the first command whose `match` takes the message is it.
 *
 * - 导入 and its answers first: the text behind 导入 is a plan, whatever it says
 * - 帮助 before what it explains
 * - 上报 and 进展 before 完成: 7已完成2场 is a figure and 12完成60% a share, never a closing
 * - changes that name tasks before lists: 12、13 已完成 is a change, 已完成 alone a list
 * - 统计图 before 统计, which would look for a unit called 图
 */
export const commands: readonly AnyCommand[] = [
  viewImportCommand,
  confirmImportCommand,
  discardImportCommand,
  importCommand,
  helpCommand(() => commands),
  settingsCommand,
  changeSettingsCommand,
  calendarCommand,
  bindCommand,
  undoCommand,
  reportCommand,
  extendCommand,
  progressCommand,
  addCommand,
  reopenCommand,
  closeCommand,
  weeklyCommand,
  monthlyCommand,
  quarterlyCommand,
  halfyearlyCommand,
  yearlyCommand,
  pictureCommand,
  statisticsCommand,
  historyCommand,
  taskCommand,
  findCommand,
  timeListCommand,
];
