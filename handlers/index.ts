import type { AnyCommand } from '../src/chat/command.ts';
import { addCommand } from './add.ts';
import { administratorsCommand, changeAdministratorsCommand } from './administrators.ts';
import { assignCommand } from './assign.ts';
import { bindCommand } from './bind.ts';
import { bindMemberCommand } from './bind-member.ts';
import { calendarCommand } from './calendar.ts';
import { cancelCommand } from './cancel.ts';
import { carryCommand } from './carry.ts';
import { carryPreviewCommand } from './carry-preview.ts';
import { changeSettingsCommand } from './change-settings.ts';
import { closeCommand } from './close.ts';
import { confirmImportCommand } from './confirm-import.ts';
import { discardImportCommand } from './discard-import.ts';
import { editCommand } from './edit.ts';
import { endLeaveCommand } from './end-leave.ts';
import { exportCommand } from './export.ts';
import { extendCommand } from './extend.ts';
import { findCommand } from './find.ts';
import { halfyearlyCommand } from './halfyearly.ts';
import { handOverCommand } from './hand-over.ts';
import { helpCommand } from './help.ts';
import { historyCommand } from './history.ts';
import { holidaysCommand } from './holidays.ts';
import { importCommand } from './import.ts';
import { leaveCommand } from './leave.ts';
import { leavesCommand } from './leaves.ts';
import { monthlyCommand } from './monthly.ts';
import { peopleCommand } from './people.ts';
import { pictureCommand } from './picture.ts';
import { progressCommand } from './progress.ts';
import { quarterlyCommand } from './quarterly.ts';
import { reopenCommand } from './reopen.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { settingsCommand } from './settings.ts';
import { statisticsCommand } from './statistics.ts';
import { targetsCommand } from './targets.ts';
import { taskCommand } from './task.ts';
import { timeListCommand } from './time-list.ts';
import { unbindCommand } from './unbind.ts';
import { undoCommand } from './undo.ts';
import { verifyCommand } from './verify.ts';
import { viewImportCommand } from './view-import.ts';
import { weeklyCommand } from './weekly.ts';
import { yearlyCommand } from './yearly.ts';

/**
 * Everything a person can say, in order of precedence: the first command whose `match` takes the message is it.
 *
 * - 导入 and its answers first: the text behind 导入 is a plan, whatever it says
 * - 放假安排 before 导入, which takes any text behind it
 * - 帮助 before what it explains
 * - 管理员 before 设置 and 撤销: 设置 管理员 李四 names a person, 撤销管理员 李四 takes nothing back
 * - 修改 before 上报: 7的指标改为600人 changes the goal, not what was reached
 * - 上报 and 进展 before 完成: 7已完成2场 is a figure and 12完成60% a share, never a closing
 * - changes that name tasks before lists: 12、13 已完成 is a change, 已完成 alone a list
 * - 重开 before 取消: 取消办结 12 opens a task again
 * - 统计图 before 统计, which would look for a unit called 图
 */
export const commands: readonly AnyCommand[] = [
  viewImportCommand,
  confirmImportCommand,
  discardImportCommand,
  holidaysCommand,
  importCommand,
  helpCommand(() => commands),
  administratorsCommand,
  changeAdministratorsCommand,
  settingsCommand,
  changeSettingsCommand,
  calendarCommand,
  bindCommand,
  peopleCommand,
  unbindCommand,
  bindMemberCommand,
  handOverCommand,
  leavesCommand,
  leaveCommand,
  endLeaveCommand,
  undoCommand,
  carryCommand,
  carryPreviewCommand,
  assignCommand,
  editCommand,
  reportCommand,
  extendCommand,
  progressCommand,
  addCommand,
  reopenCommand,
  verifyCommand,
  cancelCommand,
  restoreCommand,
  closeCommand,
  weeklyCommand,
  monthlyCommand,
  quarterlyCommand,
  halfyearlyCommand,
  yearlyCommand,
  pictureCommand,
  targetsCommand,
  exportCommand,
  statisticsCommand,
  historyCommand,
  taskCommand,
  findCommand,
  timeListCommand,
];
