import { addTask } from '../../adding.ts';
import { closeTask } from '../../closing.ts';
import { extendTask } from '../../extending.ts';
import type { OpenChange } from '../../history.ts';
import { type Outcome, type Refusal, refuse } from '../../outcome.ts';
import { addProgress } from '../../progress.ts';
import type { ImportDraft } from '../../workspace.ts';
import { bringsSomething, type ComparedTask, isChanged, isContested, isFresh } from '../comparison.ts';
import { settle } from '../drafts.ts';
import { type Imported, importedChange } from '../imported.ts';
import { cancelGone, changeTask } from '../writing.ts';
import { ledgerComparisonOf } from './ledger-comparison.ts';
import type { Deed, LedgerDraft } from './ledger-draft.ts';

/** Why a task was cancelled when its row was taken out of the ledger. */
export const ROW_GONE_REASON = '台账里删去了这一行';
/** What stands as the reason of an extension that a ledger brought. */
const EXTENDED_BY_LEDGER = '台账中改期';

const doDeed = (open: OpenChange, number: number, deed: Deed): Outcome<object> => {
  switch (deed.kind) {
    case 'progress':
      return addProgress(open, number, deed.text, deed.percent ?? undefined);
    case 'close':
      return closeTask(open, number, { period: deed.period ?? undefined, on: deed.on });
    case 'extend':
      return extendTask(open, number, deed.to, EXTENDED_BY_LEDGER);
  }
};

/** What is said of a task goes before what ends it. */
const ORDER: readonly Deed['kind'][] = ['extend', 'progress', 'close'];

const writeRow = (open: OpenChange, task: ComparedTask, imported: Imported): void => {
  changeTask(open, task);
  const deeds = task.deeds.filter(({ kept }) => kept === null).map(({ deed }) => deed);
  const done: Deed[] = [];
  for (const deed of deeds.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))) {
    const outcome = doDeed(open, task.number ?? 0, deed);
    if (outcome.ok) done.push(deed);
    else imported.refused.push(outcome as Refusal);
  }
  const change = importedChange(task, done);
  if (change.differences.length + change.deeds.length > 0) imported.changed.push(change);
};

/**
 * 确认导入 of a ledger: what was changed offline is changed, said and closed; rows without a number become tasks; rows
 * taken out are cancelled, unless `keepGone`. What cannot be done (no right, closed since) is told and stops nothing else.
 */
export const confirmLedger = (
  open: OpenChange,
  draft: ImportDraft,
  ledger: LedgerDraft,
  keepGone: boolean,
): Outcome<Imported> => {
  const found = ledgerComparisonOf(open.workspace, ledger);
  const compared = { ...found, gone: keepGone ? [] : found.gone };
  const known = ledger.rows - compared.tasks.length;
  if (!bringsSomething(compared)) {
    const kept = compared.tasks.filter(isContested).length;
    return refuse({ reason: 'nothing-new', from: 'ledger', known, kept });
  }
  const imported: Imported = {
    from: 'ledger',
    plans: [],
    added: [],
    changed: [],
    cancelled: compared.gone,
    known,
    refused: [],
    madeAdministrator: false,
  };
  for (const task of compared.tasks.filter(isChanged)) writeRow(open, task, imported);
  for (const number of compared.gone) cancelGone(open, number, ROW_GONE_REASON);
  // Without a plan, as what 新增 adds: a later version of the plan does not know them and must not drop them.
  imported.added = compared.tasks.filter(isFresh).map(({ draft: each }) => addTask(open, each, ledger.year).number);
  if (open.edits.length > 0) settle(draft, 'confirmed', open.acting);
  return { ok: true, ...imported };
};
