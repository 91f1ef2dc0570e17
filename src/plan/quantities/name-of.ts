import type { Quantity } from './quantity.ts';

/** Verbs and adverbs in front of what is counted. Stripped again and again, a fixed number of times. */
const LEAD =
  /^(?:岁以[上下]的?|前[后夕]|年(?=全年)|月份?|日|全年|[一二三四]季度|[上下]半年|年内|(?:年底|底|日)?前(?!列|沿|期|进)|公开|定向|另?择机|招聘|培养|使|让|将|为|推进|推动|要(?!约)|力争|争取|确保|努力|全年|计划|预计|积极|继续|大力|全面|深入|广泛|新?引进|新增|新建|新发展|发展|举办|组织|开展|召开|举行|完成|培训|覆盖|推荐|命名|评选|发出|表彰|慰问|走访|发放|推送|建立|建设|建成|创建|打造|培育|选树|拍摄|制作|征集|检查|审计|提供|服务|参加|参与|动员|发动|吸纳|设立|设(?!备|施|计|置|想|点)|招聘|引进|投入|筹集|实现|达到|达|抓|共|及|和|并|其中|各|每(?:个|位|名|家|户|周|星期|季度?|半年)?|不少于|不低于|至少|约|近|数量|,)/u;
const TAIL =
  /(?:至少|不少于|不低于|不得少于|达到|达|超过|突破|约|近|不|不得|预计|共|低于|高于|控制|压缩|缩短|(?<!下)降低?|为|到|至|在|保持|稳定|累计|有|:|\(|小于|不高于|不超过|每(?:年|半年|季度?|个?月|周|天|日|学期))$/u;
/** 依从性≥85%, 企业工会 15 家: what may part a name from its number. */
const SIGN = /\s?[≥≧>=≤≦<]{0,2}\s?$/u;
/** 5000万元以上项目: how large each of what is counted is goes with its name. */
const RUN_BEFORE = /(?:\d[\d.]{0,8} ?(?:[百千]?万|亿)?元以[上下])?[\p{Script=Han}“”"A-Za-z·+]{1,24}$/u;
const UNIT_BEFORE = /\d ?[\p{Script=Han}]{1,2}$/u;
const RUN_AFTER = /^ ?(?:以[上下内]|之内|左右)?的?(?!以[上下内]|之内|左右)([\p{Script=Han}“”"A-Za-z·]{1,14})/u;
/** Where the words before a verb of making tell who or where: 园区建立联合会3家 counts 联合会. */
const WHOSE = /^.{0,20}(?:建立|建成|新建|成立|举办|召开|命名|选树|培育)(?=.{2})(?!(?:基地|计划|办法|机制|人|对象))/u;
const ENDS_NAME = /(?:以上|左右|参加|参与|开展|进行|并|和|及|的|等|予以|给予|到位|划拨|用于|前往|赴|参赛).{0,14}$/u;

const strip = (text: string, pattern: RegExp, times: number): string => {
  let stripped = text;
  for (let turn = 0; turn < times && pattern.test(stripped); turn++) {
    const shorter = stripped.replace(pattern, '');
    // 慰问金 is a noun although 慰问 is a verb.
    if (shorter.length === 1) break;
    stripped = shorter;
  }
  return stripped;
};

/** What is counted: the noun before the number (会员500名) or behind its unit (3个户外驿站). Empty when neither is there. */
export const nameOf = (quantity: Quantity): string => {
  const before = strip(strip(RUN_BEFORE.exec(quantity.before.replace(SIGN, ''))?.[0] ?? '', TAIL, 3), LEAD, 7)
    .replace(WHOSE, '')
    .replace(/[“”"]/gu, '');
  const behind = RUN_AFTER.exec(quantity.after)?.[1]?.replace(ENDS_NAME, '').replace(/[“”"]/gu, '') ?? '';
  const countable = !['%', '‰', '元'].includes(quantity.unit);
  if (countable && behind.length >= 2) return behind;
  // 培训2期100人次: the unit of the number before is no name.
  if (before.length <= 2 && UNIT_BEFORE.test(quantity.before)) return '';
  return /^每?(?:季度|月份?|周|年度?|学期|半年|[天日旬])$/u.test(before) ? '' : before;
};
