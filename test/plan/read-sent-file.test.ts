import { expect, it } from 'vitest';
import { readSentFile } from '../../src/plan/read-sent-file.ts';
import { rejected } from '../builders/caught.ts';
import { ledgerFile } from '../builders/ledger-file.ts';
import { anOffice } from '../builders/office.ts';
import { rawXlsx, writtenXlsx } from '../builders/sheet.ts';

const OPTIONS = { year: 2026, today: '2026-05-12' };
const read = (bytes: Uint8Array) => readSentFile(bytes, '台账.xlsx', OPTIONS);
const text = (words: string) => new TextEncoder().encode(words);

it('knows a ledger from a plan by the sheet hidden in it', async () => {
  expect(await read(await ledgerFile(anOffice()))).toMatchObject({ kind: 'ledger', reading: { ok: true } });
  expect(
    await read(
      await writtenXlsx({
        rows: [
          ['序号', '工作任务'],
          [1, '4月召开职工代表大会'],
        ],
      }),
    ),
  ).toMatchObject({
    kind: 'plan',
    reading: { plans: [{ tasks: [{ text: '4月召开职工代表大会' }] }] },
  });
  expect(await read(text('4月召开职工代表大会。办结台账信息'))).toMatchObject({ kind: 'plan' });
});

it('a sheet that only bears the name is a broken ledger, not a plan', async () => {
  const bytes = await writtenXlsx({ rows: [['任务编号', '工作任务']] }, { name: '办结台账信息', rows: [['甲', '乙']] });
  expect(await read(bytes)).toEqual({ kind: 'ledger', reading: { ok: false, why: 'broken' } });
});

it('more rows than any ledger has are not read', async () => {
  const { LEDGER_FORMAT } = await import('../../src/plan/ledger/ledger-mark.ts');
  const mark = [
    ['格式', `${LEDGER_FORMAT}`],
    ['工作群', 'abcdef0123456789'],
    ['截至', '1'],
    ['改动', '0'],
    ['年度', '2026'],
  ];
  const rows = Array.from({ length: 5_001 }, (_, index) => [index + 1, `任务${index + 1}`]);
  const bytes = await writtenXlsx({ rows: [['任务编号', '工作任务'], ...rows] }, { name: '办结台账信息', rows: mark });
  expect(await read(bytes)).toEqual({ kind: 'ledger', reading: { ok: false, why: 'too-long' } });
});

it('a damaged one is refused with a sentence', async () => {
  const bytes = rawXlsx({ sheets: [{ name: '办结台账信息', xml: '<sheetData><row r="1"><c r="A1' }] });
  expect((await rejected(read(bytes))).code).toBe('unreadable-document');
  expect((await rejected(read((await ledgerFile(anOffice())).subarray(0, 3_000)))).code).toBe('unreadable-document');
});
