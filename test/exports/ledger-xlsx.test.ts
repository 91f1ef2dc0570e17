import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { ledgerXlsx } from '../../src/exports/ledger-xlsx.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import { openPackage } from '../../src/plan/files/package.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from '../../src/plan/ledger/ledger-columns.ts';
import { lightOf } from '../../src/workspace/light.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { fillWithYear } from '../bench/large-plan.ts';
import { instant } from '../builders/acting.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { ledgerFile } from '../builders/ledger-file.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const sheetOf = async (workspace: Workspace) => {
  const [sheet] = (await readXlsx(await ledgerFile(workspace), { readStyles: true })).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

/** A cell of the task with this number. */
const cellOf = async (workspace: Workspace, number: number, column: LedgerColumn) => {
  const sheet = await sheetOf(workspace);
  const row = sheet.rows.findIndex((cells) => cells[1] === number);
  const place = LEDGER_COLUMNS.indexOf(column);
  return { value: sheet.rows[row]?.[place] ?? null, style: sheet.cells?.get(`${row},${place}`)?.style };
};

const day = (date: string): Date => new Date(`${date}T00:00:00Z`);
const at = instant('2026-05-06');

/** One task that has something in every column. */
const full = aTask({
  number: 7,
  title: '举办职工书画展',
  text: '4月下旬:举办职工书画展,展出作品80件。责任单位:宣教部',
  section: ['一、宣传教育', '(一)文化活动'],
  targets: [aTarget({ name: '作品', value: 80, unit: '件', op: '=', kind: null })],
  reports: [{ target: 't1', value: 20, mode: 'add', by: 'u1', at }],
  leaders: ['王明', '李华'],
  units: ['宣教部'],
  supportingUnits: ['办公室'],
  owners: ['周敏'],
  schedule: aSchedule({ start: '2026-04-21', end: '2026-04-30', stated: '4月下旬' }),
  carriedFrom: [2025],
  progress: [
    { text: '场地已定', percent: 30, by: 'u1', at },
    { text: '存在问题:经费未到位', by: 'u1', at },
    { text: '下步措施:报局务会研究', by: 'u1', at },
    { text: '备注:与文联合办', by: 'u1', at },
  ],
  extensions: [{ period: null, from: '2026-04-30', to: '2026-06-15', reason: '会场装修', late: false, by: 'u1', at }],
});

describe('each column', () => {
  it.each([
    ['序号', 1],
    ['任务编号', 7],
    ['板块', '一、宣传教育'],
    ['工作任务', '4月下旬:举办职工书画展,展出作品80件。'],
    ['量化目标', '作品 80件'],
    ['责任领导', '王明、李华'],
    ['责任单位', '宣教部'],
    ['配合单位', '办公室'],
    ['责任人', '周敏'],
    ['完成时限', day('2026-06-15')],
    ['原定时限', day('2026-04-30')],
    ['延期次数', 1],
    ['进展情况', '作品 20/80件 · 25%\n5月6日 场地已定(30%)'],
    ['完成率', 0.25],
    ['存在问题', '经费未到位\n序时应达39%,实达25%,差14个百分点\n延期原因:会场装修'],
    ['下步措施', '报局务会研究\n延至6月15日完成'],
    ['状态灯', '临期'],
    ['办结日期', null],
    ['销号日期', null],
    ['备注', '与文联合办\n结转自2025年'],
  ] as const)('%s: %j', async (column, value) => {
    const workspace = aWorkspace({ tasks: [full] });
    expect((await cellOf(workspace, 7, column)).value).toEqual(
      column === '状态灯' ? lightOf(workspace, full, '2026-05-12').name : value,
    );
  });

  it.each([
    [1, '存在问题', '4月30日 周四到期,已逾期12天'],
    [2, '存在问题', '序时应达39%,实达25%,差14个百分点'],
    [4, '完成时限', '每月'],
    [4, '完成率', '1/9期'],
    [4, '备注', '本期5月,5月31日到期\n已办结1/9期'],
    [5, '办结日期', day('2026-05-12')],
    [5, '完成率', 1],
    [7, '完成时限', null],
    [7, '存在问题', null],
    [8, '备注', '已取消:天气'],
  ] as const)('of #%i of the office, %s: %j', async (number, column, value) => {
    expect((await cellOf(anOffice(), number, column)).value).toEqual(value);
  });

  it('销号日期 waits, then is a day', async () => {
    const closed = (check: 'waiting' | { by: string; at: number }, checksClosings = true) =>
      aWorkspace({
        tasks: [aTask({ closings: [{ period: null, late: true, check, by: 'u1', at }] })],
        settings: { ...DEFAULT_SETTINGS, checksClosings },
      });
    expect((await cellOf(closed('waiting'), 1, '销号日期')).value).toBe('待销号');
    expect((await cellOf(closed('waiting', false), 1, '销号日期')).value).toBeNull();
    expect((await cellOf(closed({ by: 'u1', at }), 1, '销号日期')).value).toEqual(day('2026-05-06'));
    expect((await cellOf(closed({ by: 'u1', at }, false), 1, '销号日期')).value).toEqual(day('2026-05-06'));
    expect((await cellOf(closed('waiting'), 1, '备注')).value).toBe('逾期办结');
  });
});

describe('how it looks', () => {
  it.each([
    [1, 'FFC7CE'],
    [2, 'FFEB9C'],
    [4, 'C6EFCE'],
    [5, '9BC2E6'],
    [9, 'EDEDED'],
  ])('the light of #%i is a colour', async (number, colour) => {
    const { style } = await cellOf(anOffice(), number, '状态灯');
    expect(JSON.stringify(style?.fill)).toContain(colour);
  });

  it('a cancelled task is struck out, a real day is a day, a share a percentage', async () => {
    expect((await cellOf(anOffice(), 8, '工作任务')).style?.font?.strikethrough).toBe(true);
    expect((await cellOf(anOffice(), 1, '工作任务')).style?.font?.strikethrough).toBeUndefined();
    expect((await cellOf(anOffice(), 1, '完成时限')).style?.numFmt).toBe('yyyy-mm-dd');
    expect((await cellOf(anOffice(), 2, '完成率')).style?.numFmt).toBe('0%');
  });

  it('the sheet is called by its year, head frozen and filtered, names to pick from', async () => {
    const sheet = await sheetOf(anOffice());
    expect(sheet.name).toBe('2026年');
    expect(sheet.rows[1]).toEqual([...LEDGER_COLUMNS]);
    expect(sheet.freezePane).toEqual({ rows: 2, columns: 4 });
    expect(sheet.autoFilter?.range).toBe('A2:T22');
    expect(sheet.dataValidations).toMatchObject([
      { type: 'list', range: 'G3:G222', formula1: '办结台账信息!$D$1:$D$5' },
      { type: 'list', range: 'Q3:Q222' },
    ]);
  });

  it('is written part by part as it was', async () => {
    const { text, names } = await openPackage(await ledgerFile(aWorkspace({ tasks: [full, { ...full, number: 8 }] })));
    const sheet = names.find((name) => /sheet1\.xml$/.test(name)) ?? '';
    const golden = new URL('./fixtures/ledger-sheet.xml', import.meta.url);
    await expect(`${(await text(sheet)).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(golden.pathname);
  });
});

describe('people’s text', () => {
  it.each([
    ...HOSTILE_TITLES,
    '+1',
    '-cmd|calc',
    '@a',
    '\t=1',
    '＝1',
    '2026-6-30',
    '#REF!',
  ])('%j is text, never a formula', async (words) => {
    const bytes = await ledgerFile(aWorkspace({ tasks: [aTask({ title: words, text: words, units: [words] })] }));
    const { text, names } = await openPackage(bytes);
    for (const name of names.filter((each) => /sheet\d\.xml$/.test(each))) {
      expect(await text(name)).not.toMatch(/<f[ >]|t="e"/);
    }
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows[2]?.[LEDGER_COLUMNS.indexOf('工作任务')]).toBe(words.trim());
  });

  it('that begins like a formula is marked as text', async () => {
    for (const words of ['=1', '+1', '-1', '@a', '＝1', '2026-6-30']) {
      const { style } = await cellOf(aWorkspace({ tasks: [aTask({ title: words, text: words })] }), 1, '工作任务');
      expect(style?.numFmt, words).toBe('@');
    }
  });
});

describe('as a paper', () => {
  const recipe = {
    kind: 'ledger',
    name: 'x.xlsx',
    title: '台账',
    asOf: at,
    change: 0,
    year: 2026,
    numbers: '',
  } as const;

  it('of no tasks is a head', async () => {
    const bytes = await makePaper(recipe, async () => aWorkspace());
    expect((await readXlsx(bytes)).sheets[0]?.rows).toHaveLength(2);
  });

  it('of a thousand tasks has a thousand rows', async () => {
    const workspace = aWorkspace();
    fillWithYear(1000)(workspace);
    const [sheet] = (await readXlsx(await ledgerXlsx({ ...recipe, change: 4000, numbers: '1-1000' }, workspace)))
      .sheets;
    expect(sheet?.rows).toHaveLength(1002);
  });

  it('is refused for a group that is gone, and for a recipe it cannot read', async () => {
    await expect(makePaper(recipe, async () => undefined)).rejects.toThrow(TypeError);
    await expect(ledgerXlsx({ ...recipe, numbers: 'x' }, aWorkspace())).rejects.toThrow(TypeError);
  });
});
