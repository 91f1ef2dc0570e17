import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { importPreviewCard } from '../../src/cards/import-preview-card.ts';
import type { PlanReading } from '../../src/plan/plan-draft.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { aSchedule, aTargetDraft, aTaskDraft } from '../builders/task.ts';

const reading: PlanReading = {
  plans: [
    {
      title: '清河区总工会2026年工作计划',
      year: 2026,
      tasks: [
        aTaskDraft({
          title: '举办职工书画展',
          schedule: aSchedule({ start: '2026-04-21', end: '2026-04-30', stated: '4月下旬' }),
          units: ['宣教部'],
          leaders: ['王明'],
        }),
        aTaskDraft({
          title: '举办工会主席培训',
          schedule: aSchedule({ start: '2026-05-01', end: '2026-05-31', stated: '5月' }),
          units: ['组织部'],
          targets: [aTargetDraft()],
        }),
        aTaskDraft({
          title: '举办财务培训',
          schedule: aSchedule({ start: '2026-06-01', end: '2026-06-30', stated: '6月' }),
          units: ['组织部'],
        }),
        aTaskDraft({ title: '更新公众号', schedule: aSchedule({ freq: 'weekly', stated: '每周' }) }),
        aTaskDraft({ title: '做好来信来访' }),
      ],
    },
  ],
  skipped: [
    { text: '第一部分', reason: 'heading' },
    { text: '去年共举办培训三场', reason: 'past-work' },
    { text: '第二部分', reason: 'heading' },
  ],
};
const preview = (overrides: Partial<Parameters<typeof importPreviewCard>[0]> = {}) =>
  importPreviewCard({ id: 'i3', source: '计划.md', reading, known: 0, today: '2026-05-12', ...overrides });

describe('importPreviewCard', () => {
  const said = cardText(preview());

  it.each([
    ['counts by plan', '《清河区总工会2026年工作计划》2026年:5项任务'],
    ['what has a time', '时间:4项已读出,1项没写时间'],
    ['who is named', '责任:3项已读出,2项没写责任人'],
    ['how a time was read', '“4月下旬” → 4月21日—4月30日(举办职工书画展)'],
    ['how a cadence was read', '“每周” → 每周(更新公众号)'],
    ['which names, how often', '责任单位:组织部 2项 · 宣教部 1项'],
    ['how a quantity was read', '会员 新增≥500人(举办工会主席培训)'],
    ['what has no time', '▎没写时间的\n· 做好来信来访'],
    ['what was left out and why', '▎没有导入的3段\n· 标题 2段:“第一部分”\n· 往年工作 1段:“去年共举办培训三场”'],
    ['its two buttons', '▸ 可发送:确认导入 i3 | 放弃 i3'],
  ])('tells %s', (_what, line) => {
    expect(said).toContain(line);
  });

  it('shows one sample of each form of time', () => {
    expect(said).toContain('“5月”');
    expect(said).not.toContain('“6月”');
  });

  it('tells what is there already', () => {
    expect(said).not.toContain('已有');
    expect(cardText(preview({ known: 2 }))).toContain('已有:2项已在本群,不重复导入');
  });

  it('stays within a card for a plan of a thousand long tasks', () => {
    const tasks = Array.from({ length: 1000 }, (_, index) =>
      aTaskDraft({
        title: `${'长标题'.repeat(700)}${index}`,
        units: [`单位${index}${'长'.repeat(200)}`],
        leaders: [`人${index}`],
      }),
    );
    const skipped = Array.from({ length: 500 }, () => ({ text: '套'.repeat(900), reason: 'boilerplate' as const }));
    const card = preview({ reading: { plans: [{ title: '计'.repeat(500), year: 2026, tasks }], skipped } });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });

  it.each(HOSTILE_TITLES)('leaves %s as it was typed', (title) => {
    const card = preview({
      reading: { plans: [{ title, year: 2026, tasks: [aTaskDraft({ title: title.slice(0, 24) })] }], skipped: [] },
    });
    expect(cardText(card)).toContain(`《${title}》`);
    expect(cardText(card)).toContain(`· ${title.slice(0, 24)}`);
  });
});
