import type { Block } from '../../table/table.ts';
import type { Workbook } from './workbook.ts';

/** The sheets of a workbook one after the other, as lines and tables. */
export const blocksOfWorkbook = (_book: Workbook): Block[] => [];
