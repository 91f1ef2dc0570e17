import type { Node } from './node.ts';
import { isDetail } from './outline-of.ts';

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
