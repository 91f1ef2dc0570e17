import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../../src/plan/read-plan-text.ts';
import { OPTIONS, readXlsxPlan, type Span, writtenXlsx } from '../../../builders/sheet.ts';

const HEAD = ['序号', '工作任务', '责任领导', '责任单位', '完成时限'];
const ROWS = [
  ['1', '新建基层工会30家，发展会员500人', '张伟民', '组织部', '4月30日前'],
  ['2', '举办工会干部培训班4场', '李建国', '办公室、组织部', '9月底前'],
  ['3', '走访慰问困难职工，覆盖200人以上', '李建国', '权益部', '2026年1月31日前'],
];
const tasksOf = async (bytes: Uint8Array) => (await readXlsxPlan(bytes)).plans.flatMap((plan) => plan.tasks);
const factsOf = (task: Awaited<ReturnType<typeof tasksOf>>[number]) => ({ ...task, text: '', section: task.section });

describe('a plan says the same as a text and as an xlsx', () => {
  it('a table pasted and the sheet it was copied from', async () => {
    const pasted = [HEAD, ...ROWS].map((row) => row.join('\t')).join('\n');
    const text = readPlanText(pasted, OPTIONS).plans.flatMap((plan) => plan.tasks);
    expect(text).toHaveLength(3);
    expect(await tasksOf(await writtenXlsx({ rows: [HEAD, ...ROWS] }))).toEqual(text);
  });

  it('whatever the order of its columns', async () => {
    const told = (await tasksOf(await writtenXlsx({ rows: [HEAD, ...ROWS] }))).map(factsOf);
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, async (columns) => {
        const rows = [HEAD, ...ROWS].map((row) => columns.map((column) => row[column] ?? null));
        expect((await tasksOf(await writtenXlsx({ rows }))).map(factsOf)).toEqual(told);
      }),
      { numRuns: 30 },
    );
  });

  it('rows merged across the table are sections', async () => {
    const merges: Span[] = [[1, 0, 1, 4]];
    const rows = [HEAD, ['一、组织建设', null, null, null, null], ...ROWS];
    const tasks = await tasksOf(await writtenXlsx({ rows, merges }));
    expect(tasks.map((task) => task.section)).toEqual([['一、组织建设'], ['一、组织建设'], ['一、组织建设']]);
  });

  it('dated steps of a cell are tasks with the owners of their row', async () => {
    const head = ['序号', '工作任务', '时序进度', '责任领导', '责任单位'];
    const row = ['1', '建设职工书屋', '3月：完成选址\n4月：完成装修', '张伟民', '宣教部'];
    const tasks = await tasksOf(await writtenXlsx({ rows: [head, row] }));
    expect(tasks.map(({ text, schedule, leaders, units }) => [text, schedule.end, leaders, units])).toEqual([
      ['3月：完成选址', '2026-03-31', ['张伟民'], ['宣教部']],
      ['4月：完成装修', '2026-04-30', ['张伟民'], ['宣教部']],
    ]);
  });

  it('a day kept as a number is an end; 95% of a cell is a rate', async () => {
    const rows = [
      ['工作任务', '目标值', '完成时限'],
      ['集体合同签订率', 0.95, new Date(Date.UTC(2026, 5, 30))],
    ];
    const [task] = await tasksOf(await writtenXlsx({ rows, formats: { '1,1': '0%' } }));
    expect(task?.schedule).toMatchObject({ start: null, end: '2026-06-30' });
    expect(task?.targets).toMatchObject([{ value: 95, unit: '%' }]);
  });

  it('a long ledger is read whole', async () => {
    const rows = [
      HEAD,
      ...Array.from({ length: 5000 }, (_, i) => [
        String(i + 1),
        `走访第${i + 1}家困难企业`,
        '张伟民',
        '办公室',
        '6月底前',
      ]),
    ];
    expect(await tasksOf(await writtenXlsx({ rows }))).toHaveLength(5000);
  });
});
