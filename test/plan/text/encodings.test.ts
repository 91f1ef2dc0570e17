import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../src/plan/read-plan-file.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const TEXT = '工会工作计划\r\n1、走访企业\r\n2、慰问职工';
const utf8 = new TextEncoder().encode(TEXT);
const utf16le = new Uint8Array(Buffer.from(TEXT, 'utf16le'));
const utf16be = new Uint8Array(Buffer.from(TEXT, 'utf16le').swap16());
const marked = (mark: number[], bytes: Uint8Array): Uint8Array => new Uint8Array([...mark, ...bytes]);
/** 工会工作计划 1、走访企业 2、慰问职工 with line breaks, as GB18030 has it. */
const GB18030 = new Uint8Array([
  0xb9, 0xa4, 0xbb, 0xe1, 0xb9, 0xa4, 0xd7, 0xf7, 0xbc, 0xc6, 0xbb, 0xae, 0x0a, 0x31, 0xa1, 0xa2, 0xd7, 0xdf, 0xb7,
  0xc3, 0xc6, 0xf3, 0xd2, 0xb5, 0x0a, 0x32, 0xa1, 0xa2, 0xce, 0xbf, 0xce, 0xca, 0xd6, 0xb0, 0xb9, 0xa4,
]);

describe('a text file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], utf8)],
    ['UTF-16 LE with a mark', marked([0xff, 0xfe], utf16le)],
    ['UTF-16 BE with a mark', marked([0xfe, 0xff], utf16be)],
    ['GB18030', GB18030],
  ])('is read in %s', async (_encoding, bytes) => {
    const [plan] = (await readPlanFile(bytes, '计划.txt', OPTIONS)).plans;
    expect(plan?.title).toBe('工会工作计划');
    expect(plan?.tasks.map((task) => task.text)).toEqual(['1、走访企业', '2、慰问职工']);
  });

  it('lends its name to a plan without a title', async () => {
    const bytes = new TextEncoder().encode('1、走访企业\n2、慰问职工');
    const { plans } = await readPlanFile(bytes, '2026年要点.txt', OPTIONS);
    expect(plans[0]?.title).toBe('2026年要点');
  });
});

describe('a file that is no text', () => {
  it.each<[string, number[]]>([
    ['control characters', Array.from({ length: 200 }, (_, i) => (i % 7) + 1)],
    ['bytes of no encoding', [0xff, 0xff, 0x80, 0xff, 0xff]],
  ])('%s is refused with a way out', async (_kind, bytes) => {
    await expect(readPlanFile(new Uint8Array(bytes), '计划.txt', OPTIONS)).rejects.toMatchObject({
      code: 'unreadable-document',
      message: expect.stringMatching(/^[^\n]*编码[^\n]*请[^\n]*$/u),
    });
  });
});
