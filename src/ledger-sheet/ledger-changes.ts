import { dateOf, type IsoDate } from '../calendar/date.ts';
import { shorten } from '../cards/shorten.ts';
import type { LedgerCells, LedgerSheet } from '../plan/ledger/read-ledger.ts';
import type { LedgerDraft } from '../workspace/importing/ledger/ledger-draft.ts';
import { workspaceAfter } from '../workspace/rewinding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type LedgerRow, ledgerRows } from './ledger-row.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { newRow } from './new-row.ts';
import { rowChange } from './row-changes.ts';

/** A file is the whole ledger, which gives up what it does not have, when it has at least this share of its rows. */
const WHOLE_SHARE = 0.5;

const NUMBER = /^#?(\d{1,7})(?:\.0+)?$/u;

/** Rows by the number in them; those without one apart, and what has a number that is none. */
interface Sorted {
  byNumber: Map<number, LedgerCells[]>;
  unnumbered: LedgerCells[];
}

const sorted = (rows: readonly LedgerCells[], out: LeftOut): Sorted => {
  const found: Sorted = { byNumber: new Map(), unnumbered: [] };
  for (const row of rows) {
    const said = (row.任务编号 ?? '').normalize('NFKC').trim();
    const number = NUMBER.exec(said)?.[1];
    if (said === '') found.unnumbered.push(row);
    else if (number === undefined) out.say(`任务编号“${shorten(said, 20)}”不是编号,这一行没有读;新任务请把编号空着`);
    else found.byNumber.set(Number(number), [...(found.byNumber.get(Number(number)) ?? []), row]);
  }
  return found;
};

/** Rows prepared for later and remarks below the table have no 工作任务. */
const freshOf = ({ unnumbered }: Sorted, year: number, out: LeftOut) =>
  unnumbered.flatMap((row) => {
    if ((row.工作任务 ?? '') !== '') return [newRow(row, year)];
    const words = Object.values(row).filter((cell) => cell !== '');
    out.say(`没有写工作任务的一行没有读:“${shorten(words.join(' '), 30)}”`);
    return [];
  });

/** The row a task had in the ledger as it was handed out. */
const handedOut = (workspace: Workspace, { mark }: LedgerSheet): ((number: number) => LedgerRow | undefined) => {
  const rowOf = ledgerRows(workspaceAfter(workspace, mark.change), mark.year, dateOf(mark.asOf));
  return (number) => rowOf(number, 0);
};

/**
 * What was changed in a ledger since it was handed out: each cell held against the one that was in its place then, whatever
 * has become of order, columns and formats. A column that is gone says nothing.
 * @param today the day it comes back
 */
export const ledgerChanges = (workspace: Workspace, sheet: LedgerSheet, today: IsoDate): LedgerDraft => {
  const { mark, rows, added } = sheet;
  const { year } = mark;
  const out = leftOut();
  const then = handedOut(workspace, sheet);
  const found = sorted(rows, out);
  const changes = [...found.byNumber].flatMap(([number, same]) => {
    const [came, twin] = same;
    const row = then(number);
    if (!row || !came) out.say(`导出时没有 #${number},这一行没有读;新任务请把编号空着`);
    else if (twin) out.say(`#${number} 有${same.length}行,分不清以哪行为准,都没有读;新任务请把编号空着`);
    else return rowChange({ was: row, came, leftOut: out, year, today }) ?? [];
    return [];
  });
  if (added.length > 0) out.say(`多出的栏没有读:${added.map((name) => shorten(name, 20)).join('、')}`);
  const fresh = freshOf(found, year, out);
  const missing = mark.numbers.filter((number) => !found.byNumber.has(number));
  const isWhole = mark.numbers.length - missing.length >= mark.numbers.length * WHOLE_SHARE;
  if (!isWhole)
    out.say(`只有原台账的${mark.numbers.length - missing.length}行(原有${mark.numbers.length}行),没有的各行不动`);
  return {
    year,
    asOf: mark.asOf,
    changes: changes.toSorted((a, b) => a.number - b.number),
    fresh,
    gone: isWhole ? missing.filter((number) => then(number)?.carriedTo === null) : [],
    rows: rows.length,
    handedOut: mark.numbers.length,
    leftOut: out.sentences,
  };
};
