import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const read = (text: string) => readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);
/** What of a task a row gives: its first cell, owners, last day. */
const facts = (text: string) =>
  read(text).map((task) => [
    task.text.split(/[|\n]/u)[0]?.trim(),
    task.leaders.join(),
    task.units.join(),
    task.schedule.end,
    task.section.join('/'),
  ]);

const ROWS = [
  ['修缮围墙', '孙红梅', '总务处', '2026-04-30', '一、校园建设'],
  ['更换路灯', '孙红梅', '总务处,保卫处', '2026-06-30', '一、校园建设'],
  ['编写校史', '罗志强', '档案馆', '2026-12-31', '二、文化建设'],
];

/** The same three rows under two sections, flattened in the ways pages do it. */
const FORMS: Readonly<Record<string, string>> = {
  'one cell a line':
    '序号\n工作任务\n负责人\n责任部门\n完成时限\n一、校园建设\n1\n修缮围墙\n孙红梅\n总务处\n4月底前\n2\n更换路灯\n孙红梅\n总务处、保卫处\n6月\n二、文化建设\n3\n编写校史\n罗志强\n档案馆\n12月31日前',
  'one cell a line, a bar behind each':
    '序号 |\n工作任务 |\n负责人 |\n责任部门 |\n完成时限 |\n一、校园建设 |\n1 |\n修缮围墙 |\n孙红梅 |\n总务处 |\n4月底前 |\n2 |\n更换路灯 |\n孙红梅 |\n总务处、保卫处 |\n6月 |\n二、文化建设 |\n3 |\n编写校史 |\n罗志强 |\n档案馆 |\n12月31日前 |',
  'one cell a line, blank lines between':
    '序号\n\n工作任务\n\n负责人\n\n责任部门\n\n完成时限\n\n一、校园建设\n\n1\n\n修缮围墙\n\n孙红梅\n\n总务处\n\n4月底前\n\n2\n\n更换路灯\n\n孙红梅\n\n总务处、保卫处\n\n6月\n\n二、文化建设\n\n3\n\n编写校史\n\n罗志强\n\n档案馆\n\n12月31日前',
  'numbers that begin again in every section':
    '序号\n工作任务\n负责人\n责任部门\n完成时限\n一、校园建设\n1\n修缮围墙\n孙红梅\n总务处\n4月底前\n2\n更换路灯\n孙红梅\n总务处、保卫处\n6月\n二、文化建设\n1\n编写校史\n罗志强\n档案馆\n12月31日前',
  'numbers with a gap and a stop':
    '序号\n工作任务\n负责人\n责任部门\n完成时限\n一、校园建设\n1.\n修缮围墙\n孙红梅\n总务处\n4月底前\n2.\n更换路灯\n孙红梅\n总务处、保卫处\n6月\n二、文化建设\n4.\n编写校史\n罗志强\n档案馆\n12月31日前',
  'other columns in another order':
    '编号\n办结时限\n承办单位\n工作事项\n牵头领导\n一、校园建设\n1\n4月底前\n总务处\n修缮围墙\n孙红梅\n2\n6月\n总务处、保卫处\n更换路灯\n孙红梅\n二、文化建设\n3\n12月31日前\n档案馆\n编写校史\n罗志强',
  'the head again behind a page break':
    '序号\n工作任务\n负责人\n责任部门\n完成时限\n一、校园建设\n1\n修缮围墙\n孙红梅\n总务处\n4月底前\n序号\n工作任务\n负责人\n责任部门\n完成时限\n2\n更换路灯\n孙红梅\n总务处、保卫处\n6月\n二、文化建设\n3\n编写校史\n罗志强\n档案馆\n12月31日前',
  'without a column of numbers':
    '工作任务\n负责人\n责任部门\n完成时限\n一、校园建设\n修缮围墙\n孙红梅\n总务处\n4月底前\n更换路灯\n孙红梅\n总务处、保卫处\n6月\n二、文化建设\n编写校史\n罗志强\n档案馆\n12月31日前',
  'single spaces, a row on a line':
    '序号 工作任务 负责人 责任部门 完成时限\n一、校园建设\n1 修缮围墙 孙红梅 总务处 4月底前\n2 更换路灯 孙红梅 总务处、保卫处 6月\n二、文化建设\n3 编写校史 罗志强 档案馆 12月31日前',
  'single spaces, all on one line':
    '序号 工作任务 负责人 责任部门 完成时限 一、校园建设 1 修缮围墙 孙红梅 总务处 4月底前 2 更换路灯 孙红梅 总务处、保卫处 6月 二、文化建设 3 编写校史 罗志强 档案馆 12月31日前',
  'wide spaces':
    '序号  工作任务  负责人  责任部门  完成时限\n一、校园建设\n1  修缮围墙  孙红梅  总务处  4月底前\n2  更换路灯  孙红梅  总务处、保卫处  6月\n二、文化建设\n3  编写校史  罗志强  档案馆  12月31日前',
  'bars, sections written into every cell, a line of particulars above':
    '某某学校 | 版本:A1 | 内部\n| 序号 | 工作任务 | 负责人 | 责任部门 | 完成时限 |\n| --- | --- | --- | --- | --- |\n| 一、校园建设 | 一、校园建设 | 一、校园建设 | 一、校园建设 | 一、校园建设 |\n| 1 | 修缮围墙 | 孙红梅 | 总务处 | 2026.4.30 |\n| 2 | 更换路灯 | 孙红梅 | 总务处、保卫处 | 6月 |\n| 二、文化建设 | | | | |\n| 3 | 编写校史 | 罗志强 | 档案馆 | 2026/12/31 |',
  'bars, a cell broken over lines':
    '序号 | 工作任务 | 负责人 | 责任部门 | 完成时限\n一、校园建设 | | | |\n1 | 修缮围墙 | 孙红梅 | 总务处 | 4月底前\n2 | 更换路灯 | 孙红梅 | 总务处、\n保卫处 | 6月\n二、文化建设 | | | |\n3 | 编写校史 | 罗志强 | 档案馆 | 12月31日前',
};

describe('a table by any layout is the same rows', () => {
  it.each(Object.entries(FORMS))('%s', (_form, text) => {
    expect(facts(text)).toEqual(ROWS);
  });

  it.each(Object.entries(FORMS))('%s, and what a form has at its foot is no task', (_form, text) => {
    const foot = '\n合计\n3项\n填表人:田甜    联系电话:0512-6800\n备注:1.本表按月更新;2.时限不得改动。';
    expect(facts(text + foot)).toEqual(ROWS);
  });
});

describe('a row some of whose cells are missing or broken', () => {
  const HEAD = '序号\n工作内容\n工作目标\n责任领导\n责任科室\n完成时限\n备注\n';
  it.each([
    ['no remark', '1\n窗口服务\n每季度评一次标兵\n丁海\n机关支部\n全年', '丁海', '机关支部', '2026-12-31'],
    ['no aim', '1\n窗口服务\n丁海\n机关支部\n6月底前\n已列入预算', '丁海', '机关支部', '2026-06-30'],
    ['no time', '1\n窗口服务\n评出标兵10名\n丁海\n机关支部', '丁海', '机关支部', null],
    ['no leader', '1\n窗口服务\n评出标兵10名\n机关支部、宣传科\n一季度', '机关支部,宣传科', '', '2026-03-31'],
    [
      'an aim of two lines',
      '1\n窗口服务\n评出标兵10名,\n张榜公布\n丁海\n机关支部\n9月\n',
      '丁海',
      '机关支部',
      '2026-09-30',
    ],
  ])('%s', (_what, row, leaders, units, end) => {
    const [task] = read(`${HEAD}${row}\n2\n编制清单\n归集200条\n方敏\n改革科\n3月31日前\n无`);
    expect([
      task?.leaders.join() || task?.units.join(),
      task?.leaders.length ? task?.units.join() : '',
      task?.schedule.end,
    ]).toEqual([leaders, units, end]);
  });

  it('of wide spaces is dealt by what its cells say', () => {
    const text =
      '序号  工作任务  主要措施  责任部门  完成时限\n1  修缮围墙  总务处  4月\n2  编写校史  走访老校友  档案馆\n3  更换路灯  换装LED  总务处  6月';
    expect(read(text).map((task) => [task.units.join(), task.schedule.end])).toEqual([
      ['总务处', '2026-04-30'],
      ['档案馆', null],
      ['总务处', '2026-06-30'],
    ]);
  });
});

describe('dated steps of a cell', () => {
  it.each([
    ['2月20日前完成勘察;5月底前开工;11月底前验收', ['2月20日前完成勘察', '5月底前开工', '11月底前验收']],
    ['一季度摸底;下半年推开。', ['一季度摸底', '下半年推开。']],
    ['3月:摸底;4-6月:施工', ['3月:摸底', '4-6月:施工']],
  ])('%s', (cell, steps) => {
    const text = `| 序号 | 项目 | 具体要求 | 责任部门 |\n|---|---|---|---|\n| 1 | 泵房改造 | ${cell} | 工程部 |\n| 2 | 绿化 | 补种 | 后勤部 |`;
    expect(
      read(text)
        .slice(0, -1)
        .map((task) => task.text),
    ).toEqual(steps);
  });

  it('are none where a clause has no time', () => {
    const text =
      '| 序号 | 项目 | 具体要求 | 责任部门 |\n|---|---|---|---|\n| 1 | 泵房 | 3月底前招标;保证供水 | 工程部 |';
    expect(read(text)).toHaveLength(1);
  });
});

describe('records written place by place', () => {
  const WANTED = [
    ['厨房改造', '', '后勤部', '2026-05-31', ''],
    ['编修制度', '', '人事部', '2026-06-30', ''],
  ];
  it.each([
    [
      'apart by a blank line',
      '项目名称:厨房改造\n责任单位:后勤部\n完成时间:5月\n\n项目名称:编修制度\n责任单位:人事部\n完成时间:6月底',
    ],
    [
      'counted',
      '任务一：厨房改造\n责任部门：后勤部\n完成时限：5月\n任务二：编修制度\n责任部门：人事部\n完成时限：6月底',
    ],
    [
      'with their labels in brackets',
      '【工作事项】厨房改造\n【责任单位】后勤部\n【完成时限】5月\n【工作事项】编修制度\n【责任单位】人事部\n【完成时限】6月底',
    ],
    [
      'in another order',
      '项目:厨房改造\n办结时限:5月\n承办单位:后勤部\n项目:编修制度\n办结时限:6月底\n承办单位:人事部',
    ],
  ])('%s', (_how, text) => {
    // The words of a record are its own lines, labels included; its title is the name alone.
    expect(facts(text).map(([, ...rest]) => rest)).toEqual(WANTED.map(([, ...rest]) => rest));
    expect(read(text).map((task) => task.title)).toEqual(WANTED.map(([title]) => title));
    expect(
      read(text)
        .map((task) => task.text)
        .join('\n'),
    ).toBe(text.replace('\n\n', '\n'));
  });

  it('a value may run over lines, and what is to be reached is read from all places', () => {
    const [task] = read(
      '项目名称:厨房改造\n责任单位:后勤部\n主要内容:改造面积800平方米,\n新增餐位200个。\n\n项目名称:编修制度\n责任单位:人事部\n主要内容:汇编成册。',
    );
    expect(task?.targets.map((target) => target.value)).toContain(200);
  });
});

describe('blocks of labelled lines', () => {
  /** One block: a name, a time, who, and a sentence, in the forms pages give it. */
  const block = (bullet: string, label: string, [name, time, who]: readonly string[], sentence: string): string =>
    [`${label}:${name}`, `时间:${time}`, `地点:文化站`, `负责人:${who}`, sentence]
      .map((line) => `${bullet}${line}`)
      .join('\n');
  const FIRST = ['插花体验', '4月中旬', '陆瑶'] as const;
  const SECOND = ['露天电影', '8月', '邹凯'] as const;
  const WANTED = [
    ['插花体验', '2026-04-11', '2026-04-20', '陆瑶'],
    ['露天电影', '2026-08-01', '2026-08-31', '邹凯'],
  ];
  const facts = (text: string) =>
    read(text).map(({ title, schedule, leaders }) => [title, schedule.start, schedule.end, leaders.join()]);

  it.each([
    ['活动名称', ''],
    ['活动主题', '- '],
    ['项目名称', '● '],
    ['主题', '* '],
    ['学习内容', '·'],
    ['活动项目', '• '],
  ])('%s behind "%s"', (label, bullet) => {
    const [one, two] = [
      block(bullet, label, FIRST, '内容:邀请老师讲解花艺,备花材。'),
      block(bullet, label, SECOND, '内容:放映红色影片,发放观影券。'),
    ];
    expect(facts(`文化站2026年工作计划\n二、安排\n${one}\n\n${two}`)).toEqual(WANTED);
    expect(
      facts(`文化站2026年工作计划\n1. 上半年\n\n${one}\n\n2. 下半年\n\n${two}\n\n三、保障\n1.落实经费`).slice(0, 2),
    ).toEqual(WANTED);
  });

  it('a sentence without a label goes with the bullets above it', () => {
    const text = `文化站2026年工作计划\n1. 春季\n\n${block('- ', '活动名称', FIRST, '邀请老师讲解花艺。').replaceAll('\n', '\n\n')}\n\n${block('- ', '活动名称', SECOND, '放映红色影片。')}`;
    expect(facts(text)).toEqual(WANTED);
    expect(read(text)[0]?.text).toContain('邀请老师讲解花艺。');
  });

  it('bold labels, names over two lines, and a place that one block lacks', () => {
    const text =
      '**活动名称:** 插花体验\n**活动时间:** 4月中旬\n**负责人:** 陆瑶、\n    罗敏\n\n**活动名称:** 露天电影\n**时间:** 8月(日期另行通知)\n**责任单位:** 文化站';
    expect(facts(text)).toEqual([
      ['插花体验', '2026-04-11', '2026-04-20', '陆瑶,罗敏'],
      ['露天电影', '2026-08-01', '2026-08-31', ''],
    ]);
    expect(read(text)[1]?.units).toEqual(['文化站']);
  });

  it('what is asked of all stands behind them and in none', () => {
    const text = `${block('', '活动名称', FIRST, '内容:讲解花艺。')}\n\n${block('', '活动名称', SECOND, '内容:放映影片。')}\n\n有关要求:\n一是按时参加,缺席三次的予以通报;二是做好记录。`;
    expect(facts(text)).toEqual(WANTED);
    expect(read(text).flatMap((task) => task.targets)).toEqual([]);
  });
});

describe('rows without a number, one cell a line', () => {
  it.each([
    [
      'a kind merged downwards',
      '类别\n任务内容\n责任部门\n完成时限\n建设\n修缮围墙\n总务处\n4月\n更换路灯\n总务处、保卫处\n6月\n文化\n编写校史\n档案馆\n12月',
      ['建设', '建设', '文化'],
    ],
    [
      'remarks here and there',
      '任务内容\n责任部门\n完成时限\n备注\n修缮围墙\n总务处\n4月\n已列入预算\n更换路灯\n总务处、保卫处\n6月\n编写校史\n档案馆\n12月\n延续上年',
      ['', '', ''],
    ],
  ])('%s', (_what, text, sections) => {
    expect(read(text).map((task) => [task.units.join(), task.schedule.end, task.section.join()])).toEqual([
      ['总务处', '2026-04-30', sections[0]],
      ['总务处,保卫处', '2026-06-30', sections[1]],
      ['档案馆', '2026-12-31', sections[2]],
    ]);
  });

  it('begin with a month written out', () => {
    const text = '时间\n活动内容\n负责人\n一月\n慰问职工\n丁海\n二月\n元宵游园\n方敏';
    expect(read(text).map((task) => [task.leaders.join(), task.schedule.end])).toEqual([
      ['丁海', '2026-01-31'],
      ['方敏', '2026-02-28'],
    ]);
  });
});

describe('columns apart by single spaces', () => {
  it('some of names that tell nothing', () => {
    const text =
      '项目名称 建设内容 投资额 完成时间 负责人\n水渠 维修水渠2公里 35万元 4月底 韦国良\n广场 新建广场1个 50万元 8月 覃美芳';
    expect(read(text).map((task) => [task.leaders.join(), task.schedule.end])).toEqual([
      ['韦国良', '2026-04-30'],
      ['覃美芳', '2026-08-31'],
    ]);
  });
});

describe('a section numbered in the column of numbers', () => {
  it.each([
    ['tabs', '序号\t工作任务\t责任部门\n一\t校园建设\n1\t修缮围墙\t总务处\n二\t文化建设\n2\t编写校史\t档案馆'],
    [
      'bars',
      '|序号|工作任务|责任部门|\n|---|---|---|\n|一|校园建设||\n|1|修缮围墙|总务处|\n|二|文化建设||\n|2|编写校史|档案馆|',
    ],
  ])('%s', (_how, text) => {
    expect(read(text).map((task) => [task.units.join(), task.section.join()])).toEqual([
      ['总务处', '一 校园建设'],
      ['档案馆', '二 文化建设'],
    ]);
  });
});

describe('quotation marks', () => {
  it.each([
    ['落实"三重一大"制度', '落实"三重一大"制度'],
    ['开展"回头看"', '开展"回头看"'],
    ['"回头看"开展两次', '"回头看"开展两次'],
    ['"修缮围墙"', '修缮围墙'],
  ])('%s', (cell, text) => {
    expect(read(`序号\t工作任务\t责任部门\n1\t${cell}\t总务处\n2\t编写校史\t档案馆`)[0]?.text).toBe(`${text} | 总务处`);
  });
});

describe('what only looks like a table', () => {
  it.each([
    ['headings one below the other', '工作目标\n发展会员20名。\n主要任务\n召开职代会。', 2],
    [
      'a paper’s particulars',
      '索引号: | 0123/2026-7 | 成文日期: | 2026-01-05 |\n发布机构: | 县府办 | 有效性: | 有效 |\n1、召开职代会。\n2、慰问职工。',
      2,
    ],
    ['a sentence that begins like a head', '时间 地点 人员落实到位后,举办运动会。\n做好后勤保障工作。', 2],
  ])('%s', (_what, text, tasks) => {
    expect(read(text)).toHaveLength(tasks);
  });
});

describe('columns of months', () => {
  const steps = (text: string) =>
    read(text).map((task) => [task.schedule.end, task.units.join() || task.section.join(), task.text]);

  it.each([
    ['bars', '| 部门 | 3月 | 5月 |\n|---|---|---|\n| 办公室 | 编制预算 | 召开职代会 |\n| 宣教部 | 更新橱窗 | 读书会 |'],
    ['tabs', '部门\t3月\t5月\n办公室\t编制预算\t召开职代会\n宣教部\t更新橱窗\t读书会'],
    ['wide spaces', '部门  3月份  5月份\n办公室  编制预算  召开职代会\n宣教部  更新橱窗  读书会'],
  ])('%s: what a cell holds is a task of its month', (_how, text) => {
    expect(steps(text)).toEqual([
      ['2026-03-31', '办公室', '3月：编制预算'],
      ['2026-05-31', '办公室', '5月：召开职代会'],
      ['2026-03-31', '宣教部', '3月：更新橱窗'],
      ['2026-05-31', '宣教部', '5月：读书会'],
    ]);
  });

  it('or rows of months with a column for each kind of work', () => {
    const text =
      '| 月份 | 主题党日 | 组织建设 | 责任支部 |\n| 3月 | 学雷锋 | 收缴党费 | 机关支部 |\n| 5月 | 参观 | | 临床支部 |';
    expect(steps(text)).toEqual([
      ['2026-03-31', '机关支部', '学雷锋'],
      ['2026-03-31', '机关支部', '收缴党费'],
      ['2026-05-31', '临床支部', '参观'],
    ]);
  });

  it('a unit merged downwards answers for all its rows', () => {
    const text = '部门\t工作事项\t时间要求\n办公室\t编制预算\t3月底前\n\t整理档案\t12月\n财务科\t清理账户\t5月';
    expect(steps(text).map(([end, unit]) => [end, unit])).toEqual([
      ['2026-03-31', '办公室'],
      ['2026-12-31', '办公室'],
      ['2026-05-31', '财务科'],
    ]);
  });

  it('numbers under 月份 are months, two are a stretch', () => {
    expect(
      read('月份\t主要工作\n3\t义诊\n6-7\t安全月').map((task) => [task.schedule.start, task.schedule.end]),
    ).toEqual([
      ['2026-03-01', '2026-03-31'],
      ['2026-06-01', '2026-07-31'],
    ]);
  });
});

describe('what stands below the last row', () => {
  it('of one cell a line begins with 说明 alone', () => {
    const text =
      '月份\n活动内容\n负责科室\n3月\n义诊进社区\n内科\n4月\n膳食展板\n营养科\n说明\n具体方案以当月通知为准。活动经费按照有关规定列支。\n某医院工会委员会\n2026年1月5日';
    const { plans } = readPlanText(`医院工会2026年活动安排\n${text}`, { year: 2026, today: '2026-01-05' });
    expect(plans[0]?.tasks.map(({ title, units }) => [title, ...units])).toEqual([
      ['义诊进社区', '内科'],
      ['膳食展板', '营养科'],
    ]);
  });
});

describe('a column of measures and aims', () => {
  it('gives figures', () => {
    const text =
      '序号\t工作任务\t主要措施及目标\t责任部门\t完成时限\n1\t组织宣讲\t深入车间宣讲不少于30场\t宣教部\t11月底前\n2\t更新书屋\t新建书屋6家\t宣教部\t9月底前';
    const { plans } = readPlanText(`工会2026年任务\n${text}`, { year: 2026, today: '2026-01-05' });
    expect(plans[0]?.tasks.map(({ targets }) => targets.map(({ value, unit }) => `${value}${unit}`))).toEqual([
      ['30场'],
      ['6家'],
    ]);
  });
});
