import { describe, expect, it } from 'vitest';
import { taskCommand } from '../../handlers/task.ts';
import { instant } from '../builders/acting.ts';
import { ask, cardOf, numbersOn, saysOn, textOf } from '../builders/asking.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

describe('查看', () => {
  it.each([
    '1',
    '#1',
    '1号',
    '查看 1',
    '查看1',
    '看看1',
    '看1',
    '任务1',
    '一',
    '1怎么样了?',
    '1的情况',
    '查看 职工书画展',
    '请看看1,谢谢',
  ])('%s shows #1', (text) => {
    expect(cardOf(taskCommand, text).title).toBe('#1 举办职工书画展');
  });

  it.each([
    '本周',
    '完成 1',
    '1完成了',
    '6月',
    '3天',
    '60%',
    '看望困难职工',
    '',
    '帮助 1',
    '查看本月',
    '看看逾期的',
    '查看 王明',
  ])('%j is not it', (text) => {
    expect(ask(taskCommand, text)).toBeUndefined();
  });

  it.each([
    ['查看 1、3', [1, 3], '查看 1、3'],
    ['查看 9-20', [9, 10, 11, 12, 13, 14, 15, 16, 17, 18], '查看 9-20'],
    ['查看 9-20 第2页', [19, 20], '查看 9-20 第2页'],
  ])('%s lists them', (text, numbers, view) => {
    const card = cardOf(taskCommand, text);
    expect(numbersOn(card)).toEqual(numbers);
    expect(card.view).toBe(view);
  });

  it('tells which of several there are not', () => {
    expect(textOf(taskCommand, '查看 1、99')).toContain('没有 #99');
  });

  it('says where the numbers end when there is no such task', () => {
    expect(textOf(taskCommand, '99')).toMatch(/^没有 #99。.*#20/);
  });

  it('asks when two titles may be meant', () => {
    const answer = ask(taskCommand, '查看 走访企业');
    expect(answer?.question?.length).toBeGreaterThan(1);
    expect(answer?.question?.[0]?.say).toMatch(/^查看 \d+$/);
  });

  it('says so when no title is meant', () => {
    expect(textOf(taskCommand, '查看 量子计算机')).toContain('没有找到“量子计算机”');
  });
});

describe('the card of a task', () => {
  it('tells a late one-off task whole', () => {
    const card = cardOf(taskCommand, '1');
    expect(card.tone).toBe('bad');
    expect(card.view).toBe('查看 1');
    expect(textOf(taskCommand, '1')).toBe(
      [
        '【#1 举办职工书画展】🔴 逾期 · 4月30日 周四到期,已逾期12天',
        '4月下旬:举办职工书画展,展出作品80件。',
        '时限:“4月下旬” 4月21日—4月30日',
        '截止:4月30日 周四',
        '责任领导:王明',
        '责任单位:宣教部',
        '部分:一、宣传教育 › (一)文化活动',
        '还可以说:进展 1 … · 延期 1 到… 因… · 交办 1 某人 · 修改 1 时限 …',
        '▸ 可发送:完成 1(办结) | 记录 1',
      ].join('\n'),
    );
  });

  it('draws targets against the share of time gone, and the last progress', () => {
    const said = textOf(taskCommand, '2');
    expect(said).toContain('🟡 临期 · 序时应达39%,实达25%,差14个百分点');
    expect(said).toContain('参训(新增) ▓▓▓░░░░░░░ 50/200人 · 25%(序时39%)');
    expect(said).toContain('▎进展\n· 5月7日 15:20 李芳:场地已定 30%');
    expect(said).toContain('上报 2 数量');
  });

  it('offers every open period of a recurring task that has begun, the one in question first', () => {
    expect(saysOn(cardOf(taskCommand, '3'))).toEqual(['完成 3 2026-W19', '完成 3 2026-W20', '记录 3']);
    const said = textOf(taskCommand, '3');
    expect(said).toContain('应办的一期:第19周(5月4日—5月10日)');
    expect(said).toContain('逾期未办结:第19周');
    expect(textOf(taskCommand, '4')).toContain('本期:5月\n截止:5月31日 周日\n各期:已办结1/9期');
  });

  it('of a closed task tells who and when, and offers no closing', () => {
    const card = cardOf(taskCommand, '5');
    expect(card.tone).toBe('good');
    expect(saysOn(card)).toEqual(['记录 5']);
    expect(textOf(taskCommand, '5')).toContain('办结:周敏 5月12日 08:30');
    expect(textOf(taskCommand, '5')).toContain('重开 5');
  });

  it('keeps the original date and the number of extensions in sight', () => {
    const said = textOf(taskCommand, '6');
    expect(said).toContain('截止:9月30日 周三(延期1次,原定8月31日 周一)');
    expect(said).toContain('▎延期\n· 8月31日 周一 → 9月30日 周三:会场装修');
  });

  it('of a cancelled task tells why, and offers nothing but its history', () => {
    expect(textOf(taskCommand, '8')).toContain('取消:天气(周敏 5月5日 09:00)');
    expect(saysOn(cardOf(taskCommand, '8'))).toEqual(['记录 8']);
  });

  it.each(HOSTILE_TITLES)('shows %s as it was typed', (title) => {
    const workspace = anOffice({ tasks: [aTask({ title, text: `${title}。` })] });
    const said = textOf(taskCommand, '1', { workspace });
    expect(said).toContain(`【#1 ${title}】`);
    expect(said).toContain(`\n${title}。\n`);
  });

  it('shows a long title whole, and stays within a card however long everything is', () => {
    const long = (word: string, length: number) => word.repeat(length);
    const title = long('题', 900);
    const lines = Array.from({ length: 20 }, () => ({ text: long('进', 2000), by: 'u1', at: instant('2026-05-01') }));
    const task = aTask({
      title,
      text: long('文', 5000),
      section: [long('章', 500), long('节', 500)],
      leaders: [long('甲', 2000)],
      units: Array.from({ length: 50 }, () => long('部', 100)),
      owners: [long('乙', 2000)],
      schedule: aSchedule({ stated: long('时', 2000), freq: 'weekly' }),
      targets: Array.from({ length: 12 }, (_, index) =>
        aTarget({ id: `t${index}`, name: long('标', 300), unit: long('个', 50) }),
      ),
      progress: lines,
      extensions: lines.map(({ text }) => ({
        period: null,
        from: null,
        to: '2026-12-01',
        reason: text,
        late: false,
        by: 'u1',
        at: instant('2026-05-01'),
      })),
    });
    const workspace = aWorkspace({ tasks: [task] });
    const card = cardOf(taskCommand, '1', { workspace });
    expect(textOf(taskCommand, '1', { workspace })).toContain(`\n${title}\n`);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(26_000);
  });
});
