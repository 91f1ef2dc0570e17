import { describe, expect, it } from 'vitest';
import { xlsxBlocks } from '../../../../src/plan/files/xlsx.ts';
import { linesOf, type RawWorkbook, rawXlsx, rowXml, tableOf, writtenXlsx } from '../../../builders/sheet.ts';

const HEAD = rowXml(1, ['工作任务', '责任单位', '完成时限']);
/** The cells of one row under a head, whatever the row's XML. */
const rowOf = async (row: string, more: Partial<RawWorkbook> = {}): Promise<string[] | undefined> =>
  tableOf(await xlsxBlocks(rawXlsx({ ...more, sheets: [{ xml: `<sheetData>${HEAD}${row}</sheetData>` }] })))[1];
const task = '<c r="A2" t="inlineStr"><is><t>走访慰问</t></is></c>';

describe('what a cell says', () => {
  it('shared strings, rich text joined, phonetic signs left off', async () => {
    const strings = [
      '<t>办公室</t>',
      '<r><rPr><b/></rPr><t>走访</t></r><r><t xml:space="preserve">慰问 困难职工</t></r>',
      '<t>组织部</t><rPh sb="0" eb="3"><t>zuzhibu</t></rPh>',
    ];
    const row = '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>2</v></c></row>';
    expect(await rowOf(row, { strings })).toEqual(['走访慰问 困难职工', '办公室', '组织部']);
  });

  it('a formula is the value last computed; a fault is nothing', async () => {
    const row = `<row r="2">${task}<c r="B2" t="str"><f>Sheet2!A1</f><v>办公室</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    expect(await rowOf(row)).toEqual(['走访慰问', '办公室', '']);
  });

  it('words that look like a fault or a formula are words', async () => {
    const row =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>=cmd|calc!A1</t></is></c><c r="B2" t="inlineStr"><is><t>#1楼</t></is></c></row>';
    expect(await rowOf(row)).toEqual(['=cmd|calc!A1', '#1楼', '']);
  });

  it('line breaks of every kind, spaces at the ends, signs that cannot be seen', async () => {
    const row =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>　走访_x000D_\n慰问_x0000_ </t></is></c><c r="B2" t="b"><v>1</v></c><c r="C2"><v></v></c></row>';
    expect(await rowOf(row)).toEqual(['走访\n慰问', '是', '']);
  });

  it('entities are never expanded from a document type', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const row = '<row r="2"><c r="A2" t="inlineStr"><is><t>走访&amp;慰问&b;</t></is></c></row>';
    const bytes = rawXlsx({ sheets: [{ xml: `${bomb}<sheetData>${HEAD}${row}</sheetData>` }] });
    expect(tableOf(await xlsxBlocks(bytes))[1]?.[0]).toBe('走访&慰问&b;');
  });
});

describe('days kept as numbers', () => {
  const row = `<row r="2">${task}<c r="C2" s="1"><v>46142</v></c></row>`;

  it.each([
    [14, '2026年4月30日'],
    [31, '2026年4月30日'],
    [57, '2026年4月'],
    [58, '4月30日'],
    [164, '2026年4月30日'],
    [165, '4月'],
  ])('format %d shows %s', async (id, shown) => {
    const formats = { 164: 'yyyy\\-mm\\-dd;@', 165: 'm"月"' };
    expect((await rowOf(row, { styles: [0, id], formats }))?.[2]).toBe(shown);
  });

  it('counted from 1904', async () => {
    const old = `<row r="2">${task}<c r="C2" s="1"><v>44680</v></c></row>`;
    expect((await rowOf(old, { styles: [0, 14], from1904: true }))?.[2]).toBe('2026年4月30日');
  });

  it.each([
    ['46142', '2026年4月30日'],
    ['20260430', '2026年4月30日'],
    ['20261330', '20261330'],
    ['4', '4'],
  ])('the bare number %s under 完成时限 is %s', async (number, shown) => {
    expect((await rowOf(`<row r="2">${task}<c r="C2"><v>${number}</v></c></row>`))?.[2]).toBe(shown);
  });

  it('a bare number in another column stays one', async () => {
    expect((await rowOf(`<row r="2">${task}<c r="B2"><v>46142</v></c></row>`))?.[1]).toBe('46142');
  });

  it('a day written out, as strict files keep it', async () => {
    expect((await rowOf(`<row r="2">${task}<c r="C2" t="d"><v>2026-04-30T00:00:00</v></c></row>`))?.[2]).toBe(
      '2026年4月30日',
    );
  });

  it('as a program writes it', async () => {
    const bytes = await writtenXlsx({
      rows: [
        ['工作任务', '完成时限', '目标值'],
        ['走访慰问', new Date(Date.UTC(2026, 3, 30)), 0.95],
      ],
      formats: { '1,2': '0%' },
    });
    expect(tableOf(await xlsxBlocks(bytes))[1]).toEqual(['走访慰问', '2026年4月30日', '95%']);
  });
});

describe('parts beside the cells', () => {
  const sheet = { xml: `<sheetData>${HEAD}${rowXml(2, ['走访慰问', '办公室', '4月'])}</sheetData>` };

  it('a broken drawing, theme or list of links does not refuse the plan', async () => {
    const beside = {
      'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships><broken',
      'xl/theme/theme1.xml': '<a:theme',
      'xl/drawings/drawing1.xml': '<xdr',
    };
    expect(tableOf(await xlsxBlocks(rawXlsx({ sheets: [sheet], beside })))).toHaveLength(2);
  });

  it('a sheet that is a chart has no cells', async () => {
    const blocks = await xlsxBlocks(
      rawXlsx({ sheets: [{ xml: '<drawing r:id="rId1"/>', kind: 'chartsheet' }, sheet] }),
    );
    expect(tableOf(blocks)).toHaveLength(2);
    expect(linesOf(blocks)).toEqual([]);
  });
});
