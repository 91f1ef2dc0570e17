const LINES_IN_VAIN = 5;

/** How a plan is given. */
export const HOW_TO_IMPORT =
  '请把计划给我:发“导入 2026”,换行贴上计划文字;或把计划文件(docx、xlsx、doc、txt、md)和“导入 2026”一起发;或引用已发的计划说“导入 2026”。确认之前不会写入';

/** A ledger of another group. */
export const NOT_OURS = '这份台账不是从本群导出的,没有读。请在导出它的那个群里导入,或在本群发“导出”另导一份';
/** A ledger of a state the group's file no longer holds. */
export const FROM_LATER = '这份台账导出以后,本群的数据退回过更早的时候,对不上了。请发“导出”重新导出一份';

/** What was changed in vain is told even when nothing else was changed. */
export const sayInVain = (lines: string[]): string => {
  const [shown, left] = [lines.slice(0, LINES_IN_VAIN), lines.length - LINES_IN_VAIN];
  return [...shown.map((line) => `\n· ${line}`), ...(left > 0 ? [`\n……另有${left}处`] : [])].join('');
};

/** A document that was read and holds no task. */
export const sayNoTasks = (source: string): string =>
  `从${source}里没有读出任务。一项任务要写清做什么,最好有时间,如“4月召开职工代表大会”`;
