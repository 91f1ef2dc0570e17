/** The columns of a 督办台账 as it is handed out, in their order. A file that comes back may have them in any order. */
export const LEDGER_COLUMNS = [
  '序号',
  '任务编号',
  '板块',
  '工作任务',
  '量化目标',
  '责任领导',
  '责任单位',
  '配合单位',
  '责任人',
  '完成时限',
  '原定时限',
  '延期次数',
  '进展情况',
  '完成率',
  '存在问题',
  '下步措施',
  '状态灯',
  '办结日期',
  '销号日期',
  '备注',
] as const;

export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

const KNOWN: ReadonlySet<string> = new Set(LEDGER_COLUMNS);

/** True for the name of a column of ours, spaces and line breaks in it aside. */
export const isLedgerColumn = (name: string): name is LedgerColumn => KNOWN.has(name);

/** The name in the head of a column, as it is compared: `任务\n编号` is 任务编号. */
export const columnName = (head: string): string => head.normalize('NFKC').replace(/\s/gu, '');
