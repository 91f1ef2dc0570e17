import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const texts = (text: string): string[] =>
  readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks.map((task) => task.text));

describe('items that begin with their month, on one line', () => {
  it.each([
    [
      '1、召开例会。 2、6月举办讲座。 3、7月1日组织参观。',
      ['1、召开例会。', '2、6月举办讲座。', '3、7月1日组织参观。'],
    ],
    ['1.召开例会。2.6月底前出台办法。 3.11月验收。', ['1.召开例会。', '2.6月底前出台办法。', '3.11月验收。']],
    ['1、召开例会。2、做好登记。3、4月举办讲座。', ['1、召开例会。', '2、做好登记。', '3、4月举办讲座。']],
    ['1、召开例会;2、3-5月开展走访;3、做好登记。', ['1、召开例会;', '2、3-5月开展走访;', '3、做好登记。']],
    ['1、召开例会。2、2026年5月举办讲座。', ['1、召开例会。', '2、2026年5月举办讲座。']],
  ])('%s', (line, items) => {
    expect(texts(`一、任务 ${line}`)).toEqual(items);
  });

  it.each(['1、走访企业,2、3月各一次。', '1、于7、8月送清凉。'])('are not months in a row: %s', (line) => {
    expect(texts(`一、任务\n${line}\n2、做好登记。`)[0]).toBe(line);
  });

  it('behind an owner line that has no stop', () => {
    const read = readPlanText(
      '一、县长牵头 1.修缮校舍。 责任单位:县教育局 2.5月底前出台办法。 责任单位:县财政局、县税务局 3.植树200亩。 责任单位:县林业局',
      OPTIONS,
    );
    expect(read.plans.flatMap((plan) => plan.tasks.map((task) => task.units.join()))).toEqual([
      '县教育局',
      '县财政局,县税务局',
      '县林业局',
    ]);
  });
});

describe('lines whose break is gone', () => {
  it('a list in brackets begins right behind the name of its section', () => {
    const text =
      '二、维护权益(一)推进协商。签订合同35份。\n责任单位:权益部(二)开展法律服务。每月15日坐班。\n责任单位:权益部';
    expect(texts(text)).toEqual([
      '(一)推进协商。签订合同35份。\n责任单位:权益部',
      '(二)开展法律服务。每月15日坐班。\n责任单位:权益部',
    ]);
  });

  it('months stand under the name that is glued behind other items', () => {
    const text =
      '某院工会工作计划\n一、服务\n4.改造母婴室。责任单位:后勤处 二、活跃生活 3月:春游 5月:拔河比赛 9月:慰问新人';
    expect(texts(text)).toEqual(['4.改造母婴室。责任单位:后勤处', '3月:春游', '5月:拔河比赛', '9月:慰问新人']);
  });

  it('who answers may stand in an item and below it', () => {
    const text = '一、服务\n1.新建站点5个。\n2.开办托管班。责任领导:何文娟\n责任单位:宣教部\n3.丰富活动。';
    expect(texts(text)).toEqual(['1.新建站点5个。', '2.开办托管班。责任领导:何文娟\n责任单位:宣教部', '3.丰富活动。']);
  });

  it('a name that runs into its prose tells what stands under it, not the prose', () => {
    const text =
      '某院工会工作计划\n一、重点工作\n(一)丰富文化生活 存在的主要问题是:临床科室倒班多,职工参加活动的时间难以保证。\n1、三月份:读书会\n2、四月份:登山';
    expect(texts(text)).toEqual(['1、三月份:读书会', '2、四月份:登山']);
  });
});

describe('the pages of a preview', () => {
  const PAGE = (start: string, end: string) =>
    `${start}${'组织职工参加技能比武和读书活动,推动班组建设,'.repeat(6)}${end}`;

  it('are one text although an item is cut right behind its mark', () => {
    const text = [
      `1、某厂工会工作计划 一、组织 ${PAGE('1.健全网络,', '做好登记。 2.4')}`,
      `2、月底前换届。 二、宣传 ${PAGE('1.办好橱窗,', '及时更换。 (三)基')}`,
      `3、础工作 三、服务 ${PAGE('1.走访企业,', '了解困难,')}`,
      '4、并建档。 某厂工会 2026年1月8日',
    ].join('\n\n');
    const tasks = texts(text);
    expect(tasks).toContain('2.4月底前换届。');
    expect(tasks.at(-1)).toMatch(/^1\.走访企业.*了解困难,并建档。$/u);
    expect(tasks.filter((task) => /^[2-4]、/u.test(task))).toEqual([]);
  });

  it('are not the long items of a list', () => {
    const items = [1, 2, 3].map((n) => `${n}、${PAGE(`召开第${n}次例会,`, '做好登记。')}`);
    expect(texts(`某厂工会工作计划\n${items.join('\n')}`)).toEqual(items);
  });
});
