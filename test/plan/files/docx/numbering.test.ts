import { describe, expect, it } from 'vitest';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { docxOf, type LevelGiven, linesOfBlocks, list, paragraph, sequence } from '../../../builders/docx.ts';

/** `0:抓好安全` a paragraph at level 0 of list 1, `2/1:…` at level 1 of list 2, `…` a plain one. */
const paragraphs = (written: readonly string[]): string =>
  written
    .map((line) => {
      const found = /^(?:(\d+)\/)?(\d):(.*)$/u.exec(line);
      return found ? paragraph(found[3] ?? '', { number: [Number(found[1] ?? 1), Number(found[2])] }) : paragraph(line);
    })
    .join('');

const read = async (written: readonly string[], numbering: string): Promise<string[]> =>
  linesOfBlocks(await docxBlocks(docxOf(paragraphs(written), { numbering })));

const OFFICE: readonly LevelGiven[] = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
];
const one = (levels: readonly LevelGiven[]): string => sequence(7, levels) + list(1, 7);

describe('numbers of a list', () => {
  it('are counted level by level and begin again under a higher one', async () => {
    const written = ['0:党建', '1:学习', '2:读书', '2:讲课', '1:组织', '2:发展', '0:业务', '1:窗口', '2:轮岗'];
    const expected = [
      '一、党建',
      '（一）学习',
      '1.读书',
      '2.讲课',
      '（二）组织',
      '1.发展',
      '二、业务',
      '（一）窗口',
      '1.轮岗',
    ];
    expect(await read(written, one(OFFICE))).toEqual(expected);
  });

  it.each<[string, LevelGiven, string[]]>([
    ['chinese numerals', ['chineseCounting', '%1、'], ['一、甲事', '二、乙事']],
    ['thousands', ['chineseCountingThousand', '第%1条'], ['第一条 甲事', '第二条 乙事']],
    ['brackets', ['decimal', '(%1)'], ['(1)甲事', '(2)乙事']],
    ['half a bracket', ['decimal', '%1)'], ['1)甲事', '2)乙事']],
    ['circles', ['decimalEnclosedCircleChinese', '%1'], ['①甲事', '②乙事']],
    ['letters', ['lowerLetter', '%1.'], ['a.甲事', 'b.乙事']],
    ['a bare number', ['decimal', '%1'], ['1、甲事', '2、乙事']],
    ['a bare numeral', ['chineseCounting', '%1'], ['一、甲事', '二、乙事']],
    ['chapters', ['chineseCounting', '第%1章'], ['第一章 甲事', '第二章 乙事']],
    ['no number', ['none', ''], ['甲事', '乙事']],
    ['a private sign of a symbol font', ['bullet', '\uf0b7'], ['• 甲事', '• 乙事']],
    ['a square', ['bullet', '■'], ['■ 甲事', '■ 乙事']],
    ['a later start', ['decimal', '%1.', '<w:start w:val="5"/>'], ['5.甲事', '6.乙事']],
  ])('are written with their signs: %s', async (_, level, expected) => {
    expect(await read(['0:甲事', '0:乙事'], one([level]))).toEqual(expected);
  });

  it('stand apart from a digit the text begins with', async () => {
    expect(await read(['0:2026年完成验收', '0:验收', '0:4月验收', '0:12月验收'], one([['decimal', '%1.']]))).toEqual([
      '1. 2026年完成验收',
      '2.验收',
      '3.4月验收',
      '4.12月验收',
    ]);
  });

  it('name the levels above them', async () => {
    const levels: LevelGiven[] = [
      ['chineseCounting', '%1、'],
      ['decimal', '%1.%2'],
      ['decimal', '%1.%2.%3'],
    ];
    expect(await read(['0:总', '1:分', '2:细', '1:分'], one(levels))).toEqual([
      '一、总',
      '一.1 分',
      '一.1.1 细',
      '一.2 分',
    ]);
    const legal: LevelGiven[] = [
      ['chineseCounting', '%1、'],
      ['decimal', '%1.%2', '<w:start w:val="1"/><w:isLgl/>'],
    ];
    expect(await read(['0:总', '1:分', '0:总', '1:分'], one(legal))).toEqual(['一、总', '1.1 分', '二、总', '2.1 分']);
  });

  it('show the start of a level above that was never used', async () => {
    expect(
      await read(
        ['1:分', '1:分'],
        one([
          ['decimal', '%1.'],
          ['decimal', '%1.%2'],
        ]),
      ),
    ).toEqual(['1.1 分', '1.2 分']);
  });

  it('go on under a higher one when the level says so', async () => {
    const levels: LevelGiven[] = [
      ['decimal', '%1.'],
      ['decimal', '(%2)', '<w:start w:val="1"/><w:lvlRestart w:val="0"/>'],
    ];
    expect(await read(['0:总', '1:分', '0:总', '1:分'], one(levels))).toEqual(['1.总', '(1)分', '2.总', '(2)分']);
  });

  it('begin again only under the level that is named', async () => {
    const third: LevelGiven = ['decimal', '<%3>', '<w:start w:val="1"/><w:lvlRestart w:val="1"/>'];
    const levels: LevelGiven[] = [['decimal', '%1.'], ['decimal', '(%2)'], third];
    const lines = await read(['0:总', '1:分', '2:细', '1:分', '2:细', '0:总', '2:细'], one(levels));
    expect(lines.filter((line) => line.includes('细'))).toEqual(['<1> 细', '<2> 细', '<1> 细']);
  });
});

describe('several lists', () => {
  it('count on in one sequence', async () => {
    const numbering = sequence(7, OFFICE) + list(1, 7) + list(2, 7);
    expect(await read(['1/0:甲', '2/0:乙', '1/0:丙'], numbering)).toEqual(['一、甲', '二、乙', '三、丙']);
  });

  it('begin again where one says so, once', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = sequence(7, OFFICE) + list(1, 7) + list(2, 7, again);
    expect(await read(['1/0:甲', '1/0:乙', '2/0:丙', '2/0:丁'], numbering)).toEqual([
      '一、甲',
      '二、乙',
      '一、丙',
      '二、丁',
    ]);
  });

  it('may write a level in their own way', async () => {
    const other =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>';
    expect(await read(['0:甲', '0:乙'], sequence(7, OFFICE) + list(1, 7, other))).toEqual(['1)甲', '2)乙']);
  });

  it('of different sequences do not touch each other', async () => {
    const numbering = sequence(7, OFFICE) + sequence(8, [['decimal', '%1.']]) + list(1, 7) + list(2, 8);
    expect(await read(['1/0:甲', '2/0:乙', '1/0:丙', '2/0:丁'], numbering)).toEqual([
      '一、甲',
      '1.乙',
      '二、丙',
      '2.丁',
    ]);
  });
});

describe('paragraphs of a list', () => {
  it('count when they are empty, though nothing of them is read', async () => {
    expect(await read(['0:甲', '0:', '0:丙'], one(OFFICE))).toEqual(['一、甲', '三、丙']);
  });

  it('go unnumbered with list 0 or a list that is not there', async () => {
    expect(await read(['0/0:甲', '9/0:乙', '1/0:丙'], one(OFFICE))).toEqual(['甲', '乙', '一、丙']);
  });

  it('take the older form of a format a program may not know', async () => {
    const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="7">${level}</w:abstractNum>${list(1, 7)}`;
    expect(await read(['0:甲'], numbering)).toEqual(['01.甲']);
  });
});
