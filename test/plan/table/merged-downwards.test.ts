import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const read = (text: string) => readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);
const facts = (text: string) =>
  read(text).map((task) => [
    task.title,
    task.schedule.start,
    task.schedule.end,
    task.leaders.join(),
    task.units.join(),
  ]);

describe('a month merged downwards over several rows', () => {
  const WANTED = [
    ['义诊进社区', '2026-03-01', '2026-03-31', '彭丽', '内科'],
    ['护眼讲堂', '2026-03-01', '2026-03-31', '冼青', '眼科'],
    ['膳食展板', '2026-04-01', '2026-04-30', '何敏', '营养科'],
  ];
  const HEAD = ['月份', '活动内容', '责任科室', '负责人'];
  const ROWS = [
    ['3月', '义诊进社区', '内科', '彭丽'],
    ['', '护眼讲堂', '眼科', '冼青'],
    ['4月', '膳食展板', '营养科', '何敏'],
  ];
  const stacked = (rows: string[][], joint: string): string =>
    rows
      .flat()
      .filter((cell) => cell !== '')
      .join(joint);
  const wide = (rows: string[][]): string =>
    rows.map(([month = '', ...cells]) => `${month.padEnd(8)}${cells.join('      ')}`).join('\n');
  it.each([
    ['one cell a line', stacked([HEAD, ...ROWS], '\n')],
    ['one cell a line, blank lines between', stacked([HEAD, ...ROWS], '\n\n')],
    ['one cell a line, a bar alone between', stacked([HEAD, ...ROWS], '\n|\n')],
    [
      'one cell a line, a page mark between',
      stacked([HEAD, ...ROWS], '\n').replace('\n4月', '\n—第 1 页 共 2 页—\n4月'),
    ],
    [
      'the head again behind a page mark',
      stacked([HEAD, ...ROWS], '\n').replace('\n4月', `\n- 1 -\n${HEAD.join('\n')}\n4月`),
    ],
    ['wide spaces, rows set in', wide([HEAD, ...ROWS])],
    ['tabs', [HEAD, ...ROWS].map((row) => row.join('\t')).join('\n')],
  ])('%s', (_how, text) => {
    expect(facts(`卫生院2026年活动安排\n${text}`)).toEqual(WANTED);
  });
});

describe('months merged downwards beside a column of last days', () => {
  const WANTED = [
    ['签订责任书', '2026-01-01', '2026-01-15', '安环部'],
    ['车辆检查', '2026-01-01', '2026-01-20', '车队'],
    ['复工培训', '2026-02-01', '2026-02-28', '人资部'],
  ];
  const facts = (text: string) =>
    read(text).map(({ title, schedule, units }) => [title, schedule.start, schedule.end, units.join()]);
  it.each([
    [
      'with remarks here and there',
      '月份\n工作重点\n责任部门\n完成时间\n备注\n1月\n签订责任书\n安环部\n1月15日\n车辆检查\n车队\n1月20日\n查看轮胎\n2月\n复工培训\n人资部\n2月底\n全员到课',
    ],
    [
      'without remarks',
      '月份\n工作重点\n责任部门\n完成时限\n1月\n签订责任书\n安环部\n1月15日\n车辆检查\n车队\n1月20日\n2月\n复工培训\n人资部\n2月底',
    ],
    [
      'in tabs',
      '月份\t工作重点\t责任部门\t完成时间\n1月\t签订责任书\t安环部\t1月15日\n\t车辆检查\t车队\t1月20日\n2月\t复工培训\t人资部\t2月底',
    ],
  ])('%s', (_how, text) => {
    expect(facts(text)).toEqual(WANTED);
  });
});

describe('heads of odd shape', () => {
  const ROWS =
    '1\n|\n整理荣誉室\n|\n3月\n|\n彭丽\n|\n? |\n已完成\n|\n? |\n2\n|\n评选标兵\n|\n5月\n|\n何敏\n|\n? |\n? |\n正在征集\n|';
  it('a kind before the number, states below one name, and cells that could not be shown', () => {
    const head = ['部门', '序号', '工作内容', '完成时间', '责任人', '完成情况', '已完成', '未完成及原因'].join('\n|\n');
    expect(facts(`${head}\n|\n${ROWS}\n`).map(([title, , end, who]) => [title, end, who])).toEqual([
      ['整理荣誉室', '2026-03-31', '彭丽'],
      ['评选标兵', '2026-05-31', '何敏'],
    ]);
  });

  it('a line that names the table is no column of it', () => {
    const text =
      '具体工作:\n时间 |\n活动内容 |\n参加范围 |\n一月 |\n春节送温暖 |\n全体职工 |\n二月 |\n登山比赛 |\n青年职工 |';
    expect(facts(text).map(([title, start]) => [title, start])).toEqual([
      ['春节送温暖', '2026-01-01'],
      ['登山比赛', '2026-02-01'],
    ]);
  });

  it('全年 in a row of December names the thing', () => {
    const text = '月份\t工作内容\t责任科室\n11月\t评选标兵\t工会\n12月\t全年活动资料归档\t办公室';
    expect(facts(text)[1]?.slice(1, 3)).toEqual(['2026-12-01', '2026-12-31']);
  });
});

describe('who answers, merged downwards in a sheet pasted with tabs', () => {
  const HEAD = '序号\t工作任务\t责任领导\t责任科室\t完成时限';
  const namesOf = (rows: readonly string[]) =>
    read([HEAD, ...rows].join('\n')).map(({ leaders, units, schedule }) => [
      leaders.join(),
      units.join(),
      schedule.end,
    ]);

  it('goes on below until a section ends, or somebody else is named', () => {
    const rows = [
      '一、宣传\t\t\t\t',
      '1\t开展宣讲\t林晓\t宣教科\t3月底前',
      '2\t办好专栏\t\t\t5月底前',
      '3\t编印手册\t\t\t6月底前',
      '4\t推荐先进\t\t劳模科\t6月底前',
      '二、保障\t\t\t\t',
      '5\t走访职工\t周敏\t权益科\t9月底前',
      '6\t举办义诊\t\t\t10月底前',
    ];
    expect(namesOf(rows)).toEqual([
      ['林晓', '宣教科', '2026-03-31'],
      ['林晓', '宣教科', '2026-05-31'],
      ['林晓', '宣教科', '2026-06-30'],
      ['林晓', '劳模科', '2026-06-30'],
      ['周敏', '权益科', '2026-09-30'],
      ['周敏', '权益科', '2026-10-31'],
    ]);
  });

  it('gives nobody a last day', () => {
    const rows = [
      '一、宣传\t\t\t\t',
      '1\t开展宣讲\t林晓\t宣教科\t3月底前',
      '2\t办好专栏\t\t\t',
      '3\t编印手册\t\t\t',
      '二、保障\t\t\t\t',
      '4\t走访职工\t周敏\t权益科\t9月底前',
      '5\t举办义诊\t\t\t',
    ];
    expect(namesOf(rows)).toEqual([
      ['林晓', '宣教科', '2026-03-31'],
      ['林晓', '宣教科', null],
      ['林晓', '宣教科', null],
      ['周敏', '权益科', '2026-09-30'],
      ['周敏', '权益科', null],
    ]);
  });

  it('is nobody where few cells are empty: nobody may answer for them', () => {
    const rows = [
      '1\t开展慰问\t张伟\t权益部\t1月底',
      '2\t组织体检\t\t\t',
      '3\t举办运动会\t李娜\t文体部\t10月底',
      '4\t建设书屋\t王芳\t\t',
    ];
    expect(namesOf(rows)).toEqual([
      ['张伟', '权益部', '2026-01-31'],
      ['', '', null],
      ['李娜', '文体部', '2026-10-31'],
      ['王芳', '', null],
    ]);
  });

  it('is nobody where a section begins with nobody', () => {
    const rows = ['1\t开展宣讲\t\t宣教科\t3月底前', '2\t办好专栏\t林晓\t宣教科\t', '3\t推荐先进\t\t宣教科\t'];
    expect(namesOf(rows).map(([leader]) => leader)).toEqual(['', '林晓', '']);
  });
});

describe('weeks merged downwards whose rows have one cell less', () => {
  it('stand above the row that ends with names', () => {
    const text = '周次\t工作内容\t负责人\n第1周(3月)\t办理报到\t林晓\n召开例会\t周敏\n第2周(3月)\t检查宿舍\t何建国';
    expect(read(text).map(({ title, leaders, schedule }) => [title, leaders.join(), schedule.end])).toEqual([
      ['办理报到', '林晓', '2026-03-31'],
      ['召开例会', '周敏', '2026-03-31'],
      ['检查宿舍', '何建国', '2026-03-31'],
    ]);
  });
});

describe('a kind merged downwards whose rows lack its cell', () => {
  it('is dealt by what the cells say, also where a remark is lacking at the end', () => {
    const text = [
      '序号\t类别\t工作任务\t具体措施\t责任领导\t责任单位\t完成时限',
      '1\t组织建设\t换届选举\t指导分会按程序换届。\t林晓\t人事股\t4月底前',
      '2\t会籍管理\t更新会员信息,办理接转。\t周敏\t办公室\t每季度',
      '3\t普惠服务\t走访慰问\t落实五必访制度。\t周敏\t牵头单位:建设管理股;配合单位:办公室\t9月底前',
    ].join('\n');
    expect(
      read(text).map(({ title, leaders, units, supportingUnits, schedule }) => [
        title,
        leaders.join(),
        units.join(),
        supportingUnits.join(),
        schedule.end ?? schedule.freq,
      ]),
    ).toEqual([
      ['换届选举', '林晓', '人事股', '', '2026-04-30'],
      ['会籍管理', '周敏', '办公室', '', 'quarterly'],
      ['走访慰问', '周敏', '建设管理股', '办公室', '2026-09-30'],
    ]);
  });

  it('a part of the month in the cell of its activity is of the month of the row', () => {
    const text = '月份\t活动内容\t负责部门\n6月\t上旬举办开放日,招募30组\t办公室\n7月\t送清凉\t女工委';
    expect(read(text).map(({ schedule }) => schedule.end)).toEqual(['2026-06-10', '2026-07-31']);
  });
});

describe('a dated step of a cell with several deeds', () => {
  it('gives each of them its month and the owner of the row', () => {
    const text =
      '序号\t工作项目\t时序进度\t责任领导\n1\t五一活动\t3月:完成推荐。4月:召开座谈会;举办书画展。\t林晓\n2\t义诊\t5月:排班。6月:进村。\t周敏';
    expect(read(text).map(({ text, schedule, leaders }) => [text, schedule.end, leaders.join()])).toEqual([
      ['3月:完成推荐。', '2026-03-31', '林晓'],
      ['4月:召开座谈会;', '2026-04-30', '林晓'],
      ['举办书画展。', '2026-04-30', '林晓'],
      ['5月:排班。', '2026-05-31', '周敏'],
      ['6月:进村。', '2026-06-30', '周敏'],
    ]);
  });
});
