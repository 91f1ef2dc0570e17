import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
/** `section/section/text` of every task, the way a person would check an outline. */
const outline = (text: string): string[] =>
  readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks.map((task) => [...task.section, task.text].join('/')));

describe('headings without a number', () => {
  it.each(['第2周', '第二周(3.2-3.6)', '第3—4周', '第十周(4月27日—30日):'])('%s', (week) => {
    expect(outline(`一、行事历\n第一周\n1.开学检查\n${week}\n教学开放日`).at(-1)).toBe(
      `一、行事历/${week.replace(/:$/u, '')}/教学开放日`,
    );
  });

  it('names of plans above their months', () => {
    expect(outline('一季度工作计划\n1月\n● 编制预算\n二季度工作计划\n4月\n● 安全检查')).toEqual([
      '一季度工作计划/1月/● 编制预算',
      '二季度工作计划/4月/● 安全检查',
    ]);
  });

  it.each(['全年活动日程', '年度活动安排', '活动行事历', '日程安排表'])('%s above months is under no item', (name) => {
    const items = '一,办好文体活动,丰富生活;\n二,做好慰问,送去关怀;\n三,抓好小组建设,搞活基层.';
    expect(outline(`${items}\n${name}\n3月:\n1.举办长跑赛\n2.召开座谈会\n4月:\n1.组织踏青\n2.评选先进`)).toEqual([
      '一,办好文体活动,丰富生活;',
      '二,做好慰问,送去关怀;',
      '三,抓好小组建设,搞活基层.',
      ...['3月/1.举办长跑赛', '3月/2.召开座谈会', '4月/1.组织踏青', '4月/2.评选先进'].map((item) => `${name}/${item}`),
    ]);
  });

  it('are months behind an ornament', () => {
    expect(outline('■ 2月份\n1、慰问教师\n■ 4月份\n春季趣味运动会(4月18日)\n■ 下半年工作\n1、组织秋游')).toEqual([
      '2月份/1、慰问教师',
      '4月份/春季趣味运动会(4月18日)',
      '下半年工作/1、组织秋游',
    ]);
  });

  it('name who answers for them in a bracket', () => {
    const text = '(一)改善就医(责任科室:门诊部;责任领导:何琳)\n1.完成改造;\n2.增设窗口。';
    expect(outline(text)).toEqual([
      '(一)改善就医(责任科室:门诊部;责任领导:何琳)/1.完成改造;',
      '(一)改善就医(责任科室:门诊部;责任领导:何琳)/2.增设窗口。',
    ]);
  });

  it('owners at the end of a line close its item', () => {
    expect(
      outline('(一)质量\n每月召开例会。做好通报。责任科室:质控科、医务科\n加快学科建设。申报2项。责任科室:医务科'),
    ).toHaveLength(2);
  });
});

describe('what stands over the tasks', () => {
  const titles = (text: string) => readPlanText(text, OPTIONS).plans.map(({ title }) => title);

  it('a heading of the whole year is no title', () => {
    expect(titles('某校工会工作计划\n全年主要工作安排:\n一月份:\n1、慰问退休教师。')).toEqual(['某校工会工作计划']);
  });

  it.each(['【篇1】', '(篇二)'])('a title may be numbered by %s', (number) => {
    expect(titles(`小学工会工作计划 ${number}\n1、组织教工体检。\n2、召开教代会。`)).toEqual([
      `小学工会工作计划 ${number}`,
    ]);
  });

  it('a slogan under its heading is no task', () => {
    expect(
      outline('一、重点工作\n1.建书屋\n2.办讲座\n三、口号\n“工会在我身边”\n主要活动安排\n1月:职工联欢\n2月:职代会'),
    ).toHaveLength(4);
  });
});

describe('numbering', () => {
  it.each([
    ['一、', '二、'],
    ['(一)', '(二)'],
    ['（一）', '（二）'],
    ['( 一 ) 、', '( 二 ) 、'],
    ['1、', '2、'],
    ['1 、', '2 、'],
    ['1.', '2.'],
    ['1．', '2．'],
    ['1)', '2)'],
    ['(1)', '(2)'],
    ['⑴', '⑵'],
    ['⒈', '⒉'],
    ['①', '②'],
    ['第一,', '第二,'],
    ['首先,', '其次,'],
    ['首先,', '最后,'],
    ['一是', '二是'],
    ['一要', '二要'],
    ['a. ', 'b. '],
    ['A、', 'B、'],
    ['1.1 ', '1.2 '],
    ['- ', '- '],
    ['* ', '* '],
    ['• ', '• '],
    ['● ', '● '],
    ['一,', '二,'],
    ['1, ', '2, '],
    ['1，', '2，'],
    ['壹、', '貳、'],
    ['贰、', '叁、'],
  ])('%s begins a line', (first, second) => {
    expect(outline(`某厂工会工作计划\n${first}走访困难职工\n${second}举办读书沙龙`)).toEqual([
      `${first}走访困难职工`,
      `${second}举办读书沙龙`,
    ]);
  });

  it('is nested and begins again under each heading', () => {
    expect(outline('一、学习\n(一)党课\n1.讲党课\n2.看展览\n(二)读书\n1.建书屋\n二、服务\n1.送清凉')).toEqual([
      '一、学习/(一)党课/1.讲党课',
      '一、学习/(一)党课/2.看展览',
      '一、学习/(二)读书/1.建书屋',
      '二、服务/1.送清凉',
    ]);
  });

  it('runs on over headings', () => {
    expect(outline('一、学习\n1.讲党课\n2.看展览\n二、服务\n3.送清凉')).toEqual([
      '一、学习/1.讲党课',
      '一、学习/2.看展览',
      '二、服务/3.送清凉',
    ]);
  });

  it.each([
    (n: number) => `${n}.`,
    (n: number) => `(${n})`,
    (n: number) => `${n}、`,
  ])('runs past a hundred %#', (mark) => {
    const items = Array.from({ length: 120 }, (_, i) => `${mark(i + 1)}走访第${i + 1}车间`);
    expect(outline(items.join('\n'))).toHaveLength(120);
    expect(outline(items.join(';'))).toHaveLength(120);
  });

  it('may skip and repeat a number', () => {
    expect(outline('1、走访企业\n3、慰问职工\n3、举办比赛\n4、召开例会')).toHaveLength(4);
  });

  it('stands several times on one line', () => {
    expect(outline('3月:①走访企业 ②慰问职工。③举办比赛')).toEqual([
      '3月/①走访企业',
      '3月/②慰问职工。',
      '3月/③举办比赛',
    ]);
    expect(outline('一、服务职工。一是走访企业;二是慰问职工;三是举办比赛。')).toEqual([
      '一、服务职工/一是走访企业;',
      '一、服务职工/二是慰问职工;',
      '一、服务职工/三是举办比赛。',
    ]);
  });

  it('is found where a heading runs into the item behind it', () => {
    expect(
      outline('某镇工会工作计划一、组织建设1. 走访企业\n2. 慰问职工\n二、文体活动1. 举办比赛\n2. 建设书屋'),
    ).toEqual([
      '一、组织建设/1. 走访企业',
      '一、组织建设/2. 慰问职工',
      '二、文体活动/1. 举办比赛',
      '二、文体活动/2. 建设书屋',
    ]);
  });

  it('of a section with a usual name may run into its text', () => {
    const { plans, skipped } = readPlanText('一、指导思想深入贯彻上级工会部署要求\n二、任务\n1、走访企业', OPTIONS);
    expect(plans[0]?.tasks.map((task) => task.text)).toEqual(['1、走访企业']);
    expect(skipped.map((one) => one.reason)).toContain('introduction');
  });
});

describe('what looks like numbering', () => {
  it.each([
    '统一、规范使用会徽',
    '推进一、二年级研学',
    '七、八月份送清凉',
    '完成1、2号楼改造',
    '听健康讲座(1)(2)',
    '收入增长1.5万元',
    '做好第一、第二批次调训',
    '推动万无一失、一、二线联动',
  ])('%s', (text) =>
    expect(outline(`某厂工会工作计划\n1、${text}\n2、召开例会`)).toEqual([`1、${text}`, '2、召开例会']));
});

describe('lines that were cut', () => {
  it('are put together at a margin, a page break, in a quotation', () => {
    expect(outline('1、加强组织建设。推动企\n业建会。\n2、慰问“最美\n职工”')).toEqual([
      '1、加强组织建设。推动企业建会。',
      '2、慰问“最美职工”',
    ]);
  });

  it('end where a stop is left alone on its line', () => {
    expect(outline('一、活动\n10月组织志愿者上门为老人理发、打扫卫生\n。\n12月召开年度总结会。')).toEqual([
      '一、活动/10月组织志愿者上门为老人理发、打扫卫生',
      '一、活动/12月召开年度总结会。',
    ]);
  });

  it('are put together at a margin behind names that go on', () => {
    const item = (at: number) => `${at}、走访第${at}批困难职工家庭并且做好登记造册归档,落实帮扶资金到位。责任部门:办公`;
    const text = [1, 2, 3, 4].map((at) => `${item(at)}\n室、财务科`).join('\n');
    expect(outline(`某厂工会工作计划\n${text}`)).toEqual([1, 2, 3, 4].map((at) => `${item(at)}室、财务科`));
  });

  it('are not put together with a new item, a month or who does it', () => {
    expect(outline('1、走访企业。做好登记\n2、慰问职工。发放慰问品\n责任单位:办公室')).toEqual([
      '1、走访企业。做好登记',
      '2、慰问职工。发放慰问品\n责任单位:办公室',
    ]);
  });
});

describe('months as headings', () => {
  it('a number is told from the months right behind it', () => {
    const text = '某厂工会工作计划\n1.4-6月开展协商\n2.6月、9月各开展一次援助\n3.3月底前建成书屋\n4.10至12月开展慰问';
    const tasks = readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);
    expect(tasks.map(({ schedule }) => [schedule.start, schedule.end])).toEqual([
      ['2026-04-01', '2026-06-30'],
      ['2026-06-01', '2026-09-30'],
      [null, '2026-03-31'],
      ['2026-10-01', '2026-12-31'],
    ]);
  });

  it.each(['3月', '3 月:', '三月份', '3月春风送暖', '(一)3月份', '第一季度', '【3月】'])('%s', (heading) => {
    const [task] = readPlanText(`某校工会工作计划\n${heading}\n1、植树\n2、走访`, OPTIONS).plans[0]?.tasks ?? [];
    expect(task?.text).toBe('1、植树');
    expect(task?.schedule.end).toBe('2026-03-31');
  });

  it('give their time to what states none', () => {
    const tasks = readPlanText('5月:\n1、劳动节慰问职工\n2、20日前报送总结\n3、8月举办夏令营\n4、每周巡查', OPTIONS)
      .plans[0]?.tasks;
    expect(tasks?.map(({ schedule }) => [schedule.start, schedule.end, schedule.freq])).toEqual([
      ['2026-05-01', '2026-05-01', null],
      ['2026-05-01', '2026-05-20', null],
      ['2026-08-01', '2026-08-31', null],
      ['2026-05-01', '2026-05-31', 'weekly'],
    ]);
  });

  it('may have their first item on their own line', () => {
    expect(outline('某校工作计划\n九月份:开学典礼\n教师节慰问\n十月份:秋季运动会\n读书节')).toEqual([
      '九月份/开学典礼',
      '九月份/教师节慰问',
      '十月份/秋季运动会',
      '十月份/读书节',
    ]);
  });
});

describe('several plans on one page', () => {
  it.each([
    ['某校工会工作计划篇1', '某校工会工作计划篇2'],
    ['工会工作计划【第一篇】', '工会工作计划【第二篇】'],
    ['某校工会工作计划(一)', '某校工会工作计划(二)'],
    ['第一篇:某校工会工作计划', '第二篇:某院工会工作计划'],
    ['【篇一】学校工会工作计划', '【篇二】医院工会工作计划'],
    ['2026年学校工会工作计划', '2026年医院工会工作计划'],
  ])('%s', (first, second) => {
    const text = `工会工作计划精选2篇\n${first}\n1、走访企业\n2、慰问职工\n${second}\n1、举办比赛`;
    const { plans } = readPlanText(text, OPTIONS);
    expect(plans.map((plan) => [plan.title, plan.tasks.length])).toEqual([
      [first, 2],
      [second, 1],
    ]);
  });

  it('take the year of their title when none is given', () => {
    const years = readPlanText('2025年工会工作计划\n1、走访企业\n2027年工会工作计划\n1、举办比赛', {
      year: null,
      today: '2026-11-20',
    });
    expect(years.plans.map((plan) => plan.year)).toEqual([2025, 2027]);
    expect(readPlanText('1、走访企业', { year: null, today: '2026-11-20' }).plans[0]?.year).toBe(2026);
  });
});

describe('names in a frame', () => {
  it('of quarters stand above paragraphs as above lists, and take nobody along', () => {
    const text =
      '【第二季度】比学赶超\n1、组织疗休养。(责任部门:办公室)\n【第三季度】清凉一夏\n7月:开展慰问;举办托管班。\n【日常工作】\n1、上门探望。';
    const tasks = readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);
    expect(tasks.map(({ section, units, schedule }) => [section[0], units.join(), schedule.end])).toEqual([
      ['【第二季度】比学赶超', '办公室', '2026-06-30'],
      ['【第三季度】清凉一夏', '', '2026-07-31'],
      ['【第三季度】清凉一夏', '', '2026-07-31'],
      ['【日常工作】', '', null],
    ]);
  });

  it('of months before a deed each are no headings', () => {
    expect(outline('【3月】举办插花沙龙\n【4月】组织健步走')).toEqual(['【3月】举办插花沙龙', '【4月】组织健步走']);
  });
});

describe('Markdown', () => {
  it('keeps a numbered heading above the numbers of its list', () => {
    expect(
      outline('# 工会2026年工作计划\n## 三、工作\n### 3. 搭台\n青年教师要成长。\n1. 结成师徒。\n2. 举办大赛。'),
    ).toEqual(['三、工作/3. 搭台/1. 结成师徒。', '三、工作/3. 搭台/2. 举办大赛。']);
  });

  it('says below an item when, what and who, as bullets with stressed labels', () => {
    const text =
      '## **工会2026年工作计划**\n### **三、任务**\n1. **筹备大会**\n   - **时间安排**：4月中旬\n   - **主要内容**：听取报告。\n   - **负责人**：林晓\n2. **办好提案**\n   - **时间安排**：3月底前\n   - **负责人**：周敏';
    const tasks = readPlanText(text, OPTIONS).plans[0]?.tasks ?? [];
    expect(tasks.map(({ text, schedule, leaders }) => [text.split('\n')[0], schedule.end, leaders.join()])).toEqual([
      ['1. **筹备大会**', '2026-04-20', '林晓'],
      ['2. **办好提案**', '2026-03-31', '周敏'],
    ]);
  });

  it('has boxes to tick in front of items', () => {
    expect(outline('# 工会2026年工作计划\n## 工作\n- [ ] 完成换届\n- [x] 争创小家\n- [ ] 配合审查')).toEqual([
      '工作/- [ ] 完成换届',
      '工作/- [x] 争创小家',
      '工作/- [ ] 配合审查',
    ]);
  });

  it('leads to bullets set in below a bullet', () => {
    expect(
      outline('# 工会2026年工作计划\n## 工作\n- 完成续保。\n- **把小事办好:**\n  - 改造小憩吧;\n  - 增设母婴室。'),
    ).toEqual(['工作/- 完成续保。', '工作/- 改造小憩吧;', '工作/- 增设母婴室。']);
  });

  it('closes with a section of nothing but good words', () => {
    expect(outline('# 工会2026年工作计划\n## 一、工作\n- 完成续保。\n## 二、结语\n让我们携手前行,共创佳绩!')).toEqual([
      '一、工作/- 完成续保。',
    ]);
  });
});

describe('numbers in a row before a grade', () => {
  it('are no marks in prizes, and are marks before the name of a section', () => {
    expect(outline('①举行比武,评出一、二、三等奖。\n②请专家授课。')).toHaveLength(2);
    expect(
      outline('一、三级医院创建工作。成立小组,组织自查。\n二、一等奖评选工作。组织评选。\n三、开展义诊。'),
    ).toEqual(['一、三级医院创建工作。成立小组,组织自查。', '二、一等奖评选工作。组织评选。', '三、开展义诊。']);
  });
});

describe('names of sections without a number', () => {
  const TEXT = '组织全体会员学习新修订的工会法和安全生产规定,每月由一个小组轮流领学,学习情况记入小组的台账。';

  it('of two clauses, several of them above a text', () => {
    const names = ['强化思想引领,带好队伍', '深化民主管理,凝聚合力', '丰富文体生活,让小家热起来'];
    const text = names.map((name, at) => `${name}\n\n${TEXT.replace('每月', `第${at + 1}周`)}`).join('\n\n');
    expect(
      readPlanText(`馆工会2026年工作计划\n\n${text}`, OPTIONS).plans[0]?.tasks.map(({ section }) => section),
    ).toEqual(names.map((name) => [name]));
  });

  it('a theme behind its month is under the month', () => {
    const text =
      '2月:红红火火过大年\n\n1、邀请老师写春联;\n2、慰问老党员。\n\n5月:建功岗位当先锋\n\n开展微心愿认领;举办楼栋长培训班。\n\n6月:话初心\n\n1、重温誓词;\n2、讲党课。';
    expect(outline(`社区支部2026年工作计划\n${text}`)).toEqual([
      '2月:红红火火过大年/1、邀请老师写春联;',
      '2月:红红火火过大年/2、慰问老党员。',
      '5月/建功岗位当先锋/开展微心愿认领;',
      '5月/建功岗位当先锋/举办楼栋长培训班。',
      '6月:话初心/1、重温誓词;',
      '6月:话初心/2、讲党课。',
    ]);
  });
});

describe('a page with pictures in front of its lines', () => {
  it('keeps the short lines of an item together, with when and who', () => {
    const text =
      '▶ 技能比武\n5月至9月\n举办焊接比武\n参赛职工达到200人次\n📌责任单位:安环部\n\n▶ 疗休养\n面向一线职工\n全年组织疗休养40名\n👩负责人:周敏';
    const tasks = readPlanText(`镇工会2026年工作计划\n\n01\n工会篇\n\n${text}`, OPTIONS).plans[0]?.tasks ?? [];
    expect(tasks.map(({ schedule, units, leaders }) => [schedule.end, ...units, ...leaders])).toEqual([
      ['2026-09-30', '安环部'],
      ['2026-12-31', '周敏'],
    ]);
  });
});
