import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const tasksOf = (text: string) =>
  readPlanText(text, { year: 2026, today: '2026-01-10' }).plans.flatMap(({ tasks }) =>
    tasks.map(({ text: words, schedule, leaders, units }) => [
      words.split(' | ')[0],
      schedule.end,
      [...units, ...leaders].join('、'),
    ]),
  );

const SPRING = ['组织春节慰问', '2026-01-31', '王芳'];
const MEETING = ['召开年度总结会', '2026-02-28', '李强'];

describe('rows that begin with their month, cells apart by single spaces', () => {
  it.each([
    ['on a line each', '月份 工作内容 责任人\n1月 组织春节慰问 王芳\n2月 召开年度总结会 李强'],
    [
      'with the names of columns below each other',
      '月份\n工作内容\n责任人\n1月 组织春节慰问 王芳\n2月 召开年度总结会 李强',
    ],
    ['with blank lines between', '月份 工作内容 责任人\n\n1月 组织春节慰问 王芳\n\n2月 召开年度总结会 李强'],
    ['over several lines', '月份 工作内容 责任人\n1月 组织春节慰问\n王芳\n2月 召开年度总结会\n李强'],
    ['with a page’s number between', '月份 工作内容 责任人\n1月 组织春节慰问 王芳\n第 1 页\n2月 召开年度总结会 李强'],
    [
      'with the head again',
      '月份 工作内容 责任人\n1月 组织春节慰问 王芳\n月份 工作内容 责任人\n2月 召开年度总结会 李强',
    ],
    ['with a remark', '月份 工作内容 责任人 备注\n1月 组织春节慰问 王芳 会同团委\n2月 召开年度总结会 李强'],
    [
      'with a theme in front',
      '月份 主题 工作内容 责任人\n1月 送温暖 组织春节慰问 王芳\n2月 聚合力 召开年度总结会 李强',
    ],
  ])('%s', (_, text) => {
    expect(tasksOf(text)).toEqual([SPRING, MEETING]);
  });

  it('several activities in a month are tasks of their own with the month’s people', () => {
    expect(
      tasksOf(
        '月份 活动内容 责任单位\n3月 举办妇女健康讲座\n开展植树活动 女工部\n4月 1.组织徒步 2.召开座谈会(约\n30人) 宣教部',
      ),
    ).toEqual([
      ['举办妇女健康讲座', '2026-03-31', '女工部'],
      ['开展植树活动', '2026-03-31', '女工部'],
      ['1.组织徒步', '2026-04-30', '宣教部'],
      [expect.stringMatching(/^2.召开座谈会\(约\s*30人\)$/u), '2026-04-30', '宣教部'],
    ]);
  });

  it('a name broken over two lines is one', () => {
    expect(tasksOf('月份 工作内容 责任单位\n1月 组织春节慰问 宣传\n部\n2月 召开年度总结会 办公室')[0]?.[2]).toBe(
      '宣传部',
    );
  });
});

describe('rows that begin with their number', () => {
  it('content with spaces of its own stays whole', () => {
    expect(
      tasksOf('序号 工作任务 完成时限 责任单位\n1 建立 A、B 两类台账 3月底 财务部\n2 修订 制度 6月底 办公室').map(
        ([text]) => text,
      ),
    ).toEqual([expect.stringContaining('建立 A、B 两类台账'), expect.stringContaining('修订 制度')]);
  });

  it('a name across the table is the section of what follows', () => {
    const { plans } = readPlanText(
      '序号 工作任务 责任单位\n组织建设\n1 召开职工代表大会 办公室\n维权服务\n2 开展法律咨询 权益部',
      { year: 2026, today: '2026-01-10' },
    );
    expect(plans.flatMap(({ tasks }) => tasks.map(({ section }) => section.at(-1)))).toEqual(['组织建设', '维权服务']);
  });
});

describe('columns', () => {
  it.each([
    [
      'a place is nobody who answers',
      '序号|活动|时间|地点|责任人\n1|读书会|3月|阅览室|周晓\n2|观影|4月|报告厅|何敏',
      '周晓',
    ],
    [
      'who takes part is nobody who answers',
      '序号|活动|时间|参加人员|责任人\n1|读书会|3月|读者代表|周晓\n2|观影|4月|馆员|何敏',
      '周晓',
    ],
    [
      'what is done is told by the time and the unit beside it',
      '专项检查领域|时间安排|责任单位\n危化品|3月|安监办\n特种设备|4月|质监所',
      '安监办',
    ],
  ])('%s', (_, text, who) => {
    const [first, ...others] = tasksOf(text);
    expect(others).toHaveLength(1);
    expect(first?.slice(1)).toEqual(['2026-03-31', who]);
  });
});

it.each([
  ['prose that begins with months', '月份安排如下,内容 责任人待定。\n1月 开会。\n2月 培训。'],
  ['one row alone', '月份 工作内容 责任人\n1月 组织春节慰问 王芳'],
])('%s still gives its tasks', (_, text) => {
  expect(tasksOf(text).length).toBeGreaterThan(0);
});
