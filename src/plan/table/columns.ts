import { OWNER_LABELS, type OwnerRole } from '../owners/owner-words.ts';
import { remembering } from '../text/remembering.ts';
import { shadowOf } from '../text/shadow.ts';

/** What a column holds, by the name at its head. */
export type ColumnRole =
  | 'number'
  | 'section'
  | 'task'
  | 'detail'
  | 'target'
  | 'time'
  | 'deadline'
  | 'steps'
  | 'place'
  | 'people'
  | 'note'
  | OwnerRole
  | 'owner';

/** The names plans put at the head of columns, apart from those of owners. The first that fits counts. */
const NAMES: ReadonlyArray<readonly [role: ColumnRole, name: RegExp]> = [
  ['number', /^(?:序号|编号|序|项次|No\.?|#|任务序号)$/iu],
  [
    'steps',
    /^(?:时序进度|进度(?:安排|计划|要求)|推进(?:计划|安排|步骤|进度)|实施(?:步骤|进度)|阶段(?:安排|目标|任务)|工作进度|月度(?:安排|计划)|时间进度|分月(?:计划|安排)|序时进度|推进时序)$/u,
  ],
  [
    'deadline',
    /(?:完成|办结|整改|截止|落实|达标|要求)(?:时限|时间|期限|日期)|^时限|^期限|时间节点|时限要求|时间要求|^完成时$/u,
  ],
  [
    'time',
    /^(?:月份|时间|日期|月|周次|学期|季度|(?:活动|实施|工作|开展|计划|培训|会议|检查|举办|召开|预计|预定|起止|拟定|执行|学习|组织|安排)(?:时间|日期|月份)|时间(?:安排|段|\(.*\))|起止(?:年月|月份)|开展月份)$/u,
  ],
  [
    'section',
    /^(?:(?:会议|活动|项目|工作|任务|学习|培训|课程)?(?:类别|分类|类型)|板块|领域|方面|工作板块|一级指标|工作领域|所属板块|维度|模块|专项)$/u,
  ],
  [
    'target',
    /^(?:.{0,4}目标(?:值|要求)?|.{0,4}指标(?:值)?|预期(?:效果|成果|目标)|成果(?:形式)?|考核标准|目标成效|成效)$/u,
  ],
  [
    'task',
    /^(?:(?:工作|重点|主要|目标|具体|年度|活动|任务|培训|会议|检查|学习|督办|建设|改革|实施|项目|主题|党课|课程|宣讲)*(?:任务|内容|事项|工作|项目|要点|活动|名称|主题|安排|计划|课题|议题)(?:及要求|名称)?)$/u,
  ],
  // Alone at the head of a column it says who answers; as a label in prose it would say less.
  ['units', /^(?:部门|科室|处室|股室)$/u],
  ['place', /^(?:(?:活动|举办|会议|培训|实施|集中|学习)?(?:地点|场地|场所|地址)|会场|会议室|教室)$/u],
  [
    'people',
    /^(?:(?:参加|参与|参训|参会|服务|培训|活动|受益)(?:人员?|对象|范围|群体|单位)|对象|主讲人?|授课人|讲师|范围|人数)$/u,
  ],
  [
    'detail',
    /(?:措施|举措)[及和与、](?:工作)?(?:目标|成效|指标)$|(?:措施|举措|要求|标准|做法|方法|步骤|描述|说明|细则|细化|形式|方式|路径)$/u,
  ],
  ['note', /./u],
];

const OWNERS = OWNER_LABELS.map(([role, label]) => [role, new RegExp(`^(?:${label})(?:[及和/、(].*)?$`, 'u')] as const);
/** Who it is of, without a word of answering for it. */
const BARE_UNIT = /^(?:部门|科室|处室|股室|单位|支部|党支部|车间|班组|所属(?:部门|单位))$/u;
/** 责任单位及责任人: offices and people in one column. */
const BOTH = /(?:单位|部门|科室).{0,3}(?:[及和/、(]).{0,4}(?:人|领导)|^(?:责任|负责|承办|分工)$|责任分工|任务分工/u;

const readRole = (head: string): ColumnRole | undefined => {
  const name = shadowOf(head).replace(/[\s:*]/gu, '');
  if (name === '' || name.length > 14) return undefined;
  if (BOTH.test(name)) return 'owner';
  const owner = OWNERS.find(([, pattern]) => pattern.test(name))?.[0];
  if (owner) return owner;
  if (BARE_UNIT.test(name)) return 'units';
  const bare = name.replace(/\(.*\)$/u, '');
  return NAMES.find(([, pattern]) => pattern.test(bare))?.[0];
};

/**
 * What a column holds; undefined when the text is too long to be a name. Short lines are asked again and again while a text
 * is searched for tables.
 */
export const roleOfColumn: (head: string) => ColumnRole | undefined = remembering(
  { most: 2000, longest: 40 },
  readRole,
);

/** Roles that say a row is a head: one of them alone could be any cell. */
const TELLING: ReadonlySet<ColumnRole> = new Set([
  'number',
  'task',
  'time',
  'deadline',
  'steps',
  'leaders',
  'units',
  'supportingUnits',
  'responsible',
  'owner',
  'section',
  'target',
  'detail',
]);

/** Names of columns that only go with the others. */
const ASIDE = /备 ?注|说明|情况|状态|结果|签|得分|分值|经费|预算|费用|人数|次数|学时|课时|单位$|人$/u;

/**
 * 专项整治行业 | 时间 | 责任单位: where a time and somebody who answers stand beside it, what no other name tells is the
 * thing that is done.
 */
const withContent = (roles: (ColumnRole | undefined)[], cells: readonly string[]): (ColumnRole | undefined)[] => {
  const has = (...wanted: ColumnRole[]): boolean => roles.some((role) => role !== undefined && wanted.includes(role));
  if (has('task', 'steps', 'detail', 'target')) return roles;
  if (!has('time', 'deadline') || !has('leaders', 'units', 'responsible', 'owner')) return roles;
  const open = roles.flatMap((role, i) => (role === 'note' && !ASIDE.test(shadowOf(cells[i] ?? '')) ? [i] : []));
  // Several such columns are kinds of work, one below the name of each.
  return open.length === 1 ? roles.map((role, i) => (i === open[0] ? 'task' : role)) : roles;
};

/** 主题 or 项目 beside 活动内容 names the kind of what is done, not the thing itself. */
const withTheme = (roles: (ColumnRole | undefined)[], cells: readonly string[]): (ColumnRole | undefined)[] => {
  const hasContent = cells.some((cell, i) => roles[i] === 'task' && /内容$/u.test(shadowOf(cell)));
  const isTheme = (cell: string): boolean =>
    /主题$|^专题$/u.test(shadowOf(cell)) || (hasContent && /^(?:工作)?项目$/u.test(shadowOf(cell)));
  const others = roles.filter((role, i) => role === 'task' && !isTheme(cells[i] ?? '')).length;
  return others === 0 ? roles : roles.map((role, i) => (role === 'task' && isTheme(cells[i] ?? '') ? 'section' : role));
};

/** Places for what came of it, of which a head may have many. */
const STATE = /^(?:备 ?注|(?:完成|进展|落实|办理)情况|已完成|部分完成|未完成.{0,8}|进行中|状态|是否完成)$/u;

/** The roles of a row's cells when the row is the head of a table; undefined when it is not. */
export const rolesOfHead = (cells: readonly string[]): (ColumnRole | undefined)[] | undefined => {
  const roles = withTheme(withContent(cells.map(roleOfColumn), cells), cells);
  const telling = roles.filter((role) => role !== undefined && TELLING.has(role));
  const filled = cells.filter((cell) => cell.trim() !== '' && !STATE.test(shadowOf(cell.slice(0, 16)))).length;
  const hasContent = roles.some(
    (role) => role === 'task' || role === 'steps' || role === 'detail' || role === 'target',
  );
  return telling.length >= 2 && telling.length * 2 > filled && hasContent ? roles : undefined;
};
