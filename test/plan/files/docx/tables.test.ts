import { describe, expect, it } from 'vitest';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { cell, docxOf, linesOfBlocks, list, paragraph, row, run, sequence, table } from '../../../builders/docx.ts';

const cells = async (body: string, numbering = ''): Promise<string[][]> => {
  const blocks = await docxBlocks(docxOf(body, { numbering }));
  return blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map((one) => one.cells) : []));
};

describe('tables', () => {
  it('are rows of cells, in their place among the lines', async () => {
    const body =
      paragraph('附表') +
      table([
        ['序号', '任务'],
        ['1', '抓安全'],
      ]) +
      paragraph('说明');
    expect(linesOfBlocks(await docxBlocks(docxOf(body)))).toEqual(['附表', '序号 | 任务', '1 | 抓安全', '说明']);
  });

  it('fill every place a merged cell covers, across and down', async () => {
    const across = '<w:gridSpan w:val="3"/>';
    const top = '<w:vMerge w:val="restart"/>';
    const below = '<w:vMerge/>';
    const body = table([
      ['类别', '任务', '时限'],
      [cell('一、党建', across)],
      [cell('学习', top), '读书', '3月'],
      [cell('', below), '讲课', '4月'],
      [cell('', below), cell('两件事', '<w:gridSpan w:val="2"/>')],
      [cell('组织', top), '发展', '5月'],
    ]);
    expect(await cells(body)).toEqual([
      ['类别', '任务', '时限'],
      ['一、党建', '一、党建', '一、党建'],
      ['学习', '读书', '3月'],
      ['学习', '讲课', '4月'],
      ['学习', '两件事', '两件事'],
      ['组织', '发展', '5月'],
    ]);
  });

  it('merge the old way across, and leave free what a row leaves free', async () => {
    const body = table([
      ['甲', '乙', '丙'],
      [cell('合', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), '丁'],
      row(['戊'], '<w:gridBefore w:val="1"/>'),
    ]);
    expect(await cells(body)).toEqual([
      ['甲', '乙', '丙'],
      ['合', '合', '丁'],
      ['', '戊', ''],
    ]);
  });

  it('keep the paragraphs and numbers of a cell', async () => {
    const numbering = sequence(7, [['decimal', '%1.']]) + list(1, 7);
    const number: [number, number] = [1, 0];
    const items = paragraph('摸底', { number }) + paragraph('') + paragraph('整改', { number });
    expect(
      await cells(
        table([
          ['措施', '时限'],
          [cell(items), '5月'],
        ]),
        numbering,
      ),
    ).toEqual([
      ['措施', '时限'],
      ['1.摸底\n2.整改', '5月'],
    ]);
  });

  it('show the automatic numbers of a column that holds nothing else', async () => {
    const numbering = sequence(7, [['decimal', '%1.']]) + list(1, 7);
    const numbered = cell(paragraph('', { number: [1, 0] }));
    expect(
      await cells(
        table([
          ['序号', '任务'],
          [numbered, '甲'],
          [numbered, '乙'],
        ]),
        numbering,
      ),
    ).toEqual([
      ['序号', '任务'],
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('in a cell are read as lines of it', async () => {
    const inner = table([
      ['3月', '摸底'],
      ['4月', '整改'],
    ]);
    expect(
      await cells(
        table([
          ['任务', '进度'],
          ['抓安全', cell(`${inner}<w:p/>`)],
        ]),
      ),
    ).toEqual([
      ['任务', '进度'],
      ['抓安全', '3月 摸底\n4月 整改'],
    ]);
  });

  it('of one column are a frame around the text', async () => {
    const inner = table([
      ['序号', '任务'],
      ['1', '抓安全'],
    ]);
    const body = table([[cell(paragraph('2026年工作计划') + inner + paragraph('一、党建'))]]);
    expect(linesOfBlocks(await docxBlocks(docxOf(body)))).toEqual([
      '2026年工作计划',
      '序号 | 任务',
      '1 | 抓安全',
      '一、党建',
    ]);
  });

  it('lose deleted rows and keep inserted ones; how rows break does not matter', async () => {
    const body = table([
      row(['任务', '时限'], '<w:cantSplit/><w:tblHeader/>'),
      row(['旧事', '1月'], '<w:del w:id="1"/>'),
      row(['新事', '2月'], '<w:ins w:id="2"/>'),
    ]);
    expect(await cells(body)).toEqual([
      ['任务', '时限'],
      ['新事', '2月'],
    ]);
  });

  it('are read through controls around rows and cells', async () => {
    const control = (inner: string): string => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const body = `<w:tbl><w:tblPr/>${row(['任务', '时限'])}${control(`<w:tr>${cell('甲')}${control(cell('3月'))}</w:tr>`)}</w:tbl>`;
    expect(await cells(body)).toEqual([
      ['任务', '时限'],
      ['甲', '3月'],
    ]);
  });

  it('keep line breaks within a cell and drop hidden text', async () => {
    const content = paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}${run('丙', '<w:vanish/>')}`);
    expect(
      await cells(
        table([
          ['任务', '时限'],
          [cell(content), '3月'],
        ]),
      ),
    ).toEqual([
      ['任务', '时限'],
      ['甲\n乙', '3月'],
    ]);
  });

  it('are no wider than a page, whatever a cell claims', async () => {
    const [first] = await cells(
      table([
        [cell('甲', '<w:gridSpan w:val="999999999"/>'), '乙'],
        ['丙', '丁'],
      ]),
    );
    expect(first?.length).toBe(64);
  });
});
