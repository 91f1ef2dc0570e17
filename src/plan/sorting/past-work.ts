import type { Shadow } from '../text/shadow.ts';

/** How much of an item is asked whether it tells or plans. */
const LONGEST_READ = 3000;

/** Told: a verb with 了, a count of what came about, a look back. */
const TOLD: readonly RegExp[] = [
  /(?:组织|举办|开展|召开|举行|完成|参加|评选|发放|走访|慰问|建立|制定|接待|取得|得到|获得|受到|实现|提高|增强|形成|促进|造就|解决|调动|缓解|丰富|培养|达成|成立|签订|出台|印发|荣获|落实|开辟|打造|推动|产生|发挥|起到|保障|增添|替补|召集|出现|涌现|掌握|奠定|营造|激发|改善|净化|优化|鼓舞|推出|编印|进行|制订|选举|安排|部署|筹集|争取|创造|举行|联合举办|扩大|参与|要回|评上|提升|维护|化解|帮助|讨回|挤出|派出|指派|做)了(?!解|如)/u,
  /(?:评选|选拔|涌现|征集)出了?\d/u,
  /有了(?:大的|较大|很大|明显|新的|显著|更深|进一步|一定)/u,
  /(?:累计|共有?|先后)近?\d[\d.万余多]{0,8}名?[^,。;]{0,14}参[与加]/u,
  /(?:评选出|选拔出|涌现出|推荐出|培训.{2,8}|走访.{2,8}|慰问.{2,8}|发放.{2,12})\d[\d,.]*(?:多|余)?(?:名|人次|人|户|万元|元|份)(?=[,。;和及]|$).{0,200}(?:了|表彰|已)/u,
  /(?<!力争|争取|确保|努力)(?:被|获(?!奖)|荣获|被评为).{0,16}(?:表彰|授予|评为|称号|先进单位|优秀)/u,
  /(?:取得|收到|起到)了?(?:良好|显著|明显|较好|一定|出色|积极)的?(?:效果|成效|成绩|实效|作用|社会)/u,
];
/** A count of all there was; in a plan by months 共评选10名 says how many there will be. */
const COUNTED =
  /(?:共|已|先后|累计)(?:有|计(?=[^\d,。;])|向|为|化解|接待|组织|举办|开展|培训|发放|征集|评选|签订|完成|筹集|走访|慰问|建立|发展|组建|投入|资助|送|参加|处理|受理|查处|调解)(?![^,。;]{0,8}(?:不少于|不低于|不下|至少))[^,。;]{0,20}\d/u;
/** A look back; a sentence may look back and then ahead (近年来…,要…). */
const LOOKS_BACK =
  /^(?:去年|上年|上一年度?)[^,。;]{0,10}(?:已|完成|共|建成|组织|举办|开展|获|被)|(?:^|[,。;])(?:据统计|目前(?:已|,)|截[止至]|现已|至今已|迄今|一年来|半年来|今年以来|近年来|近[两三五几]年|过去(?:的)?[一两三几]?年|上半年(?!,?(?:要|将|拟|计划|完成|召开|举办|组织|开展))[^,。]{0,12}(?:共|,我|,镇|,区|,全))/u;
/** Planned: words that look ahead. */
const PLANNED =
  /(?:^|[,。;:、\p{Script=Han}])(?:要(?!求|点|素|闻|件|员|职|约|害|塞|紧|领|道|么|是|看到|清醒|客观)|将(?!军|士|领)|拟(?!定|订)|计划|力争|争取|确保|继续|进一步|下一步|逐步|务必|必须|应(?!邀|急|用|聘|届|对|建))/u;

/** Does it say of something that it is to be done? 现继续跟踪走访50户. */
export const looksAhead = (shadow: Shadow): boolean => PLANNED.test(shadow);

/** 2025年,…取得新进展 in the plan of 2026; what looks ahead from there is none. */
export const isOfYearBefore = (shadow: Shadow, year: number): boolean => {
  const stated = /^(?:回顾|在)?((?:19|20)\d\d)年(?!度?(?:计划|工作计划|底前|初))/u.exec(shadow)?.[1];
  const before =
    (stated !== undefined && Number(stated) < year) || /^(?:去年|上一年度?|过去的?一年)(?:来|里|中)?,/u.test(shadow);
  return before && !sentencesOf(shadow.slice(0, LONGEST_READ)).some(isPlanned);
};

/** A sentence that tells of before and says nothing of what will be. */
export const isLookBack = (shadow: Shadow, year: number): boolean =>
  isOfYearBefore(shadow, year) || (LOOKS_BACK.test(shadow) && !PLANNED.test(shadow));

const sentencesOf = (text: Shadow): string[] => text.split(/(?<=[。;!?\n])/u);

/** 新的一年,…将再接再厉: words ahead that promise nothing to be done. */
const PROMISES =
  /^(?:在)?新的一年[里中]?,|再接再厉|(?:以|用)更加?[^,。]{1,16}的(?:热情|姿态|干劲|作风|精神|状态)|努力把[^,。]{2,24}(?:建设?|打造|办)成/u;
const isPlanned = (sentence: string): boolean =>
  PLANNED.test(sentence) && !(PROMISES.test(sentence) && !/\d/u.test(sentence));

/**
 * Does an item tell what was done? By its sentences: one that looks ahead weighs against one that looks back. `dated`:
 * a plan's heading above says in which month it is to be done.
 */
export const isPastWork = (shadow: Shadow, dated = false): boolean => {
  let told = 0;
  let planned = 0;
  for (const sentence of sentencesOf(shadow.slice(0, LONGEST_READ))) {
    const ahead = isPlanned(sentence);
    if (LOOKS_BACK.test(sentence) && !ahead) told++;
    else if (TOLD.some((pattern) => pattern.test(sentence)) || (!dated && !ahead && COUNTED.test(sentence))) {
      if (!/(?:要|将|力争|争取|确保)[^,。;]{0,20}(?:了|被|获)/u.test(sentence)) told++;
    } else if (ahead) planned++;
  }
  return told > planned;
};
