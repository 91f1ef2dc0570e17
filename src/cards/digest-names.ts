import type { DigestKind } from '../workspace/settings.ts';

/** What each digest is called. */
export const DIGEST_NAMES: Record<DigestKind, string> = {
  weekly: '周报',
  monthly: '月报',
  quarterly: '季报',
  halfyearly: '半年总结',
  yearly: '年终总结',
};
