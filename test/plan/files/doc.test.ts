import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import { docBlocks } from '../../../src/plan/files/doc.ts';
import { readBlocks } from '../../../src/plan/read-blocks.ts';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';
import { rejected } from '../../builders/caught.ts';
import { docOf } from '../../builders/doc.ts';
import { linesOfBlocks } from '../../builders/docx.ts';

const WHOLE = docOf([
  '供电所2026年工作计划',
  '一、安全生产',
  '1.三月底前完成“春检”。',
  [
    ['序号', '任务', '时限'],
    ['1', '线路巡视\n全年12次', '12月底'],
    ['2', '用户走访', '6月'],
  ],
  '以上各项由所长负责。',
]);
/** Where the sectors stand: header, allocation table, directory, text. */
const ALLOCATION = 512;
const DIRECTORY = 1024;

const changed = (at: number, value: number): Uint8Array => {
  const bytes = Buffer.from(WHOLE);
  bytes.writeInt32LE(value, at);
  return bytes;
};

describe('an old Word file', () => {
  it('is read as lines and tables, quotes as they are', async () => {
    expect(linesOfBlocks(await docBlocks(WHOLE))).toEqual([
      '供电所2026年工作计划',
      '一、安全生产',
      '1.三月底前完成“春检”。',
      '序号 | 任务 | 时限',
      '1 | 线路巡视\n全年12次 | 12月底',
      '2 | 用户走访 | 6月',
      '以上各项由所长负责。',
    ]);
  });

  it('so short that its text is kept among the small streams is read', async () => {
    expect(linesOfBlocks(await docBlocks(docOf(['一、党建', '二、业务'], { small: true })))).toEqual([
      '一、党建',
      '二、业务',
    ]);
  });

  it('gives the tasks of its text', async () => {
    const lines = [
      '县医院2026年工作计划',
      '一、医疗质量',
      '1.4月组织技能竞赛。',
      '2.每月开展查房。',
      '二、队伍建设',
      '1.引进医师5人。',
    ];
    const options = { year: 2026, today: '2026-01-10' };
    expect(readBlocks(await docBlocks(docOf(lines)), options)).toEqual(readPlanText(lines.join('\n'), options));
  });

  it('keeps a paragraph with tabs out of the table below it', async () => {
    const table = [
      ['任务', '时限'],
      ['走访', '5月'],
      ['慰问', '9月'],
    ];
    expect(linesOfBlocks(await docBlocks(docOf(['单位：\t\t日期：', '说明', table, '完'])))).toEqual([
      '单位：\t\t日期：',
      '说明',
      '任务 | 时限',
      '走访 | 5月',
      '慰问 | 9月',
      '完',
    ]);
  });

  it('reads a frame of one column as lines', async () => {
    expect(linesOfBlocks(await docBlocks(docOf([[['一、党建'], ['二、业务']]])))).toEqual(['一、党建', '二、业务']);
  });
});

describe('an old Word file that is not as it should be', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['protected by a password', docOf(['一、党建'], { flags: 0x0100 }), /密码/u],
    ['short and protected by a password', docOf(['一、党建'], { flags: 0x0100, small: true }), /密码/u],
    ['nothing', new Uint8Array(), /另存为 docx/u],
    ['no container', Buffer.alloc(4000, '一份计划'), /另存为 docx/u],
    ['a chain that runs in a circle', changed(ALLOCATION + 3 * 4, 2), /另存为 docx/u],
    ['a chain that runs out of the file', changed(ALLOCATION + 3 * 4, 100_000), /另存为 docx/u],
    ['a directory that runs in a circle', changed(DIRECTORY + 2 * 128 + 68, 1), /另存为 docx/u],
    ['a directory whose branches meet', changed(DIRECTORY + 128 + 72, 2), /另存为 docx/u],
    ['an allocation table longer than the file', changed(44, 1_000_000), /另存为 docx/u],
    ['sectors of no size', changed(30, 0), /另存为 docx/u],
    ['no text in it', changed(DIRECTORY + 128, 0), /另存为 docx/u],
  ])('is refused with the way out: %s', async (_, bytes, sentence) => {
    const error = await rejected(docBlocks(bytes));
    expect(error.code).toBe('unreadable-document');
    expect(error.message).toMatch(sentence);
  });

  it('with bytes changed or missing is read or refused', async () => {
    const changes = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 0, max: WHOLE.length }), fc.boolean(), async (bytes, length, cut) => {
        const broken = Uint8Array.from(WHOLE);
        for (const [at, value] of bytes) broken[at] = value;
        const settled = await docBlocks(cut ? broken.subarray(0, length) : broken).catch((error: unknown) => error);
        const isRefused = settled instanceof BanjieError && settled.code === 'unreadable-document';
        expect(isRefused || Array.isArray(settled)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
