import { roleOfColumn } from '../../table/columns.ts';
import type { Block, Table } from '../../table/table.ts';
import { lineOf } from '../../text/line.ts';
import { type GridRow, wordsOf } from './grid.ts';
import { type Head, headAt } from './head.ts';
import { tableOfRows } from './table-of-rows.ts';

/** `1` `一`: a number that lost its stop to the border of its cell. */
const BARE_NUMBER = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/u;
/** `1.` `（一）` `①`: a number that kept it. */
const NUMBER = /^[（(]?[\d.一二三四五六七八九十]{1,5}[）)、.．]$|^[①-⑳]$/u;

/** The lines of some words: each stands apart from the next, a break within a cell only ends a line. */
export const linesOf = (words: string): Block[] =>
  words
    .split('\n')
    .map((text, i): Block => ({ kind: 'line', line: lineOf(text, null, i === 0) }))
    .filter((block) => block.kind === 'line' && block.line.text !== '');

/** What stands in a row beside no table: a number and its words are one line, other cells a line each. */
const linesOfRow = (row: GridRow): Block[] => {
  const [first = '', second, ...more] = wordsOf(row);
  if (second !== undefined && more.length === 0) {
    if (BARE_NUMBER.test(first)) return linesOf(`${first}、${second}`);
    if (NUMBER.test(first)) return linesOf(first + second);
  }
  return wordsOf(row).flatMap(linesOf);
};

const isNumbered = (row: GridRow): boolean => {
  const [first = '', ...words] = wordsOf(row);
  return words.length === 1 && (BARE_NUMBER.test(first) || NUMBER.test(first));
};

/** Rows under no head: those with several cells, one below the other, are a table all the same. */
const looseBlocks = (rows: readonly GridRow[]): Block[] => {
  const isWide = (row: GridRow | undefined): boolean =>
    row !== undefined && wordsOf(row).length > 1 && !isNumbered(row);
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (isWide(rows[end])) end++;
    if (end - at > 1) {
      const table: Table = { rows: rows.slice(at, end).map((cells) => ({ cells, hidden: false })) };
      blocks.push({ kind: 'table', table });
      at = end;
    } else {
      blocks.push(...linesOfRow(rows[at] ?? []));
      at++;
    }
  }
  return blocks;
};

/** A row that names what follows or remarks on what came: merged across the table, or words in its first cell beside the tasks. */
const standsAlone = (row: GridRow, head: Head): boolean => {
  const [words, ...more] = wordsOf(row);
  if (words === undefined || more.length > 0) return false;
  const columns = head.names.flatMap((name, column) => (name === '' ? [] : [column]));
  const [first = 0] = columns;
  if (columns.length > 1 && columns.every((column) => row[column] === words)) return true;
  return row[first] === words && roleOfColumn(head.names[first] ?? '') !== 'task';
};

/** What a form asks for besides the plan: 填报单位：…, 审核人：…, the day of issue. */
const FIELD =
  /^(?:(?:填报|填表|制表|编制|审核|审批|审签|联系|报送|上报|更新|统计|印发|签发|分管领导签字|负责人签字|单位(?:\(?盖章\)?|（盖章）)?|日期|时间|电话|年度|编号|金额单位)[^：:。；;]{0,8}[：:][^。；;]{0,30}|20\d{2}年\d{1,2}月\d{1,2}日)$/u;
const isForm = (row: GridRow): boolean => wordsOf(row).every((words) => FIELD.test(words));

const sameNames = (one: Head, other: Head): boolean => one.names.join('\t') === other.names.join('\t');

interface Section {
  head: Head;
  at: number;
  end: number;
}

/** The tables of a sheet: each begins with a head; a head printed again on each page goes with the first. */
const sectionsOf = (rows: readonly GridRow[]): Section[] => {
  const sections: Section[] = [];
  for (let at = 0; at < rows.length; at++) {
    const head = headAt(rows, at);
    const last = sections.at(-1);
    if (!head || (last && at < last.at + last.head.rows) || (last && sameNames(last.head, head))) continue;
    if (last) last.end = at;
    sections.push({ head, at, end: rows.length });
  }
  return sections;
};

/** The rows beside a table that are words of the plan, and the fields of the form, which go above the head as one row. */
const apart = (rows: readonly GridRow[]): { words: GridRow[]; fields: string[] } => ({
  words: rows.filter((row) => !isForm(row)),
  fields: rows.filter(isForm).flatMap(wordsOf),
});

/** The lines and tables of a sheet's shown rows. */
export const blocksOfSheet = (rows: readonly GridRow[], from1904: boolean): Block[] => {
  const sections = sectionsOf(rows);
  const [first] = sections;
  if (!first) return looseBlocks(rows);
  const above = apart(rows.slice(0, first.at));
  const blocks = above.words.flatMap(linesOfRow);
  for (const { head, at, end } of sections) {
    const begin = at + head.rows;
    let last = end;
    while (last > begin && (standsAlone(rows[last - 1] ?? [], head) || isForm(rows[last - 1] ?? []))) last--;
    const below = apart(rows.slice(last, end));
    const table = tableOfRows(head.names, rows.slice(begin, last), from1904);
    const fields = [...(at === first.at ? above.fields : []), ...below.fields];
    if (fields.length > 0) table.rows.unshift({ cells: [fields.join(' ')], hidden: false });
    blocks.push({ kind: 'table', table }, ...below.words.flatMap(linesOfRow));
  }
  return blocks;
};
