import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const read = (text: string) =>
  readPlanText(text, { year: 2026, today: '2026-01-10' }).plans.flatMap(({ tasks }) => tasks);

/** A line with Markdown's signs → its text, its last day, its quantities. */
const LINES: ReadonlyArray<readonly [string, string, string | null, ...string[]]> = [
  ['- 新建企业工会 **15** 家', '- 新建企业工会 15 家', null, '企业工会15家'],
  ['- 发展会员**1200人**', '- 发展会员1200人', null, '会员1200人'],
  ['- `6月底`前完成入会登记', '- 6月底前完成入会登记', '2026-06-30'],
  ['- **组织建设**：发展会员20人', '- **组织建设**：发展会员20人', null, '会员20人'],
];

describe('figures that Markdown stresses', () => {
  it.each(LINES)('%s', (line, text, end, ...targets) => {
    const [task] = read(`某会2026年计划\n${line}\n- 召开例会`);
    expect(task?.text).toBe(text);
    expect(task?.schedule.end).toBe(end);
    expect(task?.targets.map(({ name, value, unit }) => `${name}${value}${unit}`)).toEqual(targets);
  });
});
