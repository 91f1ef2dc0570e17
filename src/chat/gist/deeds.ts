import type { IsoDate } from '../../calendar/date.ts';
import { readPeriods } from '../reading/deed-periods.ts';
import { type Subject, TASK } from './subject.ts';

/** A sentence about a task, and what telling it apart needs. */
export interface About extends Subject {
  today: IsoDate;
  /** What was said of it, as typed: a note. */
  typed: string;
}

/** What a sentence of some kind comes to, in a command's own words; undefined when it is of another kind. */
type Reading = (about: About) => string | undefined;

/** Where `rest` is of this kind: the command its parts make. */
const when =
  (said: RegExp, as: (about: About, ...parts: string[]) => string | undefined): Reading =>
  (about) => {
    const found = said.exec(about.rest);
    return found ? as(about, ...found.slice(1).map((part) => part ?? '')) : undefined;
  };

const LENGTH = '[\\d一二两三四五六七八九十半]{1,3}个?(?:天|日|周|星期|礼拜|月|工作日|季度)';
const NAME = '(@?[\\p{Script=Han}A-Za-z·]{2,10}?(?:[、和,][\\p{Script=Han}·]{2,8}?)*)';
const UNIT = '(家次|户次|人次|场次|万元|家|名|人|户|场|期|次|件|条|套|台|份|篇|个|本|对|%)';
const FIGURE = new RegExp(`(\\d[\\d,.]*|[一二两三四五六七八九十百]{1,4})${UNIT}`, 'gu');
/** They make a figure a level; without them the plan tells. */
const LEVEL = /累计|总数|总共|一共|到目前|目前|现在|达到|已达|升到|升至|上升|降到|提高到|合计/u;
const GROWS = /新增|又|增加|新|再|\+|加|多了/u;

/** How many, of something the task counts; a share done where it counts none. */
const figure: Reading = ({ rest, numbers, task, target }) => {
  const all = [...rest.matchAll(FIGURE)];
  const counts = (said: string) =>
    task.targets.some(
      ({ unit }) => unit === said || (unit === '人' && said === '名') || (unit === '名' && said === '人'),
    );
  const found = all.find(([, , said = '']) => counts(said)) ?? all[0];
  const [, value = '', unit = ''] = found ?? [];
  if (!found) return undefined;
  if (task.targets.length === 0 && unit === '%') return `进展 ${numbers} ${value}%`;
  if (!counts(unit) && (unit !== '个' || task.targets.length === 0)) return undefined;
  const mode = LEVEL.test(rest) ? '累计' : GROWS.test(rest) ? '新增' : '';
  return `上报 ${numbers} ${target === '' ? '' : `${target} `}${mode}${value}${unit}`;
};

/** Between a task and what happened to it. */
const BETWEEN = `(?:的活儿|的活|的事|登记|的|活动|工作|任务|项目|这项|那个|这个|都|也|就|均|已经|已|早就|早|刚刚|刚才|刚|今天|昨天|前天|上午|下午|晚上|上周.?|上个?月|\\d{1,2}月|\\d{1,2}[日号]|于|在|顺利|圆满|成功|全部|按时|如期|[ ,、])*`;
const DONE =
  '(?:办结|完成|办完|做完|搞完|弄完|开完|干完|忙完|办好|做好|搞好|弄好|搞定|结束|收尾|收官|落幕|闭幕|落地|到位|打[个上]?[勾钩]|标?完|完毕|销|办妥|成功|ok|(?:举办|开展|召开|组织|举行|办|开|搞|发|报|交)(?:完|好|了|过))';
const CLOSED = new RegExp(`${TASK}${BETWEEN}${DONE}|${TASK}已?(?:了|完|好|过)(?!\\d)|${TASK}?已经?${TASK}$`, 'u');

/** Closed late in the book: 忘了报完成. */
const FORGOTTEN = /忘(?:了|记)?(?:报|点|登|说|记|标).{0,2}(?:完成|办结|销号?)/u;

/** 办结, of the period named in front where it comes round. */
const closing: Reading = ({ rest, numbers, task, today }) => {
  if (!CLOSED.test(rest) && !FORGOTTEN.test(rest)) return undefined;
  if (task.schedule.freq === null) return `完成 ${numbers}`;
  const named = rest.replaceAll(TASK, '').replace(/^的/u, '');
  const { length, periods } = readPeriods(named, today, true);
  return `完成 ${numbers}${periods.length > 0 ? ` ${named.slice(0, length)}` : ''}`;
};

/** …,到会120人,办结: closed in so many words at the end, and what is said before is the remark. */
const closingBehind: Reading = ({ rest, numbers, typed }) =>
  /[,。; ](?:可以|请|予以|已|已经)?(?:办结|完成|销号)$/u.test(rest) && /^\d+$/.test(numbers)
    ? `完成 ${numbers} ${typed.replace(/[,，。;； ](?:可以|请|予以|已|已经)?(?:办结|完成|销号)了?[。!！]*$/u, '')}`
    : undefined;

/** What is said of a task and is nothing else is a note on it. */
const note: Reading = ({ rest, numbers, typed }) =>
  /\p{Script=Han}{3}/u.test(rest.replaceAll(TASK, '')) && /^\d+$/.test(numbers)
    ? `进展 ${numbers} ${typed}`
    : undefined;

const looked: Reading = ({ numbers }) => `查看 ${numbers}`;

/** The kinds, those that are told by plainer words first. */
const READINGS: readonly Reading[] = [
  when(/[?？]|谁|什么|哪|怎么|怎样|如何|多少|几[项个家号月]|啥|咋|吗$|呢$/u, looked),
  when(
    /(?:延|缓|推|拖|宽限|顺延|挪后)[^\d到至]{0,3}(?:到|至) ?(.{2,14}?)(?:[,。;!]|$)/u,
    ({ numbers }, until) => `延期 ${numbers} 到${until}`,
  ),
  when(
    new RegExp(`(?:延|缓|推|拖|宽限|顺延|往后|向后|晚)[^\\d]{0,3}?(${LENGTH})`, 'u'),
    ({ numbers }, length) => `延期 ${numbers} ${length}`,
  ),
  when(
    /(?:改期到|改到|改为|改成|改在|改(?=\d|[一二三四五六七八九十]{1,2}月)|定在|定于|提前到|放到|放在|安排在|安排到|挪到|调到|调整到|调整为|推迟在)(?=.{0,6}(?:\d|[一二三四五六七八九十]|底|初|中|周|季|节))(.{2,14}?)(?:开始|进行|举行|召开|开|办|搞|做)?(?:[,。;!]|$)/u,
    ({ numbers }, time) => `修改 ${numbers} 时限 ${time}`,
  ),
  when(
    /(?:时间|日子|日期|时限|期限)(?:就|个)?(?:时间|日子|日期)?(?:已经|已)?(?:定|是|为)[^,]{0,4},? ?(.{2,14}?)$|定个?(?:时间|日子|期限),(.{2,14})$/u,
    ({ numbers }, time, other) => `修改 ${numbers} 时限 ${time || other}`,
  ),
  when(
    /重开|重新(?:打开|办|开|来|做)|[点按弄搞报填标]错|不算数?|没(?:做|办)完.*(?:完成|办结)|改回未/u,
    ({ numbers }) => `重开 ${numbers}`,
  ),
  when(/恢复|捡(?:回|起)|重新(?:纳入|列入)|找回|还(?:是)?要(?:搞|办|做)/u, ({ numbers }) => `恢复 ${numbers}`),
  when(
    /取消|作废|不(?:搞|办|做|开|弄|要|买|组织|再)(?!好|完|了了)|撤掉|停办|划掉|删/u,
    ({ numbers }) => `取消 ${numbers}`,
  ),
  when(/(?:没|未)(?:有)?(?:能)?(?:做|办|完|开|弄|搞|动|~|落实)[^,]{0,4}$|~(?:还)?没|不能|没法/u, looked),
  when(
    new RegExp(
      `(?:归|由|让|请|叫|交给|派给|转给|分给|换成|换|改由|安排给|给|加上|加)${NAME}(?:来|去)?(?:办|做|弄|搞|管|负责|牵头|承办|跟进|落实|抓|盯|接手|接|处理)?(?:一下|了|吧)?$`,
      'u',
    ),
    ({ numbers }, name) => `交办 ${numbers} ${name}`,
  ),
  figure,
  closingBehind,
  closing,
  note,
  looked,
];

/** What a sentence about a task may come to, the likeliest first. */
export const deedsOf = (about: About): string[] => READINGS.flatMap((reading) => reading(about) ?? []);
