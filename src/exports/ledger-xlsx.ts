import { dateOf } from '../calendar/date.ts';
import type { LedgerCell } from '../ledger-sheet/cell.ts';
import { type LedgerRow, ledgerRows } from '../ledger-sheet/ledger-row.ts';
import { sealOf } from '../ledger-sheet/seal.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from '../plan/ledger/ledger-columns.ts';
import { type LedgerMark, MARK_SHEET, markRows } from '../plan/ledger/ledger-mark.ts';
import { readRanges } from '../plan/ledger/number-ranges.ts';
import { knownNames } from '../workspace/known-names.ts';
import type { LightName } from '../workspace/light.ts';
import { workspaceAfter } from '../workspace/rewinding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BookCell, type BookSheet, type Look, writeBook } from './xlsx/write-book.ts';

/** A ledger to hand out, as the recipe has it. `numbers`: `1-20,25`. */
export interface LedgerRecipe {
  title: string;
  asOf: number;
  change: number;
  year: number;
  numbers: string;
}

const HEAD_FILL = 'D9E2F3';
const LIGHT_FILLS: Record<LightName, string> = {
  逾期: 'FFC7CE',
  临期: 'FFEB9C',
  正常: 'C6EFCE',
  未到期: 'EDEDED',
  已办结: '9BC2E6',
  已取消: 'D9D9D9',
};

/** In characters; a Chinese one takes two. */
const WIDTHS: Record<LedgerColumn, number> = {
  序号: 6,
  任务编号: 7,
  板块: 13,
  工作任务: 38,
  量化目标: 18,
  责任领导: 10,
  责任单位: 13,
  配合单位: 13,
  责任人: 10,
  完成时限: 12,
  原定时限: 12,
  延期次数: 7,
  进展情况: 36,
  完成率: 9,
  存在问题: 24,
  下步措施: 20,
  状态灯: 9,
  办结日期: 12,
  销号日期: 12,
  备注: 22,
};

const DAYS: ReadonlySet<LedgerColumn> = new Set(['完成时限', '原定时限', '办结日期', '销号日期']);
const LEFT: ReadonlySet<LedgerColumn> = new Set(['工作任务', '量化目标', '进展情况', '存在问题', '下步措施', '备注']);

/** What a program for sheets might take for a formula, a number or a day, is marked as text. Full-width signs too: some take them. */
const LOOKS_LIKE_MORE = /^[\s=+\-@＝＋－＠]|^['’]|^[\d.,:/年月日%-]+$/u;

const columnLook = (column: LedgerColumn): Look => ({
  ...(LEFT.has(column) ? {} : { centred: true }),
  ...(DAYS.has(column) ? { shows: 'day' } : column === '完成率' ? { shows: 'share' } : {}),
});

/** How a cell looks; null where it is as its column. */
const lookOf = (column: LedgerColumn, cell: LedgerCell, light: LightName): Look | null => {
  const own: Look = {
    ...(light === '已取消' ? { struck: true } : {}),
    ...(column === '状态灯' ? { fill: LIGHT_FILLS[light] } : {}),
    ...(typeof cell === 'string' && LOOKS_LIKE_MORE.test(cell) ? { shows: 'text' } : {}),
  };
  return Object.keys(own).length === 0 ? null : { ...columnLook(column), ...own };
};

const shownIn = (cell: LedgerCell): BookCell['value'] => {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'day' in cell ? cell.day : cell.share;
};

const ledgerSheet = (title: string, year: number, rows: readonly LedgerRow[], unitChoices: string): BookSheet => ({
  name: `${year}年`,
  hidden: false,
  columns: LEDGER_COLUMNS.map((column) => ({
    width: WIDTHS[column],
    look: columnLook(column),
    ...(column === '状态灯' ? { choices: Object.keys(LIGHT_FILLS) } : {}),
    ...(column === '责任单位' && unitChoices !== '' ? { choices: unitChoices } : {}),
  })),
  rows: [
    [{ value: title, look: { title: true } }],
    LEDGER_COLUMNS.map((column) => ({ value: column, look: { bold: true, centred: true, fill: HEAD_FILL } })),
    ...rows.map((row) =>
      LEDGER_COLUMNS.map((column) => ({
        value: shownIn(row.cells[column]),
        look: lookOf(column, row.cells[column], row.light),
      })),
    ),
  ],
  hasTitle: true,
  head: 1,
  frozenColumns: 4,
});

/** The hidden sheet: by what the file is known again, and in column D the names that may be picked. */
const markSheet = (mark: LedgerMark, units: readonly string[]): BookSheet => {
  const said = markRows(mark);
  const cell = (value: string | undefined): BookCell => ({ value: value ?? null, look: null });
  return {
    name: MARK_SHEET,
    hidden: true,
    columns: [12, 40, 4, 30].map((width) => ({ width, look: { shows: 'text' } })),
    rows: Array.from({ length: Math.max(said.length, units.length) }, (_, at) =>
      [said[at]?.[0], said[at]?.[1], undefined, units[at]].map(cell),
    ),
    hasTitle: false,
    head: null,
    frozenColumns: 0,
  };
};

/**
 * The 督办台账 as xlsx, as the group stood when it was asked for: made again later it is the same.
 * @throws TypeError for a recipe of another program version, or of a group that is gone
 */
export const ledgerXlsx = async (recipe: LedgerRecipe, workspace: Workspace | undefined): Promise<Uint8Array> => {
  const numbers = readRanges(recipe.numbers);
  if (!workspace || !numbers) throw new TypeError('no ledger can be made of this');
  const then = workspaceAfter(workspace, recipe.change);
  const { asOf, change, year } = recipe;
  const rowOf = ledgerRows(then, year, dateOf(asOf));
  const rows = numbers.flatMap((number, index) => rowOf(number, index + 1) ?? []);
  const { units } = knownNames(then);
  const choices = units.length === 0 ? '' : `${MARK_SHEET}!$D$1:$D$${units.length}`;
  const held = rows.map(({ task }) => task.number);
  const mark: LedgerMark = { seal: sealOf(workspace), asOf, change, year, numbers: held };
  return writeBook([ledgerSheet(recipe.title, year, rows, choices), markSheet(mark, units)], new Date(asOf));
};
