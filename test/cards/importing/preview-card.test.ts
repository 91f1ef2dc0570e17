import { describe, expect, it } from 'vitest';
import { cardText } from '../../../src/cards/card-text.ts';
import { importPreview } from '../../../src/cards/importing/import-preview.ts';
import { importPreviewCard } from '../../../src/cards/importing/preview-card.ts';
import type { PlanReading } from '../../../src/plan/plan-draft.ts';
import type { Task } from '../../../src/workspace/task.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { HOSTILE_TITLES } from '../../builders/card.ts';
import { aSchedule, aTargetDraft, aTask, aTaskDraft } from '../../builders/task.ts';
import { aPlan, aWorkspace } from '../../builders/workspace.ts';

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
const preview = (given: PlanReading = reading, workspace: Workspace = aWorkspace()) =>
  importPreviewCard(
    importPreview(workspace, { id: 'i3', source: '计划.md' }, { kind: 'plan', reading: given }, '2026-02-12'),
  );

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
    ['its buttons', '▸ 可发送:确认导入 i3 | 查看导入 i3(逐项看) | 查看导入 i3 没有导入的(看没有导入的) | 放弃 i3'],
  ])('tells %s', (_what, line) => {
    expect(said).toContain(line);
  });

  it('shows one sample of each form of time', () => {
    expect(said).toContain('“5月”');
    expect(said).not.toContain('“6月”');
  });

  it('tells what is there already', () => {
    expect(said).not.toContain('已有');
    const tasks = [aTask({ title: '做好来信来访' })];
    expect(cardText(preview(reading, aWorkspace({ tasks })))).toContain('其中1项本群已有,不重复导入');
  });

  it('puts what is doubtful first, a line a reason', () => {
    const doubtful = [
      aTaskDraft({ title: '适时召开座谈会' }),
      aTaskDraft({ title: '走访企业', schedule: aSchedule({ end: '2026-01-31', stated: '1月底前' }) }),
      aTaskDraft({ title: '开展慰问', schedule: aSchedule({ end: '2026-01-20', stated: '1月20日前' }) }),
    ];
    const text = cardText(preview({ plans: [{ title: '计划', year: 2026, tasks: doubtful }], skipped: [] }));
    expect(text).toContain('时间没有写明 1项:第1项《适时召开座谈会》“适时”');
    expect(text).toContain('时间已经过去 2项:第2项《走访企业》“1月底前”、第3项《开展慰问》“1月20日前”');
    expect(text.indexOf('请先看这些')).toBeLessThan(text.indexOf('时间这样读'));
  });

  it('of a revised plan tells what is new, changed, kept and gone', () => {
    const plan = aPlan({ title: '工作计划' });
    const task = (number: number, title: string, more: Partial<Task> = {}) =>
      aTask({ number, title, plan: 'p1', ...more });
    const workspace = aWorkspace({
      plans: [plan],
      tasks: [
        task(1, '举办书画展', { schedule: aSchedule({ end: '2026-05-31', stated: '5月底前' }) }),
        task(2, '召开职工代表大会'),
        task(3, '走访困难职工'),
        task(4, '建设职工书屋', { progress: [{ text: '已选址', by: 'u1', at: 1 }] }),
      ],
    });
    const tasks = [
      aTaskDraft({ title: '举办书画展', schedule: aSchedule({ end: '2026-06-30', stated: '6月底前' }) }),
      aTaskDraft({ title: '召开职工代表大会' }),
      aTaskDraft({ title: '走访困难职工', units: ['保障部'] }),
      aTaskDraft({ title: '组织健步走' }),
    ];
    const text = cardText(preview({ plans: [{ title: '工作计划', year: 2026, tasks }], skipped: [] }, workspace));
    expect(text).toContain('《工作计划》2026年,是本群已有计划的修订:新增1项 · 修改2项 · 取消1项 · 未变1项');
    expect(text).toContain('#1《举办书画展》时限 5月31日 周日前 → 6月30日 周二前');
    expect(text).toContain('#3《走访困难职工》责任单位 无 → 保障部');
    expect(text).toContain('#4《建设职工书屋》(已有进展1条)');
    expect(text).toContain('确认导入 i3 不取消');
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
    const card = preview({ plans: [{ title: '计'.repeat(500), year: 2026, tasks }], skipped });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });

  it.each(HOSTILE_TITLES)('leaves %s as it was typed', (title) => {
    const task = aTaskDraft({ title: title.slice(0, 24) });
    const card = preview({ plans: [{ title, year: 2026, tasks: [task] }], skipped: [] });
    expect(cardText(card)).toContain(`《${title}》`);
    expect(cardText(card)).toContain(`· ${title.slice(0, 24)}`);
  });
});
