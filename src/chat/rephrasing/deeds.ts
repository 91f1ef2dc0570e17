import { ONE, pattern, type Rephrasing, rephrase, SOME } from './rephrasing.ts';

const DAY =
  '(?:(?:于|在)?((?:\\d{1,2}月)?\\d{1,2}[日号]|昨天|今天|前天|上周[一二三四五六日天])(?:一早|早上|上午|中午|下午|傍晚|晚上)?)?';
const ADVERBS = ' ?(?:都|均|全部|已经|已|全|刚刚|刚才|刚|也|就|统一|一并|一起|一律|顺利|圆满|如期|按时){0,3} ?';
/** When of a day; a closing is dated by its day. */
const HOUR = '(?:一早|早上|上午|中午|下午|傍晚|晚上|夜里)';
/** 发了, 报了, 弄好了: done, of work that is called by what is done with it. */
const DONE_WITH = '(?:已经|已|都)?(?:发|推|推送|更新|报|交|弄|搞|做|办|写|开|整理|汇总|登记)(?:完|好|掉|出去|上去|过)?';
/** Somebody who could answer for work: short, and no pronoun or measure. */
const NAME =
  '(?!.*(?:完成|办结|做完|办完|负责|提|反映|说))(?!个|我|你|谁|他|她|一|时间|期限|\\d)([@\\p{Script=Han}A-Za-z·、]{2,14}?)';

const withDay = (numbers: string, day: string | undefined): string =>
  `完成 ${numbers}${day && day !== '今天' ? ` ${day}` : ''}`;

/** Closing, opening again, notes, extending, cancelling. */
export const DEEDS: readonly Rephrasing[] = [
  // All of a kind at once is never done without their numbers; the command says so.
  rephrase(
    'sure',
    /^(?:把|将)?(.{2,10}?)的(?:任务|工作)?(?:都|全部|全|统统)(取消|完成|办结|延期|延到.{2,12})$/u,
    ([, which, deed]) => `所有${which}的任务${deed}`,
  ),
  rephrase(
    'sure',
    /^(\d{1,2}月份?|上周|本周|这周|上个?月|本月|第?[一二三四]季度|第\d{1,2}周|上半年|下半年)的?#?(\d{1,4})(?:号|项)?(?:任务)?(?:都|已经|已)?(?:完成|办结|办完|做完)$/u,
    ([, period, one]) => `完成 ${one} ${period}`,
  ),
  rephrase('sure', /^(?:我|我们|本人|本部门)?(?:申请|请求)((?:把|将).{4,60})$/u, ([, deed]) => deed),
  rephrase(
    'sure',
    pattern('(?:登记|标记|记|报)(?:一个)? ?', ONE, ' ?(?:已经|已)?(?:完成|办结|做完|办完)'),
    ([, one]) => `完成 ${one}`,
  ),
  // 【完成】12: as forms and headings are typed.
  rephrase('first', /^[【[(](\p{Script=Han}{2,4})[】\])] ?:?(.{1,60})$/u, ([, word, rest]) => `${word} ${rest}`),
  rephrase(
    'first',
    pattern(
      SOME,
      '的?(?:任务|工作)?(?:的)?状态(?:改为|改成|变为|设为|设成|更新为|更新成|标为|是|:|为) ?(?:已经|已)?(?:完成|办结)',
    ),
    ([, some]) => `完成 ${some}`,
  ),
  rephrase(
    'sure',
    pattern(SOME, ADVERBS, DAY, ADVERBS, '(?:办结|办完|办妥|完成|做完|搞定)(?:掉|好)?'),
    ([, some = '', day]) => withDay(some, day),
  ),
  rephrase(
    'asked',
    pattern(SOME, ADVERBS, DAY, ADVERBS, '(?:销号?|销掉|结束|收尾|落地|闭幕|done|ok|OK|Ok)(?:掉)?'),
    ([, some = '', day]) => withDay(some, day),
  ),
  rephrase('sure', pattern(SOME, ADVERBS, '(?:打[个上]?[勾钩])'), ([, some]) => `完成 ${some}`),
  // 12.13完成: two tasks, or a day.
  rephrase(
    'asked',
    /^(\d{2,3}(?:\.\d{1,3})+) ?(?:都|均|已|全)*(?:完成|办结|办完|做完|搞定)$/u,
    ([, some = '']) => `完成 ${some.replaceAll('.', '、')}`,
  ),
  rephrase(
    'first-asked',
    pattern(ONE, '(?:那个|那项)?[点按弄搞标填]错(?:了)?,?(?:请|要|帮我)?(?:重开|重新打开|恢复|改回来|撤掉)?'),
    ([, one]) => `重开 ${one}`,
  ),
  rephrase(
    'first-asked',
    /^(?:把|将)?(?!完成|办结|上报|更正|进展)(.{2,20}?)的?(?:补销|补报完成|补登完成|补办结)(?:掉|号)?$/u,
    ([, title]) => `完成 ${title}`,
  ),
  rephrase(
    'first-asked',
    pattern(
      ONE,
      '(?:还)?(?:没有?|未)(?:做完|完成|办完|办结|弄完|搞完|弄好),?(?:请|要)?(?:重开|重新打开|改回来|改回去|退回来|撤回来?)',
    ),
    ([, one]) => `重开 ${one}`,
  ),
  rephrase(
    'sure',
    /^(.{2,20}?)(昨天|今天|前天|上周[一二三四五六日天]|刚刚|刚才|(?:于|在)?(?:\d{1,2}月)\d{1,2}[日号])(?:一早|早上|上午|中午|下午|傍晚|晚上)?(?:已经|已|就|顺利|圆满|全部|都){0,3}((?:办|搞|做|开|弄|干)完|完成|结束|办结)(?:了|啦|好了)?(?:[,。](.+))?$/u,
    ([, title, day, verb, rest]) =>
      `${title}${day}${verb === '完成' || verb === '办结' ? verb : '办完'}了${rest ? `,${rest}` : ''}`,
  ),
  rephrase(
    'asked',
    /^.{2,40}?(?:了|完|好|结束),?(?:请|帮我|可以)?(完成|办结|销号)#?(\d{1,4})$/u,
    ([, , one]) => `完成 ${one}`,
  ),
  rephrase('asked', pattern('(.{2,20}?)的?', DONE_WITH), ([, title], typed) =>
    /[了啦完好过][。.!~ ]*$/u.test(typed) && !new RegExp(`${HOUR}$`, 'u').test(title ?? '')
      ? `完成 ${title}`
      : undefined,
  ),
  rephrase(
    'asked',
    /^(.{2,20}?)(?:已经|已)?(?:收尾|收官|落幕|闭幕|圆满结束|顺利结束|圆满完成)$/u,
    ([, title]) => `完成 ${title}`,
  ),
  rephrase(
    'asked',
    /^(?:计划外|临时|另外|再|新|还要|还有)?(?:增加|加上|加|新增|添上|添|补上|来|有)(?:了)?(?:一项|一个|个|项|一条)?(?:临时|新)?的?(?:任务|工作|活|事)?[:, ](?!\d+$)(.{3,100})$/u,
    ([, task]) => `新增 ${task}`,
  ),
  rephrase(
    'asked',
    /^(?:还要|还得|另外|再|临时)(?:增加|加上|加)(?:个|一个|一项|一条)(?!.{0,3}(?:责任|配合|人))(.{4,100})$/u,
    ([, task]) => `新增 ${task}`,
  ),
  rephrase(
    'asked',
    /^(?:领导|上级|主席|书记|市里|区里|省里)?(?:刚|新|又|临时){0,2}(?:交代|交办|布置|安排|下达|派)(?:了|下来)?(?:一项|一个|个|一件)?(?:新|临时)?(?:任务|工作|活|事)?[:, ](?!\d+$)(.{3,100})$/u,
    ([, task]) => `新增 ${task}`,
  ),
  rephrase(
    'sure',
    pattern('(?:给|在)?', ONE, '(?:里|上)?(?:加|记|添|写)(?:个|一条|条|上)?(?:备注|进展|说明|进度)[:, ]*(.{2,100})'),
    ([, one, note]) => `进展 ${one} ${note}`,
  ),
  rephrase('asked', /^(.{2,20}?)的?(?:补报|补登|补记|补销|补上)(?:,.{0,20})?$/u, ([, title]) => `完成 ${title}`),
  rephrase(
    'sure',
    pattern(
      '(?:记|记录|记个|备注|登记)(?:进展|进度|情况)?[:, ]*',
      ONE,
      '[:, ]*(?!的|已?(?:完成|办结|做完|办完)$)(.{2,100})',
    ),
    ([, one, note]) => `进展 ${one} ${note}`,
  ),
  rephrase(
    'asked',
    pattern(ONE, '(?:[ ,:]|(?=目前|现在|已经|今天|昨天|正在|还在))(?!的)(?!.*(?:完成|办结|做完|办完))([^?]{4,100})'),
    ([, one, note]) => `进展 ${one} ${note}`,
  ),
  rephrase(
    'sure',
    pattern(SOME, ADVERBS, '(?:的)?(?:时限|期限|时间)?(?:延期?|推迟?|顺延|推后|延后|后延|拖)(?:到|至)(.{2,20})'),
    ([, some, until]) => `延期 ${some} 到${until}`,
  ),
  rephrase('asked', pattern(ONE, '([^?\\d]{1,14}?),?(?:就|先)?(?:取消|作废|撤掉)'), ([, one, why = '']) =>
    `取消 ${one} ${why.replace(/^,|,$/gu, '')}`.trim(),
  ),
  rephrase(
    'sure',
    /^(?:上一步|刚才(?:那[步个条])?|刚刚(?:那[步个条])?|上一[个条次])(?:操作|改动)?(?:不算|不作数|撤掉|不要)$/u,
    () => '撤销',
  ),
];

/** Who answers for it and until when. */
export const AMENDING: readonly Rephrasing[] = [
  rephrase(
    'first-asked',
    pattern(ONE, '的?(?:负责人|责任人|责任单位|责任领导)(?:写|填|搞|弄)?错(?:了)?,?(?:应该是|应为|是|改成)', NAME),
    ([, one, name]) => `交办 ${one} ${name}`,
  ),
  rephrase(
    'sure',
    pattern(
      SOME,
      '(?:(?:往后|向后|再)(?:挪|拖|推|延|缓|宽限)|延|缓|宽限|推后|延后)(?:后|期)?([\\d一二两三四五六七八九十半]{1,3}(?:个)?(?:天|周|星期|月|工作日))',
    ),
    ([, some, length]) => `延期 ${some} ${length}`,
  ),
  rephrase(
    'asked',
    pattern(SOME, '(?:挪|拖|推)(?:后)?([\\d一二两三四五六七八九十半]{1,3}(?:个)?(?:天|周|星期|月|工作日))'),
    ([, some, length]) => `延期 ${some} ${length}`,
  ),
  rephrase(
    'asked',
    /^(.{2,16}?)(?:定在|改在|改到|提前到|放在|安排在|提到)(.{2,14}?)(?:开|办|举行|召开|进行)?$/u,
    ([, title, time]) => `修改 ${title} 时限 ${time}`,
  ),
  rephrase(
    'sure',
    pattern(
      SOME,
      '(?:由|让|请|叫|安排|换成|换给|改由|派给|转给|归)',
      NAME,
      '(?:来|去|亲自)?(?:办|做|负责|牵头|承办|跟进|落实|管|抓|跟|接手|承担)?',
    ),
    ([, some, name]) => `交办 ${some} ${name}`,
  ),
  rephrase(
    'asked',
    pattern(ONE, '(?:给|定|加|设)(?:个|一个)?(?:期限|时限|截止时间|截止日期|时间)(?:为|是|到|:| )?(.{2,20})'),
    ([, one, time]) => `修改 ${one} 时限 ${time}`,
  ),
  rephrase(
    'asked',
    pattern(ONE, '(?:加|增加|添加|添)(?:个|一个|上)?(配合单位|责任单位|责任领导|责任人)[: ]?', NAME),
    ([, one, field, name]) => `修改 ${one} ${field} ${name}`,
  ),
  rephrase(
    'first',
    pattern(ONE, '(?:恐怕|可能|估计|看来)?(?:不能|没法|无法|难以|不能够)(?:按期|按时|如期|准时)(?:完成|办结)'),
    ([, one]) => `查看 ${one}`,
  ),
  rephrase(
    'first',
    pattern(ONE, '(?:恐怕|可能|估计|看来)?(?:来不及|完不成|赶不上|做不完)'),
    ([, one]) => `查看 ${one}`,
  ),
  rephrase(
    'sure',
    /^(?:各|大家|你们|有关|相关).{0,12}(?:抓紧|尽快|按时|前)?(?:完成|办结)#?(\d{1,4})$/u,
    ([, one]) => `查看 ${one}`,
  ),
];
