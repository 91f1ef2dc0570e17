import type { Ownership } from '../plan-draft.ts';
import { numberOf } from '../text/numeral.ts';
import { type Shadow, shadowOf } from '../text/shadow.ts';
import { byKind, byPart, isPost, isSurelyPerson } from './by-part.ts';
import { byWhom } from './by-whom.ts';
import { isListOfNames, isOffice, isOfficeOfOwner, isPerson, namesIn } from './names-in.ts';
import { OWNER_LABELS, OWNER_VERBS, type OwnerRole, TIME_BESIDE_NAMES } from './owner-words.ts';

/** Where a text says who, and the names there. `from`–`to` holds the label and the names. */
export interface OwnerMention {
  from: number;
  to: number;
  role: OwnerRole;
  names: string[];
}

/** No item is longer; a page pasted as one line is not searched to its end. */
const LONGEST_READ = 6000;
const ROLES = OWNER_LABELS.map(([, label]) => label);
const BRACKETED_REMARK = '(?: ?\\([^()\\n]{0,12}\\))?';
/** 区发改局责任单位:…: a label that nothing parts from the name before it. */
const SURE_LABEL =
  '(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门|科室|处室|领导|人|责任人)(?: ?\\([^()\\n]{0,12}\\))? ?[:】\\]]';
/** `责任领导:`, `牵头单位及责任人:`, `【责任单位】`; a bare 牵头 or 配合 needs its colon. */
const LABEL = new RegExp(
  `(?:(?<![\\p{Script=Han}])|(?=${SURE_LABEL}))[(【\\[]?(?:${ROLES.map((label, i) => `(?<r${i}>${label})`).join('|')})(?:[及和与/、]?(?:${ROLES.join('|')}|单位|部门|科室))?${BRACKETED_REMARK}(?: ?: ?|[】\\]] ?:? ?)`,
  'gu',
);
/** The same with only a space behind it, where it opens a line. */
const SPACED_LABEL = new RegExp(
  `(?:^|[\\n(【]) ?(?:${ROLES.map((label, i) => `(?<r${i}>${label})`).join('|')}) +(?=[\\p{Script=Han}])`,
  'gu',
);
const IN_BRACKET = /[(【]([^()【】\n]{2,80})[)】]/gu;
const VERBS = OWNER_VERBS.map(([role, verb]) => [role, new RegExp(`^(.{2,60}?)(?:${verb})$`, 'u')] as const);

/** `责任单位:办公室,5月底前完成` — a clause of when or of doing ends the names. */
const OTHER_CLAUSE =
  /^[,] ?(?:于|在|拟|计划|力争|确保|争取)?(?:\d{1,4} ?[年月日.-]|[一二三四五六七八九十]{1,2}月|年[底内]|全年|[上下]半年|长期|常年|持续|每[月周季年]|[一二三四]季度|完成|确保|做好|要|立即)/u;

/** `,完成时限:` — what follows the names says something else. */
const OTHER_LABEL = /^[, ]{1,2}\p{Script=Han}{2,10}:/u;
/** The same with nothing in front of it: 办公室完成时限:…. */
const TIME_LABEL = /^(?:完成|办结|整改)(?:时限|时间|期限|日期):/u;

/** No name is longer that is not one of an office. */
const LONGEST_NAME = 10;
/** (二) 2、 ①: the number of what comes next. */
const NUMBER = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:、|\.(?!\d))|[①-⑳]) ?/u;
/** …:彭晓 (二)维权服务, …:吴悠,新的一年,让我们…: what stands behind a comma or a space of a list and is no name. */
const beginsAnew = (text: string, shadow: Shadow, at: number, names: number): boolean => {
  const number = NUMBER.exec(shadow.slice(at, at + 8))?.[0].length ?? 0;
  const length = shadow.slice(at + number, at + LONGEST_READ).search(/[,。;、 \n]|$/u);
  const word = text.slice(at + number, at + number + length);
  if (isOffice(word) || isPerson(word)) return false;
  const isListed = NUMBER.test(shadow.slice(names, names + 8));
  return (number > 0 && !isListed) || length > LONGEST_NAME || CLOSES.test(word);
};
/** Words a plan ends with, where a line break between them and the last names is gone. */
const CLOSES = /^(?:新的一年|让我们|总之|以上|抄送|附件|特此)/u;

const roleOf = (groups: Record<string, string | undefined>): OwnerRole => {
  const at = OWNER_LABELS.findIndex((_, i) => groups[`r${i}`] !== undefined);
  return OWNER_LABELS[at]?.[0] ?? 'units';
};

/** Where the names of a label end: a stop, a closing bracket, the next label, or the last line that holds only names. */
const endOfNames = (text: string, shadow: Shadow, from: number, limit: number): number => {
  let depth = 0;
  let at = from;
  for (; at < limit; at++) {
    const unit = shadow.charAt(at);
    if (unit === '(' || unit === '【') depth++;
    if ((unit === ')' || unit === '】') && --depth < 0) return at;
    if (unit === ']' && depth === 0) return at;
    if (/[。;]/u.test(unit) && depth === 0) return at;
    if ((unit === '完' || unit === '办' || unit === '整') && TIME_LABEL.test(shadow.slice(at, at + 8))) return at;
    if (/[, ]/u.test(unit) && depth === 0) {
      const next = shadow.slice(at, at + 14);
      if (OTHER_LABEL.test(next) || OTHER_CLAUSE.test(next) || beginsAnew(text, shadow, at + 1, from)) return at;
    }
    if (unit === '\n') {
      const stop = shadow.indexOf('\n', at + 1);
      const line = text.slice(at + 1, stop < 0 || stop > limit ? limit : stop);
      const blank = line.trim() === '';
      if (!blank && !isListOfNames(line.trim())) return at;
    }
  }
  return at;
};

/** 责任单位及责任人: asks for offices and people. */
const asksForBoth = (label: string): boolean =>
  /责任人|负责人|领导/u.test(label) && /单位|部门|科室|处室|股室|机构/u.test(label);

const labelled = (text: string, shadow: Shadow): OwnerMention[] => {
  const labels = [...shadow.matchAll(LABEL), ...shadow.matchAll(SPACED_LABEL)].sort((a, b) => a.index - b.index);
  return labels.flatMap((label, i) => {
    const names = label.index + label[0].length;
    const to = endOfNames(text, shadow, names, labels[i + 1]?.index ?? shadow.length);
    const place = { from: label.index, to };
    const said = text.slice(names, to);
    const roles = asksForBoth(label[0]) ? byKind(said) : byPart(roleOf(label.groups ?? {}), said);
    return roles.map((mention) => ({ ...place, ...mention }));
  });
};

/** `(办公室牵头,人事科、财务科配合)`, `(宣传部)` at the end of an item. */
const bracketed = (text: string, shadow: Shadow): OwnerMention[] =>
  [...shadow.matchAll(IN_BRACKET)].flatMap((found) => {
    const inside = text.slice(found.index + 1, found.index + found[0].length - 1);
    const place = { from: found.index, to: found.index + found[0].length };
    const parts = inside.split(/[,，;；]/u).map((part) => part.trim());
    const said = parts.flatMap((part) => saidByVerb(part).map((mention) => ({ ...place, ...mention })));
    if (said.length > 0) return said;
    const names = namesIn(inside).filter((name) => !TIME_BESIDE_NAMES.test(shadowOf(name)));
    const last = /^[。;,. ]*$/u.test(shadow.slice(place.to));
    const offices = names.filter((name) => isOfficeOfOwner(name) || isBody(shadowOf(name)));
    const people = names.filter((name) => !offices.includes(name));
    // (宣传部 刘倩): a person counts beside an office; alone in a bracket it may be anyone.
    if (!last || offices.length === 0 || !people.every(isPerson)) return [];
    return [
      { ...place, role: 'units' as const, names: offices },
      ...(people.length > 0 ? [{ ...place, role: 'leaders' as const, names: people }] : []),
    ];
  });

/** 女职工委员会, 各工会小组: what only a bracket at the end of an item names without a label. */
const isBody = (name: Shadow): boolean =>
  /^\p{Script=Han}{2,12}委员会$|^各\p{Script=Han}{2,8}(?:小组|分会|支部|科室|部门|单位|班组)$/u.test(name);

const saidByVerb = (part: string): { role: OwnerRole; names: string[] }[] => {
  for (const [role, verb] of VERBS) {
    const who = verb.exec(part)?.[1];
    if (who === undefined) continue;
    const names = namesIn(who.replace(/^[由请]/u, ''));
    if (names.length > 0 && names.every((name) => isOffice(name))) return [{ role, names }];
    if (role === 'units' && names.length > 0 && names.every((name) => isSurelyPerson(name) || isPost(name)))
      return [{ role: 'leaders', names }];
    return [];
  }
  return [];
};

/** Nobody is named without one of these. */
const HINT =
  /责任|负责|牵头|配合|协[办助同作]|承办|经办|主办|主责|主管|分管|领导|单位|部门|科室|支部|落实|执行|实施|归口|领衔|包[保抓]|挂[点钩]|督[办导]|带队|[(【]/u;

/** Every place of an item that says who. Labels come first: where there are any, brackets are remarks. */
export const ownerMentionsIn = (text: string, shadow: Shadow): OwnerMention[] => {
  const read = shadow.slice(0, LONGEST_READ);
  if (!HINT.test(read)) return [];
  const named = labelled(text, read).filter((mention) => mention.names.length > 0);
  if (named.length > 0) return named;
  const said = bracketed(text, read);
  return said.length > 0 ? said : byWhom(text, read);
};

/** Who does it, by list. 责任人 leads where no leader is named (PRODUCT.md, "The plan command"). */
export const ownershipOf = (mentions: readonly { role: OwnerRole; names: string[] }[]): Ownership => {
  const names = (role: OwnerRole): string[] => [
    ...new Set(mentions.filter((mention) => mention.role === role).flatMap((mention) => mention.names)),
  ];
  const leaders = names('leaders');
  const responsible = names('responsible');
  return {
    leaders: leaders.length > 0 ? leaders : responsible,
    units: names('units'),
    supportingUnits: names('supportingUnits'),
    owners: leaders.length > 0 ? responsible : [],
  };
};

export const ownersIn = (text: string, shadow: Shadow): Ownership => ownershipOf(ownerMentionsIn(text, shadow));

/** 以上三项, 上述各项任务 in front of a label: 规模以上企业 and 中层以上责任人 say of no items. */
const OF_ALL =
  /^[(【]?(?:以上|上述)(?:(?<count>[\d一二两三四五六七八九十]{1,3})[项个条]|[\d一二三四五六七八九十]{1,2}[-至、][\d一二三四五六七八九十]{1,2}[项个条]?|各项|所有|全部)?(?:重点|主要)?(?:工作|任务|事项|内容|活动|措施)?的?(?:由|均由)?(?=(?:责任|牵头|负责|主办|承办|分管)[^,。;:]{0,6}:)/u;
/**
 * 以上三项责任科室:… — how long the words are that say of which items, and of how many, null where they say of all.
 * undefined where a line says it of its own.
 */
export const saysOfAll = (shadow: Shadow): { length: number; count: number | null } | undefined => {
  const found = OF_ALL.exec(shadow);
  const count = found?.groups?.count;
  return found ? { length: found[0].length, count: count === undefined ? null : (numberOf(count) ?? null) } : undefined;
};

/** A line that begins with saying who, with the names or without (they may follow on lines of their own). */
export const isOwnerLine = (text: string, shadow: Shadow): boolean => {
  if (shadow.length > 200 || !HINT.test(shadow.slice(0, 16))) return false;
  const begins = saysOfAll(shadow)?.length ?? 0;
  const first = [...shadow.matchAll(LABEL), ...shadow.matchAll(SPACED_LABEL)].sort((a, b) => a.index - b.index)[0];
  return (
    first !== undefined &&
    first.index <= begins + 1 &&
    (first[0].includes(':') ||
      isListOfNames(text.slice(first.index + first[0].length)) ||
      first.index + first[0].length < shadow.length)
  );
};
