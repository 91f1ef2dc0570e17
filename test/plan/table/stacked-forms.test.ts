import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const read = (text: string) => readPlanText(text, { year: 2026, today: '2026-01-10' });
const facts = (text: string) =>
  read(text).plans.flatMap(({ tasks }) =>
    tasks.map((task) => [
      task.title,
      task.schedule.end,
      task.leaders.join(),
      task.units.join(),
      task.section.at(-1) ?? '',
    ]),
  );

describe('one cell a line', () => {
  it('with a kind of meeting beside what it is about, and dashes where nothing is', () => {
    const rows = [
      ['时间', '会议类型', '主题内容', '主讲人', '责任人'],
      ['1月', '支委会', '研究全年学习安排', '—', '王敏'],
      ['3月', '党课', '讲廉洁从业', '王敏', '李强'],
      ['3月', '主题党日', '到社区清扫楼道', '—', '全体党员'],
      ['5月10日', '党员大会', '讨论发展党员2名', '—', '李强'],
    ];
    expect(facts(`后勤支部2026年学习计划\n${rows.flat().join('\n')}`)).toEqual([
      ['研究全年学习安排', '2026-01-31', '王敏', '', '支委会'],
      ['讲廉洁从业', '2026-03-31', '李强', '', '党课'],
      ['到社区清扫楼道', '2026-03-31', '全体党员', '', '主题党日'],
      ['讨论发展党员2名', '2026-05-10', '李强', '', '党员大会'],
    ]);
  });

  it('with as many items in a month’s cell as there are columns', () => {
    const text =
      '协会2026年活动安排\n月份\n工作内容\n备注\n1-2月\n1.走访老会员;\n2.完成财务决算。\n3月\n1.召开代表会议(3月12日);\n2.举办棋牌比赛;\n3.组织踏青。\n4月\n1.开展业务轮训;\n2.编印会刊。\n会刊寄各分会';
    expect(facts(text).map(([title, end]) => [title, end])).toEqual([
      ['走访老会员', '2026-02-28'],
      ['完成财务决算', '2026-02-28'],
      ['召开代表会议', '2026-03-12'],
      ['举办棋牌比赛', '2026-03-31'],
      ['组织踏青', '2026-03-31'],
      ['开展业务轮训', '2026-04-30'],
      ['编印会刊', '2026-04-30'],
    ]);
  });
});

describe('a month’s cell with 一、 二、 in it, one cell a line', () => {
  const HEAD = '分会2026年文体活动安排\n月份\n内容\n备注';

  it('gives each of them', () => {
    const text = `${HEAD}\n5月\n一、举办五月歌会。\n二、举办跳绳比赛。(5月14日—30日)\n\n6月\n一、举办拔河比赛。\n二、组织踏青。\n三、慰问一线职工。\n\n7-8月\n疗休养。`;
    expect(facts(text).map(([title, end]) => [title, end])).toEqual([
      ['举办五月歌会', '2026-05-31'],
      ['举办跳绳比赛', '2026-05-30'],
      ['举办拔河比赛', '2026-06-30'],
      ['组织踏青', '2026-06-30'],
      ['慰问一线职工', '2026-06-30'],
      ['疗休养', '2026-08-31'],
    ]);
  });

  it('has a section in the item that leads to the numbers under it, and gives them its time', () => {
    const text = `${HEAD}\n3月\n一、举办体育文化节：（3月6日—30日）\n1、棋牌赛（象棋、围棋、跳棋）；\n4月\n2、趣味比赛（4月21日）；\n3、田径运动会`;
    expect(facts(text).map(([title, end, , , section]) => [title, end, section])).toEqual([
      ['棋牌赛（象棋、围棋、跳棋）', '2026-03-30', '一、举办体育文化节：（3月6日—30日）'],
      ['趣味比赛（4月21日）', '2026-04-21', ''],
      ['田径运动会', '2026-04-30', ''],
    ]);
  });
});

describe('a month’s row with a remark of its last day, one cell a line', () => {
  it('ends where the next month begins', () => {
    const text =
      '分会2026年安排表\n月份\n主要工作\n责任人\n备注\n二月\n收缴会费\n赵敏\n2月底前完成\n三月\n举办插花比赛\n李娟\n各组配合\n四月\n举办气排球赛\n王强';
    expect(facts(text).map(([title, end, leaders]) => [title, end, leaders])).toEqual([
      ['收缴会费', '2026-02-28', '赵敏'],
      ['举办插花比赛', '2026-03-31', '李娟'],
      ['举办气排球赛', '2026-04-30', '王强'],
    ]);
  });
});

describe('a row on a line, its cells apart by single spaces', () => {
  it('ends with who answers, by name or by post', () => {
    const text =
      '某支部2026年计划表\n序号 时间 内容 责任人\n一季度\n1 1月 召开组织生活会 李明\n2 3月 廉政教育1次 纪检委员\n二季度\n3 5月 走访老党员 宣传委员';
    expect(facts(text).map(([title, end, leaders]) => [title, end, leaders])).toEqual([
      ['召开组织生活会', '2026-01-31', '李明'],
      ['廉政教育1次', '2026-03-31', '纪检委员'],
      ['走访老党员', '2026-05-31', '宣传委员'],
    ]);
  });
});

describe('a row of measures with a time each, one cell a line', () => {
  it('runs from the first to the last of them', () => {
    const text =
      '某会2026年任务分解表\n序号\n重点工作\n主要措施\n责任领导\n责任部门\n完成时限\n1\n职工维权\n办理援助20件\n王海涛\n权益部\n全年\n2\n困难帮扶\n（1）慰问200户\n（2）资助30人\n李娟\n权益部\n（1）2月\n（2）9月';
    expect(facts(text).map(([title, end, leaders]) => [title, end, leaders])).toEqual([
      ['职工维权', '2026-12-31', '王海涛'],
      ['困难帮扶', '2026-09-30', '李娟'],
    ]);
  });
});

describe('steps that have a number and a time each', () => {
  it('are tasks of their own', () => {
    const text =
      '某会2026年任务表\n序号\t工作任务\t具体措施\t责任人\n1\t培养骨干\t①3月选拔学员；②4-10月授课；③11月结业考核。\t陈晨';
    expect(facts(text).map(([title, end, leaders, , section]) => [title, end, leaders, section])).toEqual([
      ['①3月选拔学员', '2026-03-31', '陈晨', '培养骨干'],
      ['②4-10月授课', '2026-10-31', '陈晨', '培养骨干'],
      ['③11月结业考核', '2026-11-30', '陈晨', '培养骨干'],
    ]);
  });
});

describe('columns apart by wide spaces', () => {
  it('a short line set in is the rest of the task above it', () => {
    const text =
      '某会2026年安排\n序号  工作任务              牵头部门    完成时间\n1     建立职工书屋3家，     宣教部      9月30日前\n      每家配书500册\n二、保障工作\n2     续保互助保障          保障部      3月31日前';
    expect(facts(text).map(([title, end, , units, section]) => [title, end, units, section])).toEqual([
      ['建立职工书屋3家，每家配书500册', '2026-09-30', '宣教部', ''],
      ['续保互助保障', '2026-03-31', '保障部', '二、保障工作'],
    ]);
  });

  it('weeks of a term may be left out', () => {
    const text =
      '某校2025-2026学年第二学期行事历\n周次 日期 工作内容\n一 3.2-3.8 收集名册\n二 3.9-3.15 女教师活动\n五 3.30-4.5 祭扫\n十一 5.11-5.17 总结';
    expect(facts(text).map(([title, end]) => [title, end])).toEqual([
      ['收集名册', '2026-03-08'],
      ['女教师活动', '2026-03-15'],
      ['祭扫', '2026-04-05'],
      ['总结', '2026-05-17'],
    ]);
  });
});

describe('a calendar of weeks', () => {
  const HEAD = '周次\t日期\t工作内容\t责任部门';
  const calendar = `小学2026年行事历\n${HEAD}\n第6周\t4月1日—4月7日\t清明节放假(4月4日—6日)\n\t\t举办读书节\t教务处\n第7周\t4月8日—4月14日\t检查放假前值班安排\t总务处`;

  it('has holidays, which are no work', () => {
    expect(facts(calendar).map(([title]) => title)).toEqual(['举办读书节', '检查放假前值班安排']);
    expect(read(calendar).skipped).toContainEqual({
      text: expect.stringContaining('清明节放假') as string,
      reason: 'heading',
    });
  });
});

describe('lines with bars that are no table', () => {
  it('are names of other pages', () => {
    expect(
      facts(
        '首页 | 走进协会 | 最新消息 | 会员福利 | 维权热线\n繁 | 简 | Eng\n协会2026年计划\n1.走访会员\n2.编印会刊',
      ).map(([title]) => title),
    ).toEqual(['走访会员', '编印会刊']);
  });
});
