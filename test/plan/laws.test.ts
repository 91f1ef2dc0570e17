import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanReading } from '../../src/plan/plan-draft.ts';
import { readPlanText } from '../../src/plan/read-plan-text.ts';
import { shadowOf } from '../../src/plan/text/shadow.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const read = (text: string): PlanReading => readPlanText(text, OPTIONS);
const tasksOf = (text: string) => read(text).plans.flatMap((plan) => plan.tasks);

/** Pieces plans are made of, thrown together in any order: marks, headings, times, owners, quantities, page furniture. */
const PIECES = [
  '一、',
  '(二)',
  '1、',
  '2.',
  '(3)',
  '①',
  '一是',
  '首先,',
  '• ',
  '## ',
  '4月:',
  '三、月份安排',
  '工作计划',
  '篇1',
  '走访企业',
  '发展会员500人',
  '签订率达95%以上',
  '每季度',
  '9月底前',
  '责任领导:王立新;责任单位:办公室',
  '完成了换届工作',
  '现将工作总结如下:',
  '下半年,着力做好以下工作:',
  '序号\t工作任务\t责任单位\n',
  '1\t开会\t办公室\n',
  '| 月份 | 内容 |\n',
  '。',
  ';',
  ':',
  ',',
  '“',
  '《',
  '(',
  '\n',
  '\n\n',
  '\t',
  '　',
  '總工會',
  '上一篇:通知',
  'https://a.cn',
  '\u0000',
  '\ud83d',
  '\r\n',
];
const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is read without a throw, twice the same', () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: 'binary' })), (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: 200 },
    );
  });

  it('has a shadow of its own length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shadowOf(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('nothing disappears', () => {
  /** A token that no rule knows, so that where it went can be seen. */
  const token = (i: number): string =>
    `丙${'甲乙丁戊己庚辛壬癸'.charAt(i % 9)}${'天地玄黄宇宙洪荒'.charAt(Math.floor(i / 9) % 8)}丑`;
  const line = fc.constantFrom(
    (t: string) => `一、${t}`,
    (t: string) => `(一)加强${t}建设`,
    (t: string) => `1、走访${t}`,
    (t: string) => `2.开展${t}活动,9月底前完成。`,
    (t: string) => `①慰问${t} ②举办${t}比赛`,
    (t: string) => `一是推进${t};二是完善${t}。`,
    (t: string) => `4月:${t}`,
    (t: string) => `${t}`,
    (t: string) => `${t}工作计划`,
    (t: string) => `完成了${t}工作。`,
    (t: string) => `为做好${t}工作,现就有关事项安排如下:`,
    (t: string) => `责任单位:${t}办公室`,
    (t: string) => `上一篇:${t}`,
    (t: string) => `${t}\t${t}\t办公室`,
    (t: string) => `## ${t}`,
    (t: string) => `指导思想是${t}。`,
    (t: string) => `总之,${t}。`,
  );

  it('every line is in a task, a heading, a title or among what was left out', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (makers) => {
        const text = makers.map((make, i) => make(token(i))).join('\n');
        const { plans, skipped } = read(text);
        const kept = [
          ...plans.flatMap((plan) => [plan.title, ...plan.tasks.flatMap((task) => [task.text, ...task.section])]),
          ...skipped.map((one) => one.text),
        ].join('\n');
        for (const [i] of makers.entries()) expect(kept).toContain(token(i));
      }),
      { numRuns: 200 },
    );
  });
});

describe('what was read', () => {
  /** Page furniture between two halves of a sentence is taken out, so not every text is one stretch of the page. */
  const isCutFrom = (whole: string, part: string): boolean => {
    let at = 0;
    for (const character of part) {
      at = whole.indexOf(character, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };

  it('has no character that the text has not, and in its order', () => {
    fc.assert(
      fc.property(page, (text) => {
        const whole = text.replace(/\s+/gu, '');
        for (const task of tasksOf(text)) {
          if (!task.text.includes(' | ')) expect(isCutFrom(whole, task.text.replace(/\s+/gu, ''))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has a title of one short line and dates in order', () => {
    fc.assert(
      fc.property(page, (text) => {
        for (const { title, schedule } of tasksOf(text)) {
          expect(title).not.toBe('');
          expect(title).not.toContain('\n');
          expect([...title].length).toBeLessThanOrEqual(36);
          if (schedule.start !== null && schedule.end !== null) expect(schedule.start <= schedule.end).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

const itemOf = (unit: string, length: number): string =>
  `工会工作计划\n1、${unit.repeat(length / unit.length)}\n2、慰问职工`;

describe('a line of a megabyte', () => {
  it.each([['工'], ['1、加强'], ['4月、'], ['由1%提高到'], ['责任单位:'], ['《“(一)']])('of %j is read', (unit) => {
    expect(tasksOf(itemOf(unit, 1_000_000)).at(-1)?.text).toBe('2、慰问职工');
  });
});

describe('a line of a hundred thousand', () => {
  it.each([
    ['1'],
    ['('],
    ['“'],
    ['一、'],
    ['4月'],
    ['每季度'],
    ['三八节'],
    ['3家'],
    ['办公室、'],
    ['一是二是'],
    ['①'],
    ['\t'],
    ['|'],
    [' '],
    ['首页 > '],
  ])('of %j is read', (unit) => {
    expect(tasksOf(itemOf(unit, 100_000)).at(-1)?.text).toBe('2、慰问职工');
  });
});
