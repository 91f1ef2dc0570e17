import type { Context, Said } from '../command.ts';
import { readName } from '../reading/names.ts';
import { readTime } from '../reading/periods.ts';

/** What asks for a list, whatever else is said. */
const ASKS = /哪些|什么|啥|任务|活|事|安排|计划|要完成|要办|要做|几项|几件|多少|清单|情况|进度|列|看/u;
const NAMED_ASKS = /手[里上头]|名下|负责|头上|忙|在做|在办|分管|牵头|的(?:任务|活|工作|事)?$/u;

/** The first place at which something can be read. */
const firstRead = (text: string, read: (rest: string) => number | undefined): string => {
  for (let at = 0; at < text.length; at += 1) {
    const length = read(text.slice(at));
    if (length !== undefined && length > 0) return text.slice(at, at + length);
  }
  return '';
};

/** 月底前要完成哪些: the time such a list is for. */
const END_OF: readonly [RegExp, string][] = [
  [/月底|月末/u, '本月'],
  [/季末|季度末/u, '本季度'],
  [/周末|周五前/u, '本周'],
  [/年底|年末|年内/u, '全年'],
];

const timeIn = (text: string, { today }: Context): string =>
  firstRead(text, (rest) => readTime(rest, today)?.length) || (END_OF.find(([said]) => said.test(text))?.[1] ?? '');

/** States a list may be asked for by, in words that are not its name. */
const STATE: readonly [RegExp, string][] = [
  [/逾期|超期|超时|过期|拖(?:了|着|期)|红灯/u, '逾期'],
  [/临期|快到|即将到|马上到|黄灯/u, '临期'],
  [/没排|未排|没(?:有)?(?:定|写)?(?:时间|时限|日期|期限)/u, '未排期'],
  [/没(?:有)?(?:动静|进展|消息)|没人报/u, '无进展'],
  [/(?:没|未)(?:干|做|办|弄|搞|完|结|销|动|开始)|还剩|剩下|还差|欠/u, '未完成'],
  [/(?:做|办|干|搞|弄|完|结)(?:完|成|结|好)?了|已(?:办|完)/u, '已完成'],
];

/** It orders something: no list is asked for. */
const CHANGES = /改|设(?:成|为|置)|增加|新增|添加|加一|加个|关掉|停掉|不要|不用|别|假|换成/u;
const FILES = /台账|excel|表格|xlsx|电子表|的表$|报表/iu;
const REPORTS = /周报|月报|季报|半年总结|年终总结/u;

const WANTED = /发|给|要|出|导|来|份|打印|下载|看/u;

/** A paper or the ledger, where one is wanted: 台账发一下. */
export const papersOf = (said: Said, context: Context): string[] => {
  const { text } = said;
  if (CHANGES.test(text) || !WANTED.test(text)) return [];
  const time = timeIn(text, context);
  const whose = firstRead(text, (rest) => readName(rest, said, context.workspace)?.length);
  const report = REPORTS.exec(text)?.[0];
  return [
    ...(FILES.test(text) ? [`导出${whose === '' ? '' : ` ${whose}`}`] : []),
    ...(report
      ? [`${report}${time === '' ? '' : ` ${time}`}${/文档|word|docx|正式/iu.test(text) ? ' 文档' : ''}`]
      : []),
  ];
};

/** What a sentence about no one task may ask for, the likeliest first. */
export const looksOf = (said: Said, context: Context): string[] => {
  const { text } = said;
  if (CHANGES.test(text)) return [];
  const time = timeIn(text, context);
  const whose = firstRead(text, (rest) => readName(rest, said, context.workspace)?.length);
  const state = STATE.find(([words]) => words.test(text))?.[1] ?? '';
  const mine = /我(?:的|手|名下|头上|这边|自己|负责|要|该|还)|该我|归我|轮到我/u.test(text) ? '我的' : '';
  const about = /(?:跟|和|与|关于|有关|涉及)?([\p{Script=Han}A-Za-z]{2,8}?)(?:有关|相关|方面)的?/u.exec(text)?.[1];
  const filters = [time, whose || mine, state].filter((each) => each !== '').join(' ');
  const isList = filters !== '' && (ASKS.test(text) || NAMED_ASKS.test(text) || state !== '' || mine !== '');
  return [
    ...(/指标/u.test(text) ? [/落后|拖后腿|没跟上|慢|差/u.test(text) ? '指标 落后' : '指标'] : []),
    ...(about && /^(?:跟|和|与|关于|涉及|有没有|查|找)|有关|相关/u.test(text)
      ? [`找 ${about.replace(/^(?:跟|和|与|关于)/u, '')}`]
      : []),
    ...(isList ? [filters] : []),
    ...(/总共|一共|总体|整体|完成率|办结率|进度|统计/u.test(text) ? ['统计'] : []),
  ];
};
