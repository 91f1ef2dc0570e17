import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const read = (text: string) => readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks);

/** The same two rows in every form a table is pasted in. */
const FORMS: Readonly<Record<string, string>> = {
  'tabs, as copied from a sheet':
    '序号\t工作任务\t责任领导\t责任单位\t完成时限\n1\t召开职代会\t王立新\t办公室\t5月\n2\t建设书屋3家\t何建国\t宣教部、组织部\t9月底',
  'wide spaces':
    '序号  工作任务  责任领导  责任单位  完成时限\n1  召开职代会  王立新  办公室  5月\n2  建设书屋3家  何建国  宣教部、组织部  9月底',
  'pipes, as in Markdown':
    '| 序号 | 工作任务 | 责任领导 | 责任单位 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 召开职代会 | 王立新 | 办公室 | 5月 |\n| 2 | 建设书屋3家 | 何建国 | 宣教部、组织部 | 9月底 |',
  'one cell a line, as web pages give it':
    '序号\n工作任务\n责任领导\n责任单位\n完成时限\n1\n召开职代会\n王立新\n办公室\n5月\n2\n建设书屋3家\n何建国\n宣教部、组织部\n9月底',
  'columns in another order':
    '序号\t完成时限\t责任单位\t工作任务\t责任领导\n1\t5月\t办公室\t召开职代会\t王立新\n2\t9月底\t宣教部、组织部\t建设书屋3家\t何建国',
  'Traditional characters':
    '序號\t工作任務\t責任領導\t責任單位\t完成時限\n1\t召开职代会\t王立新\t办公室\t5月\n2\t建设书屋3家\t何建国\t宣教部、组织部\t9月底',
};

describe('a row is a task', () => {
  it.each(Object.entries(FORMS))('%s', (_form, text) => {
    const [first, second, ...others] = read(text);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      title: '召开职代会',
      leaders: ['王立新'],
      units: ['办公室'],
      schedule: { start: '2026-05-01', end: '2026-05-31' },
    });
    expect(second).toMatchObject({
      leaders: ['何建国'],
      units: ['宣教部', '组织部'],
      schedule: { start: null, end: '2026-09-30' },
      targets: [{ value: 3, unit: '家' }],
    });
  });

  it('a cell may run over lines', () => {
    const [task] = read('序号\t工作任务\t责任单位\n1\t召开职代会,\n做好选举\t办公室\n2\t建设书屋\t宣教部');
    expect(task).toMatchObject({ text: '召开职代会,\n做好选举 | 办公室', units: ['办公室'] });
  });

  it('the last cell may hold names on lines of their own', () => {
    const text = (last: string) =>
      `工作任务\t责任人\t责任部门\n召开职代会\t王立新\t办公室\n${last}\n举办读书会\t何建国\t宣教部`;
    expect(read(text('后勤部')).map(({ units }) => units)).toEqual([['办公室', '后勤部'], ['宣教部']]);
    expect(read(text('文体活动'))[0]?.units).toEqual(['办公室']);
  });

  it('deeds in front of it are tasks, and the page behind it is none', () => {
    const text =
      '某支部2026年计划\n一、群团工作\n结对帮扶困难家庭10户。\n打造文化走廊,8月底前完成。\n附:主题党日安排\n时间        内容        责任人\n2月     观看警示教育片       邓云\n12月    支部年度述职       韩志明\n                 中共某院第三支部委员会\n                 二〇二六年一月十五日\n【收藏】 【打印】 【关闭】\n上一条:第三支部通报    下一条:第一支部要点';
    expect(read(text).map(({ title }) => title)).toEqual([
      '结对帮扶困难家庭10户',
      '打造文化走廊,8月底前完成',
      '观看警示教育片',
      '支部年度述职',
    ]);
  });

  it('what tells how to read it stands in front', () => {
    const text =
      '2026年重点任务分解表\n说明：1.牵头部门排在首位；2.每月25日前报送进度。\n序号\t重点任务\t牵头部门\t完成时间\n一、竞赛\n1\t组织劳动竞赛\t工会\t6-8月\n2\t举办技能比武\t人资部\t9月中旬';
    expect(read(text).map(({ title, units }) => [title, units])).toEqual([
      ['组织劳动竞赛', ['工会']],
      ['举办技能比武', ['人资部']],
    ]);
  });

  it('text may stand before and behind it', () => {
    const tasks = read('一、任务\n序号\t工作任务\t责任单位\n1\t召开职代会\t办公室\n\n二、要求\n1、加强领导');
    expect(tasks.map((task) => [...task.section, task.text].join('/'))).toEqual([
      '一、任务/召开职代会 | 办公室',
      '二、要求/1、加强领导',
    ]);
  });
});

describe('sections of a table', () => {
  it('are rows merged across it', () => {
    const tasks = read(
      '序号\t工作任务\t责任单位\n一、组织建设\n1\t召开职代会\t办公室\n二、文体活动\n2\t举办运动会\t宣教部',
    );
    expect(tasks.map((task) => task.section)).toEqual([['一、组织建设'], ['二、文体活动']]);
  });

  it('merged downwards give neither figures nor helpers to a row with an owner of its own', () => {
    const tasks = read(
      '重点工作\t具体措施\t目标\t牵头部门\t配合部门\t时间\n文体\t举办运动会\t参与率不低于60%\t文体部\t团委\t10月\n\t组建兴趣小组\t\t工会办\t\t全年',
    );
    expect(tasks.map(({ units, supportingUnits, targets }) => [units, supportingUnits, targets.length])).toEqual([
      [['文体部'], ['团委'], 1],
      [['工会办'], [], 0],
    ]);
  });

  it('are kinds beside a column of contents', () => {
    const [first] = read(
      '项目 内容 预定时间 承办单位\n教育 办理研习班3期 4月至6月 教育组\n安全 办理讲座2场 10月 安卫组',
    );
    expect(first).toMatchObject({
      title: '办理研习班3期',
      units: ['教育组'],
      schedule: { start: '2026-04-01', end: '2026-06-30' },
    });
  });

  it('are columns of kinds, merged downwards', () => {
    const tasks = read(
      '类别\t工作任务\t责任单位\n组织\t召开职代会\t办公室\n\t发展会员\t组织部\n文体\t举办运动会\t宣教部',
    );
    expect(tasks.map((task) => task.section)).toEqual([['组织'], ['组织'], ['文体']]);
  });
});

describe('cells with several items', () => {
  it('of a month are tasks of that month', () => {
    const tasks = read('月份\t工作内容\t负责人\n3月\t1.植树;2.走访企业\t李四\n4\t踏青\t王五');
    expect(tasks.map((task) => [task.text, task.schedule.end, task.leaders])).toEqual([
      ['1.植树;', '2026-03-31', ['李四']],
      ['2.走访企业', '2026-03-31', ['李四']],
      ['踏青 | 4 | 王五', '2026-04-30', ['王五']],
    ]);
  });

  it('of a month are tasks of that month where spaces keep them apart', () => {
    const months =
      '时间\t活动内容\t参加范围\n一月\t送温暖 联欢会 职代会预备会议\t全体\n三月\t3.8妇女节慰问 登山\t女工\n四月\t春游 读书会 球赛\t全体';
    expect(read(months).map(({ title, schedule }) => [title, schedule.end])).toEqual([
      ['送温暖', '2026-01-31'],
      ['联欢会', '2026-01-31'],
      ['职代会预备会议', '2026-01-31'],
      ['3.8妇女节慰问', '2026-03-31'],
      ['登山', '2026-03-31'],
      ['春游', '2026-04-30'],
      ['读书会', '2026-04-30'],
      ['球赛', '2026-04-30'],
    ]);
    const typed = '时间\t活动内容\t参加范围\n一月\t召开 职代会\t全体\n三月\t慰问 职工\t女工';
    expect(read(typed)).toHaveLength(2);
  });

  it('of a month are tasks of that month where semicolons keep them apart', () => {
    const months = '月份\t重点工作\t责任人\n三月\t女职工维权宣传月；趣味运动会\t王芳\n四月\t义务植树、清明祭扫\t李强';
    expect(read(months).map(({ title, leaders }) => [title, leaders])).toEqual([
      ['女职工维权宣传月', ['王芳']],
      ['趣味运动会', ['王芳']],
      ['义务植树、清明祭扫', ['李强']],
    ]);
  });

  it('say how often; a column with one month says when', () => {
    const [first] = read('工作任务\t主要措施\t牵头部门\t完成时间\n民主管理\t召开职代会,每季度通报一次\t工会\t3月');
    expect(first?.schedule).toMatchObject({ start: '2026-03-01', end: '2026-03-31', freq: null });
  });

  it('with dated steps give the steps and not the row', () => {
    const tasks = read(
      '序号\t项目名称\t时序进度\t责任单位\n1\t大楼装修\t3月:招标;4-8月:施工;10月底前:验收\t基建科\n2\t其他\t全年\t办公室',
    );
    expect(
      tasks.slice(0, 3).map((task) => [task.text, task.schedule.start, task.schedule.end, task.section, task.units]),
    ).toEqual([
      ['3月:招标', '2026-03-01', '2026-03-31', ['大楼装修'], ['基建科']],
      ['4-8月:施工', '2026-04-01', '2026-08-31', ['大楼装修'], ['基建科']],
      ['10月底前:验收', null, '2026-10-31', ['大楼装修'], ['基建科']],
    ]);
    expect(tasks).toHaveLength(4);
  });
});

describe('what is no table', () => {
  it('a line with a tab in it', () => {
    expect(read('某厂工会工作计划\n1、\t走访企业\n2、\t慰问职工')).toHaveLength(2);
  });

  it('a total, a head that comes again', () => {
    expect(
      read(
        '序号\t工作任务\t责任单位\n1\t召开职代会\t办公室\n序号\t工作任务\t责任单位\n2\t建设书屋\t宣教部\n合计\t2项\t',
      ),
    ).toHaveLength(2);
  });
});
