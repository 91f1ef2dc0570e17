import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../src/plan/files/docx/number-formats.ts';

describe('automatic numbers', () => {
  it.each([
    ['decimal', [1, 12, 105], ['1', '12', '105']],
    ['decimalZero', [1, 9, 10], ['01', '09', '10']],
    ['decimalFullWidth', [3, 12], ['３', '１２']],
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 99, 100, 105],
      ['一', '十', '十一', '二十', '二十一', '九十九', '一○○', '一○五'],
    ],
    [
      'chineseCountingThousand',
      [10, 19, 100, 105, 110, 1001, 1020],
      ['十', '十九', '一百', '一百零五', '一百一十', '一千零一', '一千零二十'],
    ],
    ['japaneseCounting', [1, 10, 12], ['一', '十', '十二']],
    ['ideographDigital', [1, 10, 12], ['一', '一〇', '一二']],
    ['chineseLegalSimplified', [1, 3, 10, 12], ['壹', '叁', '壹拾', '壹拾贰']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
    ['ideographZodiacTraditional', [1, 13, 60, 61], ['甲子', '丙子', '癸亥', '61']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedCircleChinese', [1, 10], ['①', '⑩']],
    ['decimalEnclosedParen', [2], ['⑵']],
    ['decimalEnclosedFullstop', [2], ['⒉']],
    ['ideographEnclosedCircle', [3], ['㈢']],
    ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
    ['upperLetter', [2], ['B']],
    ['lowerRoman', [4, 9, 14], ['iv', 'ix', 'xiv']],
    ['upperRoman', [1, 40, 1990], ['I', 'XL', 'MCMXC']],
    ['none', [1, 2], ['', '']],
    ['thaiLetters', [3], ['3']],
  ])('%s', (format, values, written) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(written);
  });

  it.each([
    'chineseCounting',
    'lowerLetter',
    'upperRoman',
    'decimalEnclosedCircle',
    'ideographTraditional',
    'ideographDigital',
  ])('%s stays short whatever the number', (format) => {
    for (const value of [-5, 0, 2_147_483_647]) expect(formatNumber(value, format).length).toBeLessThan(20);
  });
});
