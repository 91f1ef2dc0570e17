import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const ITEMS = '1、走访企业\n2、慰问职工';
const read = (text: string) => {
  const { plans, skipped } = readPlanText(text, OPTIONS);
  return { tasks: plans.flatMap((plan) => plan.tasks.map((task) => task.text)), skipped };
};
const reasonOf = (text: string, line: string): string | undefined =>
  read(text).skipped.find((one) => one.text.includes(line.trim().slice(0, 12)))?.reason;

describe('work that shares its words with the page and with closing words', () => {
  it.each([
    '1、本站所有资料实行电子归档,6月底前完成。',
    '2、对积分不足的党员进行约谈。',
    '3、值班室本地电脑安装杀毒软件。',
    '4、检查管网,保证没有水印渗漏。',
    '营造崇尚读书的良好氛围。组织全体职工参加读书会。',
    '广泛开展劳动竞赛,以优异成绩迎接代表大会召开。',
    '开展“让我们一起读书”活动。',
    '各级领导要带头走访困难职工。',
    '委员:按月交会费。',
    '组员:每月集中学习一次。',
    '各科室要对照计划排出时间表,3月20日前将实施计划报送工会办公室。',
    '做好困难帮扶,春节前已走访慰问41户,今年将对子女入学困难的职工及时给予救助。',
    '女工干部是女职工工作的中坚力量。要健全各车间女工组织,对空缺的女工委员及时进行增补。',
  ])('%s', (line) => {
    expect(read(`气象站工会2026年工作计划\n一、主要工作\n${line}\n二、其他工作\n${ITEMS}`).tasks).toContain(line);
  });

  it.each([
    '3、勤俭节约、规范透明的原则。厉行节约,杜绝浪费。',
    '蓝图已经绘就,奋斗正当其时。',
    '职工利益无小事。',
    '一分部署,九分落实。各级工会干部要挂图作战、倒排工期,确保各项任务落地见效。',
    '人才是第一资源。',
    '新的一年,全体人员将以时不我待的紧迫感和舍我其谁的责任感,把蓝图变成幸福!',
    '做好2026年的工会工作,任务艰巨,使命光荣,以优异成绩迎接建厂四十周年!',
    '楼上是企业的,补一份我们卫生系统的',
  ])('%s is none', (line) => {
    expect(read(`气象站工会2026年工作计划\n一、主要工作\n${ITEMS}\n${line}`).tasks.join()).not.toContain(line);
  });

  it('told of a month gone by is no work of the month the title names', () => {
    const told = '上月工作情况良好,共走访职工120人,累计发放慰问金3万元。';
    expect(read(`工会2026年5月份工作安排\n${ITEMS}\n${told}`).tasks).not.toContain(told);
  });

  it('上半年,… in a plan of 下半年 is told', () => {
    const told = '上半年,公司工会建起小家3个,慰问保洁46人次,但形式还比较单一。';
    expect(read(`公司工会2026年下半年工作计划\n${told}下半年着重做好以下几件事:\n${ITEMS}`).tasks).toEqual([
      '1、走访企业',
      '2、慰问职工',
    ]);
  });

  it('a heading of nothing but signs of how the rest is meant is left out', () => {
    const aside = '(以下安排如遇上级活动调整,以临时通知为准)';
    expect(reasonOf(`工会2026年工作计划\n三、月份安排\n${aside}\n一月\n${ITEMS}`, aside)).toBe('introduction');
  });
});

describe('lines of the page', () => {
  it.each([
    '首页 > 工会 > 计划',
    '会员福利 | 培训课程 | 维权热线',
    '首页 | 走进协会 | 最新消息 | 会员福利 | 培训课程 | 维权热线 | 联络我们 | 下载专区',
    '办公室笔记 | 认证作者 2026-01-22 14:51',
    '附件下载',
    '工会计划怎么写?急用,求大神帮忙!',
    'AI写公文,一分钟生成初稿',
    '理事长:陈志强',
    '理事长 陈志强 常务监事 蔡玉梅 总干事 林秋香',
    '【上一篇】我厂职工在乒乓球赛中获奖',
    '附件【2026年活动一览表.xlsx】已下载88次',
    '追答:草案要三分之二以上代表出席才能通过。',
    '百度一下就有很多,自己动动手吧。',
    '更多模板可以加我V:fanwen,专业代写总结、述职,先写后付。',
    '计划一般包括四部分:标题、前言、任务和落款。',
    '—— 本文未完,点击“下一页”继续阅读 ——',
    '1. 计划任务分解表.pdf',
    '您现在的位置:首页 > 正文',
    '发布时间:2026-01-05 来源:本站 点击:321',
    '时间:2026-01-05',
    '上一篇:关于放假的通知',
    '收藏 分享 打印',
    '【打印本页】 【关闭窗口】',
    '微信扫一扫关注我们',
    '![计划](https://example.com/a.png)',
    'https://example.com/plan.html',
    '第1页 共3页',
    '关于本文 本文标题:某厂工会计划',
    '关 键 词:某厂 工会计划',
    '全部资料由用户上传,未经作者授权,请勿转载',
    '— 2 —',
    '12345 678',
    '}); </script>',
    '猜你喜欢',
    '版权所有 某某网站',
    '下面是小编整理的计划,欢迎大家借鉴与参考,希望对大家有所帮助。',
    '【导读】本站网友为您分享工会计划',
    '最佳答案',
    '求一份工会工作计划',
    '工会工作计划怎么写?',
    '评论(2) 赞(46)',
    '有用 12 没用 0',
    '阅读 2086  赞 31  在看 7',
    '浏览量:960 | 点赞数:12',
    '1.2万阅读 · 35评论',
    '扫一扫在手机打开当前页',
    '主办:某县人民政府  网站标识码:3300000001',
    '……(某网站省略300字,正式会员可完整阅读)……',
    '登录后可阅读全文',
    '某工发〔2026〕7号',
    '某县总工会文件',
    '填报单位:某局   填报时间:2026年1月20日',
    '编制:安全科    审核:李强    批准:王总',
    '审批:            审核:            编制:赵云',
    '填表人:田甜          联系电话:0512-68****00',
    '某某有限公司 | 版本:V1.0 | 密级:内部',
    '某厂工会办公室    2026年2月7日印发',
    '合计  12项',
    '回答者:铁匠 | 二级 | 2026-01-04',
    '其他答案',
    '这种范文网上很多,你可以自己改一改。',
    '[1] [2] [3] 下一页',
    '本文关键词:工会,工作计划',
    '(征求意见稿)',
    '(2026年1月15日会议通过)',
    '本文档由行政部维护',
    '1. 本站所有资源如无特殊说明,均需解压后使用。',
    '3. 积分不足可上传资料获得。',
    '提问者评价:很好用,谢谢!',
    '任务分解表.doc(下载次数:18)',
    '各位党员、各位乡亲:',
    '附件下载:2026年任务分解表.xlsx 已下载9次',
  ])('%s', (line) => {
    const text = `某厂工会工作计划\n${line}\n${ITEMS}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, line)).toBe('boilerplate');
  });

  it('are known behind the plan too, links with numbers included', () => {
    const text = `某厂工会工作计划\n${ITEMS}\n相关推荐\n1.学校工会工作计划\n2.医院工会工作总结11-12\n扫码下载客户端`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
  });

  it('of model texts beside the plan are links where the page lists them', () => {
    const text = `某厂工会工作计划\n${ITEMS}\n【工会计划汇编】相关文章:\n1.学校工会工作总结\n2.主席竞聘演讲稿三篇\n3.送温暖活动方案\n★ 小学工会工作总结2025`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
  });

  it('are cut out where they are glued to the text', () => {
    const text = `某厂工会工作计划\n1、走访企业 第6页 共6页\n2、${'推动企业建立健全工会组织,'.repeat(6)}做好登记。文秘小屋\n3、召开例会`;
    expect(read(text).tasks).toEqual([
      '1、走访企业',
      `2、${'推动企业建立健全工会组织,'.repeat(6)}做好登记。`,
      '3、召开例会',
    ]);
  });

  it('marks of pages glued to an item are cut off it', () => {
    const text = `某厂工会工作计划\n1、走访企业\n2、召开例会。第1页第2页 第3页`;
    expect(read(text).tasks).toEqual(['1、走访企业', '2、召开例会。']);
  });

  it('a notice within a text on one line takes no more with it', () => {
    const notice = '下载文档前请自行甄别文档内容的完整性。';
    const items = Array.from({ length: 30 }, (_, at) => `${at + 1}、走访困难职工并做好第${at + 1}次登记。`);
    const text = `某厂工会工作计划 ${notice} ${items.join(' ')}`;
    expect(read(text).tasks).toHaveLength(30);
    expect(reasonOf(text, notice)).toBe('boilerplate');
  });

  it('are told from the plan where all of it lies on one line', () => {
    const items = Array.from({ length: 24 }, (_, at) => `${at + 1}、走访第${at + 1}家困难职工并做好登记。`);
    const page = `首页 发布时间:2026-01-05 某厂工会工作计划 ${items.join(' ')} 【关闭窗口】 技术支持:某某网络 相关推荐 学校工会工作计划 医院工会工作总结`;
    expect(read(page).tasks).toEqual(items);
    expect(reasonOf(page, '技术支持:某某网络')).toBe('boilerplate');
    expect(reasonOf(page, '医院工会工作总结')).toBe('boilerplate');
  });

  it('do not take words of the plan with them', () => {
    const items = ['1、利用微信公众号推送政策', '2、开展读书分享会', '3、关注困难职工', '4、做好信息的上传下达'];
    expect(read(`某厂工会工作计划\n${items.join('\n')}`).tasks).toEqual(items);
    const paragraph = '全年征集合理化建议300条以上,采纳率不低于40%,每季度评审一次。';
    expect(read(`某厂工会工作计划\n一、创新\n${paragraph}`).tasks).toEqual([paragraph]);
  });
});

describe('introductions and closings', () => {
  it.each([
    '2026年是实施规划的关键之年,厂工会将奋发有为。',
    '为进一步做好工会工作,结合实际,特制定本计划。',
    '根据上级工会的部署要求,现将工作安排如下:',
    '在厂党委的正确领导下,工会将围绕中心、服务大局。',
    '经厂务会研究同意,现将任务清单印发给你们,请对照清单抓好落实。',
    '《工作要点》已经常委会讨论通过,现印发给你们,请结合实际认真组织实施。',
    '现将2026年任务分解如下,请各车间认真落实。',
    '我受工会委员会委托，向大会报告工作，请审议。',
    '本年度,厂工会将以劳动精神为指导,围绕中心服务大局。',
    '厂工会工作计划。',
    '今年的想法总的就是一句话:把工会办到会员心坎上。',
    '“厂兴我荣,厂衰我耻”',
  ])('%s', (line) => {
    const text = `某厂工会工作计划\n${line}\n${ITEMS}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, line)).toBe('introduction');
  });

  it.each([
    '总之,我们将完成好各项任务。',
    '综上所述,厂工会将不断努力。',
    '特此报告。',
    '所需经费由会费支应，不足部分另行筹措。',
    '谢谢大家！',
    '各位代表，让我们团结起来，为建设一流工厂而奋斗！',
    '请各位会员给工会活动提建议,谢谢!',
    '各部室要按要点制定方案,责任到人。',
    '工会就是一件事一件事地办。希望大家多提意见,多搭把手。',
    '希望全体职工积极参与,共同建好职工之家。',
    '各社区工会联合会要对照本计划细化措施、压实责任。',
    '未尽事宜待以后补充,解释权归厂工会。',
    '活动口号:活力青春 运动无极限',
    '以上计划,请各分会认真执行。',
    '各部门要高度重视,明确专人,确保任务落地。',
    '各车间、各分会要对照清单倒排工期。',
    '公司各部门、各子公司要主动认领任务、细化举措,奋力开创新局面。',
    '全体干部职工要以更高的标准落实本计划。',
    '注:各分会每月25日前报送进展。',
  ])('%s', (line) => {
    const text = `某厂工会工作计划\n${ITEMS}\n${line}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, line)).toBe('introduction');
  });

  it.each([
    '指导思想',
    '总体要求',
    '基本原则',
    '形势分析',
    '依据',
    '宗旨',
    '预期效益',
    '背景与目的',
    '奖惩办法',
    '开展“绿色车间”活动的目的和意义',
  ])('what stands under %s', (name) => {
    expect(read(`一、${name}\n坚持以职工为中心,组织动员职工建功立业。\n二、任务\n${ITEMS}`).tasks).toEqual(
      ITEMS.split('\n'),
    );
  });

  it.each([
    '几点建议',
    '意见建议',
    '对上级工会的建议',
    '需上级协调解决的问题',
  ])('what is asked for under %s', (name) => {
    const text = `一、任务\n${ITEMS}\n二、${name}\n请上级工会加大经费支持力度。`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, '请上级工会加大经费支持力度。')).toBe('past-work');
  });

  it('a statement of aims is a task only when it says how much', () => {
    expect(read(`一、工作目标\n努力开创工会工作新局面。\n二、任务\n${ITEMS}`).tasks).toEqual(ITEMS.split('\n'));
    expect(read(`一、工作目标\n会员总数达到500人。\n二、任务\n${ITEMS}`).tasks[0]).toBe('会员总数达到500人。');
  });
});

describe('what a file shelf or an office puts around', () => {
  it('an introduction that was given a number', () => {
    const lead = '1、某厂2026年安全工作安排 某厂坚持安全第一,保证指标完成,本年度安全工作规划如下:';
    const text = `${lead} 一、安全指标 1、轻伤率不超过3%; 2、持证上岗率100%。 二、检查 1、开展月查。 2、落实整改。`;
    expect(read(text).tasks).toEqual(['1、轻伤率不超过3%;', '2、持证上岗率100%。', '1、开展月查。', '2、落实整改。']);
  });

  it.each(['某厂工会', '某厂工会委员会', '育才小学', '某县妇联'])('%s right under the title', (maker) => {
    const { plans } = readPlanText(`某厂2026年工作计划\n${maker}\n一、任务\n${ITEMS}`, {
      year: 2026,
      today: '2026-01-10',
    });
    expect(plans[0]?.tasks.map(({ section }) => section)).toEqual([['一、任务'], ['一、任务']]);
    expect(reasonOf(`某厂2026年工作计划\n${maker}\n一、任务\n${ITEMS}`, maker)).toBe('boilerplate');
  });

  it('an office under the title is a section', () => {
    const text = `某厂2026年工作计划\n办公室\n${ITEMS}\n财务科\n1、编制预算\n2、清查资产`;
    const { plans } = readPlanText(text, { year: 2026, today: '2026-01-10' });
    expect(plans[0]?.tasks.map(({ section }) => section.at(-1))).toEqual(['办公室', '办公室', '财务科', '财务科']);
  });

  it.each(['2026.2', '2026年2月', '2026/02'])('who signed above %s', (date) => {
    const text = `某厂工会工作计划\n六月份：\n${ITEMS}\n某厂工会\n${date}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, '某厂工会')).toBe('boilerplate');
  });

  it('but a month with its year is a heading under work', () => {
    const text = '某厂工会工作计划\n2026年1月\n走访困难党支部\n2026年2月\n召开座谈会';
    expect(read(text).tasks).toEqual(['走访困难党支部', '召开座谈会']);
  });

  it.each(['发布者：admin 日期：2026-03-04', '发布人：张三 时间：2026-03-04'])('%s', (line) => {
    expect(read(`某厂工会工作计划\n${line}\n一、任务\n${ITEMS}`).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(`某厂工会工作计划\n${line}\n一、任务\n${ITEMS}`, line)).toBe('boilerplate');
  });

  it.each(['某厂工会委员会', '某县教育工会'])('%s under the last sentence', (signer) => {
    const text = `某厂工会工作计划\n${ITEMS}。\n${signer}\n下载工会工作计划word格式文档\n下载本文`;
    expect(read(text).tasks).toEqual(`${ITEMS}。`.split('\n'));
    expect(reasonOf(text, signer)).toBe('boilerplate');
    expect(reasonOf(text, '下载工会工作计划word格式文档')).toBe('boilerplate');
  });

  it.each(['二〇二六年一月', '二0二六年九月', '二○二六年十二月'])('who signed above %s', (date) => {
    const text = `某厂工会工作计划\n${ITEMS}\n\n某厂工会委员会\n\n${date}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, '某厂工会委员会')).toBe('boilerplate');
    expect(reasonOf(text, date)).toBe('boilerplate');
  });
});

describe('what was done', () => {
  it.each([
    '1、完成了换届选举工作。',
    '1、举办了两期培训班,受到职工好评。',
    '1、上半年共接待来访1536件。',
    '1、目前已有43家企业签订了协议。',
    '1、据统计,化解矛盾百余起。',
  ])('%s', (item) => {
    const text = `某厂工会工作计划\n${item}\n2、慰问职工`;
    expect(read(text).tasks).toEqual(['2、慰问职工']);
    expect(reasonOf(text, item)).toBe('past-work');
  });

  it('stands under the heading of a summary until a heading looks ahead', () => {
    const text =
      '某厂工会工作\n一、2025年工作总结\n1、召开职代会\n二、存在的问题\n1、活动偏少\n三、2026年工作打算\n1、走访企业';
    expect(read(text).tasks).toEqual(['1、走访企业']);
  });

  it('fills a summary up to the sentence that looks ahead, which gives its time', () => {
    const text =
      '某厂工会上半年工作总结\n一、抓组织。推动企业建会。\n二、抓服务。慰问职工。下半年,我们将着力做好以下工作:一是走访企业;二是举办比赛。';
    const { plans } = readPlanText(text, OPTIONS);
    expect(plans[0]?.tasks.map((task) => [task.text, task.schedule.start])).toEqual([
      ['一是走访企业;', '2026-07-01'],
      ['二是举办比赛。', '2026-07-01'],
    ]);
  });

  it.each(['总结收尾', '总结表彰', '考核总结大会', '年终总结与考核'])('is not what stands under %s', (name) => {
    expect(read(`一、宣传\n张贴海报。\n二、${name}\n12月底前完成评选,表彰先进10名。`).tasks).toHaveLength(2);
  });

  it('is told from what is to be done although both have 了', () => {
    const items = ['1、为了方便职工,增设服务点', '2、深入了解职工诉求', '3、近年来人员变动大,要及时补选委员'];
    expect(read(`某厂工会工作计划\n${items.join('\n')}`).tasks).toEqual(items);
  });
});

describe('the rest', () => {
  it('a heading with nothing under it is a heading', () => {
    expect(reasonOf(`一、工作目标\n二、任务\n${ITEMS}`, '一、工作目标')).toBe('heading');
    expect(reasonOf(`${ITEMS}\n3、活动安排表`, '3、活动安排表')).toBe('heading');
  });

  it('a section of nothing but a deed is one', () => {
    const text = '某会工作计划\n一、宣传\n1、投稿50篇\n二、廉政\n1、签订责任书\n三、完成上级交办的其他任务';
    expect(read(text).tasks).toEqual(['1、投稿50篇', '1、签订责任书', '三、完成上级交办的其他任务']);
    expect(read(text.replace('完成上级交办的其他任务', '特色创建')).tasks).toHaveLength(2);
  });

  it('the name of what follows is no item', () => {
    const text = '某厂工会工作计划\n一、走访企业;\n二、慰问职工。\n全年活动日程\n3月:\n1.举办拔河赛';
    expect(read(text).tasks).toEqual(['一、走访企业;', '二、慰问职工。', '1.举办拔河赛']);
  });

  it('when everything is, as an item of its own, is the time of the others', () => {
    const text =
      '某厂工会“送清凉”活动方案\n一、活动时间：2026年6月20日至8月31日。\n二、活动内容\n1.走访工地10个。\n2.发放手册。\n三、9月10日前报送总结。';
    const { plans, skipped } = readPlanText(text, { year: 2026, today: '2026-01-10' });
    expect(plans[0]?.tasks.map(({ schedule }) => [schedule.start, schedule.end])).toEqual([
      ['2026-06-20', '2026-08-31'],
      ['2026-06-20', '2026-08-31'],
      [null, '2026-09-10'],
    ]);
    expect(skipped).toContainEqual({ text: '一、活动时间：2026年6月20日至8月31日。', reason: 'introduction' });
  });

  it.each([
    '来源：网络 作者：佚名',
    '发布时间：2026-01-05 浏览次数：20',
    '作者：办公室',
  ])('%s behind a title', (credits) => {
    const { plans } = readPlanText(`某社区2024年工作计划 ${credits}\n${ITEMS}`, { year: null, today: '2026-01-10' });
    expect(plans.map(({ title, year, tasks }) => [title, year, tasks.length])).toEqual([
      ['某社区2024年工作计划', 2024, 2],
    ]);
  });

  it.each([
    '为了使工会工作更上一个台阶，特制定如下计划：',
    '结合实际，制定工作安排：',
    '20xx年计划：',
    '2026年工作打算：',
  ])('%s is the name of no plan', (line) => {
    const { plans } = readPlanText(
      `企业工会工作计划 篇1\n${ITEMS}\n企业工会工作计划 篇2\n${line}\n（一）体检。\n（二）植树。`,
      {
        year: 2026,
        today: '2026-01-10',
      },
    );
    expect(plans.map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ['企业工会工作计划 篇1', 2],
      ['企业工会工作计划 篇2', 2],
    ]);
  });

  it.each(['甲方：某厂工会（盖章）  乙方：（盖章）', '负责人：      负责人：'])('%s under a pledge', (line) => {
    const text = `某厂2026年工会工作目标责任书\n${ITEMS}\n3、本责任书一式两份，自签订之日起生效。\n${line}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, line)).toBe('boilerplate');
  });

  it.each([
    '总之,厂工会将努力开创新局面。',
    '各车间、各科室要按照本方案,细化措施。',
    '让我们团结起来,建功立业!',
  ])('%s behind the last item, on its line', (closing) => {
    const text = `某厂工会工作计划\n一、慰问职工。\n二、召开例会。${closing}`;
    expect(read(text).tasks).toEqual(['一、慰问职工。', '二、召开例会。']);
    expect(reasonOf(text, closing)).toBe('introduction');
  });

  it('closing words where the line break in front of them is gone', () => {
    const closing = '新的一年,让我们以昂扬的姿态努力奋斗!';
    const text = `某厂工会工作计划\n一、慰问职工。\n二、召开例会。责任人:何洁 ${closing}`;
    expect(read(text).tasks).toEqual(['一、慰问职工。', '二、召开例会。责任人:何洁']);
    expect(reasonOf(text, closing)).toBe('introduction');
  });

  it('what each part is asked to do stays in its item', () => {
    const items = ['一、慰问职工。各分会要做好登记。', '二、召开例会。'];
    expect(read(`某厂工会工作计划\n${items.join('\n')}`).tasks).toEqual(items);
  });

  it('what is enclosed, over several lines', () => {
    const text = `某厂工会工作计划\n${ITEMS}\n附件：1.任务分解表\n2.经费预算表\n3.2026年度考核办法\n某厂工会办公室 2026年3月5日印发`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, '2.经费预算表')).toBe('boilerplate');
    expect(reasonOf(text, '3.2026年度考核办法')).toBe('boilerplate');
  });

  it.each(['推荐于2023-12-05 15:20:01', '提问于2023-12-05'])('%s', (line) => {
    expect(reasonOf(`某厂工会工作计划\n${line}\n${ITEMS}`, line)).toBe('boilerplate');
  });

  it.each(['一、上半年工作情况', '一、今年工作开展情况', '一、工作完成情况'])('what stands under %s', (heading) => {
    const text = `某局工会上半年工作总结及下半年工作计划\n${heading}\n（一）学习12次。\n（二）慰问18人。\n二、下半年计划\n${ITEMS}`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
    expect(reasonOf(text, '（二）慰问18人。')).toBe('past-work');
  });

  it('a list of what was done leads to none, and one of what will be does', () => {
    const text =
      '某街道工会2025年工作总结和2026年工作计划\n2025年，工会紧紧围绕中心工作，主要做了以下工作：\n一、抓组织建设。全年新建工会15家。\n二、抓维权服务。调处争议26起。\n三、存在问题：活动阵地不足。\n2026年，工会将重点抓好以下工作：\n一、扩大组织覆盖。\n二、深化服务品牌。';
    expect(read(text).tasks).toEqual(['一、扩大组织覆盖。', '二、深化服务品牌。']);
  });

  it('an honour to be striven for is no past work', () => {
    const items = ['1、开设课程8门；力争2人获“技术能手”称号。', '2、召开例会。'];
    expect(read(`某厂工会工作计划\n${items.join('\n')}`).tasks).toEqual(items);
  });

  it('a summary to be written stands behind other work of its month', () => {
    const text = '某园工会工作计划（秋季）\n十二月\n冬季长跑\n一月\n慰问困难教职工\n工会工作总结';
    expect(read(text).tasks).toEqual(['冬季长跑', '慰问困难教职工', '工会工作总结']);
  });

  it('a summary to be written is work of its month', () => {
    const text = '某厂工会工作计划表\n11月 ：\n会费收缴检查\n12月 ：\n工会工作总结，来年计划';
    expect(read(text).tasks).toEqual(['会费收缴检查', '工会工作总结，来年计划']);
  });

  it('an item that was there before is a duplicate', () => {
    const item = '深入开展“安康杯”劳动竞赛活动';
    expect(reasonOf(`1、${item}\n2、慰问职工\n3、${item}`, `3、${item}`)).toBe('duplicate');
  });

  it('a section numbered among the others and named 备注 holds tasks', () => {
    expect(read(`一、服务\n${ITEMS}\n二、备注\n1、完成上级交办的任务。\n2、做好信访接待。`).tasks).toHaveLength(4);
  });

  it('the name and day at the end of a text put on one line are none of its last item', () => {
    const text = `某厂工会工作计划 一、服务 1、走访企业。 2、慰问职工,建立台账。 某厂工会委员会 2026年1月5日`;
    expect(read(text).tasks.at(-1)).toBe('2、慰问职工,建立台账。');
  });

  it.each(['人员分工', '领导小组成员', '组织机构'])('people under %s', (name) => {
    expect(read(`一、活动\n${ITEMS}\n二、${name}\n1、张建国——全面负责\n2、李文——宣传`).tasks).toEqual(
      ITEMS.split('\n'),
    );
  });

  it('an admonition with a number', () => {
    const text = `一、任务\n${ITEMS}\n二、工作要求\n(一)加强领导。各单位要把这项工作列入重要议事日程。\n(二)各部门要高度重视,主要负责人亲自抓。`;
    expect(read(text).tasks).toEqual(ITEMS.split('\n'));
  });

  it('words to the reader in front of a plan by months take nothing of it with them', () => {
    const text = `某厂工会工作计划\n${ITEMS}\n网友:我们按月写的,你参考一下。3月:组织春游;5月:举办比赛;6月:看望老人。`;
    expect(read(text).tasks).toHaveLength(5);
  });

  it.each(['每月25日 护士例会', '3月 质量自查', '【6月】看展'])('a short line that says when is a task: %s', (line) => {
    expect(read(`护理组2026年计划\n1月 例会\n${line}`).tasks).toContain(line);
  });

  it('a list of remarks is none of tasks', () => {
    expect(read(`某厂工会工作计划\n${ITEMS}\n备注:1.本表按月更新;2.时限不得改动。`).tasks).toEqual(ITEMS.split('\n'));
  });

  it('the name and day under a paper are no tasks', () => {
    expect(read(`某厂工会工作计划\n${ITEMS}\n某厂工会\n2026年1月5日`).tasks).toEqual(ITEMS.split('\n'));
  });
});
