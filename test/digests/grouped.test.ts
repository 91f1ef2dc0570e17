import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Card } from '../../src/cards/card.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { Grouping } from '../../src/cards/grouping.ts';
import { compile } from '../../src/digests/compile.ts';
import { DIGEST_KINDS, type Digest, type DigestKind } from '../../src/digests/digest.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { digestText } from '../../src/digests/digest-text.ts';
import { groupsOf, withoutMark } from '../../src/digests/grouped.ts';
import { renderCard } from '../../src/platforms/feishu/render.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { anOffice } from './office.ts';

const calendar = stateCouncilCalendar();
const PERIODS: Record<DigestKind, string> = {
  weekly: '2026-W27',
  monthly: '2026-06',
  quarterly: '2026-Q2',
  halfyearly: '2026-H1',
  yearly: '2026',
};
const digestOf = (kind: DigestKind, tasks: Task[]): Digest =>
  compile(anOffice({ tasks }), kind, PERIODS[kind], { asOf: instant('2026-07-01'), calendar });
const saysOn = ({ blocks }: Card): string[] =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ say }) => say) : []));
const linesOn = ({ blocks }: Card): string[][] =>
  blocks.flatMap((block) => (block.kind === 'lines' ? [block.lines] : []));

const closed = (at: string) => [{ period: null, late: false, check: null, by: 'u1', at: instant(at) }];

/** Five tasks of two units and a task of none, in two sections and none. */
const few = (): Task[] => [
  aTask({
    number: 1,
    title: '走访企业',
    section: ['二、维权'],
    units: ['权益部'],
    owners: ['周敏'],
    schedule: aSchedule({ end: '2026-06-10' }),
  }),
  aTask({
    number: 2,
    title: '开职代会',
    section: ['一、民主'],
    units: ['办公室', '权益部'],
    leaders: ['王海'],
    schedule: aSchedule({ end: '2026-06-20' }),
    closings: closed('2026-06-18'),
  }),
  aTask({
    number: 3,
    title: '办培训班',
    section: ['一、民主'],
    units: ['办公室'],
    leaders: ['王海'],
    owners: ['周敏', '李芳'],
    schedule: aSchedule({ end: '2026-07-31' }),
  }),
  aTask({ number: 4, title: '谁来办呢', schedule: aSchedule({ end: '2026-06-30' }), targets: [aTarget()] }),
];

describe('groupsOf', () => {
  const groups = (by: Grouping) =>
    groupsOf(digestOf('monthly', few()).chapters[0]?.parts ?? [], by).map(({ name, filter, parts }) => [
      name,
      filter,
      parts.map(({ heading, rows }) => `${heading} ${rows.map(({ number }) => number).join()}`),
    ]);

  it('by section, in the order of the plan', () => {
    expect(groups('section')).toEqual([
      ['二、维权', '第2部分', ['未办结及原因 1']],
      ['一、民主', '第1部分', ['已办结 2']],
      ['其他工作', '', ['未办结及原因 4', '指标完成情况 4']],
    ]);
  });

  it('by unit: a task of two stands under both', () => {
    expect(groups('unit')).toEqual([
      ['权益部', '权益部', ['已办结 2', '未办结及原因 1']],
      ['办公室', '办公室', ['已办结 2']],
      ['未明确责任单位', '', ['未办结及原因 4', '指标完成情况 4']],
    ]);
  });

  it('by person: 责任人, else 责任领导', () => {
    expect(groups('person')).toEqual([
      ['周敏', '周敏', ['未办结及原因 1']],
      ['王海', '王海', ['已办结 2']],
      ['未明确责任人', '', ['未办结及原因 4', '指标完成情况 4']],
    ]);
  });

  it.each(['section', 'unit', 'person'] as const)('by %s, no figure decides the order: it is no ranking', (by) => {
    const names = (tasks: Task[]) =>
      groupsOf(digestOf('yearly', tasks).chapters[0]?.parts ?? [], by).map(({ name }) => name);
    const before = names(few());
    const after = names(few().map((task) => ({ ...task, closings: task.number === 3 ? closed('2026-06-30') : [] })));
    expect(after).toEqual(before);
  });

  it('of a digest kept before targets could be ordered puts them under none', () => {
    const digest = digestOf('monthly', few());
    const parts = (digest.chapters[0]?.parts ?? []).map((part) =>
      part.kind === 'targets' ? { ...part, rows: part.rows.map(({ of: _of, ...row }) => row) } : part,
    );
    expect(
      groupsOf(parts, 'unit')
        .at(-1)
        ?.parts.map(({ heading }) => heading),
    ).toContain('指标完成情况');
  });

  it.each([
    ['一、宣传教育', '宣传教育'],
    ['(三)权益', '权益'],
    ['3. 基层', '基层'],
    ['第三部分 自身建设', '自身建设'],
    ['十大行动', '十大行动'],
    ['2026年重点', '2026年重点'],
    ['', ''],
  ])('%j without its mark is %j', (heading, name) => {
    expect(withoutMark(heading)).toBe(name);
  });
});

describe('the text of a digest by unit', () => {
  const digest = digestOf('monthly', few());
  const text = digestText(digest, 'unit');

  it('tells the same facts under each', () => {
    expect(text).toContain('■ 权益部\n\n【已办结 · 1项】\n1. 6月18日 开职代会(#2 办公室、权益部)');
    for (const task of few()) expect(text, task.title).toContain(task.title);
    for (const words of ['6月份工作总结', '7月份工作安排', '数据截至', '■ 未明确责任单位'])
      expect(text).toContain(words);
  });

  it('says what is not to be done where nothing is', () => {
    expect(digestText(digestOf('monthly', few().slice(0, 2)), 'unit')).toContain('没有排到7月的任务');
  });
});

/** Three hundred tasks of long names in twelve sections, forty units and sixty people. */
const many = (): Task[] =>
  Array.from({ length: 300 }, (_, index) =>
    aTask({
      number: index + 1,
      title: `第${index + 1}项${'深入开展职工思想政治引领工作'.repeat(6)}`,
      section: [`${'一二三四五六七八九十'[index % 10]}、${'加强基层组织建设'.repeat(5)}${index % 12}`],
      units: [`${'组织宣传教育和网络工作'.repeat(3)}${index % 40}部`],
      leaders: ['王海'],
      owners: [`李${'梅'.repeat(20)}${index % 60}`],
      schedule: aSchedule({
        end: ['2026-06-10', '2026-06-29', '2026-07-03', '2026-06-24', '2026-12-31'][index % 5] ?? null,
      }),
      targets: [aTarget({ name: '新就业形态劳动者入会人数'.repeat(4) })],
      reports: [{ target: 't1', value: 3, mode: 'add', by: 'u1', at: instant('2026-06-22') }],
      closings: index % 5 === 3 ? closed('2026-06-23') : [],
      progress: [{ text: '正在推进'.repeat(40), by: 'u1', at: instant('2026-06-23') }],
    }),
  );

describe('the card of a digest of 300 tasks', () => {
  const digests = new Map(DIGEST_KINDS.map((kind) => [kind, digestOf(kind, many())]));

  it.each(
    DIGEST_KINDS.flatMap((kind) =>
      [null, 'section', 'unit', 'person'].map((by) => [kind, by as Grouping | null] as const),
    ),
  )('%s ordered by %s keeps within the limits of a real platform and offers the paper', (kind, by) => {
    const digest = digests.get(kind);
    if (!digest) throw new Error('no digest');
    const card = digestCard(digest, by);
    const drawn = JSON.stringify(renderCard(card));
    expect(drawn.split('"tag":').length).toBeLessThan(185);
    expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(26_500);
    expect(drawn).not.toContain('其余');
    expect(drawn).toContain('数据截至');
    expect(saysOn(card).at(-1)).toMatch(/ 文档$/u);
    expect(Math.max(...linesOn(card).map((lines) => lines.length))).toBeLessThanOrEqual(by === null ? 12 : 40);
  });

  it('of a quarter shows the first ten of each part, counts and lists for the rest, and the counts of each section', () => {
    const digest = digests.get('quarterly');
    if (!digest) throw new Error('no digest');
    const card = digestCard(digest);
    expect(linesOn(card).map((lines) => lines.length)).toEqual([12, 10, 10, 10, 10]);
    expect(saysOn(card)).toEqual([
      '二季度 已完成',
      '逾期',
      '二季度 未完成',
      '指标',
      '三季度',
      '季报 2026年二季度 文档',
    ]);
    expect(cardText(card)).toContain('二季度工作总结');
    expect(linesOn(card)[0]?.[0]).toMatch(
      /^.、加强基层组织建设.* · 已办结\d+项 · 未办结\d+项 · 推进中\d+项 · 指标\d+项$/u,
    );
  });

  it('by unit leads to the list of each unit', () => {
    const digest = digestOf(
      'monthly',
      many().map((task, index) => ({ ...task, units: [index % 2 === 0 ? '办公室' : '权益部'] })),
    );
    const card = digestCard(digest, 'unit');
    expect(saysOn(card)).toEqual([
      '6月 已完成 办公室',
      '6月 已完成 权益部',
      '7月 办公室',
      '7月 权益部',
      '月报 2026年6月 按单位 文档',
    ]);
  });
});
