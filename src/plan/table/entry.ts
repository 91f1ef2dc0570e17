import type { Given } from '../draft-task.ts';
import { byPart } from '../owners/by-part.ts';
import { isPerson, namesIn } from '../owners/names-in.ts';
import { OWNER_LABELS } from '../owners/owner-words.ts';
import { ownerMentionsIn, ownershipOf } from '../owners/owners-in.ts';
import type { Ownership, Schedule, TaskDraft } from '../plan-draft.ts';
import { shadowOf } from '../text/shadow.ts';
import { isOneTurn, timeOf } from '../time/time-of.ts';
import type { ColumnRole } from './columns.ts';

export type Roles = readonly (ColumnRole | undefined)[];

/** What one row says, column by column. */
export interface Entry {
  cells: string[];
  roles: Roles;
  heads: string[];
  /** Its table keeps the lines of a cell apart by spaces. */
  spaced: boolean;
}

export const cellsOf = (entry: Entry, ...roles: (ColumnRole | undefined)[]): string[] =>
  entry.cells.filter((cell, i) => cell !== '' && roles.includes(entry.roles[i]));

export const distinct = (cells: readonly string[]): string[] => [...new Set(cells.filter((cell) => cell !== ''))];

const OWNER_ROLES: ReadonlySet<string> = new Set(['leaders', 'units', 'supportingUnits', 'responsible', 'owner']);
export const isOwnerRole = (role: ColumnRole | undefined): boolean => role !== undefined && OWNER_ROLES.has(role);

/** 1月 under 月份 and 1月15日 under 完成时限 are one window. */
export const timeOfColumns = (entry: Entry, given: Given): Schedule | null => {
  const time = timeUnder('time', entry, given);
  const last = timeUnder('deadline', entry, given);
  if (time === null || last === null || last.end === null) return time ?? last;
  const begun = time.start !== null && time.start <= last.end;
  return { ...last, start: begun ? time.start : last.start, freq: last.freq ?? time.freq };
};

/** Time as a column gives it. A number under 月份 is a month; a bare 6.30 is a day. */
const timeUnder = (wanted: 'time' | 'deadline', entry: Entry, given: Given): Schedule | null => {
  for (const [i, cell] of entry.cells.entries()) {
    const role = entry.roles[i];
    if (cell === '' || role !== wanted) continue;
    const head = shadowOf(entry.heads[i] ?? '');
    const plain = cell
      // The numbers of the measures the times are for: (1)2月 (2)9月.
      .replace(/[(（]\d{1,2}[)）]|[①-⑳]/gu, '')
      .replace(/\s*\n\s*/gu, '、')
      .replace(/^(\d{1,2}|[一二三四五六七八九十]{1,2})$/u, head.includes('月') ? '$1月' : '$1')
      .replace(/^(\d{1,2}) ?[-—–~～至、] ?(\d{1,2})$/u, head.includes('月') ? '$1-$2月' : '$&')
      .replace(/(?<![\d.])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.])/gu, '$1月$2日');
    const text = role === 'deadline' ? `完成时限:${plain}` : plain;
    const time = timeOf(text, shadowOf(text), given.year, given.scope);
    if (time.end !== null || time.start !== null || time.freq !== null)
      return { ...time, stated: cell.replace(/\s*\n\s*/gu, ' ') };
  }
  return null;
};

/** 责任人:王明 in a column whose head says it already. */
const LABEL_IN_CELL = new RegExp(`^(?:${OWNER_LABELS.map(([, label]) => label).join('|')}) ?[:：]\\s*`, 'u');

/** 牵头单位:建管科;配合单位:办公室 in one cell: each part has its label. */
const PARTS_IN_CELL = /(?:牵头|主办|责任)[^,。;:]{0,4}:[^:]{1,80}(?:配合|协办|协助|参与)[^,。;:]{0,4}:/u;

export const ownersOfColumns = (entry: Entry): Ownership | null => {
  const mentions = entry.cells.flatMap((cell, i) => {
    const role = entry.roles[i];
    if (isOwnerRole(role) && PARTS_IN_CELL.test(shadowOf(cell))) return ownerMentionsIn(cell, shadowOf(cell));
    const names = namesIn(cell.replace(LABEL_IN_CELL, ''));
    if (role === 'units') return byPart(role, cell.replace(LABEL_IN_CELL, ''));
    if (role === 'leaders' || role === 'supportingUnits' || role === 'responsible') return [{ role, names }];
    if (role !== 'owner') return [];
    const people = names.filter(isPerson);
    return [
      { role: 'responsible' as const, names: people },
      { role: 'units' as const, names: names.filter((name) => !people.includes(name)) },
    ];
  });
  const owners = ownershipOf(mentions);
  return Object.values(owners).some((names) => names.length > 0) ? owners : null;
};

/** The column's time, unless the words of the item state one within it. */
export const withTime = (task: TaskDraft, time: Schedule | null, words: string): TaskDraft => {
  if (time === null) return task;
  const own = task.schedule;
  // 春节送温暖 under 一月: beside a column of times a festival alone names the thing.
  const stated =
    own.stated !== '' &&
    words.includes(own.stated) &&
    own.stated !== time.stated &&
    /[\d月旬日号周底前末]/u.test(own.stated);
  const inside =
    stated &&
    own.end !== null &&
    time.start !== null &&
    time.end !== null &&
    own.end >= time.start &&
    own.end <= time.end &&
    (own.start === null || own.start >= time.start);
  return inside
    ? task
    : { ...task, schedule: { ...time, freq: time.freq ?? (isOneTurn(time, own.freq) ? null : own.freq) } };
};
