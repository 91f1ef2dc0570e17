import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deedsOfProse } from '../../../src/plan/outline/deeds-of-prose.ts';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const tasksOf = (text: string) =>
  readPlanText(text, { year: 2026, today: '2026-01-10' }).plans.flatMap(({ tasks }) => tasks);

describe('a paragraph without numbers', () => {
  it.each([
    ['with one time is one deed', '4月召开职工代表大会。会前征集提案。', 1],
    ['with the same time twice is one deed', '4月召开职工代表大会。4月同时公布厂务。', 1],
    ['with different times is as many', '4月召开职工代表大会。9月举办运动会。', 2],
    ['keeps what leans on the sentence before', '4月召开职工代表大会。其中要安排述职。9月举办运动会。', 2],
    ['is apart from what only names it', '民主管理要走在前面。4月召开职工代表大会。9月举办运动会。', 2],
    ['counts a deed in front that has no time', '组织团员竞选12名委员。4月底前聘任辅导员。每周一升旗。', 3],
    [
      'between semicolons',
      '办好职工广播站,每周播音3次;继续抓好食堂评比,每月公布结果;加强合唱队训练,力争在比赛中获奖。',
      3,
    ],
    ['with who meets how often', '党员大会每季度召开一次,支委会每月召开一次,党课每半年安排一次。', 3],
    ['keeps commas between other words', '党员大会每季度召开一次,由书记主持,支委会每月召开一次。', 1],
    ['with a figure in each sentence is as many', '新设先锋岗8个,公开承诺。组建义诊小分队,义诊12场。', 2],
    ['with a figure and then a time', '改善候诊环境,建成母婴室2间。邀请专家下半年授课。', 2],
    ['for whom and facing whom', '为女职工开展筛查,筛查率95%。面向全厂征集建议50条。', 2],
    ['with its season in front', '高温季节,工会将走访岗位30个。继续办好夜校,培训200人。', 2],
    ['with a figure in one of two sentences is one deed', '新设先锋岗8个,公开承诺。组建义诊小分队,到各村义诊。', 1],
    ['with figures of what another does is one deed', '新设先锋岗8个,公开承诺。先锋岗每岗接待群众200人次。', 1],
    ['counts a deed without a time', '4月召开职工代表大会。建立困难职工台账并逐户走访。9月举办运动会。', 3],
  ])('%s', (_, text, count) => {
    const { theme, deeds } = deedsOfProse(text, 2026);
    expect(deeds).toHaveLength(count);
    expect([theme, ...deeds].join('')).toBe(text);
  });

  it.each([
    [
      '提升服务水平。上线会员小程序,方便职工办事。完成老照片的扫描。',
      ['上线会员小程序,方便职工办事。', '完成老照片的扫描。'],
    ],
    ['上线会员小程序,方便职工办事。完成老照片的扫描。', ['上线会员小程序,方便职工办事。完成老照片的扫描。']],
    [
      '去年建成2家书屋,运行良好。今年要再建3家书屋,方便职工借阅。',
      ['去年建成2家书屋,运行良好。', '今年要再建3家书屋,方便职工借阅。'],
    ],
  ])('under no heading %s', (text, deeds) => {
    expect(deedsOfProse(text, 2026, true).deeds).toEqual(deeds);
    expect(deedsOfProse(text, 2026, false).deeds).toEqual([text]);
  });

  it('has a name and what was told of before left out', () => {
    const plan = readPlanText(
      '职工书屋2026年工作计划\n\n为做好工作,制定本计划。\n加强馆藏建设。全年采购新书800册。8月清点藏书。\n去年书屋已接待读者三千人次,反响很好。今年要增设夜间开放,6月底前试行。\n书架老化的问题,读者反映较多,已向上级申请经费。',
      { year: 2026, today: '2026-01-10' },
    );
    expect(plan.plans.flatMap(({ tasks }) => tasks.map(({ text }) => text))).toEqual([
      '全年采购新书800册。',
      '8月清点藏书。',
      '今年要增设夜间开放,6月底前试行。',
    ]);
    expect(plan.skipped.map(({ text, reason }) => [text.slice(0, 8), reason])).toEqual(
      expect.arrayContaining([
        ['加强馆藏建设。', 'heading'],
        ['去年书屋已接待读', 'past-work'],
      ]),
    );
  });

  it('keeps all words, whatever they are', () => {
    const words = fc.constantFrom(
      '4月召开大会',
      '去年完成5次',
      '加强学习',
      '其中3场',
      '。',
      ';',
      ',',
      '每月1次',
      '新建2家',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), fc.boolean(), (all, isFree) => {
        const { theme, deeds } = deedsOfProse(all.join(''), 2026, isFree);
        expect([theme, ...deeds].join('')).toBe(all.join(''));
      }),
    );
  });

  it('gives each deed its own time', () => {
    expect(
      tasksOf('工会工作计划\n\n4月召开职工代表大会,征集提案20条。每季度走访困难职工家庭。年底前完成会员信息更新。').map(
        ({ schedule }) => [schedule.end, schedule.freq],
      ),
    ).toEqual([
      ['2026-04-30', null],
      [null, 'quarterly'],
      ['2026-12-31', null],
    ]);
  });
});

describe('paragraphs with who answers below', () => {
  it('are a task each', () => {
    const text =
      '某村工会2026年打算\n今年把工作做细。\n会员的底子要摸清。3月份挨户登记,建一本名册。\n负责人：吴长根\n新开的仓库6月底前建会,发展会员60人。（负责人：李小满）\n砖厂的安全每月去看一回。责任人：张国柱\n年底前召开会员大会,请会员打分。';
    expect(tasksOf(text).map(({ leaders, schedule }) => [leaders, schedule.end ?? schedule.freq])).toEqual([
      [['吴长根'], '2026-03-31'],
      [['李小满'], '2026-06-30'],
      [['张国柱'], 'monthly'],
      [[], '2026-12-31'],
    ]);
  });
});

describe('a sentence that opens with its month', () => {
  it('lends it to no deed in front of it', () => {
    const text =
      '某村工会工作打算\n春节前走访困难职工20户。\n农忙过后办一场篮球赛,地点在文化广场。十月份配合司法所搞一次欠薪排查。';
    const [, game, check] = tasksOf(text);
    expect(game).toMatchObject({ schedule: { start: null, end: null } });
    expect(check).toMatchObject({ schedule: { start: '2026-10-01', end: '2026-10-31' } });
  });

  it('stays with words that are no deed', () => {
    expect(tasksOf('某村工会工作打算\n春节前走访困难职工20户。\n读书活动要办得热闹。三月组织启动仪式。')).toHaveLength(
      2,
    );
  });
});

describe('a month’s theme', () => {
  it('is no deed, and its month holds for the sentences behind it', () => {
    const tasks = tasksOf(
      '春季工作计划\n\n指导思想略。\n五月重点抓好劳动教育。举办整理书包比赛。5月20日前上报材料。六月下旬召开总结会。',
    );
    expect(tasks.map(({ schedule }) => schedule.end)).toEqual(['2026-05-31', '2026-05-20', '2026-06-30']);
  });
});

describe('months', () => {
  it.each([
    ['with a theme behind', '★3月  主题:“志愿红”\n①开展义务理发;②清理楼道。\n★4月  主题:“缅怀先烈”\n到烈士陵园祭扫。'],
    ['with a theme in quotation marks', '3月“志愿红”\n①开展义务理发;②清理楼道。\n4月“缅怀先烈”\n到烈士陵园祭扫。'],
    [
      'one of them with a stray number',
      '三月份:1、开展义务理发;2、清理楼道。\n2、四月份:1、到烈士陵园祭扫;2、讲党史。\n五月份:1、慰问。',
    ],
  ])('%s head what stands below', (_, text) => {
    const ends = tasksOf(`党支部活动计划\n\n${text}`).map(({ schedule }) => schedule.end);
    expect(ends.slice(0, 3)).toEqual(['2026-03-31', '2026-03-31', '2026-04-30']);
  });
});

it('a label in a cell is no part of the name', () => {
  expect(
    tasksOf('序号\t工作事项\t责任人\t时限\n1\t更新水泵\t责任人:郗文\t3月底\n2\t编制报告\t责任人：万青\t6月底').map(
      ({ leaders }) => leaders,
    ),
  ).toEqual([['郗文'], ['万青']]);
});
