/** What the words of a heading or of a leading sentence say about what stands under it. All read the shadow. */

/** Under it stands what was done. */
const PAST =
  /总结(?!收尾|阶段|提升|提高|表彰|评比|评选|评优|评价|评估|交流|推广|验收|归档|考核|经验|反馈|上报|报送|宣传|大会|会(?!议)|与?展望|暨|与?提升|与?考核|与?表彰|与?评比)|回顾|(?:完成|开展|进展|落实|执行)情况|(?:主要|工作)(?:成效|成绩|做法)|取得(?:的|了)?(?:主要)?(?:成绩|成效|进展)|(?:去年|上年度?|上一年|过去一?年)的?(?:主要)?工作|(?:^|上半年|前[一二三]季度|[一二三四]季度|今年|[本去上]年|年度?|月份?|以来)的?(?:主要|重点)?工作(?:开展|落实|进展|完成)?的?(?:基本|有关)?情况$|基本情况$|经验做法/u;
/** Under it stands what is wrong or asked for. */
const PROBLEMS =
  /(?:存在|面临|遇到)的?(?:主要|突出|一些)?(?:问题|困难|不足|矛盾)|^(?:主要)?(?:问题|不足|困难|短板)(?:和|与|及)?(?:不足|困难|建议|原因)?$|(?:问题|困难)(?:和|与|及)建议$|情况[与和及](?:主要|存在的?)?(?:问题|不足|困难)$|原因分析$|(?:意见|请求)(?:和|与|及)?建议$|^(?:几点|相关|有关|工作|对.{2,12}的)?建议$|^(?:提请|请求|需要?|恳请)(?:上级|领导|公司|学校|院里)?.{0,8}(?:解决|协调|支持|帮助)的?(?:问题|事项|困难)?$/u;
/** Under it stands what is planned. */
const FUTURE =
  /(?:计划|打算|思路|安排|要点|规划|设想|展望|目标|任务|工作重点|重点工作|工作措施)(?:如下|建议)?$|^(?:下一?步|下一?阶段|今后|明年|来年|下半年|下年度|下季度|下月)/u;
/** Under it stands why and in what spirit, whatever the numbering. */
const INTRODUCTION =
  /^(?:.{0,8})?(?:指[导点]思想|总体要求|总体思路|总的要求|基本原则|工作原则|形势(?:分析|任务|与任务)?|形势与挑战|背景|目的(?:和|与|及)?(?:意义)?|意义|前言|引言|序言|编制依据|工作理念|现状(?:分析)?|工作方针|办学理念|奖惩(?:办法|措施|规定)?|考核奖惩|附则|基本现状|单位简介|学校概况|情况分析|现状与分析|背景和目的|背景和目标|背景与目标|背景与目的|依据|宗旨|缘起|预期(?:效益|效果|成效)|经费来源)$|^.{2,20}的(?:目的|意义|必要性|重要性)(?:[和与及](?:目的|意义|必要性|要求))?$/u;
/** Under it prose is a statement of aims; numbered aims are tasks. */
const AIMS =
  /^(?:.{0,10})?(?:目标|思路|目标与方向|目标和方向|目标任务|总目标|工作主题|主题|宗旨|理念|方针|口号|重点)$/u;
/** Names of sections that run into the text behind them without a mark between. */
export const SECTION_NAME =
  /^\p{Script=Han}{0,6}?(?:指导思想|工作目标(?:[与和](?:方向|任务))?|总体目标|总体要求|总体思路|基本思路|基本原则|工作原则|背景[和与及](?:目的|目标|意义)|目的[和与及]意义|活动目的|工作背景|形势分析|预算[和与]资源|结束语):?/u;

/** What was written behind the heading's words is no part of its name: 一、工作目标: → 工作目标. */
const nameOf = (shadow: string): string => shadow.replace(/[:：。 ]+$/u, '').trim();

/** Under it stands who is in charge of what: a list of people and no tasks. */
export const namesPeople = (shadow: string): boolean =>
  /^(?:.{0,8})?(?:(?:人员|职责|领导|班子|成员|具体)分工|领导小组(?:名单|成员|人员)?|组织机构|工作专班(?:名单|成员))$/u.test(
    nameOf(shadow),
  );

/** 备注: 1.… 2.… — what a list of remarks is headed by when it has no number of its own. */
export const isNote = (shadow: string): boolean =>
  /^(?:备 ?注|注|附注|说明|(?:填表|有关|相关|备注)说明|注意事项|名词解释|(?:有关|相关|几点|活动|参加|学习)要求)$/u.test(
    nameOf(shadow),
  );

export type HeadingKind = 'past' | 'problems' | 'future' | 'introduction' | 'aims' | 'plain';

/** 总结及明年计划: what comes after the summary's word is planned. */
const looksAheadAfter = (name: string, past: number): boolean =>
  /(?:计划|打算|思路|安排|要点|规划|设想|下一?步)/u.test(name.slice(past));

/** 2023年主要工作 in the plan of a later year. */
const ofYearBefore = (name: string, year: number): boolean => {
  const stated = /^(20\d\d)年(?:度)?(?:主要|重点)?(?:工作|任务)/u.exec(name)?.[1];
  return stated !== undefined && Number(stated) < year && !looksAheadAfter(name, 0);
};

/** What a heading announces. Names of both (工作总结及明年计划) announce the plan only when the plan comes last. */
export const kindOfHeading = (shadow: string, year: number | null = null): HeadingKind => {
  const name = nameOf(shadow).slice(0, 60);
  const section = SECTION_NAME.exec(name)?.[0];
  if (INTRODUCTION.test(name) || (section !== undefined && INTRODUCTION.test(section))) return 'introduction';
  if (PROBLEMS.test(name)) return 'problems';
  if (year !== null && ofYearBefore(name, year)) return 'past';
  const past = name.search(PAST);
  const future = name.search(FUTURE);
  if (
    past >= 0 &&
    !looksAheadAfter(name, past) &&
    future < past &&
    !/(?:做好|开好|搞好|召开|开展|进行|撰写|加强|及时|认真).{0,12}(?:总结|回顾)/u.test(name)
  )
    return 'past';
  if (AIMS.test(name) || (section !== undefined && AIMS.test(section))) return 'aims';
  return future >= 0 ? 'future' : 'plain';
};

/** A sentence that says: what follows was done. */
export const PAST_LEAD =
  /(?:现将|现就).{0,40}(?:总结|汇报|报告)(?:如下)?|回顾.{0,30}(?:工作|一年|半年|以来).{0,20}(?:[:,。]|$)|(?:主要)?(?:做了|完成了|开展了|抓了)以下.{0,12}(?:工作|几)/u;
/** A paragraph so long that ends with a stop has told itself what was done: 回顾过去的一年,共走访46人次,…。 */
const LONGEST_LEAD = 60;
/** Does it open a summary: what follows, too, was done? */
export const opensSummary = (shadow: string): boolean =>
  PAST_LEAD.test(shadow.slice(0, 400)) && !(shadow.length > LONGEST_LEAD && /[。!]$/u.test(shadow));
/** The same when it leaves everything before it behind: from here on the document plans. */
export const FUTURE_LEAD_OF_ALL = /^ ?(?:下半年|下一?步|下一?阶段|下个?季度|下个?月|明年|来年|新的?一年)/u;
/** A sentence that says: what follows is to be done. */
export const FUTURE_LEAD =
  /^ ?(?:下半年|下一?步|下一?阶段|下个?季度|下个?月|今后|明年|来年|新的?一年(?:里|中)?|在新的一年(?:里|中)?|接下来|(?:19|20)\d\d年(?:下半年|度)?),?.{0,120}(?:将|(?<![主重需必只紧])要(?!求)|计划|拟|打算|做好|着力|重点|抓好|开展)/u;
