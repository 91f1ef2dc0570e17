import { readDocument, stopReading } from '../../src/documents/read-document.ts';
import { readPlanText } from '../../src/plan/read-plan-text.ts';
import { writtenXlsx } from '../builders/sheet.ts';
import { median, printTable, sayMs, sayRatio } from './figures.ts';
import { largePlanText } from './large-plan.ts';

const OPTIONS = { year: 2026, today: '2026-05-12' };
const RUNS = 20;

/** Milliseconds of each of `runs` turns, after one that does not count. */
const timed = async (runs: number, work: () => unknown): Promise<number[]> => {
  await work();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times;
};

/** `kilobytes` of a plan, in UTF-8. */
const planOf = (kilobytes: number): string => {
  const part = largePlanText(200);
  const copies = Math.ceil((kilobytes * 1024) / Buffer.byteLength(part));
  return Buffer.from(Array(copies).fill(part).join('\n'))
    .subarray(0, kilobytes * 1024)
    .toString('utf8');
};

const textRows = async (): Promise<string[][]> => {
  const sizes: [kilobytes: number, runs: number][] = [
    [54, RUNS],
    [256, 5],
    [1024, 3],
    [5120, 1],
  ];
  const rows: string[][] = [];
  let perKilobyte = 0;
  for (const [kilobytes, runs] of sizes) {
    const text = planOf(kilobytes);
    const time = median(await timed(runs, () => readPlanText(text, OPTIONS)));
    perKilobyte ||= time / kilobytes;
    rows.push([`text of ${kilobytes} KB`, sayMs(time), sayRatio(time / kilobytes, perKilobyte)]);
  }
  return rows;
};

/** A ledger of 300 rows, as offices keep it. */
const sheetOf300 = (): Promise<Uint8Array> =>
  writtenXlsx({
    rows: [
      ['序号', '工作任务', '责任领导', '责任单位', '完成时限'],
      ...Array.from({ length: 300 }, (_, at) => [
        at + 1,
        `组织第${at + 1}次职工培训,参加${at + 20}人`,
        '王明',
        '组织部',
        '6月底前',
      ]),
    ],
  });

/** Reading plans: the cost of a text by its length (1.00 × is linear), and an xlsx through its own process. */
export const benchPlanReading = async (): Promise<void> => {
  const sheet = await sheetOf300();
  const throughChild = median(await timed(5, () => readDocument(sheet, '台账.xlsx', OPTIONS)));
  stopReading();
  printTable('Reading plans', [
    ['what', 'median', 'per KB, against 54 KB'],
    ...(await textRows()),
    ['xlsx of 300 rows, through its process', sayMs(throughChild), ''],
  ]);
};
