import type { Shadow } from '../text/shadow.ts';

/** How much of a paragraph is asked; these show early what they are. */
const HEAD = 200;
const LONGEST_SLOGAN = 160;

/** …做好以下几个方面的工作。 — a sentence that only leads to what follows, at the end of a paragraph. */
const LEADS_ON =
  /(?:做好?|办好?)(?:下面|以下|如下|下列)[^。;:]{0,12}[:。]$|(?:做好|抓好|抓实|开展|完成|推进|落实|突出|围绕|从|有|实施|重点|安排|实现)(?:以下|如下|下列|下述)[^。;:]{0,16}[:。]?$|以下几?[个方项点]?[^。;:,]{0,8}(?:工作|方面|措施|任务|要求)[:。]$/u;
/** 工作中还存在…等问题 — what is wrong, told and not planned against. */
const TELLS_PROBLEMS =
  /^[^,。;]{2,24}的?问题,(?!要|将|应|须|拟|力争|尽快|抓紧)[^。;]{0,60}(?:已|尚|仍|反映|待[^,。]{1,12}后)|^[^。;]{0,40}(?:存在|面临|有)(?!的)[^。;]{0,60}(?:问题|不足|差距|短板|薄弱环节|困难)(?:[。;:,]|$)|^(?:但|然而|同时)?,?(?:我们)?(?:也|还)?(?:清醒|应该|必须)地?(?:看到|认识到)/u;
/** 针对存在的问题,开展… answers them. */
const ANSWERS = /^(?:针对|围绕|聚焦|对照|着眼)/u;

/** The spirit in which everything will be done, with nothing to be done in it. */
const SPIRITED: readonly RegExp[] = [
  /(?:^|[。!])让我们|只要我们[^。]{0,40}就|一分部署,九分落实|心往一处想|劲往一处使|让我们[^。]{0,30}(?:携起?手|共同|一起|行动起来)/u,
  /以优异的?成绩(?:迎接|庆祝|献礼|向)|再(?:创|上|立|展)(?:佳绩|辉煌|新|一个)|(?:迈上|再上)新(?:台阶|水平)[。!]?$/u,
  // 形成…的良好局面。全体职工…!
  /(?:形成|营造)[^,。]{0,12}的(?:良好|浓厚|生动)(?:局面|氛围)[。!](?:全体|广大|大家|我们|让)[^。;]{0,60}[。!]$/u,
  /以[^,。]{2,12}的(?:紧迫感|责任感|使命感)[和与][^,。]{2,12}的(?:紧迫感|责任感|使命感)|百尺竿头|更进一步!|更上一层楼|蓝图已(?:经)?绘就|正当其时|[谱书]写.{0,30}(?:篇章|华章)|开创[^。]{0,20}新(?:局面|篇章)[。!]?$|添砖加瓦/u,
  /(?:做出|作出|贡献)(?:新的)?(?:更大的?|应有的?|积极的?)?(?:力量|贡献)[。!]?$/u,
  /(?:以|用)(?:更加?|更为|饱满|昂扬|崭新|高昂|务实|扎实|良好|奋发)[^。]{0,24}(?:姿态|热情|作风|干劲|精神|状态|斗志|面貌|步伐)/u,
  /(?:携手|同心|团结|凝心)[^,。]{0,10}(?:并肩|聚力|共进|奋进|协力|前行)/u,
  /^站在新的|^(?:我们|我[部科室院校会])?(?:深知|坚信|深信|相信)|(?:就|我们)?一定能够?[^,。]{0,24}[。!]?$/u,
];
/** 广泛开展劳动竞赛,以优异成绩迎接…: what begins with holding something is work, whatever spirit it is done in. */
const HOLDS_SOMETHING = /^[^,。;]{0,4}(?:开展|举办|召开|举行)/u;
/** 宣传部负责…工作: what an office is there for. */
const DEFINES_OFFICE =
  /^\p{Script=Han}{1,10}(?:(?<![干全])部|科|室|组|办|处|会|中心|团|队|社)(?:是|作为|主要?负责|负责|旨在|承担|肩负)(?!人)[^。]{0,40}(?:工作|事务|事宜|部门|机构|组织|核心|桥梁|窗口|职能|职责|氛围|任务|团体)/u;
/** 因故不能参加的,须事先请假。 — a rule for a case, and nothing to be done by a day. */
const RULES = /^[^,。;]{3,30}的,(?:须|应|一律|不得|可以?)[^。;]{2,30}[。;]?$/u;
/** **目标定位**:…, 部门职责:… — a paragraph labelled as an aim or a description. */
const LABELLED =
  /^[*【[]{0,2}(?:总体|工作|活动|年度|培训|计划|部门|岗位|学习|本部门?)?(?:目标|目标定位|定位|宗旨|理念|职责|职能|简介|概述|愿景|意义|目的|主旨|口号)[*】\]]{0,2}:/u;
/** 做好2026年的工作,任务艰巨,使命光荣。 */
const SOLEMN = /(?:任务(?:艰巨|繁重)|责任重大|重任在肩)[,、]?(?:使命光荣|责任重大|时间紧迫)/u;
/** 职工利益无小事。 人才是第一资源。 — a maxim in front of what is to be done. */
const MAXIM = /^[^,。;:\d]{2,10}(?:无小事|永远在路上|(?:就)?是[^,。;:\d]{2,10})[。!]$/u;
/** (以下安排如遇上级活动调整,以通知为准) — a whole line in brackets that says how the others are meant. */
const ASIDE =
  /^\([^()]{0,60}(?:为准|如遇|如与|顺延|适当调整|另行通知|一般[在放安]|原则上|可(?:视|根据|结合)情况|视情况)[^()]{0,40}\)[。;]?$/u;
const DOES_SOMETHING = /组织|开展|举办|召开|走访|慰问/u;
/** 一要提高站位,压实责任 — two clauses of an admonition, and nothing that could be checked. */
const ADMONITION =
  /^(?:[一二三四五六七八九][是要])?(?:要)?(?:提高(?:政治|思想)?(?:站位|认识)|统一思想|压[实紧](?:工作)?责任|强化(?:组织|责任|督[查导]|考核|保障|领导)|加强(?:组织)?(?:领导|宣传|保障|管理|协调|督[查导]|配合|沟通|协作)|严格(?:督[查导]|考核|纪律|奖惩|要求)|严[明肃].{0,2}纪律|落实责任|明确(?:责任|分工)|(?:凝聚|形成)(?:工作)?合力|注重实效|狠抓落实|高度重视|精心(?:组织|准备)|突出[^,]{0,6}功能)/u;
const LONGEST_ADMONITION = 40;

const hasCount = (shadow: Shadow): boolean => /\d|[一二三四五六七八九十]月|季度|半年|每[周月年]/u.test(shadow);

/** Words about the plan, the office or the spirit that hold no piece of work, where they stand as a paragraph. */
export const isRemark = (shadow: Shadow): boolean => {
  const head = shadow.slice(0, HEAD);
  if (LEADS_ON.test(shadow.slice(-60)) && !/[。;].{20,}[。;]/u.test(head)) return true;
  if ((ASIDE.test(shadow) && !DOES_SOMETHING.test(shadow)) || MAXIM.test(shadow)) return true;
  if (SOLEMN.test(head) && shadow.length <= LONGEST_SLOGAN) return true;
  if (TELLS_PROBLEMS.test(head) && !ANSWERS.test(head)) return true;
  if (hasCount(shadow)) return false;
  if (RULES.test(shadow) || DEFINES_OFFICE.test(head) || LABELLED.test(head)) return true;
  return isSlogan(shadow);
};

/** The sentence a paragraph ends with only leads to what follows. */
export const leadsOn = (shadow: Shadow): boolean => LEADS_ON.test(shadow.slice(-60));

/** Words that lift the spirit at the end of a plan, with nothing that could be counted. */
export const isSlogan = (shadow: Shadow): boolean =>
  shadow.length <= LONGEST_SLOGAN &&
  SPIRITED.some((pattern) => pattern.test(shadow)) &&
  !HOLDS_SOMETHING.test(shadow) &&
  !hasCount(shadow);

/** 清明节放假(4月4日—6日), 放寒假: a day of the calendar, and no work. */
export const isHoliday = (words: string): boolean =>
  /^[^,。;:]{0,16}放(?:寒|暑)?假(?:[一二三四五六七八九十\d]{1,3}天)?(?: ?\([^()]{0,24}\))?[。;]?$/u.test(words) &&
  !/做好|安排|落实|组织|开展|值班|检查|通知|布置|活动/u.test(words);

/** An item that only admonishes, where a section is about how and not about what. */
export const isAdmonition = (shadow: Shadow): boolean =>
  shadow.length <= LONGEST_ADMONITION && ADMONITION.test(shadow) && !hasCount(shadow);

/** 一、提升…水平; 二、增强…精神 under 总体目标: what is to come of the work. */
const EFFECT =
  /^(?:进一步|全面|不断|切实|有效|努力)?(?:提升|提高|增强|丰富|促进|营造|激发|培养|凝聚|树立|弘扬|推动|强化|形成|实现|塑造)/u;
/** A numbered aim with nothing that could be counted or dated. */
export const isBareAim = (shadow: Shadow): boolean => EFFECT.test(shadow) && !hasCount(shadow) && shadow.length <= 60;
