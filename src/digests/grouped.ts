import type { Grouping } from '../cards/grouping.ts';
import { headingNumber } from '../workspace/section-choice.ts';
import type { Belonging, DigestKind, DigestPart } from './digest.ts';
import { countOf } from './say-digest.ts';

/** What belongs to one section, unit or person, under the headings of the whole; parts with nothing in them are left out. */
export interface DigestGroup {
  name: string;
  /** What narrows a list down to the group: `第三部分`, `办公室`; empty when a list cannot be. */
  filter: string;
  /** What belongs to none. */
  isRest: boolean;
  parts: DigestPart[];
}

/** How text and paper are ordered when nothing is asked for: a 季报 and longer tell section by section. */
export const orderOf = (kind: DigestKind, asked: Grouping | null): Grouping | null =>
  asked ?? (kind === 'weekly' || kind === 'monthly' ? null : 'section');

const NAMELESS: Record<Grouping, string> = { section: '其他工作', unit: '未明确责任单位', person: '未明确责任人' };
const NOBODY: Belonging = { section: '', leaders: [], units: [], owners: [] };

/** `(一)文化活动` as 文化活动: two years' plans may number one section differently, and a paper numbers by itself. */
export const withoutMark = (heading: string): string =>
  heading.replace(
    /^(?:[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]|第[一二三四五六七八九十\d]{1,3}(?:部分|章|篇))\s*/u,
    '',
  );

/** Whose a row is. A person is 责任人, and 责任领导 where no 责任人 is named. */
const namesOf = (by: Grouping, { section, units, owners, leaders }: Belonging): string[] => {
  if (by === 'section') return [section];
  if (by === 'unit') return units;
  return owners.length > 0 ? owners : leaders;
};

type PartRow = DigestPart['rows'][number];

const belongingOf = (row: PartRow): Belonging => ('light' in row ? row : (row.of ?? NOBODY));

/** The words a group is called by and its rows are known by. */
const keysOf = (by: Grouping, row: PartRow): { key: string; name: string }[] => {
  const names = [...new Set(namesOf(by, belongingOf(row)))].filter((name) => name !== '');
  if (names.length === 0) return [{ key: '', name: NAMELESS[by] }];
  return names.map((name) => ({ key: by === 'section' ? withoutMark(name) : name, name }));
};

const filterOf = (by: Grouping, key: string, name: string): string => {
  if (by !== 'section') return key;
  const number = headingNumber(name);
  return key === '' || number === undefined ? '' : `第${number}部分`;
};

/** The part with some of its rows only; `say` narrowed down likewise. */
const partOf = (part: DigestPart, numbers: ReadonlySet<number>, filter: string): DigestPart => {
  const say = filter === '' ? part.say : `${part.say} ${filter}`;
  return part.kind === 'tasks'
    ? { ...part, rows: part.rows.filter(({ number }) => numbers.has(number)), say }
    : { ...part, rows: part.rows.filter(({ number }) => numbers.has(number)), unlisted: 0, say };
};

/**
 * The parts of a chapter by section, unit or person: the same facts, ordered anew. A task of two units stands under both.
 * Groups come in the order of the plan, by their first task; what belongs to none comes last. Never by figures: this is
 * no ranking.
 */
export const groupsOf = (parts: readonly DigestPart[], by: Grouping): DigestGroup[] => {
  const groups = new Map<string, { name: string; numbers: Set<number>; first: number }>();
  for (const row of parts.flatMap(({ rows }): readonly PartRow[] => rows)) {
    for (const { key, name } of keysOf(by, row)) {
      const group = groups.get(key) ?? { name, numbers: new Set(), first: row.number };
      group.numbers.add(row.number);
      group.first = Math.min(group.first, row.number);
      groups.set(key, group);
    }
  }
  return [...groups]
    .toSorted(([a, { first }], [b, { first: second }]) => Number(a === '') - Number(b === '') || first - second)
    .map(([key, { name, numbers }]) => {
      const filter = filterOf(by, key, name);
      return {
        name,
        filter,
        isRest: key === '',
        parts: parts.map((part) => partOf(part, numbers, filter)).filter((part) => countOf(part) > 0),
      };
    });
};

/** Targets a digest only counts, which belong to no group: `另有29项指标没有变化或未上报`; empty when there are none. */
export const sayUnlisted = (parts: readonly DigestPart[]): string => {
  const unlisted = parts.reduce((sum, part) => sum + (part.kind === 'targets' ? part.unlisted : 0), 0);
  return unlisted === 0 ? '' : `另有${unlisted}项指标没有变化或未上报`;
};
