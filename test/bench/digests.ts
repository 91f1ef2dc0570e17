import { freeze } from 'immer';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { compile } from '../../src/digests/compile.ts';
import { DIGEST_KINDS, DIGEST_NAMES, type DigestKind } from '../../src/digests/digest.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';
import { median, printTable, sayMs } from './figures.ts';
import { fillWithYear } from './large-plan.ts';

const TASKS = 300;
/** A server that has run for a while: the first runs of a process are the engine's, not the program's. */
const WARM_UP = 30;
const RUNS = 40;
const PERIODS: Record<DigestKind, string> = {
  weekly: '2026-W27',
  monthly: '2026-06',
  quarterly: '2026-Q2',
  halfyearly: '2026-H1',
  yearly: '2026',
};

/** As a store gives it, frozen: a plan of which every second task is closed in its month and every tenth comes round each month. */
const aYear = (): Workspace => {
  const workspace = aWorkspace();
  fillWithYear(TASKS)(workspace);
  for (const task of workspace.tasks) {
    if (task.number % 10 === 0) task.schedule = { start: null, end: null, freq: 'monthly', stated: '每月' };
    else if (task.number % 2 === 0 && task.schedule.end !== null) {
      const at = instant(task.schedule.end);
      task.closings.push({ period: null, late: false, check: null, by: 'u1', at });
      task.reports.push({ target: 't1', value: 20, mode: 'add', by: 'u1', at });
    }
  }
  return freeze(workspace, true);
};

const timed = async (work: () => unknown, warmUp = 0): Promise<number[]> => {
  const times: number[] = [];
  for (let run = -warmUp; run < RUNS; run += 1) {
    const begun = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - begun);
  }
  return times;
};

/** Compiling each kind of digest of a large plan, its card, its paper; the first paper also loads the library for docx. */
export const benchDigests = async (): Promise<void> => {
  const workspace = aYear();
  const compiling = { asOf: instant('2027-01-04'), calendar: stateCouncilCalendar() };
  const rows: string[][] = [];
  for (const kind of DIGEST_KINDS) {
    const make = () => compile(workspace, kind, PERIODS[kind], compiling);
    const digest = make();
    const compiled = await timed(make, WARM_UP);
    const card = await timed(() => digestCard(digest), WARM_UP);
    const paper = await timed(() => makePaper({ kind: 'digest', name: 'x.docx', digest }, async () => workspace));
    const [first = 0] = paper;
    rows.push([DIGEST_NAMES[kind], sayMs(median(compiled)), sayMs(median(card)), sayMs(median(paper)), sayMs(first)]);
  }
  printTable(`Digests of ${TASKS} tasks`, [['what', 'compile', 'card', 'docx', 'first docx'], ...rows]);
};
