import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxBlocks } from '../../../../src/plan/files/docx/docx-blocks.ts';
import { formatNumber } from '../../../../src/plan/files/docx/number-formats.ts';
import type { PlanReading } from '../../../../src/plan/plan-draft.ts';
import { readBlocks } from '../../../../src/plan/read-blocks.ts';
import { readPlanText } from '../../../../src/plan/read-plan-text.ts';
import { docxOf, linesOfBlocks, list, paragraph, sequence, table } from '../../../builders/docx.ts';

const OPTIONS = { year: 2026, today: '2026-01-10' };
const LEVELS = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
  ['decimalEnclosedCircleChinese', '%4'],
] as const;
const NUMBERING = sequence(7, LEVELS) + list(1, 7);
const STYLES = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="h${level}"><w:name w:val="heading ${level}"/><w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
  )
  .join('');

const tasks = (reading: PlanReading): unknown => reading.plans;

describe('the same plan', () => {
  /** Level and text; level null for a line without a number. */
  const PLAN: readonly (readonly [level: number | null, text: string])[] = [
    [null, '城关中学2026年工会工作计划'],
    [0, '加强民主管理'],
    [1, '开好教代会'],
    [2, '4月上旬召开教职工代表大会，征集提案不少于30件。'],
    [2, '每季度公开一次校务。责任部门：办公室'],
    [1, '关心职工'],
    [2, '中秋前慰问退休教师60人。'],
    [2, '10月底前组织全员体检。责任人：陈立群'],
    [0, '丰富文体活动'],
    [1, '3月8日前后举办女教工座谈会。'],
    [1, '上半年举办球类比赛2场。'],
  ];
  const mark = (level: number, ordinal: number): string =>
    (LEVELS[level]?.[1] ?? '').replace(/%\d/u, formatNumber(ordinal, LEVELS[level]?.[0] ?? 'decimal'));
  const asText = (): string => {
    const counts = [0, 0, 0, 0];
    return PLAN.map(([level, text]) => {
      if (level === null) return text;
      counts[level] = (counts[level] ?? 0) + 1;
      counts.fill(0, level + 1);
      return mark(level, counts[level] ?? 0) + text;
    }).join('\n');
  };

  it('numbered automatically gives the tasks of its text', async () => {
    const body = PLAN.map(([level, text]) => paragraph(text, level === null ? {} : { number: [1, level] })).join('');
    const text = readPlanText(asText(), OPTIONS);
    expect(text.plans[0]?.tasks).toHaveLength(6);
    expect(readBlocks(await docxBlocks(docxOf(body, { numbering: NUMBERING })), OPTIONS)).toEqual(text);
  });

  it('numbered by the styles of its headings gives the same tasks', async () => {
    const body = PLAN.map(([level, text]) => paragraph(text, level === null ? {} : { style: `h${level + 1}` })).join(
      '',
    );
    const blocks = await docxBlocks(docxOf(body, { numbering: NUMBERING, styles: STYLES }));
    expect(tasks(readBlocks(blocks, OPTIONS))).toEqual(tasks(readPlanText(asText(), OPTIONS)));
  });

  it('in a table gives the tasks of the table pasted', async () => {
    const rows = [
      ['序号', '工作任务', '责任领导', '责任单位', '完成时限'],
      ['1', '修订财务制度，开展内审2次', '周建国', '财务科', '6月底'],
      ['2', '完成职工食堂改造', '吴小梅', '后勤科', '9月'],
      ['3', '组织技能比武', '周建国', '工会', '第四季度'],
    ];
    const title = '建材公司2026年重点工作任务表';
    const text = [title, ...rows.map((cells) => cells.join('\t'))].join('\n');
    const blocks = await docxBlocks(docxOf(paragraph(title) + table(rows)));
    const reading = readBlocks(blocks, OPTIONS);
    expect(reading.plans[0]?.tasks).toHaveLength(3);
    expect(reading).toEqual(readPlanText(text, OPTIONS));
  });
});

describe('any outline', () => {
  const words = fc
    .array(fc.constantFrom(...'抓好安全生产组织培训走访慰问完善制度开展检查<>&"'), { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(''));
  const outline = fc.array(fc.record({ level: fc.option(fc.nat(3)), text: words }), { maxLength: 40 });

  it('reads to the lines a typist would have typed', async () => {
    await fc.assert(
      fc.asyncProperty(outline, async (lines) => {
        const counts = [0, 0, 0, 0];
        const typed = lines.map(({ level, text }) => {
          if (level === null) return text;
          counts[level] = (counts[level] ?? 0) + 1;
          counts.fill(0, level + 1);
          const [format, pattern] = LEVELS[level] ?? ['decimal', ''];
          const written = pattern.replace(/%\d/u, formatNumber(counts[level] ?? 0, format));
          // Beyond ⑳ there is no circle; a bare number takes the usual sign.
          return written + (/^\d+$/u.test(written) ? '、' : '') + text;
        });
        const body = lines.map(({ level, text }) =>
          paragraph(text.replaceAll('<', '＜'), level === null ? {} : { number: [1, level] }),
        );
        const blocks = await docxBlocks(docxOf(body.join(''), { numbering: NUMBERING }));
        expect(linesOfBlocks(blocks)).toEqual(typed.map((line) => line.replaceAll('<', '＜')));
      }),
      { numRuns: 60 },
    );
  });
});
