import type { Table } from '../table/table.ts';
import { bodyOf, type Span } from './span.ts';

/** What a place in the outline is. `lead` is a sentence that opens a list (下半年…做好以下工作:). */
export type NodeKind = 'root' | 'item' | 'heading' | 'lead' | 'paragraph' | 'table';

/** A place in the outline of a plan. */
export interface Node {
  kind: NodeKind;
  /** null for the root and a table. */
  span: Span | null;
  table: Table | null;
  /** How high it stands; a child's is always greater. */
  rank: number;
  children: Node[];
}

/** What a plan's lines and tables are cut into, in order. */
export type Piece = { kind: 'span'; span: Span } | { kind: 'table'; table: Table };

/** The node's words without its mark; empty for the root. */
export const wordsOf = (node: Node): { text: string; shadow: string } =>
  node.span ? bodyOf(node.span) : { text: '', shadow: '' };
