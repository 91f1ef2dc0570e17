import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../src/plan/read-plan-file.ts';
import { zipOf } from '../builders/zip.ts';

const OPTIONS = { year: 2026, today: '2026-03-02' };
const PLAN = '1. 4月召开职工代表大会。\n2. 每季度走访企业。\n';
const read = (bytes: Uint8Array | string, name = '计划.txt') =>
  readPlanFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name, OPTIONS);
const titlesOf = async (bytes: Uint8Array | string) => {
  const { plans } = await read(bytes);
  return plans.flatMap(({ tasks }) => tasks.map(({ title }) => title));
};
const refusal = (sentence: string) =>
  expect.objectContaining({ code: 'unreadable-document', message: expect.stringContaining(sentence) });
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
/** An OLE container with streams of these names. */
const container = (...names: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);

describe('a plan file', () => {
  it.each<[string, Uint8Array | string]>([
    ['UTF-8', PLAN],
    ['UTF-8 with a mark', `\uFEFF${PLAN}`],
    ['UTF-16', utf16(PLAN, true)],
    ['UTF-16 without a mark', utf16(PLAN, false)],
  ])('is read as text: %s', async (_, bytes) => {
    expect(await titlesOf(bytes)).toEqual(['4月召开职工代表大会', '每季度走访企业']);
  });

  it('loses the NULs and other controls that stand in its text', async () => {
    const long = Array.from(
      { length: 90 },
      (_, i) => `${i + 1}. 5月走访第${i + 1}号车间的全体一线职工和困难职工家庭。\n`,
    ).join('');
    const titles = await titlesOf(`${long}二、会议\n1. 4月\0召开职工\u0007代表大会。\n`);
    expect(titles.at(-1)).toBe('4月召开职工代表大会');
  });

  it('is known by what is in it, not by its name', async () => {
    const { plans } = await read(PLAN, '2026年工作计划.docx');
    expect(plans.map(({ title, tasks }) => [title, tasks.length])).toEqual([['2026年工作计划', 2]]);
  });

  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', '空的'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), '10 MB'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), '图片'],
    ['a RAR', 'Rar!\x1a\x07', '解压'],
    ['a zip of other things', zipOf([{ name: '计划.txt', data: PLAN }]), '解压'],
    ['an empty zip', zipOf([]), '解压'],
    ['a broken zip', 'PK\x03\x04 and no more', '损坏'],
    ['slides', zipOf([{ name: 'ppt/presentation.xml', data: '<p/>' }]), '演示文稿'],
    ['an xlsb', zipOf([{ name: 'xl/workbook.bin', data: 'x' }]), 'xlsx'],
    ['an OpenDocument text', zipOf([{ name: 'content.xml', data: '<x/>' }]), 'OpenDocument'],
    ['RTF', '{\\rtf1\\ansi 4}', 'RTF'],
    ['a web page', '<!DOCTYPE html><p>4月召开会议</p>', '网页'],
    ['a web page as Office writes it', '\uFEFF\r\n<html xmlns:o="urn:x"><p>4月召开会议</p>', '网页'],
    ['a saved mail', 'MIME-Version: 1.0\n', '网页'],
    ['an old Excel file', container('Workbook'), 'xls'],
    ['another program’s container', container('PowerPoint Document'), '不是 Word'],
    ['a locked document', container('EncryptionInfo', 'EncryptedPackage'), '密码'],
    ['bytes of no sort', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256), '编码'],
    ['NULs', '\0'.repeat(5000), '编码'],
  ])('is refused with the way out: %s', async (_, bytes, sentence) => {
    await expect(read(bytes)).rejects.toEqual(refusal(sentence));
  });

  it('has at most 5,000 tasks', async () => {
    const rows = (count: number) =>
      `序号\t工作任务\t时限\n${Array.from({ length: count }, (_, i) => `${i + 1}\t走访企业${i + 1}号车间\t4月\n`).join('')}`;
    expect(await titlesOf(rows(5_000))).toHaveLength(5_000);
    await expect(read(rows(5_001))).rejects.toEqual(refusal('读出5001项任务'));
  });
});
