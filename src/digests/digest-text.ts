import type { Digest } from './digest.ts';

/** The whole digest as plain text, nothing left out. */
export declare function digestText(digest: Digest): string;
