import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-01-05' };
const tasksOf = (text: string, title = '某工会2026年工作计划') =>
  readPlanText(`${title}\n${text}`, OPTIONS).plans.flatMap(({ tasks }) => tasks);

/** What stands near a rule and is not meant by it: each of these was once read wrongly. */
describe('as many tasks as there are lines of work', () => {
  it.each<[why: string, text: string, count: number]>([
    [
      'a deed behind its name in a frame, with when and who below',
      '【党建引领】开展主题党日活动\n时间:6月\n责任人:张伟\n【文体活动】举办职工运动会\n时间:10月\n责任人:李娜',
      2,
    ],
    [
      'deeds behind names in frames',
      '【送温暖】走访慰问困难职工\n【送清凉】慰问高温一线职工\n【送健康】组织职工体检\n责任单位:生活部',
      3,
    ],
    [
      'deeds behind quarters in frames',
      '【一季度】送温暖走访慰问\n【二季度】职工健步走\n【四季度】职工冬季运动会\n以上活动由工会负责组织实施,各分会配合。',
      3,
    ],
    [
      'lines of similar length under a longer title',
      '一、主要工作\n开展春节期间困难职工走访慰问送温暖活动,覆盖全部车间班组\n组织机关干部职工参加春季健步走和植树等活动,展现职工风采\n举办女职工维权知识讲座和心理健康辅导等活动,关爱女工健康\n承办全区职工职业技能大赛焊工钳工电工的比赛,选拔技能好手',
      4,
    ],
    [
      'pieces under a number without stops',
      '1.文体活动\n举办职工篮球赛1场\n举办职工羽毛球赛1场\n开展健步走活动2次\n举办书画展1期\n2.义诊',
      6,
    ],
    ['workshops counted in a row', '1.6月组织一、二、三车间职工开展技能比武,评选优胜者。\n2.举办义诊。', 2],
    [
      'an agenda behind a comma',
      '3月,召开职工代表大会,听取行政工作报告;审议财务预算报告;签订集体合同。\n4月,义诊。',
      2,
    ],
    ['figures in bullets of a section', '## 二、工作目标\n- 目标:新增会员100人\n- 标准:建成职工之家5个', 2],
    ['a bullet that ends with a colon', '一、工作\n- 举办座谈会,听取意见:\n- 走访一线职工', 2],
    [
      'one paragraph and its rate under a numbered heading',
      '### 1. 送温暖活动\n春节前走访困难职工50户。\n慰问金从工会经费列支,标准为每户1000元。\n### 2. 义诊\n5月义诊。',
      2,
    ],
    [
      'bullets below who answers for their section',
      '## 一、组织建设\n**责任部门:** 工会办\n- 换届选举\n- 发展会员50人',
      2,
    ],
    [
      'months and what is done in them, one above a sentence',
      '1月 迎春慰问\n3月 女工插花\n组织女职工50人插花。\n5月 护士节\n表彰优秀护士。\n10月 重阳登高\n12月 年终总结',
      6,
    ],
    [
      'a colon in a name',
      '3月:开展“巾帼建功:她力量”系列活动;组织女职工体检;举办维权讲座1场。\n4月:义诊。\n5月:表彰。',
      5,
    ],
    ['pieces under a bullet', '- 文体活动\n篮球赛1场\n羽毛球赛1场\n健步走2次\n书画展1期\n- 义诊', 5],
    ['workshops in a row at the head of a line', '1.劳动竞赛\n一、二、三车间5月开展质量竞赛\n2.义诊', 2],
    ['numbers in key frames beyond nine', '🔟 举办运动会\n1️⃣1️⃣ 年终表彰', 2],
  ])('%s', (_why, text, count) => {
    const title = text.includes('春季健步走和植树')
      ? '某某市某某区某某街道总工会机关二〇二六年度重点工作任务清单及推进安排的有关意见'
      : undefined;
    expect(tasksOf(text, title)).toHaveLength(count);
  });
});

describe('work that is not taken for words about it', () => {
  it.each([
    '1.坚持服务职工的原则。全年走访慰问困难职工100户,6月底前完成。',
    '2.研究制定困难职工帮扶原则',
    '2.遵循量力而行的原则。组织教师春游、秋游。',
    '2.宣传工会经费使用的原则。',
    '工会经费按季度足额上缴,3月底前完成清算。',
    '工会经费按时足额上缴市总工会,做到应收尽收。',
    '2026年,工会将以更加务实的作风走访慰问困难职工、帮扶困难家庭。',
    '以高度的责任感做好困难职工建档立卡工作。',
    '(五一前后视情况组织职工踏青一次)',
  ])('%s', (line) => {
    expect(tasksOf(`一、主要工作\n${line}\n二、其他工作\n1.义诊。`).map(({ text }) => text)).toContain(line);
  });

  it.each([
    ['某工会2026年3月工作计划', '1.走访慰问困难职工,共评选先进女职工10名。'],
    ['某工会2026年下半年工作计划', '上半年,困难职工档案已更新,现继续跟踪走访50户。'],
    ['某工会2026年下半年工作计划', '上半年,困难职工建档未完成的,9月底前全部建档。'],
  ])('in %s: %s', (title, line) => {
    expect(tasksOf(`${line}\n2.义诊。`, title).map(({ text }) => text)).toContain(line);
  });
});

it('lines of a plan named after its month say how many there will be', () => {
  const lines = ['走访困难职工,共慰问20人。', '举办讲座,共培训100人次。'];
  expect(tasksOf(lines.join('\n'), '某工会2026年3月工作计划').map(({ text }) => text)).toEqual(lines);
});

describe('times that stay', () => {
  it.each<[text: string, end: string | null, freq: string | null]>([
    ['6月底前已签约企业全部建立工会组织。', '2026-06-30', null],
    ['1月至12月按月报送工会统计报表', '2026-12-31', 'monthly'],
    ['3月至11月逐月走访一线班组', '2026-11-30', 'monthly'],
    ['全年按周更新宣传栏', '2026-12-31', 'weekly'],
    ['3月至10月,按月组织健步走', '2026-10-31', 'monthly'],
    ['财务预算审查3月完成。', '2026-03-31', null],
    ['财务审计6月启动,9月结束', '2026-09-30', null],
    ['春节前已走访的困难户建立档案', '2026-02-16', null],
    ['6月底前签订目标责任书,年底考核兑现。', '2026-12-31', null],
  ])('%s', (text, end, freq) => {
    const [task] = tasksOf(`1.${text}\n2.义诊。`);
    expect([task?.schedule.end, task?.schedule.freq]).toEqual([end, freq]);
  });
});

describe('tables whose empty cells are empty', () => {
  const rowsOf = (rows: readonly string[]) =>
    tasksOf(rows.join('\n'), '某工会2026年活动安排').map(({ title, units, schedule }) => [
      title,
      units.join(),
      schedule.end,
    ]);

  it('a row with an empty first cell that ends early is the next activity of its month', () => {
    expect(
      rowsOf([
        '月份\t工作内容\t责任部门\t配合部门',
        '3月\t女工讲座\t女工委\t宣教部',
        '\t植树活动\t文体部',
        '4月\t健步走\t文体部\t女工委',
      ]),
    ).toEqual([
      ['女工讲座', '女工委', '2026-03-31'],
      ['植树活动', '文体部', '2026-03-31'],
      ['健步走', '文体部', '2026-04-30'],
    ]);
  });

  it('a time no list of words holds is none of the work', () => {
    expect(
      rowsOf(['月份\t活动内容\t参加人员\t责任部门', '1月\t走访慰问\t困难职工\t工会', '择机\t外出考察\t工会']).map(
        ([title]) => title,
      ),
    ).toEqual(['走访慰问', '外出考察']);
  });

  it('a row that lacks its end keeps its cells in their places', () => {
    const rows = [
      '序号\t活动名称\t活动地点\t时间\t责任部门',
      '1\t歌咏赛\t礼堂\t5月\t文体部',
      '2\t书画展\t文化中心',
      '3\t义诊\t广场\t7月',
    ];
    expect(rowsOf(rows)).toEqual([
      ['歌咏赛', '文体部', '2026-05-31'],
      ['书画展', '', null],
      ['义诊', '', '2026-07-31'],
    ]);
  });

  it('备注 alone between two rows does not end them', () => {
    const rows = [
      '序号\t工作内容\t完成时限\t责任单位',
      '1\t慰问职工\t1月底\t权益部',
      '备注',
      '2\t组织职工体检\t5月底\t生活部',
    ];
    expect(rowsOf(rows)).toContainEqual(['组织职工体检', '生活部', '2026-05-31']);
  });
});

describe('who is named for all', () => {
  it.each(['以上三项重点工作责任科室:宣教部', '以上三项工作的责任部门:宣教部'])('%s', (label) => {
    expect(tasksOf(`1.走访职工。\n2.检修风机。\n3.清理水沟。\n${label}`).map(({ units }) => units)).toEqual([
      ['宣教部'],
      ['宣教部'],
      ['宣教部'],
    ]);
  });
});

describe('a plan whose introduction looks back', () => {
  const LOOK_BACK =
    '回顾过去的一年,校工会共走访慰问教职工46人次,发放慰问金1.38万元,教工气排球队获得第三名,成绩来之不易。同时也要看到,年轻教师参与面不广。';

  it('plans all the same what stands under its headings', () => {
    const text = `${LOOK_BACK}\n一、指导思想\n以新思想为指导,团结教职工。\n二、主要工作\n1.抓好学习。每月组织一次学习。\n2.签订承诺书。`;
    expect(tasksOf(text).map(({ text }) => text)).toEqual(['1.抓好学习。每月组织一次学习。', '2.签订承诺书。']);
  });

  it('a short line that looks back and leads on opens a summary', () => {
    expect(tasksOf('现将今年工作总结如下:\n1.走访了职工46人次。\n2.完成了改造。')).toEqual([]);
  });
});

describe('what stands under what', () => {
  it('what runs inside the line of a bullet is under it, with its month and who answers', () => {
    const text = '第二季度\n● 6月,抓好系列活动(责任人:林晓):①征集隐患线索300条;②举办抢答赛。\n● 签订集体合同。';
    expect(tasksOf(text).map(({ leaders, schedule }) => [leaders.join(), schedule.start])).toEqual([
      ['林晓', '2026-06-01'],
      ['林晓', '2026-06-01'],
      ['', '2026-04-01'],
    ]);
  });

  it('bullets that name deeds have each the time below them', () => {
    const text = '- **春季健步走**\n  - **时间:** 4月\n- **职工运动会**\n  - **时间:** 10月';
    expect(tasksOf(text).map(({ schedule }) => schedule.end)).toEqual(['2026-04-30', '2026-10-31']);
  });

  it('a name in a frame below a month is of that month', () => {
    const text = '3月\n【女神节】\n插花沙龙,60人参加\n4月\n【读书月】\n读书分享会2场';
    expect(tasksOf(text).map(({ schedule }) => schedule.end)).toEqual(['2026-03-31', '2026-04-30']);
  });

  it('a month without a list ends the list of the month before', () => {
    const text = '七月\n(一)受理申请。\n(二)由监事会查核上半年经费收支。\n\n八月\n举办家庭日,安排亲子闯关。负责人:林晓';
    expect(tasksOf(text).map(({ section, schedule }) => [section.join('/'), schedule.end])).toEqual([
      ['七月', '2026-07-31'],
      ['七月', '2026-07-31'],
      ['八月', '2026-08-31'],
    ]);
  });

  it('an item of whole sentences in front of a table is work of its own', () => {
    const text =
      '1.夯实基础。完成换届。\n2.改进作风。干部要沉到车间,建立诉求台账,做到件件有回音。\n附:活动安排表\n序号\t活动内容\t时间\t责任部门\n1\t送清凉\t7月\t生活部\n2\t羽毛球赛\t9月\t文体部';
    expect(tasksOf(text).map(({ title, units }) => [title, ...units])).toEqual([
      ['夯实基础'],
      ['改进作风'],
      ['送清凉', '生活部'],
      ['羽毛球赛', '文体部'],
    ]);
  });

  it('what the page lists behind the last item takes nothing of it', () => {
    const text =
      '(一)抓培训。举办培训班2期。\n(二)严管经费。开展经费审计,审查面达到60%,建立台账。\n责任领导:林晓\n\n【相关信息】\n· 镇妇联召开执委会议\n· 关于春节期间值班安排的通知';
    expect(tasksOf(`五、自身建设\n${text}`).map(({ title, leaders }) => [title, leaders.join()])).toEqual([
      ['抓培训', ''],
      ['严管经费', '林晓'],
    ]);
  });

  it('who is named below the list of an item with words of its own answers for each of it', () => {
    const text = '(三)丰富生活。今年办好以下活动:\n①5月举办运动会,设三人篮球等项目;\n②7月放映露天电影。\n责任领导:林晓';
    expect(tasksOf(text).map(({ leaders, targets }) => [leaders.join(), targets.length])).toEqual([
      ['林晓', 0],
      ['林晓', 0],
    ]);
  });

  it('a deed of a month that begins with whom it is for is a deed', () => {
    expect(tasksOf('5月:开展义诊;为住院病区职工放映露天电影。\n6月:表彰。').map(({ text }) => text)).toEqual([
      '5月:开展义诊;',
      '为住院病区职工放映露天电影。',
      '6月:表彰。',
    ]);
  });

  it('months with what they are about, each above a sentence', () => {
    const text =
      '一月 暖心迎春\n走访老党员8名;召开组织生活会。\n负责人:林晓\n\n四月 缅怀英烈\n赴陵园敬献花篮,聆听红色故事。\n负责人:周敏';
    expect(tasksOf(text).map(({ leaders, schedule }) => [leaders.join(), schedule.end])).toEqual([
      ['林晓', '2026-01-31'],
      ['林晓', '2026-01-31'],
      ['周敏', '2026-04-30'],
    ]);
  });

  it('the next part of a collection is no link, whatever is offered above it', () => {
    const text =
      '篇一:小学工会2026年工作计划\n1.走访教师。\n【拓展阅读】工会主席述职报告(5篇) 提案范文大全\n篇二:机械公司工会2026年下半年工作计划\n1.设立攻关岗15个。';
    const { plans } = readPlanText(text, OPTIONS);
    expect(plans.map(({ title, tasks }) => [title, tasks[0]?.schedule.end ?? null])).toEqual([
      ['篇一:小学工会2026年工作计划', null],
      ['篇二:机械公司工会2026年下半年工作计划', '2026-12-31'],
    ]);
  });

  it('a bracket at the end names a committee and all of the groups', () => {
    expect(
      tasksOf(
        '1.组织健步走(3月8日上午),当天值班的另行安排。(女职工委员会)\n2.举办运动会,设两人三足等项目。(工会办公室、各工会小组)',
      ).map(({ units, targets }) => [...units, targets.length]),
    ).toEqual([
      ['女职工委员会', 0],
      ['工会办公室', '各工会小组', 0],
    ]);
  });
});
