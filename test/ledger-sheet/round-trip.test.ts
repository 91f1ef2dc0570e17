import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerChanges } from '../../src/ledger-sheet/ledger-changes.ts';
import { readSentFile } from '../../src/plan/read-sent-file.ts';
import type { LedgerDraft } from '../../src/workspace/importing/ledger/ledger-draft.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { aLedger } from '../builders/ledger.ts';
import { edited, ledgerFile, type OpenLedger } from '../builders/ledger-file.ts';
import { anOffice } from '../builders/office.ts';
import { aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const changesOf = async (workspace: Workspace, bytes: Uint8Array): Promise<LedgerDraft> => {
  const file = await readSentFile(bytes, '台账.xlsx', { year: null, today: '2026-05-13' });
  if (file.kind !== 'ledger' || !file.reading.ok) throw new Error(`no ledger: ${JSON.stringify(file)}`);
  return ledgerChanges(workspace, file.reading.ledger, '2026-05-13');
};

const NOTHING = { changes: [], fresh: [], gone: [], leftOut: [] };

const HOSTILE = [
  ...HOSTILE_TITLES,
  '+1',
  '-cmd|calc',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  '2026-6-30',
  '6/30',
  '100%',
  '1e9',
  '00012',
  'TRUE',
  '#REF!',
  '_x0041__x000D_',
  'a\u0000b\u0007c\u200b',
  '半个\ud83d字',
  '\ufffe坏\uffff',
  ']]><x>&amp;"\'',
  '2026-05-12T00:00:00Z',
  '甲\r\n乙\u2028丙\v丁',
  '  两边有空格  ',
  '长'.repeat(40_000),
  '表情👨‍👩‍👧‍👦🇨🇳',
];

/** People's text: anything at all, and what is known to be taken for something else. */
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('召开职工代表大会,到会不少于100人。责任单位:办公室', '5月底前:走访企业(组织部)', '会员 新增500人'),
);
const names = fc.array(text, { maxLength: 3 });
const day = fc
  .integer({ min: 0, max: 364 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const at = fc.integer({ min: 0, max: 130 }).map((days) => instant('2026-01-01', '10:00') + days * 86_400_000);
const by = fc.constant('u1');
const frequency = fc.constantFrom(null, 'weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly');

const schedule = fc
  .record({ start: fc.option(day), end: fc.option(day), freq: frequency, stated: text })
  .filter(({ start, end }) => start === null || end === null || start <= end) as fc.Arbitrary<Task['schedule']>;

const task: fc.Arbitrary<Partial<Task>> = fc.record({
  title: text,
  text,
  section: names,
  schedule,
  leaders: names,
  units: names,
  supportingUnits: names,
  owners: names,
  carriedFrom: fc.constantFrom([], [2025]),
  targets: fc.array(
    fc.record({
      id: fc.constantFrom('t1', 't2'),
      name: text,
      value: fc.double({ min: 0, max: 1e9, noNaN: true }),
      unit: fc.constantFrom('人', '%', '', '万元'),
      op: fc.constantFrom('>=', '=', 'approx'),
      kind: fc.constantFrom('increase', 'level', null),
    }),
    { maxLength: 2 },
  ) as fc.Arbitrary<Task['targets']>,
  reports: fc.array(
    fc.record({ target: fc.constant('t1'), value: fc.integer({ min: 0, max: 999 }), mode: fc.constant('add'), by, at }),
    { maxLength: 2 },
  ) as fc.Arbitrary<Task['reports']>,
  progress: fc.array(fc.record({ text, by, at }), { maxLength: 7 }),
  extensions: fc.array(
    fc.record({ period: fc.constant(null), from: fc.option(day), to: day, reason: text, late: fc.boolean(), by, at }),
    { maxLength: 2 },
  ),
  cancelled: fc.oneof(fc.constant(null), fc.record({ reason: text, by, at })),
});

const closings: fc.Arbitrary<Task['closings']> = fc.array(
  fc.record({
    period: fc.constant(null),
    late: fc.boolean(),
    check: fc.oneof(fc.constant(null), fc.constant('waiting' as const), fc.record({ by, at })),
    by,
    at,
  }),
  { maxLength: 1 },
);

const groups = fc
  .array(fc.tuple(task, closings), { maxLength: 8 })
  .map((all) =>
    aWorkspace({ tasks: all.map(([one, closed], index) => aTask({ ...one, closings: closed, number: index + 1 })) }),
  );

describe('handed out and sent back', () => {
  it.each([
    ['an office', anOffice()],
    ['a ledger of every kind', aLedger()],
    ['no task', aWorkspace()],
    ['hostile text in every field', aWorkspace({ tasks: HOSTILE.map((words, index) => hostileTask(words, index)) })],
    ['half a character in what one of two targets counts', aWorkspace({ tasks: [halfCounted()] })],
  ])('says nothing new: %s', async (_, workspace) => {
    expect(await changesOf(workspace, await ledgerFile(workspace))).toMatchObject(NOTHING);
  });

  it('says nothing new, whatever the group holds', async () => {
    await fc.assert(
      fc.asyncProperty(groups, async (workspace) => {
        expect(await changesOf(workspace, await ledgerFile(workspace))).toMatchObject(NOTHING);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['rows in another order', ({ rows }) => void rows.reverse()],
    ['columns in another order', (ledger) => reorder(ledger)],
    ['the title taken out', (ledger) => void ledger.title.splice(0)],
    ['the sheet under another name', (ledger) => Object.assign(ledger, { name: '改过的名字' })],
    ['序号 renumbered', ({ rows }) => void rows.map((row, index) => row.splice(0, 1, 99 - index))],
    ['empty rows between', ({ rows }) => void rows.splice(2, 0, [], [null, null, '', ' '])],
    ['the head printed again', (ledger) => void ledger.rows.splice(3, 0, [...ledger.head])],
    ['without columns that say nothing of it', (ledger) => void dropColumn(ledger, '责任领导')],
  ] as [string, (ledger: OpenLedger) => void][])('says nothing new: %s', async (_, change) => {
    const workspace = anOffice();
    expect(await changesOf(workspace, await edited(await ledgerFile(workspace), change))).toMatchObject(NOTHING);
  });

  it('names columns that somebody added', async () => {
    const workspace = anOffice();
    const bytes = await edited(await ledgerFile(workspace), (ledger) => {
      ledger.head.splice(3, 0, '领导批示');
      for (const row of ledger.rows) row.splice(3, 0, '抓紧');
    });
    expect(await changesOf(workspace, bytes)).toMatchObject({ ...NOTHING, leftOut: ['多出的栏没有读:领导批示'] });
  });
});

const hostileTask = (words: string, index: number): Task =>
  aTask({
    number: index + 1,
    title: words,
    text: words,
    section: [words],
    leaders: [words],
    units: [words],
    supportingUnits: [words],
    owners: [words],
    targets: [{ id: 't1', name: words, value: 5, unit: words, op: '=', kind: null }],
    reports: [{ target: 't1', value: 1, mode: 'add', by: 'u1', at: instant('2026-04-01') }],
    progress: [
      { text: words, by: 'u1', at: instant('2026-04-01') },
      { text: `存在问题:${words}`, by: 'u1', at: instant('2026-04-01') },
      { text: `下步措施:${words}`, by: 'u1', at: instant('2026-04-01') },
      { text: `备注:${words}`, by: 'u1', at: instant('2026-04-01') },
    ],
    extensions: [
      { period: null, from: null, to: '2026-08-31', reason: words, late: false, by: 'u1', at: instant('2026-04-01') },
    ],
  });

/** Both targets were reported, so 完成率 tells each by its name; cancelled, so that any difference would be named. */
const halfCounted = (): Task => {
  const target = { value: 5, unit: '人', op: '>=', kind: null } as const;
  const report = { value: 1, mode: 'add', by: 'u1', at: instant('2026-04-01') } as const;
  return aTask({
    targets: [
      { id: 't1', name: '半个\ud83d字', ...target },
      { id: 't2', name: '整个字', ...target },
    ],
    reports: [
      { target: 't1', ...report },
      { target: 't2', ...report },
    ],
    cancelled: { reason: '', by: 'u1', at: instant('2026-04-02') },
  });
};

const reorder = (ledger: OpenLedger): void => {
  for (const row of [ledger.head, ...ledger.rows]) row.push(...row.splice(0, 7));
};

const dropColumn = (ledger: OpenLedger, name: string): void => {
  const place = ledger.head.indexOf(name);
  for (const row of [ledger.head, ...ledger.rows]) row.splice(place, 1);
};

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!hasOffice)('saved again by LibreOffice', () => {
  /** The file as LibreOffice writes it after opening it. */
  const resaved = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'banjie-office-'));
    try {
      const [from, to] = [path.join(folder, 'in.xlsx'), path.join(folder, 'out')];
      await writeFile(from, bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await promisify(execFile)('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, from]);
      return await readFile(path.join(to, 'in.xlsx'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  it.each([
    ['an office', anOffice()],
    ['hostile text in every field', aWorkspace({ tasks: HOSTILE.map((words, index) => hostileTask(words, index)) })],
    ['no task', aWorkspace()],
  ])('says nothing new: %s', { timeout: 120_000 }, async (_, workspace) => {
    expect(await changesOf(workspace, await resaved(await ledgerFile(workspace)))).toMatchObject(NOTHING);
  });
});
