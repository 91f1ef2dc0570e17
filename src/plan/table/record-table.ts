import { type ColumnRole, roleOfColumn, rolesOfHead } from './columns.ts';
import { type FoundTable, rowOf, trimmedCell } from './found-table.ts';

/** A place of a record: its label and what stands behind it. */
interface Field {
  label: string;
  value: string;
}

const LONGEST_LABEL = 14;
const LONGEST_FIELD = 2000;
const FEWEST_RECORDS = 2;
const MOST_LABELS = 20;
/** Lines of text that a value may run over. */
const MOST_LINES_OF_VALUE = 8;

/** 责任单位:办公室, 【责任单位】办公室 — the label without the number that counts the records (任务一:…). */
const fieldOf = (line: string): Field | undefined => {
  if (!/[:：】]/u.test(line.slice(0, LONGEST_LABEL + 12))) return undefined;
  const head = line.slice(0, LONGEST_LABEL + 12).trim();
  const found = /^(?:【([^【】]{2,14})】|([^:：【】。，,;；]{2,14})[:：])/u.exec(head);
  const name = found?.[1] ?? found?.[2];
  if (!found || name === undefined || line.length > LONGEST_FIELD) return undefined;
  const label = name.replace(/[\d一二三四五六七八九十]{1,3}$/u, '').trim();
  const role = roleOfColumn(label);
  if (role === undefined || (role === 'note' && !/^备 ?注$/u.test(label))) return undefined;
  return {
    label,
    value: trimmedCell(
      line
        .trim()
        .slice(found[0].length)
        .replace(/^[:：]/u, ''),
    ),
  };
};

const isContent = (role: ColumnRole | undefined): boolean => role === 'task';

/** Records written place by place, each with the same label first: 项目名称:… 责任单位:… 完成时间:… */
export const recordTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  const first = fieldOf(lines[at] ?? '');
  if (!first || !(isContent(roleOfColumn(first.label)) || roleOfColumn(first.label) === 'number')) return undefined;
  const labels: string[] = [];
  const records: Map<string, string>[] = [];
  let end = at;
  let loose = 0;
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const field = fieldOf(line);
    if (line.trim() === '') {
      loose = MOST_LINES_OF_VALUE;
      continue;
    }
    const record = records.at(-1);
    if (field) {
      const target = field.label === first.label ? new Map<string, string>() : record;
      if (!target || (target === record && target.has(field.label)) || labels.length > MOST_LABELS) break;
      if (target !== record) {
        if (record && (record.size < 2 || rolesOfHead(labels) === undefined)) break;
        records.push(target);
      }
      target.set(field.label, field.value);
      if (!labels.includes(field.label)) labels.push(field.label);
      loose = 0;
    } else {
      const label = [...(record?.keys() ?? [])].at(-1);
      if (!record || label === undefined || ++loose > MOST_LINES_OF_VALUE) break;
      record.set(label, `${record.get(label) ?? ''}\n${line.trim()}`);
    }
    end = next + 1;
  }
  if (records.length < FEWEST_RECORDS || labels.length < 2 || rolesOfHead(labels) === undefined) return undefined;
  if (records.some((record) => record.size < 2)) return undefined;
  const rows = records.map((record) => rowOf(labels.map((label) => record.get(label) ?? '')));
  return { table: { rows: [rowOf(labels), ...rows] }, lines: end - at };
};
