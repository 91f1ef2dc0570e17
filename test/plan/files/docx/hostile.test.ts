import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../../../src/banjie-error.ts';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { rejected } from '../../../builders/caught.ts';
import { cell, docxOf, linesOfBlocks, list, paragraph, run, sequence, table } from '../../../builders/docx.ts';
import { zipOf } from '../../../builders/zip.ts';

const NUMBERING =
  sequence(7, [
    ['chineseCounting', '%1、'],
    ['decimal', '%1.%2'],
  ]) + list(1, 7);
const STYLES = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>';
const BODY =
  paragraph('2026年工作计划', { style: 'a' }) +
  paragraph('抓安全', { number: [1, 0] }) +
  paragraph('查隐患', { number: [1, 1] }) +
  table([['任务', '时限'], [cell('甲', '<w:gridSpan w:val="2"/>')], [cell('乙', '<w:vMerge/>'), '5月']]) +
  paragraph(`<w:del>${run('旧')}</w:del>${run('新')}`);
const WHOLE = docxOf(BODY, { numbering: NUMBERING, styles: STYLES });

/** Blocks, or the one error a document may end in. */
const settles = async (bytes: Uint8Array): Promise<boolean> => {
  try {
    return Array.isArray(await docxBlocks(bytes));
  } catch (error) {
    if (error instanceof BanjieError && error.code === 'unreadable-document') return true;
    throw error;
  }
};

describe('a docx that is not as it should be', () => {
  it('with bytes changed is read or refused', async () => {
    expect((await docxBlocks(WHOLE)).length).toBeGreaterThan(3);
    const changes = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const bytes = Uint8Array.from(WHOLE);
        for (const [at, value] of changed) bytes[at] = value;
        expect(await settles(bytes)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('cut short is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(WHOLE.length - 1), async (length) => {
        const error = await rejected(docxBlocks(WHOLE.subarray(0, length)));
        expect(error.code).toBe('unreadable-document');
      }),
      { numRuns: 60 },
    );
  });

  it('with XML changed inside is read or refused', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<w:p>',
        '</w:p>',
        '<w:tbl>',
        '<w:tr>',
        '<w:tc>',
        '</w:tc>',
        '</w:tr>',
        '</w:tbl>',
        '<w:r>',
        '</w:r>',
        '<w:t>字</w:t>',
        '<w:sdt>',
        '</w:sdt>',
        '<w:fldChar/>',
        '<w:numPr/>',
        '<w:sym/>',
        '&amp;',
        ']]>',
        '<!--',
        '-->',
        '<w:txbxContent/>',
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, pieces, async (body, numbering) => {
        expect(await settles(docxOf(body.join(''), { numbering: numbering.join(''), styles: body.join('') }))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Uint8Array]>([
    ['a zip without a Word text', zipOf([{ name: 'xl/workbook.xml', data: '<a/>' }])],
    ['an empty zip', zipOf([])],
    ['a text that is no zip', Buffer.from('一份计划')],
    ['nothing', new Uint8Array()],
    ['tables too deep', docxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(90)}${'</w:tc></w:tr></w:tbl>'.repeat(90)}`)],
    ['a DTD', zipOf([{ name: 'word/document.xml', data: '<!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>' }])],
    ['numbers that are no XML', docxOf(BODY, { numbering: '<w:num' })],
  ])('is refused with a way out: %s', async (_, bytes) => {
    const error = await rejected(docxBlocks(bytes));
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toMatch(/重发|粘贴/u);
  });

  it('without numbering, styles or relations is read all the same', async () => {
    const data = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('抓安全', { number: [1, 0], style: 'a' })}</w:body></w:document>`;
    expect(linesOfBlocks(await docxBlocks(zipOf([{ name: 'word/document.xml', data }])))).toEqual(['抓安全']);
  });

  it('with one line of a megabyte is read', async () => {
    const long = Array.from({ length: 150_000 }, (_, i) => `查${i}`).join('');
    expect(linesOfBlocks(await docxBlocks(docxOf(paragraph(long))))).toEqual([long]);
  });
});
