/** `一季度` `3月` `上半年工作安排`: the name of a column that holds what is done in that time. */
const TIME_NAME =
  /^(?:20\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?)(?:工作)?(?:计划|安排|任务|目标|进度|重点|内容)?$/u;
/** √ ● ★: a sign that something is done then, without saying what. */
const TICK = /^[√✓✔☑●○◎★☆▲△◆■＊*]{1,2}$/u;
/** A step that says its own time. */
const TIMED = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月[^。;；]{0,12}[:：]/u;

/** The time a column's name says, as dated steps are written: `第3季度工作安排` → `三季度`. */
const timeOfName = (name: string): string | undefined => {
  const bare = name.replaceAll(/\s/gu, '');
  if (!TIME_NAME.test(bare)) return undefined;
  return bare
    .replace(/(季度|半年|月)份?(?:工作)?(?:计划|安排|任务|目标|进度|重点|内容)?$/u, '$1')
    .replace(/第?([1-4])季度/u, (_, quarter: string) => `${'一二三四'.charAt(Number(quarter) - 1)}季度`);
};

/** Columns' names with those of times put together into one, when there are several. */
export const withoutTimeNames = (names: readonly string[]): string[] => {
  const others = names.filter((name) => timeOfName(name) === undefined);
  const times = names.length - others.length;
  if (times === 0 || (times === 1 && names.length > 1)) return [...names];
  return others.length === 0 ? [] : [...others, STEPS];
};

/** The names of the column that several columns of times are put together into, by what their cells hold. */
const STEPS = '时序进度';
const TIMES = '时间安排';

const stepsOf = (row: readonly string[], times: ReadonlyArray<readonly [column: number, time: string]>): string => {
  const said = times.flatMap(([column, time]) => (row[column] ? [{ time, words: row[column] }] : []));
  if (said.every(({ words }) => TICK.test(words))) return said.map(({ time }) => time).join('、');
  return said.map(({ time, words }) => (TIMED.test(words) ? words : `${time}：${words}`)).join('\n');
};

/**
 * A plan laid out by quarters or months has a column for each; they become one column of dated steps
 * (`一季度：…` `二季度：…`), as plans with fewer columns write it. Names and rows without several such columns stay as they are.
 */
export const withStepsInOne = (
  names: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): { names: string[]; rows: string[][] } => {
  const times = names.flatMap((name, column) => {
    const time = timeOfName(name);
    return time === undefined ? [] : [[column, time] as const];
  });
  if (times.length < 2) return { names: [...names], rows: rows.map((row) => [...row]) };
  const columns = new Set(times.map(([column]) => column));
  const first = times[0]?.[0] ?? 0;
  const put = (row: readonly string[], steps: string): string[] =>
    row.flatMap((cell, column) => (column === first ? [steps] : columns.has(column) ? [] : [cell]));
  const ticked = rows.every((row) => times.every(([column]) => !row[column] || TICK.test(row[column])));
  return {
    names: put(names, ticked ? TIMES : STEPS),
    // A row merged across the table is the same in every column, this one too.
    rows: rows.map((row) => put(row, row.every((cell) => cell === row[0]) ? (row[0] ?? '') : stepsOf(row, times))),
  };
};
