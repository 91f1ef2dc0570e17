import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { addTask } from '../../src/workspace/adding.ts';
import { addAdministrator, removeAdministrator } from '../../src/workspace/administrators.ts';
import { amendTask } from '../../src/workspace/amending.ts';
import { assignTask } from '../../src/workspace/assigning.ts';
import { bindFor, unbindName } from '../../src/workspace/binding.ts';
import { cancelTask, restoreTask } from '../../src/workspace/cancelling.ts';
import { carryTask } from '../../src/workspace/carrying.ts';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { applyEdit } from '../../src/workspace/editing.ts';
import { extendTask } from '../../src/workspace/extending.ts';
import { handOver } from '../../src/workspace/handing-over.ts';
import { type ChangeVerb, type OpenChange, openChange, sealChange, stands } from '../../src/workspace/history.ts';
import { confirmImport } from '../../src/workspace/importing/confirming.ts';
import { draftImport } from '../../src/workspace/importing/drafts.ts';
import { endLeave, takeLeave } from '../../src/workspace/leave.ts';
import type { Outcome } from '../../src/workspace/outcome.ts';
import { bindName } from '../../src/workspace/people.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { reportFigure } from '../../src/workspace/reporting.ts';
import { rescheduleTask } from '../../src/workspace/rescheduling.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { changeSettings } from '../../src/workspace/settings-change.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import { verifyTask } from '../../src/workspace/verifying.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask, aTaskDraft } from '../builders/task.ts';
import { aMember, aPlan, aWorkspace } from '../builders/workspace.ts';

/** One thing somebody does, as data: fast-check shrinks it, and a failure can be read. */
interface Deed {
  what: keyof typeof DEEDS;
  by: string;
  day: number;
  numbers: number[];
  value: number;
}

const done = (outcome: Outcome<object>): boolean => outcome.ok;

const day = (number: number): string => `2026-${String(1 + (number % 12)).padStart(2, '0')}-15`;

/** Every change of the domain; true when at least one part of it was done. */
const DEEDS = {
  close: (open: OpenChange, { numbers }: Deed) => numbers.map((n) => closeTask(open, n, { remark: '好' })).some(done),
  closePeriod: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => closeTask(open, n, { period: `2026-Q${1 + (value % 4)}` })).some(done),
  reopen: (open: OpenChange, { numbers }: Deed) => numbers.map((n) => reopenTask(open, n)).some(done),
  progress: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => addProgress(open, n, '', value)).some(done),
  report: (open: OpenChange, { numbers, value }: Deed) =>
    numbers
      .map((n) =>
        reportFigure(open, n, {
          value,
          mode: value % 2 ? 'add' : 'total',
          confirmed: value > 50,
          corrects: value % 7 === 0,
        }),
      )
      .some(done),
  extend: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => extendTask(open, n, day(value), '忙')).some(done),
  assign: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => assignTask(open, n, { owners: [`人${value % 3}`], units: [`部${value % 2}`] })).some(done),
  edit: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => amendTask(open, n, { title: `题${value % 3}`, section: [`${value % 2}`] })).some(done),
  reschedule: (open: OpenChange, { numbers, value }: Deed) => {
    const schedule = aSchedule({ end: day(value), freq: value % 3 === 0 ? 'quarterly' : null });
    return numbers.map((n) => rescheduleTask(open, n, schedule)).some(done);
  },
  cancel: (open: OpenChange, { numbers }: Deed) => numbers.map((n) => cancelTask(open, n, '停')).some(done),
  restore: (open: OpenChange, { numbers }: Deed) => numbers.map((n) => restoreTask(open, n)).some(done),
  carry: (open: OpenChange, { numbers, value }: Deed) =>
    numbers.map((n) => carryTask(open, n, 2026 + (value % 3))).some(done),
  add: (open: OpenChange) => addTask(open, aTaskDraft({ targets: [aTarget()] }), 2026).number > 0,
  bind: (open: OpenChange, { by, value }: Deed) => done(bindName(open, by, `名${value % 3}`)),
  bindFor: (open: OpenChange, { value }: Deed) => done(bindFor(open, `u${1 + (value % 3)}`, `名${value % 4}`)),
  unbind: (open: OpenChange, { value }: Deed) => done(unbindName(open, `名${value % 4}`)),
  handOver: (open: OpenChange, { value }: Deed) => done(handOver(open, `名${value % 4}`, `名${(value >> 2) % 4}`)),
  takeLeave: (open: OpenChange, { value, day: on }: Deed) =>
    done(
      takeLeave(open, {
        absent: `名${value % 4}`,
        deputy: `名${(value >> 2) % 4}`,
        from: day(on),
        until: day(on + (value % 3)),
      }),
    ),
  endLeave: (open: OpenChange, { value }: Deed) => done(endLeave(open, `名${value % 4}`, value % 2 === 0)),
  settings: (open: OpenChange, { value }: Deed) => done(changeSettings(open, { lights: { soonDays: value % 80 } })),
  rights: (open: OpenChange, { value }: Deed) =>
    done(changeSettings(open, { rights: { close: value % 2 ? 'everyone' : 'administrators' } })),
  checks: (open: OpenChange, { value }: Deed) => done(changeSettings(open, { checksClosings: value % 3 > 0 })),
  verify: (open: OpenChange, { numbers }: Deed) => numbers.map((n) => verifyTask(open, n)).some(done),
  administer: (open: OpenChange, { value }: Deed) =>
    done((value % 3 ? addAdministrator : removeAdministrator)(open, `u${value % 5}`)),
  import: (open: OpenChange, { value }: Deed) => {
    const tasks = [aTaskDraft({ text: `事${value % 5}` }), aTaskDraft({ text: '例会' }), aTaskDraft({ text: '例会' })];
    const reading = { plans: [{ title: '计划', year: 2026, tasks }], skipped: [] };
    return done(
      confirmImport(open, draftImport(open.workspace, open.acting, '计划.txt', { kind: 'plan', reading }).id),
    );
  },
} as const;

const VERBS: Record<keyof typeof DEEDS, ChangeVerb> = {
  close: 'close',
  closePeriod: 'close',
  reopen: 'reopen',
  progress: 'progress',
  report: 'report',
  extend: 'extend',
  assign: 'assign',
  edit: 'edit',
  reschedule: 'edit',
  cancel: 'cancel',
  restore: 'cancel',
  carry: 'carry',
  add: 'add',
  bind: 'bind',
  bindFor: 'bind',
  unbind: 'bind',
  handOver: 'hand-over',
  takeLeave: 'leave',
  endLeave: 'leave',
  settings: 'settings',
  rights: 'settings',
  checks: 'settings',
  verify: 'verify',
  administer: 'settings',
  import: 'import',
};

const aDeed = (people: string[]) =>
  fc.record<Deed>({
    what: fc.constantFrom(...(Object.keys(DEEDS) as (keyof typeof DEEDS)[])),
    by: fc.constantFrom(...people),
    day: fc.nat(11),
    numbers: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
    value: fc.nat(120),
  });

const start = (): Workspace =>
  aWorkspace({
    members: [aMember({ id: 'u1', name: '张三' })],
    plans: [aPlan({ id: 'p2027', year: 2027 })],
    // u1 and u2 act; were one of them no administrator, hardly anything would be done.
    administrators: ['u1', 'u2'],
    settings: { ...DEFAULT_SETTINGS, checksClosings: true },
    tasks: [
      aTask({
        number: 1,
        owners: ['名1', '名2'],
        leaders: ['名1'],
        schedule: aSchedule({ start: '2026-03-01', end: '2026-06-30' }),
      }),
      aTask({ number: 2, owners: ['名3'], schedule: aSchedule({ freq: 'quarterly' }), targets: [aTarget()] }),
      aTask({ number: 3, targets: [aTarget({ kind: null }), aTarget({ id: 't2', unit: '场' })] }),
      aTask({ number: 4, cancelled: { reason: '并入', by: 'u1', at: 1 } }),
    ],
  });

const actingOf = ({ by, day: number }: Deed) => anActing({ by, today: day(number) });

/** As the store does it: the domain works on a draft, and what comes out is frozen. */
const act = (workspace: Workspace, deed: Deed): Workspace =>
  produce(workspace, (draft) => {
    const open = openChange(draft, actingOf(deed), VERBS[deed.what]);
    DEEDS[deed.what](open, deed);
    sealChange(open, deed.what);
  });

const undo = (workspace: Workspace, by: string, id?: string): Workspace =>
  produce(workspace, (draft) => {
    const outcome = undoLast(draft, anActing({ by }), id);
    if (!outcome.ok) throw new Error(outcome.reason);
  });

/** What undo restores. History, numbers given and settled imports stay. */
const restored = ({ tasks, plans, members, leaves, settings, administrators }: Workspace) => ({
  tasks,
  plans,
  members,
  leaves,
  settings,
  administrators,
});

const twoPeople = fc.array(aDeed(['u1', 'u2']), { maxLength: 12 });

describe('the laws of the history', () => {
  it('as many undos as there were changes give the start again', () => {
    fc.assert(
      fc.property(fc.array(aDeed(['u1']), { maxLength: 12 }), (deeds) => {
        let workspace = deeds.reduce(act, start());
        for (const _ of [...workspace.history]) workspace = undo(workspace, 'u1');
        expect(restored(workspace)).toEqual(restored(start()));
      }),
    );
  });

  it('so do the undos of several people, last change first', () => {
    fc.assert(
      fc.property(twoPeople, (deeds) => {
        let workspace = deeds.reduce(act, start());
        for (const { id, by } of workspace.history.toReversed()) workspace = undo(workspace, by, id);
        expect(restored(workspace)).toEqual(restored(start()));
        expect(workspace.history.some(stands)).toBe(false);
      }),
    );
  });

  it('the recorded edits, applied to the start, give the end', () => {
    fc.assert(
      fc.property(twoPeople, fc.boolean(), (deeds, last) => {
        const acted = deeds.reduce(act, start());
        const final = acted.history.at(-1);
        const end = last && final ? undo(acted, final.by, final.id) : acted;
        const replayed = start();
        for (const { edits } of end.history) for (const edit of edits) applyEdit(replayed, edit);
        expect(restored(replayed)).toEqual(restored(end));
      }),
    );
  });

  it('numbers and ids are never given twice', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(aDeed(['u1']), fc.constant('undo' as const)), { maxLength: 16 }), (steps) => {
        let workspace = start();
        const given = new Set(workspace.tasks.map(({ number }) => number));
        for (const step of steps) {
          const before = new Set(workspace.tasks.map(({ number }) => number));
          if (step !== 'undo') workspace = act(workspace, step);
          else if (workspace.history.some(stands)) workspace = undo(workspace, 'u1');
          if (step === 'undo') continue;
          for (const { number } of workspace.tasks.filter((task) => !before.has(task.number))) {
            expect(given.has(number)).toBe(false);
            given.add(number);
          }
        }
        const ids = workspace.history.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const numbers = workspace.tasks.map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }),
    );
  });

  it('a refused change leaves the workspace as it was', () => {
    fc.assert(
      fc.property(twoPeople, aDeed(['u1', 'u2']), (deeds, deed) => {
        fc.pre(deed.what !== 'import');
        const before = deeds.reduce(act, start());
        let refused = false;
        const after = produce(before, (draft) => {
          const open = openChange(draft, actingOf(deed), VERBS[deed.what]);
          refused = !DEEDS[deed.what](open, { ...deed, numbers: deed.numbers.slice(0, 1) });
          sealChange(open, deed.what);
        });
        // Same object: not even a draft of it was written to.
        expect(after === before).toBe(refused);
      }),
    );
  });
});
