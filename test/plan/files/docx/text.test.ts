import { describe, expect, it } from 'vitest';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { docxOf, linesOfBlocks, list, paragraph, run, sequence } from '../../../builders/docx.ts';

const read = async (body: string): Promise<string[]> => linesOfBlocks(await docxBlocks(docxOf(body)));
const of = (inner: string): Promise<string[]> => read(paragraph(inner));
const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;

describe('a centred paragraph broken by hand', () => {
  const centred = (...lines: string[]): Promise<string[]> =>
    read(
      paragraph(lines.map((line) => run(line)).join('<w:r><w:br/></w:r>'), { properties: '<w:jc w:val="center"/>' }),
    );

  it.each([
    [['滨湖区总工会2026年', '工作计划']],
    [['滨湖区总工会2026年4月份工作总结', '及5月份工作安排']],
    [['中共滨湖区委', '教育工作委员会2026年', '工作要点']],
  ])('%j is one title', async (lines) => {
    expect(await centred(...lines)).toEqual([lines.join('')]);
  });

  it.each([
    [['张三', '李四']],
    [['滨湖区总工会', '2026年3月']],
    [['一、党建工作计划', '二、工会工作计划']],
    [['滨湖区总工会工作计划', '2026年工作安排']],
    [['甲部2026年工作', '乙部2026年工作', '丙部2026年工作', '全年工作计划']],
  ])('%j are lines', async (lines) => {
    expect(await centred(...lines)).toEqual(lines);
  });

  it('to the left it is lines whatever it says', async () => {
    expect(await of(`${run('滨湖区总工会2026年')}<w:r><w:br/></w:r>${run('工作计划')}`)).toHaveLength(2);
  });
});

describe('the text of a paragraph', () => {
  it.each([
    ['runs together', run('召开') + run('大会'), ['召开大会']],
    ['a line break by hand', `${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}`, ['第一行', '第二行']],
    ['a page break is no line', `${run('前')}<w:r><w:br w:type="page"/></w:r>${run('后')}`, ['前后']],
    ['a tab', `${run('时间')}<w:r><w:tab/></w:r>${run('地点')}`, ['时间\t地点']],
    ['a hyphen that does not break', `${run('4')}<w:r><w:noBreakHyphen/></w:r>${run('6月')}`, ['4-6月']],
    ['space without leave', '<w:r><w:t> 全 年\n</w:t></w:r>', ['全 年']],
    ['a link', `<w:hyperlink>${run('见通知')}</w:hyperlink>`, ['见通知']],
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>已定</w:t></w:r>', ['✓已定']],
    ['a symbol nobody knows', '<w:r><w:sym w:font="Webdings" w:char="F021"/><w:t>已定</w:t></w:r>', ['!已定']],
    ['a formula', `${run('增长')}<m:oMath><m:r><m:t>5%</m:t></m:r></m:oMath>`, ['增长5%']],
    [
      'characters with their reading above',
      '<w:r><w:ruby><w:rt><w:r><w:t>bàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>办</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ['办'],
    ],
    ['a content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('六月底')}</w:sdtContent></w:sdt>`, ['六月底']],
    [
      'a content control nobody filled in',
      `${run('时限：')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`,
      ['时限：'],
    ],
    [
      'notes and comments',
      `${run('培训')}<w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r>`,
      ['培训'],
    ],
    ['hidden text', run('培训') + run('内部', '<w:vanish/>') + run('两期', '<w:vanish w:val="0"/>'), ['培训两期']],
  ])('%s', async (_, inner, expected) => {
    expect(await of(inner)).toEqual(expected);
  });

  it('has hidden text by the style of the run, unless the run says otherwise', async () => {
    const styles = '<w:style w:type="character" w:styleId="x"><w:rPr><w:vanish/></w:rPr></w:style>';
    const styled = '<w:rStyle w:val="x"/>';
    const body = paragraph(run('培训') + run('内部', styled) + run('两期', `${styled}<w:vanish w:val="false"/>`));
    expect(linesOfBlocks(await docxBlocks(docxOf(body, { styles })))).toEqual(['培训两期']);
  });

  it('notes that a blank line stands before it', async () => {
    const blocks = await docxBlocks(docxOf(paragraph('甲') + paragraph('') + paragraph('乙') + paragraph('丙')));
    expect(blocks.map((block) => block.kind === 'line' && block.line.spaced)).toEqual([false, true, false]);
  });
});

describe('fields', () => {
  it('show their result', async () => {
    const nested =
      sign('begin') +
      instruction(' IF ') +
      sign('begin') +
      instruction(' DATE ') +
      sign('separate') +
      run('今天') +
      sign('end');
    expect(await of(`${nested}${sign('separate')}${run('三月')}${sign('end')}${run('完成')}`)).toEqual(['三月完成']);
    expect(await of(`<w:fldSimple w:instr=" DOCPROPERTY Year ">${run('2026')}</w:fldSimple>${run('年')}`)).toEqual([
      '2026年',
    ]);
  });

  it('of a table of contents show nothing, over however many paragraphs', async () => {
    const body =
      paragraph(`${sign('begin')}${instruction(' TOC \\o "1-3" ')}${sign('separate')}${run('一、党建 1')}`) +
      paragraph('二、业务 3') +
      paragraph(sign('end')) +
      paragraph('一、党建');
    expect(await read(body)).toEqual(['一、党建']);
  });

  it('that never end hide no more than their own instruction', async () => {
    expect(await read(paragraph(sign('begin') + instruction('DATE')) + paragraph('一、党建'))).toEqual(['一、党建']);
  });
});

describe('tracked changes count as accepted', () => {
  const made = 'w:id="1" w:author="甲"';

  it.each([
    ['inserted', `${run('召开')}<w:ins ${made}>${run('表彰')}</w:ins>${run('大会')}`, ['召开表彰大会']],
    [
      'deleted',
      `${run('召开')}<w:del ${made}><w:r><w:delText>两次</w:delText></w:r></w:del>${run('大会')}`,
      ['召开大会'],
    ],
    ['moved', `<w:moveFrom ${made}>${run('旧处')}</w:moveFrom><w:moveTo ${made}>${run('新处')}</w:moveTo>`, ['新处']],
    [
      'inserted and deleted again',
      `${run('大会')}<w:ins ${made}><w:del ${made}>${run('两次')}</w:del></w:ins>`,
      ['大会'],
    ],
  ])('%s', async (_, inner, expected) => {
    expect(await of(inner)).toEqual(expected);
  });

  it('and a paragraph whose end was deleted goes on in the next, which alone is counted', async () => {
    const numbering = sequence(7, [['decimal', '%1.']]) + list(1, 7);
    const number: [number, number] = [1, 0];
    const gone = `<w:rPr><w:del ${made}/></w:rPr>`;
    const body =
      paragraph('甲', { number }) +
      paragraph('乙的前半，', { number, properties: gone }) +
      paragraph('乙的后半', { number }) +
      paragraph(`<w:del ${made}>${run('删去的一条')}</w:del>`, { number, properties: gone }) +
      paragraph('丙', { number });
    expect(linesOfBlocks(await docxBlocks(docxOf(body, { numbering })))).toEqual([
      '1.甲',
      '2.乙的前半，乙的后半',
      '3.丙',
    ]);
  });

  it('and what stood before a change of format does not', async () => {
    const numbering = sequence(7, [['decimal', '%1.']]) + list(1, 7);
    const before = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    const body = paragraph('甲', { properties: before });
    expect(linesOfBlocks(await docxBlocks(docxOf(body, { numbering })))).toEqual(['甲']);
  });
});

describe('text boxes', () => {
  const drawn = `<w:drawing><wps:wsp><wps:txbx>${box(paragraph('框里的话'))}</wps:txbx></wps:wsp></w:drawing>`;
  const old = `<w:pict><v:shape><v:textbox>${box(paragraph('框里的话'))}</v:textbox></v:shape></w:pict>`;

  it('are read once, behind the paragraph they hang on, though the file has them in two forms', async () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await read(paragraph(run('前') + both) + paragraph('后'))).toEqual(['前', '框里的话', '后']);
  });

  it('are read in the older form alone', async () => {
    expect(await of(`<w:r>${old}</w:r>`)).toEqual(['框里的话']);
    const picture = '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing/></mc:Choice>';
    expect(await of(`${picture}<mc:Fallback>${old}</mc:Fallback></mc:AlternateContent></w:r>`)).toEqual(['框里的话']);
  });
});

describe('the body', () => {
  it('is found under other prefixes and in the strict form of the format', async () => {
    const names = 'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"';
    const data = `<x:document ${names}><x:body><x:p><x:r><x:t>六月迎检</x:t></x:r></x:p></x:body></x:document>`;
    const { zipOf } = await import('../../../builders/zip.ts');
    expect(linesOfBlocks(await docxBlocks(zipOf([{ name: 'word/document.xml', data }])))).toEqual(['六月迎检']);
  });

  it('is read through controls around whole paragraphs, without a table of contents in one', async () => {
    const contents =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>';
    const body =
      `${contents}<w:sdtContent>${paragraph('一、党建 1')}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtContent>${paragraph('一、党建')}</w:sdtContent></w:sdt>`;
    expect(await read(body)).toEqual(['一、党建']);
  });

  it('leaves out headers, footers, footnotes and comments', async () => {
    const more = ['header1', 'footer1', 'footnotes', 'comments'].map((part) => ({
      name: `word/${part}.xml`,
      data: `<w:x xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('不是任务')}</w:x>`,
    }));
    expect(linesOfBlocks(await docxBlocks(docxOf(paragraph('任务'), { more })))).toEqual(['任务']);
  });
});
