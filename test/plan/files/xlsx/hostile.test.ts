import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../../../src/banjie-error.ts';
import { xlsxBlocks } from '../../../../src/plan/files/xlsx.ts';
import { dataXml, rawXlsx, rowXml, tableOf, writtenXlsx } from '../../../builders/sheet.ts';
import { zipOf } from '../../../builders/zip.ts';

const PLAN = [
  ['工作任务', '责任单位'],
  ['走访慰问', '办公室'],
];
const unreadable = { name: 'BanjieError', code: 'unreadable-document' };

describe('an xlsx from a stranger', () => {
  it('bytes changed or cut off: read, or refused with a sentence', async () => {
    const sound = await writtenXlsx({ rows: PLAN });
    const raw = rawXlsx({ sheets: [{ xml: dataXml(...PLAN) }] });
    const change = fc.record({
      source: fc.constantFrom(sound, raw),
      at: fc.nat(sound.length - 1),
      byte: fc.nat(255),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ source, at, byte, cut }) => {
        const bytes = Uint8Array.from(source);
        bytes[at % bytes.length] = byte;
        const read = await xlsxBlocks(cut ? bytes.slice(0, at) : bytes).catch((error: unknown) => error);
        expect(Array.isArray(read) || (read instanceof BanjieError && read.code === 'unreadable-document')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('XML changed inside a sound package: read, or refused with a sentence', async () => {
    const xml = `${dataXml(...PLAN)}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    const edit = fc.record({
      at: fc.nat(xml.length),
      drop: fc.nat(12),
      put: fc.constantFrom('', '<', '>', '"', '</row>', '<c r="', '&#x110000;', '9', '<![CDATA['),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, drop, put }) => {
        const sheet = xml.slice(0, at) + put + xml.slice(at + drop);
        const read = await xlsxBlocks(rawXlsx({ sheets: [{ xml: sheet }] })).catch((error: unknown) => error);
        expect(Array.isArray(read) || (read instanceof BanjieError && read.code === 'unreadable-document')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['nothing at all', new Uint8Array()],
    ['a zip of something else', zipOf([{ name: 'a.xml', data: '<a/>' }])],
    ['a workbook without its sheets', zipOf([{ name: 'xl/workbook.xml', data: '<workbook/>' }])],
    ['tags nested without end', rawXlsx({ sheets: [{ xml: '<a>'.repeat(100_000) }], strings: ['<r>'.repeat(50_000)] })],
  ])('%s is refused', async (_, bytes) => {
    await expect(xlsxBlocks(bytes)).rejects.toMatchObject(unreadable);
  });

  it('cells far off are not read and cost nothing', async () => {
    const far = `${rowXml(1_048_576, ['远处'])}<row r="3"><c r="XFD3" t="inlineStr"><is><t>远处</t></is></c></row>`;
    const xml = `<sheetData>${PLAN.map((words, at) => rowXml(at + 1, words)).join('')}${far}</sheetData>`;
    const blocks = await xlsxBlocks(rawXlsx({ sheets: [{ xml }] }));
    expect(tableOf(blocks)).toEqual(PLAN);
  });

  it('merges over everything, again and again, cover no more than there is', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000);
    const blocks = await xlsxBlocks(
      rawXlsx({ sheets: [{ xml: `${dataXml(...PLAN)}<mergeCells>${merges}</mergeCells>` }] }),
    );
    expect(JSON.stringify(blocks)).toContain('工作任务');
  });

  it.each(['[', '0#', '0,', '"', '_'])('a number format of endless %s is none', async (signs) => {
    const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>走访慰问</t></is></c><c r="B2" s="1"><v>1.5</v></c></row>`;
    const xml = `<sheetData>${rowXml(1, ['工作任务', '目标值'])}${row}</sheetData>`;
    const formats = { 164: signs.repeat(50_000) };
    expect(tableOf(await xlsxBlocks(rawXlsx({ sheets: [{ xml }], styles: [0, 164], formats })))[1]).toEqual([
      '走访慰问',
      '1.5',
    ]);
  });

  it('a formatted empty sheet of many rows is as empty as it looks', async () => {
    const cells = Array.from({ length: 26 }, (_, i) => `<c r="${String.fromCharCode(65 + i)}@" s="1"/>`).join('');
    const rows = Array.from(
      { length: 15_000 },
      (_, i) => `<row r="${i + 3}">${cells.replaceAll('@', String(i + 3))}</row>`,
    );
    const xml = `<sheetData>${PLAN.map((words, at) => rowXml(at + 1, words)).join('')}${rows.join('')}</sheetData>`;
    expect(tableOf(await xlsxBlocks(rawXlsx({ sheets: [{ xml }], styles: [0, 0] })))).toEqual(PLAN);
  });
});
