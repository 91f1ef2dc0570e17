import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const ITEMS = ['组织春季健步走', '走访困难职工30户'];
const tasksOf = (text: string) =>
  readPlanText(text, OPTIONS).plans.flatMap((plan) => plan.tasks.map((task) => task.text));

describe('prose that holds no piece of work', () => {
  it.each([
    '新的一年里,我科将扎实做好以下工作:',
    '重点从以下几个方面着力,抓好下列任务。',
    '工作中还存在人手不足、台账不细等问题,需要逐步改进。',
    '同时我们也清醒地看到,服务基层的能力仍有差距。',
    '目前队伍建设面临年龄偏大、经费偏少的困难。',
    '我们将以更加饱满的热情投入工作,奋力谱写供水事业新篇章。',
    '全体队员携手并进,再创佳绩!',
    '让每个人都为车间发展贡献力量。',
    '质量重于泰山。让我们携起手来,守护好每一道工序!',
    '只要我们心往一处想、劲往一处使,车间的日子就会越来越好!',
    '班组长各司其职,形成齐抓共管的良好局面。全体职工要立足岗位,以优异成绩迎接建厂纪念日。',
    '征程万里风正劲。全体职工要不负韶华,书写车间发展的新篇章!',
    '各责任领导要靠前指挥,形成工作合力,确保目标任务圆满完成。',
    '委员:各班组长及职工代表共7人',
    '上半年,车间完成了年度任务的大半,新招学徒11名。但也要清醒地看到,个别班组管理粗放。',
    '文体部负责协会日常活动的策划与推广工作。',
    '秘书处是联谊会的常设机构,承上启下。',
    '**目标定位**:打造一支让读者满意的馆员队伍。',
    '部门职责:统筹全站的接待与保障。',
    '以上安排如遇上级调整,另行通知。',
    '书架老化的问题,读者反映较多,已向上级申请经费。',
    '会员因故不能到会的,须事先请假。',
    '2025年,联谊会共组织活动8次,被评为先进集体。新的一年,我们将再接再厉,努力把联谊会建设成为会员之家。',
  ])('%s', (line) => {
    expect(tasksOf(`馆员联谊会2026年工作计划\n为做好工作,制定本计划。\n${line}\n1.${ITEMS[0]}\n2.${ITEMS[1]}`)).toEqual(
      ITEMS.map((item, i) => `${i + 1}.${item}`),
    );
    expect(tasksOf(`馆员联谊会2026年工作计划\n1.${ITEMS[0]}\n2.${ITEMS[1]}\n\n${line}`)).toEqual(
      ITEMS.map((item, i) => `${i + 1}.${item}`),
    );
  });

  it.each([
    '针对窗口存在的问题,每月开展一次明察暗访。',
    '5月底前完成泵房改造,奋力谱写供水新篇章。',
    '保卫科负责6月开展消防演练,做好记录。',
    '围绕安全生产,组织员工参加技能比武。',
  ])('but what can be checked is a task: %s', (line) => {
    expect(tasksOf(`水站2026年工作计划\n一、任务\n${line}\n巡检管网,更换老旧阀门。`)).toContain(line);
  });

  it.each(['有关要求:', '三、工作要求', '三、保障措施', '活动要求:'])('admonitions under %s', (heading) => {
    const text = `水站2026年工作计划\n一、任务\n1.巡检管网\n2.更换阀门\n${heading}\n一要提高站位,压实责任;二要加强协调,形成合力;三要严格督查,确保实效。`;
    expect(tasksOf(text)).toEqual(['1.巡检管网', '2.更换阀门']);
  });

  it('a place kept free, and an aim with a number in front', () => {
    const text =
      '壹、依据:会员大会决议。\n贰、计划目标:凝聚社区意识,营造友善环境。\n叁、项目\n1.植树\n2.义诊\n肆、组织机构(略)';
    expect(tasksOf(text)).toEqual(['1.植树', '2.义诊']);
  });
});

describe('aims with numbers', () => {
  it.each(['一、总体目标', '一、活动目标', '一、培训目标'])('under %s', (heading) => {
    const text = `${heading}\n1.进一步增强服务意识;\n2.促进业务融合。\n二、任务\n1.巡检管网\n2.更换阀门`;
    expect(tasksOf(text)).toEqual(['1.巡检管网', '2.更换阀门']);
    const counted = text.replace('促进业务融合', '提升合格率到98%');
    expect(tasksOf(counted)).toContain('2.提升合格率到98%。');
  });
});

describe('months that each take one line', () => {
  it.each([
    ['without stops', '一月:慰问职工,开茶话会\n三月:女工体检\n五月:拔河比赛\n十二月:评先进'],
    ['with some', '1月:慰问职工,开茶话会。\n3月:女工体检\n5月:拔河比赛;\n12月:评先进'],
  ])('are all tasks, %s', (_how, months) => {
    const text = `小厂工会2026年安排\n${months}\n以上就是我们厂的安排,希望采纳!\n其他类似问题\n2025-11-02 计划怎么写 3个回答`;
    expect(tasksOf(text)).toEqual(months.split('\n'));
  });
});

describe('a plan in unnumbered prose behind a summary', () => {
  const WORK = ['招聘方面,3月底前招满焊工40名。', '每季度召开一次班组长座谈会。', '中秋节前举办厂运动会。'];
  const SUMMARY = '一年来,共办理来访320件,修订制度12项。';
  it.each([
    '2026年是投产之年,我部将重点做好以下几个方面的工作。',
    '2026年,我部将围绕投产抓好几项工作。',
    '下一步,我们将着力推进投产准备。',
    '新的一年,我部计划从三个方面努力。',
    '今后,我们将把重点放在投产上。',
  ])('is read from the sentence that looks ahead: %s', (lead) => {
    const text = `机械厂人事部2025年工作总结暨2026年工作计划\n现将有关情况汇报如下。\n${SUMMARY}\n${lead}\n${WORK.join('\n')}`;
    expect(tasksOf(text)).toEqual(expect.arrayContaining(WORK));
    expect(tasksOf(text)).not.toContain(SUMMARY);
  });

  it('is not lost where no sentence looks ahead', () => {
    const text = `机械厂2025年工作总结及2026年打算\n现将工作情况汇报如下。\n${SUMMARY}\n${WORK.join('\n')}`;
    expect(tasksOf(text)).toEqual(WORK);
  });

  it('what the year before came to is told', () => {
    const told = '2025年,全馆各项工作取得新进展,接待读者26万人次,新增藏书8000册。';
    expect(tasksOf(`图书馆2025年总结和2026年打算\n${told}\n${WORK.join('\n')}`)).toEqual(WORK);
  });

  it('a summary alone gives none', () => {
    expect(tasksOf(`机械厂2025年工作总结\n${SUMMARY}\n慰问了职工。`)).toEqual([]);
  });
});

describe('lines of the page in further forms', () => {
  it.each([
    '本文标题:水站年度工作安排',
    '原文链接:水站年度工作安排',
    '回上一页 | 友善列印 | 网站浏览人次:38,204',
    '返回列表',
    '分享到: QQ空间 新浪微博 微信',
    '• 2026-01-18 发布于湖北',
    '编辑于 2026-02-01 10:20',
    '《水站工作计划》由会员分享,可在线阅读,更多文档请在本站搜索。',
    '我们单位也在写,把我们的发你参考一下吧。',
  ])('%s', (line) => {
    expect(tasksOf(`水站2026年工作计划\n1.巡检管网\n2.更换阀门\n${line}`)).toEqual(['1.巡检管网', '2.更换阀门']);
  });

  it('links with the day of a page behind them', () => {
    const text =
      '水站2026年工作计划\n1.巡检管网\n2.更换阀门\n【水站工作计划】相关文章:\n1.客服主持词 01-05\n2.招新策划书 (2025-09-12)';
    expect(tasksOf(text)).toEqual(['1.巡检管网', '2.更换阀门']);
  });

  it('a service by phone is none', () => {
    expect(tasksOf('水站2026年工作计划\n1.巡检管网\n2.推广系统\n6月底前开通手机扫码缴费')).toHaveLength(3);
  });
});

describe('a paragraph in front of the list that tells of before and leads on', () => {
  it.each([
    '今年上半年,车间完成了各项任务,组织健步走2次。但也要清醒地看到,班组活动单一。下半年,车间将着力做好以下几项工作。',
    '去年车间修好了水泵。毛病也不少:开会总是老面孔。今年打算做下面这些事。',
  ])('%s', (lead) => {
    expect(tasksOf(`车间2026年下半年工作计划\n\n${lead}\n\n一、${ITEMS[0]}\n二、${ITEMS[1]}`)).toEqual(
      ITEMS.map((item, i) => `${'一二'[i]}、${item}`),
    );
  });
});
