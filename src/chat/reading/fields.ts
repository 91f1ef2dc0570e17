import type { Ownership } from '../../plan/plan-draft.ts';
import type { StatedField } from '../../workspace/importing/stated.ts';
import { isSeparator, longestFirst, skipSeparators, skipWords, wordAt } from './scan.ts';

/** A field of a task as people name it; `responsible` is 负责人, which may be 责任领导 or 责任人. */
export type FieldSaid = StatedField | 'responsible';
export type Role = keyof Ownership | 'responsible';

const NAMED: readonly (readonly [FieldSaid, string])[] = [
  ['title', '标题 题目 名称 名字 任务名称 任务名'],
  ['text', '内容 正文 任务内容 工作内容 具体内容'],
  ['section', '部分 所属部分 板块 所属板块 章节'],
  [
    'schedule',
    `时限 时间 期限 日期 周期 时间节点 截止时间 截止日期 截止日 完成时间 完成时限 完成期限 完成日期 办结时限 办结时间 办理时限 工作时限`,
  ],
  ['leaders', '责任领导 分管领导 牵头领导'],
  ['units', '责任单位 责任部门 责任科室 牵头单位 牵头部门 牵头科室 主办单位 承办单位 承办部门 承办科室 单位 部门'],
  ['supportingUnits', '配合单位 配合部门 配合科室 协办单位 协办部门 协办科室'],
  ['owners', '责任人 经办人 承办人 具体负责人 具体责任人'],
  ['responsible', '负责人'],
  ['targets', '指标 目标 目标值 指标值 任务量'],
];

const FIELDS = new Map(NAMED.flatMap(([field, words]) => words.split(/\s+/).map((word) => [word, field] as const)));

/** Every word for a field, the longest first. */
export const FIELD_WORDS: readonly string[] = longestFirst([...FIELDS.keys()].join(' '));

const ROLES: readonly FieldSaid[] = ['leaders', 'units', 'supportingUnits', 'owners', 'responsible'];
export const isRole = (field: FieldSaid | null): field is Role => field !== null && ROLES.includes(field);

/** The field a text names at this place, and where its word ends. */
export const fieldAt = (text: string, at: number): { field: FieldSaid; end: number } | undefined => {
  const word = wordAt(text, at, FIELD_WORDS);
  const field = word === undefined ? undefined : FIELDS.get(word);
  return word === undefined || field === undefined ? undefined : { field, end: at + word.length };
};

/** They say that a field becomes what follows. */
export const CHANGE_TO = longestFirst(
  `改为 改成 改到 改至 改在 改 修改为 修改成 修改到 更改为 更改成 更改到 变更为 变更成 变更到 调整为 调整成 调整到 调整至 换成 换为 更新为 设为 设成
  设定为 定为 定在 定到 提前到 提前至 更正为 改正为`,
);
/** They do so only behind a field: 标题为, 时限到. */
const BECOMES = longestFirst(`${CHANGE_TO.join(' ')} 修改 更改 变更 调整 为 成 到 至 是 在`);
/** Behind a gap 为 and 改 may be the value's own first character: 修改 12 标题 为职工办实事. */
const BECOMES_FOR_SURE = longestFirst('改为 改成 修改为 修改成 更改为 变更为 调整为');

const ALL_OF_THEM = ['都', '均', '全部', '全', '统一', '也'];
const FROM = /^(?:从|由|原)[^改变调换修更]{1,60}/;

/** Where the change word behind a field stands, the value it had taken over: 时限从5月改为6月底. undefined when there is none. */
export const changeBehind = (text: string, at: number): { end: number } | undefined => {
  const start = skipSeparators(text, at);
  const place = skipWords(text, start + (FROM.exec(text.slice(start, start + 61))?.[0].length ?? 0), ALL_OF_THEM);
  const word = wordAt(text, place, CHANGE_TO);
  return word === undefined ? undefined : { end: place + word.length };
};

/** Where the new value of a field begins, its word ending at `at`. */
export const valueFrom = (text: string, at: number, field: FieldSaid): number => {
  const isFree = field === 'title' || field === 'text';
  const isParted = isSeparator(text, at);
  const change = isFree && isParted ? undefined : changeBehind(text, at);
  if (change) return skipSeparators(text, change.end);
  const start = skipSeparators(text, at);
  const word = wordAt(text, start, isFree && isParted ? BECOMES_FOR_SURE : BECOMES);
  return word === undefined ? start : skipSeparators(text, start + word.length);
};
