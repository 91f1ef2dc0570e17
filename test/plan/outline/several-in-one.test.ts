import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const read = (text: string) => readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);
const texts = (text: string): string[] => read(text).map((task) => task.text);

describe('several things to do where one could be seen', () => {
  it.each([
    ['一是 behind words that nothing parts from it', '（一）建强班子固根基一是办好论坛4期。二是转正党员2名。', 2],
    ['一是 behind 今年', '（一）改善民生今年一是改造小区2个。二是新建食堂3处。三是办招聘会。', 3],
    ['首先 behind a heading', '（一）抓好项目新局面首先,完成征收120户。其次,引进项目5个。最后,回访企业。', 3],
    [
      'a list that begins elsewhere',
      '导航菜单 123.打造书房。(牵头单位:文旅局) 124.开展惠民活动。(牵头单位:文旅局) 125.建好社区。',
      3,
    ],
    ['a number left out', '1、走访企业。2、召开例会。4、慰问职工。5、评选先进。', 4],
    [
      'commas behind the numbers, under months',
      '工作计划 一月份 1,送温暖. 2,收缴会费. 二月份 1,召开大会 2,办好年会 3,召开研讨会 三月份 1,表彰',
      6,
    ],
    ['a day behind the number', '（一）计生协会：1.走访40户；2.5·29会员活动日宣传1场；3.购买保险。', 3],
    ['a year kept open', '文体计划 1、20xx年元月舞会。2、20xx年3月:毽球赛。', 2],
    ['a comma behind the number and a figure behind it', '1,春游\n2,30岁以上员工体检\n3,拔河比赛', 3],
    ['a number in brackets before a month', '1、劳动竞赛（1）竞赛产值增长8%。（2）6月底前完成对10家工会的审计。', 2],
    ['a comma before the next number', '1、一月份举办联欢,2、二月份慰问留守员工。\n3、六月份举办运动会。', 3],
    ['a number that runs into a count', '1.关爱环卫工人 2.4050人员招聘会2场\n3.义诊', 3],
    ['a number in front of a count at the head of a line', '1.义诊\n2.1200名学员轮训', 2],
    [
      'paragraphs under a number, each with its own count',
      '1、改善服务设施。\n门前安装4块展板。\n订做两张书桌,更换11把椅子。\n再添图书3000册。\n2、做好宣传。',
      5,
    ],
    ['semicolons behind a month', '四月:祭扫烈士墓;党员上示范课,不少于9节;书记讲党课。\n五月:义诊。\n六月:表彰。', 5],
    ['semicolons under a month', '四月份\n整理书屋,添置器材;组织健步走;发动投稿30篇。\n五月份\n义诊。', 4],
    ['a row of prizes', '①举行比武,评出一、二、三等奖。\n②请专家授课。', 2],
    ['sentences behind a month', '四月:清点物资。开展义诊。\n五月:义诊。\n六月:表彰。', 4],
    ['a sentence behind a month that tells more', '四月:清点物资。责任到人。\n五月:义诊。\n六月:表彰。', 3],
    ['a semicolon inside a bracket', '四月:清点物资(药品;器械)。\n五月:义诊。\n六月:表彰。', 3],
  ])('%s', (_what, text, count) => {
    expect(texts(`服务站2026年工作计划\n${text}`)).toHaveLength(count);
  });

  it('paragraphs that explain stay with their number', () => {
    const text = '1、改善服务设施。\n要听取居民意见,先急后缓。\n要用好已有场地。\n2、做好宣传。';
    expect(texts(`服务站2026年工作计划\n${text}`)).toHaveLength(2);
  });

  it.each([
    '每周二、周四下午排练',
    '逢星期一、星期五巡查',
    '分三期、四批轮训骨干',
  ])('a numeral inside a word is no number of a list: %s', (words) => {
    expect(texts(`合唱团2026年工作计划\n一、${words}\n二、参加会演\n三、录制歌曲`)[0]).toBe(`一、${words}`);
  });

  it('the last of several sentences on a line has its label for itself, clauses share theirs', () => {
    const leaders = (text: string) => read(`护理部2026年计划\n${text}`).map((task) => task.leaders.join());
    expect(leaders('4月:1.全员培训急救。2.观摩查房2次。负责人:何敏')).toEqual(['', '何敏']);
    expect(leaders('4月:1.全员培训急救;2.观摩查房2次。负责人:何敏')).toEqual(['何敏', '何敏']);
  });

  it('a last name of a section with nothing under it is a heading', () => {
    const text = '一、建章立制\n修订台账办法。\n二、设岗定责\n每月公示积分。\n三、特色创建,激发活力';
    expect(texts(`服务站2026年工作计划\n${text}`)).toEqual(['修订台账办法。', '每月公示积分。']);
  });
});

describe('lines broken at a margin', () => {
  it.each([
    [
      'behind a word that binds',
      '三、完善职工代表大会制度,不断提高代表参政议政的\n能力和水平,做好增补工作;\n四、慰问职工',
    ],
    ['inside straight quotation marks', '三、组织职工到文化广场学习"太\n极扇",参加汇演;\n四、慰问职工'],
    ['inside a bracket of names', '三、完成轮椅适配700件。(责任单位:康复部、辅具\n中心)\n四、慰问职工'],
  ])('%s', (_where, text) => {
    const tasks = read(`一、植树\n二、义诊\n${text}`);
    expect(tasks).toHaveLength(4);
    expect(tasks[2]?.text).not.toContain('\n');
  });

  it.each([
    '把牢工会工作的正确前进方向',
    '动员广大职工群众积极参与',
    '统筹做好节假日期间应急应对',
    '引导职工规范文明出行行为',
  ])('a heading that ends with the word %s is whole', (heading) => {
    const tasks = read(`一、以服务中心为牵引，${heading}\n开展竞赛12场。\n二、慰问\n走访职工30户。`);
    expect(tasks.map(({ text }) => text)).toEqual(['开展竞赛12场。', '走访职工30户。']);
  });

  it('what looks back lends its time to nothing', () => {
    const text = '回首这一年,保安队查处违停800起,全年无事故。今年计划:\n(1)补充队员10名;\n(2)二季度升级监控。';
    expect(read(`保安队工作计划\n${text}`).map((task) => task.schedule.end)).toEqual([null, '2026-06-30']);
  });
});

describe('a plan by months', () => {
  it('has quarters with their months in a bracket', () => {
    const tasks = read(
      '服务站2026年工作计划\n第一季度(1—3月)\n1.走访会员。\n2.义诊。\n\n第二季度(4—6月)\n\n本季度的重点是练兵。一是开展比武;二是签订协议。',
    );
    expect(tasks.map(({ text, schedule }) => [text, schedule.end])).toEqual([
      ['1.走访会员。', '2026-03-31'],
      ['2.义诊。', '2026-03-31'],
      ['一是开展比武;', '2026-06-30'],
      ['二是签订协议。', '2026-06-30'],
    ]);
  });

  it('gives each deed behind the label its month', () => {
    const tasks = read('服务站2026年工作计划\n四月:祭扫烈士墓;书记讲党课。\n五月:义诊。\n六月:表彰。');
    expect(tasks.map(({ text, schedule }) => [text, schedule.end])).toEqual([
      ['四月:祭扫烈士墓;', '2026-04-30'],
      ['书记讲党课。', '2026-04-30'],
      ['五月:义诊。', '2026-05-31'],
      ['六月:表彰。', '2026-06-30'],
    ]);
  });

  it('leaves a line whole where one of several is named behind its last deed', () => {
    const tasks = read('服务站2026年工作计划\n四月:祭扫烈士墓;书记讲党课。责任人:王立新\n五月:义诊。\n六月:表彰。');
    expect(tasks.map(({ leaders }) => leaders)).toEqual([['王立新'], [], []]);
  });

  it('counts what is to be done, however a summary would say it', () => {
    expect(texts('服务站2026年工作计划\n五月\n1、评选服务之星,共评选10名。\n2、义诊。')).toHaveLength(2);
  });
});

describe('what a section asks for at the end of the year', () => {
  it('begins with the plan of half a year it stands in', () => {
    const tasks = read(
      '服务站2026年下半年工作计划\n(一)走访会员。\n(二)做好年终各项工作。一是准备台账;二是谋划明年思路。',
    );
    expect(tasks.map(({ text, schedule }) => [text.slice(0, 2), schedule.start, schedule.end])).toEqual([
      ['(一', '2026-07-01', '2026-12-31'],
      ['一是', '2026-07-01', '2026-12-31'],
      ['二是', '2026-07-01', '2026-12-31'],
    ]);
  });
});
