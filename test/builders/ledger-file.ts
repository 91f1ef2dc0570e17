import { type CellValue, readXlsx } from 'hucre';
import { ledgerXlsx } from '../../src/exports/ledger-xlsx.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../src/plan/ledger/ledger-columns.ts';
import { sayRanges } from '../../src/plan/ledger/number-ranges.ts';
import { lastChangeNumber } from '../../src/workspace/rewinding.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';
import { type Chat, replyText } from './chat.ts';
import { writtenXlsx } from './sheet.ts';

/** The ledger of all tasks of a group, as it is handed out on 12 May 2026 at 10:00. */
export const ledgerFile = (workspace: Workspace, asOf = instant('2026-05-12', '10:00')): Promise<Uint8Array> =>
  ledgerXlsx(
    {
      title: '临江区总工会2026年督办台账',
      asOf,
      change: lastChangeNumber(workspace),
      year: 2026,
      numbers: sayRanges(workspace.tasks.map(({ number }) => number)),
    },
    workspace,
  );

/** What a person gets who says 导出 …: the file's name and bytes. */
export const handedOut = async (chat: Chat, text = '导出'): Promise<{ name: string; bytes: Uint8Array }> => {
  const { reply } = await chat.receive(chat.message(text));
  if (reply?.kind !== 'file' || reply.paper.kind !== 'ledger') throw new Error(`no ledger: ${JSON.stringify(reply)}`);
  return { name: reply.paper.name, bytes: await ledgerXlsx(reply.paper, await chat.workspace()) };
};

/** Says something with a file and waits for the answer itself, however long the reading takes on a busy machine. */
export const sayWithFiles = async (
  chat: Chat,
  text: string,
  overrides: Parameters<Chat['message']>[1],
): Promise<string> => {
  const message = chat.message(text, overrides);
  for (;;) {
    const { reply } = await chat.receive(message);
    if (reply) return replyText(reply);
  }
};

/** A ledger opened in an office program. `rows` are those below the head. */
export interface OpenLedger {
  name: string;
  title: CellValue[];
  head: CellValue[];
  rows: CellValue[][];
  /** The hidden sheet. */
  mark: CellValue[][];
  /** Sets a cell of the task with this number. */
  set(number: number, column: LedgerColumn, value: CellValue): void;
  cell(number: number, column: LedgerColumn): CellValue;
  /** Puts a row without a number below the table. */
  add(cells: Partial<Record<LedgerColumn, CellValue>>): void;
  remove(...numbers: number[]): void;
}

const opened = async (bytes: Uint8Array): Promise<OpenLedger> => {
  const { sheets } = await readXlsx(bytes);
  const [shown, hidden] = sheets;
  if (!shown || !hidden) throw new Error('no ledger');
  const [title = [], head = [], ...rows] = shown.rows;
  const place = (column: LedgerColumn): number => ledger.head.indexOf(column);
  const rowOf = (number: number): CellValue[] => {
    const row = ledger.rows.find((each) => each[place('任务编号')] === number);
    if (!row) throw new Error(`no row ${number}`);
    return row;
  };
  const ledger: OpenLedger = {
    name: shown.name,
    title,
    head,
    rows,
    mark: hidden.rows,
    set: (number, column, value) => {
      rowOf(number)[place(column)] = value;
    },
    cell: (number, column) => rowOf(number)[place(column)] ?? null,
    add: (cells) => {
      const row: CellValue[] = Array.from({ length: ledger.head.length }, () => null);
      for (const column of LEDGER_COLUMNS) if (cells[column] !== undefined) row[place(column)] = cells[column];
      ledger.rows.push(row);
    },
    remove: (...numbers) => {
      ledger.rows = ledger.rows.filter((row) => !numbers.includes(Number(row[place('任务编号')])));
    },
  };
  return ledger;
};

/** The ledger as somebody saved it after changing it. */
export const edited = async (bytes: Uint8Array, change: (ledger: OpenLedger) => void): Promise<Uint8Array> => {
  const ledger = await opened(bytes);
  change(ledger);
  return writtenXlsx(
    { name: ledger.name, rows: [ledger.title, ledger.head, ...ledger.rows] },
    { name: '办结台账信息', rows: ledger.mark, hidden: true },
  );
};
