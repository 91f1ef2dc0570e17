import { shadowOf } from '../text/shadow.ts';
import { beginsWithMonth } from '../time/time-of.ts';
import { hasSectionMark } from './cell-kinds.ts';
import { type ColumnRole, roleOfColumn } from './columns.ts';
import { type FoundTable, rowOf, trimmedCell } from './found-table.ts';
import type { Row } from './table.ts';

/** A place of a record: its label and what stands behind it. */
interface Field {
  label: string;
  value: string;
  /** The ornament in front of it: - ● *. */
  bullet: string;
}

/** One record as read: its places and the lines it was written on. */
interface Record {
  places: Map<string, string>;
  lines: string[];
  /** The line it begins on. */
  from: number;
}

const LONGEST_LABEL = 14;
const LONGEST_FIELD = 2000;
const FEWEST_RECORDS = 2;
const MOST_LABELS = 20;
/** Lines of text that a value may run over. */
const MOST_LINES_OF_VALUE = 8;
/** How far around a record that stands alone another with the same first label is looked for. */
const NEARBY = 60;

const BULLET = /^[-–—*+•·●○■□◆◇▪►➢]{1,2}(?=\s|[^\s*-])\s*/u;
/** A line without the ornament in front and the signs that make it bold. */
const bareLine = (line: string): { bullet: string; words: string } => {
  const bare = line.slice(0, LONGEST_FIELD + 1).trim();
  const bullet = bare.startsWith('**') ? '' : (BULLET.exec(bare)?.[0] ?? '');
  return { bullet: bullet.trim(), words: bare.slice(bullet.length).replaceAll('**', '') };
};

/** 责任单位:办公室, 【责任单位】办公室 — the label without the number that counts the records (任务一:…). */
const fieldOf = (line: string): Field | undefined => {
  if (line.length > LONGEST_FIELD || !/[:：】]/u.test(line.slice(0, LONGEST_LABEL + 20))) return undefined;
  const { bullet, words } = bareLine(line);
  const head = words.slice(0, LONGEST_LABEL + 12);
  const found = /^(?:【([^【】]{2,14})】|([^:：【】。，,;；]{2,14})[:：])/u.exec(head);
  const name = found?.[1] ?? found?.[2];
  if (!found || name === undefined) return undefined;
  const label = name.replace(/[\d一二三四五六七八九十]{1,3}$/u, '').trim();
  const role = roleOfColumn(label);
  if (role === undefined || (role === 'note' && !/^备 ?注$/u.test(label))) return undefined;
  return { label, value: trimmedCell(words.slice(found[0].length).replace(/^[:：]/u, '')), bullet };
};

const isContent = (role: ColumnRole | undefined): boolean => role === 'task';
const TELLS_WHEN_OR_WHO: ReadonlySet<ColumnRole> = new Set([
  'time',
  'deadline',
  'leaders',
  'units',
  'responsible',
  'owner',
]);
/** A record says what, and when or who. */
const isWhole = (record: Record): boolean =>
  record.places.size >= 2 &&
  [...record.places.keys()].some((label) => {
    const role = roleOfColumn(label);
    return role !== undefined && TELLS_WHEN_OR_WHO.has(role);
  });

/** A line that is no place of a record and begins something else: 二、…, 2. …, 有关要求:, the month of the next one. */
const beginsOther = (line: string): boolean =>
  hasSectionMark(line.trim()) ||
  /^\s*(?:\d{1,3}[、.．]|#)/u.test(line) ||
  /[:：]\s*$/u.test(line.slice(-4)) ||
  namesMonth(line.trim());
/** 4月主题党日 above the next record. */
const LONGEST_MONTH = 20;
const namesMonth = (words: string): boolean =>
  words.length <= LONGEST_MONTH && !/[,。;:，；：]/u.test(words) && beginsWithMonth(shadowOf(words));

class Records {
  readonly found: Record[] = [];
  end: number;
  readonly #lines: readonly string[];
  readonly #first: Field;
  #blank = false;
  #loose = 0;

  constructor(lines: readonly string[], at: number, first: Field) {
    this.#lines = lines;
    this.#first = first;
    this.end = at;
  }

  /** A last record that says neither when nor who is left to be read as text, so that no line is looked at twice. */
  read(): void {
    this.#readAll();
    const last = this.found.at(-1);
    if (!last || isWhole(last)) return;
    this.found.pop();
    this.end = last.from;
  }

  #readAll(): void {
    for (let at = this.end; at < this.#lines.length; at++) {
      const line = this.#lines[at] ?? '';
      if (line.trim() === '') this.#blank = true;
      else {
        const field = fieldOf(line);
        if (!(field ? this.#takes(field, at) : this.#takesLoose(line))) return;
        this.#blank = false;
        this.end = at + 1;
      }
    }
  }

  #takes(field: Field, at: number): boolean {
    const last = this.found.at(-1);
    const line = (this.#lines[at] ?? '').trim();
    this.#loose = 0;
    if (field.label === this.#first.label) {
      if (last && !isWhole(last)) return false;
      this.found.push({ places: new Map([[field.label, field.value]]), lines: [line], from: at });
      return true;
    }
    // A label with nothing behind it, apart from the places above, is the name of what follows: 有关要求:.
    if (this.#blank && field.value === '') return false;
    if (!last || last.places.has(field.label) || last.places.size > MOST_LABELS) return false;
    last.places.set(field.label, field.value);
    last.lines.push(line);
    return true;
  }

  /** More of the last place; with the ornament of the places, words of the record's own. */
  #takesLoose(line: string): boolean {
    const last = this.found.at(-1);
    const label = [...(last?.places.keys() ?? [])].at(-1);
    if (!last || label === undefined || line.length > LONGEST_FIELD || beginsOther(line)) return false;
    const { bullet, words } = bareLine(line);
    const own = bullet !== '' && bullet === this.#first.bullet;
    if ((this.#blank && !own) || ++this.#loose > MOST_LINES_OF_VALUE) return false;
    last.lines.push(line.trim());
    const labelled = /^[^:：。，,;；]{2,10}[:：]/u.test(words);
    if (!own && !labelled) last.places.set(label, `${last.places.get(label) ?? ''}\n${line.trim()}`);
    return true;
  }
}

/** Another record with the same first label stands not far from one that is alone under its heading. */
const hasFellow = (lines: readonly string[], at: number, end: number, label: string): boolean =>
  [...lines.slice(Math.max(0, at - NEARBY), at), ...lines.slice(end, end + NEARBY)].some(
    (line) => fieldOf(line)?.label === label,
  );

/** 1. 筹备大会, and - 时间:… - 主要内容:… - 负责人:… below it: the places tell of an item that is named above them. */
const MOST_PLACES = 8;
const NUMBERED_NAME = /^\s*\d{1,2}[.、．)）]\s*[^:：]{2,60}$/u;
const isBelowItem = (lines: readonly string[], at: number): boolean => {
  let above = at - 1;
  while (above > at - MOST_PLACES && (fieldOf(lines[above] ?? '') || isLabelled(lines[above] ?? ''))) above--;
  return NUMBERED_NAME.test(lines[above] ?? '');
};
/** - 时间安排:… — a label, whether or not a table could have it. */
const isLabelled = (line: string): boolean => {
  const { bullet, words } = bareLine(line);
  return bullet !== '' && /^[^:：。，,;；]{2,8}[:：]/u.test(words);
};

/**
 * Records written place by place, each with the same label first: 项目名称:… 责任单位:… 完成时间:…; also as bullets below
 * a heading. A row keeps the lines it was written on.
 */
export const recordTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  const first = fieldOf(lines[at] ?? '');
  if (!first || !(isContent(roleOfColumn(first.label)) || roleOfColumn(first.label) === 'number')) return undefined;
  if (first.bullet !== '' && isBelowItem(lines, at)) return undefined;
  const reading = new Records(lines, at, first);
  reading.read();
  const records = reading.found;
  if (records.length === 0) return undefined;
  if (records.length < FEWEST_RECORDS && !hasFellow(lines, at, reading.end, first.label)) return undefined;
  const labels = [...new Set(records.flatMap(({ places }) => [...places.keys()]))];
  if (!labels.some((label) => isContent(roleOfColumn(label)))) return undefined;
  const rows = records.map(
    ({ places, lines: own }): Row => ({
      ...rowOf(labels.map((label) => places.get(label) ?? '')),
      written: own.join('\n'),
    }),
  );
  return { table: { rows: [rowOf(labels), ...rows] }, lines: reading.end - at };
};
