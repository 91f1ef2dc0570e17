/** The part of a sheet a merged cell covers; 0-based, both ends included. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A sheet as people see it: each cell as the text it shows, at its own place. */
export interface Sheet {
  name: string;
  /** Hidden by its owner, by the menu or so that only a macro shows it. */
  hidden: boolean;
  /** `cells[row][column]`, 0-based from A1; '' where nothing is shown. Rows may differ in length. */
  cells: string[][];
  merges: Area[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
}

/** An xlsx as read, whichever library read it. */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904-01-01 (old Macs), not from 1900. */
  from1904: boolean;
}

/** More rows and columns than a plan has; what stands further off costs nothing and is not read. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
export const MOST_SHEETS = 100;
