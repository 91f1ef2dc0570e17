import { isDetail } from './detail.ts';
import type { Node } from './node.ts';

/** A line of its own in the outline: an item, a heading, a lead, a table; not prose. */
export const isKid = (node: Node): boolean => node.kind !== 'paragraph';
/** Prose that tells more of the item above it: when, where, who. */
export const isDetailNode = (node: Node): boolean =>
  node.kind === 'paragraph' && node.span !== null && isDetail(node.span);
/** A paragraph that stands for itself. */
export const isProse = (node: Node): boolean => node.kind === 'paragraph' && !isDetailNode(node);
/** An item or a table stands somewhere in it. */
export const hasItem = (node: Node): boolean =>
  node.kind === 'item' || node.kind === 'table' || node.children.some(hasItem);

/** The tables that stand under a node, at whatever depth. */
export const tablesUnder = (node: Node): Node[] =>
  node.children.flatMap((child) => (child.kind === 'table' ? [child] : tablesUnder(child)));

/** The node and all that stands under it but its tables. */
export const withoutTables = (node: Node): Node => ({
  ...node,
  children: node.children.filter(({ kind }) => kind !== 'table').map(withoutTables),
});
