import { numberOf } from '../text/numeral.ts';
import { shadowOf } from '../text/shadow.ts';
import { type CellKind, kindOfCell } from './cell-kinds.ts';
import type { ColumnRole } from './columns.ts';

type Role = ColumnRole | undefined;

/** 3月:…, 二季度:… — a dated step. */
const isStep = (cell: string): boolean => /^[^:。,;]{0,16}[月日旬季度年底前]:/u.test(shadowOf(cell.slice(0, 24)));

/** How well a cell of a kind stands in a column; below 0 it hardly can. */
const suits = (cell: string, kind: CellKind, role: Role): number => {
  switch (role) {
    case 'time':
    case 'deadline':
      return kind === 'time' ? 3 : -3;
    case 'leaders':
    case 'units':
    case 'supportingUnits':
    case 'responsible':
    case 'owner':
      return kind === 'names' ? 3 : kind === 'time' ? -4 : -2;
    case 'steps':
      return isStep(cell) ? 2.5 : kind === 'words' ? 1.5 : -1;
    case 'task':
    case 'detail':
    case 'target':
      return kind === 'words' ? 1.5 : -1;
    case 'section':
      return cell.length <= 14 && kind !== 'time' ? 1 : -2;
    case 'place':
    case 'people':
      return kind === 'time' ? -3 : cell.length <= 20 ? 1 : -1;
    case 'number':
      return /^\d{1,3}$/u.test(cell) ? 2 : -2;
    default:
      return kind === 'words' ? 0.2 : -0.5;
  }
};

/** What it costs to leave a column empty. */
const emptyCost = (role: Role): number => {
  if (role === 'note' || role === undefined || role === 'section') return 0;
  return role === 'task' ? 3 : 1;
};
/** What it costs that a column takes one cell more: a text broken over lines is common, a broken time is not. */
const moreCost = (role: Role, kind: CellKind): number => {
  if (role === 'task') return 1.3;
  if (role === 'detail' || role === 'target' || role === 'steps') return 1.2;
  return role === 'time' || role === 'deadline' || kind === 'words' ? 2.5 : 1.4;
};

const ITEM = /^[(]?(?:(?<digits>\d{1,2})|(?<hans>[一二三四五六七八九十]{1,3}))[.、)．]/u;
/** For each cell, does it begin with the item behind one that a cell before it begins with: 2、 behind 1、, 二、 behind 一、, 1、 under 一、…:? */
export const listed = (cells: readonly string[]): boolean[] => {
  const last = { digits: 0, hans: 0 };
  return cells.map((cell, at) => {
    const found = ITEM.exec(shadowOf(cell.slice(0, 6)))?.groups;
    const form = found?.digits === undefined ? 'hans' : 'digits';
    const number = numberOf(found?.[form] ?? '') ?? 0;
    if (number === 0) return false;
    const goesOn = last[form] > 0 && number === last[form] + 1;
    const begins = form === 'digits' && number === 1 && last.hans > 0 && LEADS_IN.test(shadowOf(cells[at - 1] ?? ''));
    last[form] = number;
    return goesOn || begins;
  });
};
/** …体育文化节:(3月6日—30日): a colon, and at most a bracket behind it. */
export const LEADS_IN = /:(?: ?\([^()]{0,30}\))?$/u;
/** What it costs that a list is torn between two columns, and that words follow the end of one in the same cell. */
const TORN = 3;
const BEHIND_LIST = 0.5;

/**
 * Deals the cells of a row, of which some may be missing and others broken over several lines, to the columns, in their
 * order: that dealing is taken in which times stand under times and names under names. Cost: cells² × columns.
 */
export const dealtCells = (cells: readonly string[], roles: readonly Role[], joint = '\n'): string[] => {
  const kinds = cells.map(kindOfCell);
  const size = cells.length;
  const goesOn = listed(cells);
  // best[i]: the first i cells dealt to the columns so far; taken[column][i]: how many of them the column took.
  let best = Array.from({ length: size + 1 }, (_, i) => (i === 0 ? 0 : Number.NEGATIVE_INFINITY));
  const taken: number[][] = [];
  for (const role of roles) {
    const next = best.map((score) => score - emptyCost(role));
    const took = best.map(() => 0);
    for (let from = 0; from < size; from++) {
      let score = (best[from] ?? Number.NEGATIVE_INFINITY) - (goesOn[from] ? TORN : 0);
      for (let to = from + 1; to <= size; to++) {
        const kind = kinds[to - 1] ?? 'words';
        const isMore = to - from > 1 && !goesOn[to - 1];
        const behindList = isMore && goesOn[to - 2] && /[。;；]$/u.test(cells[to - 2] ?? '') ? BEHIND_LIST : 0;
        score += suits(cells[to - 1] ?? '', kind, role) - (isMore ? moreCost(role, kind) + behindList : 0);
        if (score > (next[to] ?? Number.NEGATIVE_INFINITY)) {
          next[to] = score;
          took[to] = to - from;
        }
      }
    }
    best = next;
    taken.push(took);
  }
  const dealt = roles.map(() => '');
  let end = size;
  for (let column = roles.length - 1; column >= 0; column--) {
    const count = taken[column]?.[end] ?? 0;
    dealt[column] = cells.slice(end - count, end).join(joint);
    end -= count;
  }
  return dealt;
};
