import type { Line } from '../text/line.ts';

/** A row of a table as read; a merged cell fills every place it covers. */
export interface Row {
  cells: string[];
  /** Hidden in the sheet; it becomes no task. */
  hidden: boolean;
  /** The lines of a record that was written place by place under labels. */
  written?: string;
}

/** A table of a document, in the neutral form every reader gives. */
export interface Table {
  rows: Row[];
}

/** What a reader makes of a document, in its order: lines and tables. */
export type Block = { kind: 'line'; line: Line } | { kind: 'table'; table: Table };
