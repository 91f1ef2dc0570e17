import type { DigestKind } from '../workspace/settings.ts';

/** What each digest is called. */
export const DIGEST_NAMES: Record<DigestKind, string> = {
  weekly: '周报',
  monthly: '月报',
  quarterly: '季报',
  halfyearly: '半年总结',
  yearly: '年终总结',
};

/** All of them, the shortest period first: the order in which settings tell them. */
export const NAMED_DIGESTS = Object.keys(DIGEST_NAMES) as readonly DigestKind[];
