import { describe, expect, it } from 'vitest';
import { xlsxBlocks } from '../../../../src/plan/files/xlsx.ts';
import { dataXml, linesOf, rawXlsx, rowXml, type Span, tableOf, writtenXlsx } from '../../../builders/sheet.ts';

const blocksOf = async (rows: (string | null)[][], merges: Span[] = []) =>
  xlsxBlocks(await writtenXlsx({ rows, merges }));

describe('where the table begins', () => {
  it('a title above is a line, the fields of the form go with the head', async () => {
    const blocks = await blocksOf(
      [
        ['2026年重点工作任务清单', null, null],
        ['填报单位：总工会', null, '填报日期：2026年1月5日'],
        ['序号', '工作任务', '责任单位'],
        ['1', '走访慰问困难职工', '办公室'],
      ],
      [[0, 0, 0, 2]],
    );
    expect(linesOf(blocks)).toEqual(['2026年重点工作任务清单']);
    expect(tableOf(blocks)).toEqual([
      ['填报单位：总工会 填报日期：2026年1月5日'],
      ['序号', '工作任务', '责任单位'],
      ['1', '走访慰问困难职工', '办公室'],
    ]);
  });

  it.each([
    ['all columns', 2],
    ['some of them', 1],
  ])('a title merged over %s is no name of a column', async (_how, last) => {
    const blocks = await blocksOf(
      [
        ['2026年重点任务分解表', null, null],
        ['序号', '工作任务', '责任人'],
        ['1', '走访慰问困难职工', '林晓'],
      ],
      [[0, 0, 0, last]],
    );
    expect(linesOf(blocks)).toEqual(['2026年重点任务分解表']);
    expect(tableOf(blocks)[0]).toEqual(['序号', '工作任务', '责任人']);
  });

  it('columns and rows without words are left out, wherever they stand', async () => {
    const blocks = await blocksOf([
      [null, null, null, null, null],
      [null, '序　号', '工作任务', null, '责任单位'],
      [null, '1', '走访慰问', null, '办公室'],
      [null, null, null, null, null],
      [null, '2', '技能比武', null, '经济部'],
      [null, '3', null, null, null],
    ]);
    expect(tableOf(blocks)).toEqual([
      ['序　号', '工作任务', '责任单位'],
      ['1', '走访慰问', '办公室'],
      ['2', '技能比武', '经济部'],
    ]);
  });

  it.each([
    [
      'merged down beside it',
      [
        [0, 0, 1, 0],
        [0, 1, 1, 1],
        [0, 2, 0, 3],
        [0, 4, 1, 4],
      ] as Span[],
    ],
    ['left empty beside it', [[0, 2, 0, 3]] as Span[]],
  ])('a head of two rows, %s', async (_, merges) => {
    const blocks = await blocksOf(
      [
        ['序号', '工作任务', '责任分工', null, '完成时限'],
        [null, null, '责任领导', '责任单位', null],
        ['1', '走访慰问', '张伟民', '办公室', '4月'],
      ],
      merges,
    );
    expect(tableOf(blocks)).toEqual([
      ['序号', '工作任务', '责任领导', '责任单位', '完成时限'],
      ['1', '走访慰问', '张伟民', '办公室', '4月'],
    ]);
  });

  it('columns of quarters under one name are steps', async () => {
    const blocks = await blocksOf(
      [
        ['工作任务', '时序进度', null, null, '责任部门'],
        [null, '一季度', '第2季度', '下半年', null],
        ['职工书屋', '完成选址', null, '开放使用', '宣教部'],
      ],
      [[0, 1, 0, 3]],
    );
    expect(tableOf(blocks)).toEqual([
      ['工作任务', '时序进度', '责任部门'],
      ['职工书屋', '一季度：完成选址\n下半年：开放使用', '宣教部'],
    ]);
  });

  it('ticks under months are the time', async () => {
    const blocks = await blocksOf([
      ['工作事项', '1月', '2月', '3月份', '责任人'],
      ['安全检查', '√', null, '√', '王丽'],
      ['设备保养', null, '√', null, '王丽'],
    ]);
    expect(tableOf(blocks)).toEqual([
      ['工作事项', '时间安排', '责任人'],
      ['安全检查', '1月、3月', '王丽'],
      ['设备保养', '2月', '王丽'],
    ]);
  });

  it('a head printed again goes on, another head begins another table under the line before it', async () => {
    const blocks = await blocksOf([
      ['序号', '工作任务', '责任单位'],
      ['1', '走访慰问', '办公室'],
      ['序号', '工作任务', '责任单位'],
      ['2', '技能比武', '经济部'],
      ['附表', null, null],
      ['活动名称', '时间', '责任人'],
      ['趣味运动会', '5月', '王丽'],
    ]);
    expect(linesOf(blocks)).toEqual(['附表']);
    expect(blocks.map((block) => (block.kind === 'table' ? block.table.rows.length : 0))).toEqual([4, 0, 2]);
  });
});

describe('merged cells', () => {
  it('fill every place they cover; a row merged across the table is the same in each', async () => {
    const blocks = await blocksOf(
      [
        ['类别', '工作任务', '责任单位'],
        ['一、组织建设', null, null],
        ['建会', '新建基层工会', '组织部'],
        [null, '发展会员', '组织部'],
      ],
      [
        [1, 0, 1, 2],
        [2, 0, 3, 0],
      ],
    );
    expect(tableOf(blocks).slice(1)).toEqual([
      ['一、组织建设', '一、组织建设', '一、组织建设'],
      ['建会', '新建基层工会', '组织部'],
      ['建会', '发展会员', '组织部'],
    ]);
  });

  it('a column that only goes on from its neighbour is no column of its own', async () => {
    const blocks = await blocksOf(
      [
        ['序号', '工作任务', null, '责任单位'],
        ['1', '走访慰问', null, '办公室'],
      ],
      [
        [0, 1, 0, 2],
        [1, 1, 1, 2],
      ],
    );
    expect(tableOf(blocks)).toEqual([
      ['序号', '工作任务', '责任单位'],
      ['1', '走访慰问', '办公室'],
    ]);
  });
});

describe('sheets without a head', () => {
  it('one column is a text; a number in a cell of its own goes with its words', async () => {
    const blocks = await blocksOf([
      ['一、组织建设', null],
      ['1', '4月召开代表大会。'],
      ['（二）', '发展会员\n建立档案'],
    ]);
    expect(linesOf(blocks)).toEqual(['一、组织建设', '1、4月召开代表大会。', '（二）发展会员', '建立档案']);
  });

  it('several columns are a table all the same', async () => {
    const blocks = await blocksOf([
      ['走访慰问', '办公室', '4月'],
      ['技能比武', '经济部', '5月'],
    ]);
    expect(tableOf(blocks)).toHaveLength(2);
  });
});

describe('what is hidden', () => {
  const data = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${rowXml(1, ['工作任务', '责任单位', '内部打分'])}${rowXml(2, ['走访慰问', '办公室', '9'])}${rowXml(3, ['旧的安排', '办公室', '1'], 'hidden="1"')}${rowXml(4, ['技能比武', '经济部', '8'])}</sheetData><autoFilter ref="A1:C4"/>`;

  it('rows are marked, columns left out, both named in front', async () => {
    const blocks = await xlsxBlocks(rawXlsx({ sheets: [{ xml: data }] }));
    expect(tableOf(blocks)).toEqual([
      ['hidden', '旧的安排', '办公室'],
      ['hidden', '隐藏的列「内部打分」'],
    ]);
    expect(tableOf(blocks.slice(1))).toEqual([
      ['工作任务', '责任单位'],
      ['走访慰问', '办公室'],
      ['技能比武', '经济部'],
    ]);
  });

  it.each(['hidden', 'veryHidden'] as const)('a sheet that is %s is one row that names it', async (state) => {
    const sheets = [
      { xml: dataXml(['工作任务', '责任单位'], ['走访慰问', '办公室']) },
      { name: '底稿', state, xml: dataXml(['工作任务', '责任单位'], ['旧的安排', '经济部']) },
    ];
    const blocks = await xlsxBlocks(rawXlsx({ sheets }));
    expect(tableOf(blocks)).toEqual([['hidden', '隐藏的工作表「底稿」', '工作任务', '责任单位', '旧的安排', '经济部']]);
    expect(blocks).toHaveLength(2);
  });
});

describe('several sheets', () => {
  const rows = [
    ['工作任务', '责任单位'],
    ['走访慰问', '办公室'],
  ];

  it('are told by their names when one has a name', async () => {
    const blocks = await xlsxBlocks(await writtenXlsx({ name: '组织部', rows }, { name: 'Sheet2', rows }));
    expect(linesOf(blocks)).toEqual(['组织部', '工作表2']);
  });

  it('are not told by names no one gave, nor by an empty sheet beside them', async () => {
    expect(linesOf(await xlsxBlocks(await writtenXlsx({ rows }, { rows })))).toEqual([]);
    expect(linesOf(await xlsxBlocks(await writtenXlsx({ name: '任务', rows }, { name: '空', rows: [] })))).toEqual([]);
  });

  it('a title says it better than the name', async () => {
    const titled = { name: '工会', rows: [['2026年工会工作计划'], ...rows] };
    const blocks = await xlsxBlocks(await writtenXlsx(titled, { name: '团委', rows }));
    expect(linesOf(blocks)).toEqual(['2026年工会工作计划', '团委']);
  });
});
