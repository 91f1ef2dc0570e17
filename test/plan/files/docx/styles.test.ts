import { describe, expect, it } from 'vitest';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { docxOf, linesOfBlocks, list, paragraph, sequence } from '../../../builders/docx.ts';

const style = (id: string, name: string, { based = '', paragraph: own = '', more = '' } = {}): string =>
  `<w:style w:type="paragraph" ${more} w:styleId="${id}"><w:name w:val="${name}"/>${based && `<w:basedOn w:val="${based}"/>`}<w:pPr>${own}</w:pPr></w:style>`;
const numPr = (numId: number, level?: number): string =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;

const levels = async (body: string, styles?: string): Promise<(number | null)[]> =>
  (await docxBlocks(docxOf(body, styles === undefined ? {} : { styles }))).map((block) =>
    block.kind === 'line' ? block.line.level : null,
  );

describe('headings', () => {
  it.each([
    ['heading 1', 1],
    ['heading 3', 3],
    ['Heading 2', 2],
    ['标题 1', 1],
    ['标题2', 2],
    ['標題 3', 3],
    ['Title', 1],
    ['标题', 1],
    ['Normal', null],
    ['正文', null],
    ['标题页说明', null],
  ])('by the name of the style: %s', async (name, level) => {
    expect(await levels(paragraph('重点工作', { style: 'x' }), style('x', name))).toEqual([level]);
  });

  it('by the outline level of a style, of what it is based on, or of the paragraph', async () => {
    const outline = (value: number): string => `<w:outlineLvl w:val="${value}"/>`;
    const styles = style('own', '一级', { paragraph: outline(0) }) + style('based', '二级', { based: 'own' });
    const body =
      paragraph('甲', { style: 'own' }) +
      paragraph('乙', { style: 'based' }) +
      paragraph('丙', { properties: outline(2) }) +
      paragraph('丁', { style: 'own', properties: outline(9) });
    expect(await levels(body, styles)).toEqual([1, 1, 3, null]);
  });

  it('by the id of a style when the file has no styles', async () => {
    expect(await levels(paragraph('甲', { style: 'Heading2' }) + paragraph('乙'))).toEqual([2, null]);
  });

  it('are no whole sentences and no long paragraphs', async () => {
    const styles = style('h', 'heading 3');
    const body = paragraph('三月底前召开动员会。', { style: 'h' }) + paragraph('组织'.repeat(40), { style: 'h' });
    expect(await levels(body, styles)).toEqual([null, null]);
  });

  it('end with styles based on each other in a circle', async () => {
    const styles = style('a', '甲', { based: 'b' }) + style('b', '乙', { based: 'a' });
    expect(await levels(paragraph('事', { style: 'a' }), styles)).toEqual([null]);
  });
});

describe('numbers of a style', () => {
  const numbering =
    sequence(7, [
      ['chineseCounting', '%1、', '<w:start w:val="1"/><w:pStyle w:val="h1"/>'],
      ['chineseCounting', '（%2）', '<w:start w:val="1"/><w:pStyle w:val="h2"/>'],
    ]) + list(1, 7);
  const read = async (body: string, styles: string, more = numbering): Promise<string[]> =>
    linesOfBlocks(await docxBlocks(docxOf(body, { styles, numbering: more })));

  it('come by the level that names the style', async () => {
    const styles =
      style('h1', 'heading 1', { paragraph: numPr(1) }) + style('h2', 'heading 2', { paragraph: numPr(1) });
    const body = ['h1', 'h2', 'h2', 'h1', 'h2'].map((one) => paragraph('事', { style: one })).join('');
    expect(await read(body, styles)).toEqual(['一、事', '（一）事', '（二）事', '二、事', '（一）事']);
  });

  it('come from the style it is based on, and are taken away by list 0', async () => {
    const styles = style('h1', 'heading 1', { paragraph: numPr(1) }) + style('mine', '我的', { based: 'h1' });
    const body =
      paragraph('甲', { style: 'mine' }) +
      paragraph('乙', { style: 'h1', properties: numPr(0) }) +
      paragraph('丙', { style: 'h1' });
    expect(await read(body, styles)).toEqual(['一、甲', '乙', '二、丙']);
  });

  it('come from the usual style of paragraphs', async () => {
    const styles = style('n', 'Normal', { paragraph: numPr(1, 1), more: 'w:default="1"' });
    expect(await read(paragraph('甲') + paragraph('乙'), styles)).toEqual(['（一）甲', '（二）乙']);
  });

  it('come by the link of a list style', async () => {
    const linked =
      sequence(7, [['decimal', '%1.']], '<w:styleLink w:val="mylist"/>') +
      sequence(8, [], '<w:numStyleLink w:val="mylist"/>') +
      list(1, 7) +
      list(2, 8);
    const body = paragraph('甲', { number: [1, 0] }) + paragraph('乙', { number: [2, 0] });
    expect(await read(body, '', linked)).toEqual(['1.甲', '2.乙']);
  });
});

describe('what styles leave out', () => {
  it('is the table of contents and hidden text', async () => {
    const styles =
      style('toc', 'toc 1') +
      '<w:style w:type="paragraph" w:styleId="gone"><w:name w:val="附注"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph('一、党建\t1', { style: 'toc' }) + paragraph('内部说明', { style: 'gone' }) + paragraph('一、党建');
    expect(linesOfBlocks(await docxBlocks(docxOf(body, { styles })))).toEqual(['一、党建']);
  });
});
