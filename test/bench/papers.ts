import { ledgerXlsx } from '../../src/exports/ledger-xlsx.ts';
import { ledgerChanges } from '../../src/ledger-sheet/ledger-changes.ts';
import { readSentFile } from '../../src/plan/read-sent-file.ts';
import { lastChangeNumber } from '../../src/workspace/rewinding.ts';
import { instant } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';
import { median, printTable, sayMs } from './figures.ts';
import { fillWithYear } from './large-plan.ts';

const ROWS = 1_000;
const RUNS = 9;
/** In ms; a ledger of this many rows has to be made within it. */
const LIMIT_MS = 200;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
};

/** Making a ledger of 1,000 rows with a year of work, and comparing it when it comes back. Fails the bench over its limit. */
export const benchPapers = async (): Promise<void> => {
  const workspace = aWorkspace();
  fillWithYear(ROWS)(workspace);
  const asOf = instant('2026-05-12');
  const recipe = { title: '督办台账', asOf, change: lastChangeNumber(workspace), year: 2026, numbers: `1-${ROWS}` };
  const making = await timed(() => ledgerXlsx(recipe, workspace));
  const file = await readSentFile(await ledgerXlsx(recipe, workspace), 'x.xlsx', { year: null, today: '2026-05-12' });
  const comparing = await timed(async () => {
    if (file.kind === 'ledger' && file.reading.ok) ledgerChanges(workspace, file.reading.ledger, '2026-05-12');
  });
  if (making > LIMIT_MS) process.exitCode = 1;
  printTable(`The ledger of ${ROWS} rows`, [
    ['what', 'median'],
    [`making the xlsx${making > LIMIT_MS ? `: OVER ${LIMIT_MS} ms` : ''}`, sayMs(making)],
    ['comparing one that came back', sayMs(comparing)],
  ]);
};
