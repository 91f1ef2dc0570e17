import { goesAbout } from '../outline/deeds-of-prose.ts';
import type { Shadow } from '../text/shadow.ts';

/** How much of a paragraph is asked; introductions show early what they are. */
const HEAD = 160;

/** Closing words of a plan. */
const CLOSING =
  /^(?:(?:备注|注|说明|附注):|特此(?:报告|汇报|通知|函告)|以上.{0,8},?(?:请|如有|当否)|综上(?:所述)?|总之|总而言之|(?:各位(?:代表|领导|同志|同事|委员|会员|老师|家长)|同志们(?![^。]*\d))[,:]|以上(?:是|就是|为|计划|方案|工作|各项|任务|安排|内容|活动|项目|事项|时间)|最后,?(?:我们|让我们|祝)|让我们|我们?(?:相信|坚信|有信心|将以)|希望(?:全体|广大|大家|各)|相信|敬请|请领导|各.{0,16}(?:单位|部门|部室|处室|股室|分会|科室|支部|工会|联合会|班组|镇|街道|县区|委员会)(?:要|应|务必|须)|各.{0,16}(?:领导|责任人|负责人)(?:要|应|务必|须)(?:高度|切实|亲自|靠前|进一步|把|认真|严格|主动|加强|压[实紧]|统一|充分)|相信在|在(?:今后|未来|以后)的|在新的一年|新的一年|在.{2,30}的?(?:正确)?(?:坚强)?领导下|未尽事宜|.{0,20}(?:最终)?解释权)/u;
/** A paper that hands the plan on: …现印发给你们,请结合实际认真组织实施; …会议研究同意,现将…. */
const HANDED_ON =
  /(?:^|[,。;》])现(?:将|予|就|把)?.{0,80}(?:印发|下发|转发|分解|公布|发布|发|下达|明确)(?:给你们|如下|,?请)|^(?:下面,?)?我(?:谨)?(?:代表|受).{2,40}(?:报告|汇报)|^经.{2,40}(?:研究|审议|审定|讨论|批准|同意|通过)[,。].{0,4}现|,请(?:各.{1,24}|你们)?(?:认真|结合|遵照|贯彻|抓好|对照|按照|按)[^。]{0,30}(?:落实|执行|实施|贯彻|推进|办理)/u;
/** Who is admonished, and the words of an admonition: 各部门要高度重视…, 全体员工要以…. */
const ADMONISHED =
  /^[^,。;:]{0,12}(?:各|全体|全院|全校|全局|全镇|全县|全区|上下|班子|干部|员工|职工|党员|同志|书记|主任|委员|负责人)[^,。;:]{0,30}(?:要|应|须|务必|必须)(?:以|把|将|高度|充分|切实|进一步|认真|严格|主动|积极|统一|提高|加强|强化|压实|细化|明确|倒排|对照|按照|按|根据|结合|密切|精心|周密|牢固|牢记|增强|自觉|坚持|始终|确保|落实|抓好|围绕|全力|科学|合理|树立|履行|于每|在每|每月\d)/u;
/** The same as an item of its own: (一)加强领导。各单位要高度重视… */
const ADMONISHED_IN_ITEM =
  /(?:各[^,。;:]{1,24}|主要负责人|一把手)(?:要|应|须|务必)(?:高度重视|高度负责|把[^,。]{1,24}(?:摆上|列入|纳入|作为|放在)|充分认识|统一思想|提高(?:思想|政治)?(?:认识|站位)|切实(?:提高|增强|加强|履行|把)|亲自|进一步(?:提高|增强))/u;
/** A plan that speaks of itself. */
const OF_ITSELF =
  /(?:本|该|此|这份)(?:工作)?(?:计划|方案|要点|安排)(?:旨在|主要|的目的|着重|着眼)|制[定订](?:了)?(?:本|此|如下|以下)(?:年度)?(?:工作)?(?:计划|方案|安排|要点)|(?:特|现)(?:就.{0,40})?(?:制定|制订|拟定|拟订|提出|编制)|(?:工作)?(?:计划|安排|方案|要点|打算)如下|(?:提出|制定|明确|作|做)(?:如下|以下)(?:工作)?(?:意见|要求|措施|计划|安排|方案)|(?:具体|主要)(?:安排|措施|内容|工作|任务|情况)?(?:如下|有以下)/u;
/** The same, less openly; at the head of a plan only, since a task can be to make a plan. */
const MAKES_A_PLAN = /(?:制定|制订|拟定|拟订|提出|编制)(?:了|出)?.{0,30}(?:计划|方案|要点|安排|措施)|旨在/u;
/** The year and its meaning, the spirit in which, the general demand. */
const SPIRIT =
  /^.{0,12}年是.{0,80}(?:之年|一年|年份|开局|关键|起步|收官)|^.{0,40}(?:总体要求|总体思路|总的要求|指[导点]思想|工作思路|总体目标|基本思路)(?:是|为|:)|^(?:以|坚持以|高举|深入学习贯彻|全面贯彻).{0,60}为(?:指导|引领|统领|指引)|^(?:工作|活动)?(?:指导思想|目的|背景)|^.{0,24}(?:将|要)?(?:继续)?以[^,。]{2,40}为(?:指导|主线|指引)(?:思想)?[,、。]/u;
/** A reason in front of everything: 为了…, 根据… . */
const REASON =
  /^(?:为了?(?!.{0,6}(?:职工|群众|师生|患者|老人|会员|企业)(?:提供|办|送))|根据|按照|依据|随着|鉴于|围绕|结合|面对|在全面|当前|近年来|今年以来|时光|回溯|回顾|岁月|光阴|转眼)/u;
/** Words of doing that make a paragraph under a heading a task even if it begins with a reason. */
const DOES =
  /(?:组织|开展|举办|召开|建立|完善|制定|推进|推动|加强|做好|落实|健全|深化|实施|开设|培训|选拔|慰问|走访|检查|督促|协助|配合|参加|申报|评选|发放|推广|打造|创建|优化|强化|提升|拓展|抓好|制作|安装|配备|购置|采购|订做|更换|更新|改造|维修|新建|办理|准备|提供|送上)/u;

/** Words that close a plan; they stand where an item could. */
export const isClosing = (shadow: Shadow): boolean =>
  (CLOSING.test(shadow.slice(0, HEAD)) && !/:$/u.test(shadow) && !handsIn(shadow)) || THANKS.test(shadow);
/** 请大家多提建议,谢谢! — a plan thanks nobody; its writer does. */
const THANKS =
  /^[^\d]{0,120}(?:希望|恳请)(?:大家|各位)[^。;\d]{2,40}[。!]$|^(?:请[^。;]{2,60}[,。!])?谢谢(?:大家|各位)?[!。]{0,3}$/u;

/** What is to be handed in by a day. */
const HANDS_IN =
  /(?:\d ?[月日]|[一二三四五六七八九十]月|[月季年][底末])[^,。;]{0,2}前,?(?:将|把)[^,。;]{2,24}(?:报送|上报|报|交|提交)/u;
/** 各牵头科室要对照本方案排出时间表,3月20日前将实施计划报送…: work, although it admonishes. */
export const handsIn = (shadow: Shadow): boolean =>
  HANDS_IN.test(shadow.slice(0, HEAD)) && !HANDED_ON.test(shadow.slice(0, 400));

/** Words that close all of a plan wherever they stand: what is said of each part, 各分会要做好登记, is none of them. */
const CLOSES_ALL =
  /(?:[。!?;] ?| (?=总之|综上|特此|让我们|新的一年,|各[^,。;]{1,20}要(?:按照|对照)))(?=(?:新的一年,?让我们|总之|总而言之|综上(?:所述)?|特此(?:报告|通知)|让我们|以上(?:是|就是|计划|方案|安排|工作)|各[^,。;]{1,20}要(?:按照|对照|根据|认真落实)本(?:方案|计划|要点|意见)|各位(?:代表|领导|同志)))/u;
/** Where the closing words of a plan begin in its last line; -1 where there are none. */
export const closingFrom = (shadow: Shadow): number => {
  const found = CLOSES_ALL.exec(shadow);
  return found ? found.index + found[0].length : -1;
};

/** Fewer words than this, none of doing, outside all headings: a scrap of the page. */
const LONGEST_SCRAP = 14;
export const isScrap = (shadow: Shadow): boolean => shadow.length <= LONGEST_SCRAP && !DOES.test(shadow);

/**
 * A paragraph that leads in, explains or speaks of the plan itself. `first` when nothing but a title stands before it:
 * there a reason or a spirit is enough.
 */
export const isIntroduction = (shadow: Shadow, first: boolean): boolean => {
  const head = shadow.slice(0, HEAD);
  if (ABOUT.test(head) || OF_ITSELF.test(shadow.slice(0, 400)) || SPIRIT.test(head) || CLOSING.test(head)) return true;
  if (ANNOUNCES.test(head)) return true;
  if (HANDED_ON.test(shadow.slice(0, 400)) || ADMONISHED.test(head)) return true;
  if (!first) return REASON.test(head) && !DOES.test(shadow.slice(0, 600));
  return REASON.test(head) || MAKES_A_PLAN.test(shadow.slice(0, 400)) || !DOES.test(head);
};

/** `主题“…”`, 注:…, 说明:… — words about what stands around them. */
const ABOUT =
  /^[^。;]{0,16}(?:就是|是)?一句话:|^[“"《‘'][^“”"‘’'《》]{2,30}[”"》’'][!。]?$|^(?:本计划|活动|培训|工会)?(?:所需)?经费(?:由|从|在|来源于|均|按照?[^,。;]{2,30}(?:列支|开支|报销))|^(?:经费(?:预算|来源|保障|安排)|预算|所需经费|活动经费|人员分工|联系人|组长|副组长|成员|领导小组(?:成员)?):|^(?:组员|委员):(?=各|\p{Script=Han}{2,3}(?:[、, ]|$))|^(?:各|全体|机关|县直|市直|院属|公司|局属|全县|全市|全校).{0,60}:$|^(?:(?:活动|本月|月份?|教育)?主题(?:是|为|[:“]))/u;

/** Labels of an announcement that say around what, and not what is to be done: 活动口号:…, 参加对象:…, 评分标准(…). */
const ANNOUNCES =
  /^(?:活动|比赛|竞赛|大赛|培训|会议)?(?:口号|标语|地点|会场|对象|组别|组织机构|参赛(?:对象|人员|队伍)|参加(?:对象|人员)(?:及分组)?|参与(?:对象|人员)|奖励(?:办法|措施|设置)|奖项(?:设置)?|评分(?:标准|办法|细则)|比赛规则|竞赛规则|报名(?:方式|办法|条件)|经费(?:预算|来源)?|联系方式|(?:总)?裁判(?:员|长)?|评委)[:(]/u;

const ONLY_WHEN =
  /^(?:活动|培训|比赛|竞赛|会议|实施|开展|举办|慰问)?(?:时间|日期|期限)(?:安排)?:[\d〇零一二三四五六七八九十年月日号旬上中下初底末前后之内至到起止\s.,、\-/~()每周季度半全星期]{2,40}[。;]?$/u;

/** 活动时间:6月20日至8月31日 — when all of it is, and nothing to be done. */
export const isOnlyWhen = (shadow: Shadow): boolean => ONLY_WHEN.test(shadow);

/** …,本年度安全工作规划如下: — whatever number stands in front, the plan begins behind it. */
const LEADS_TO_PLAN = /(?:规划|计划|安排|方案|要点|打算|部署|思路)(?:作|做)?如下[:。]?$/u;

/** 2.勤俭节约、规范透明的原则。… — how the work is done, and none of it. */
const PRINCIPLE = /^(?!制[定订]|修[订改]|研究|完善|明确|确定|宣传|学习|讲解|落实)[^,。;:\d]{2,24}的原则(?:。|$)/u;
const isPrinciple = (shadow: Shadow): boolean => {
  const name = PRINCIPLE.exec(shadow)?.[0];
  return name !== undefined && !/\d/u.test(shadow) && !goesAbout(shadow.slice(name.length));
};

/** A numbered item that is none: the spirit or the plan itself given a number. */
export const isNumberedIntroduction = (shadow: Shadow): boolean =>
  /^.{0,40}(?:总体要求|总体思路|指[导点]思想)(?:是|为|:)|^(?:以|高举).{2,60}为指导(?:思想)?[,。]/u.test(
    shadow.slice(0, HEAD),
  ) ||
  ANNOUNCES.test(shadow) ||
  /^(?:存在|面临|主要)的?(?:主要)?(?:问题|困难|不足)(?:[和与](?:不足|困难|问题))?:/u.test(shadow) ||
  LEADS_TO_PLAN.test(shadow.slice(-HEAD)) ||
  isPrinciple(shadow) ||
  isOnlyWhen(shadow) ||
  (ADMONISHED_IN_ITEM.test(shadow.slice(0, HEAD)) && !/\d/u.test(shadow)) ||
  /^(?:本|该|此)(?:工作|目标|年度)?(?:计划|方案|要点|办法|责任[书状]|协议)(?:旨在|自|经|依|如有|由|未尽|的解释|一式)/u.test(
    shadow,
  ) ||
  /^(?:依据|目的|宗旨|意义|缘起|背景|经费(?:来源|预算)?|附则|适用范围|计划依据|总的(?:想法|思路|目标|要求)|(?:工作|基本|总体)思路|指[导点]思想|总体要求|工作方针|(?:部门|单位|公司|机构|岗位)?(?:简介|概况|职能))[:](?=.)/u.test(
    shadow,
  ) ||
  (/^(?:总体|工作|活动|计划|培训|年度)?(?:目标|目的|主题|理念)[:](?=.)/u.test(shadow) && !/\d/u.test(shadow));
