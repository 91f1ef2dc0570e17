import type { TargetDraft } from './plan-draft.ts';
import { shadowOf } from './text/shadow.ts';

/** 指标 as one sentence states them (PRODUCT.md, "Quantities"), in the order of the text. */
export const readQuantities = (text: string): TargetDraft[] =>
  [...shadowOf(text).matchAll(/(\d{1,9}(?:\.\d{1,4})?)(万?)(人次|场次|元|人|名|家|个|场|次|期|%)/g)].map((found) => ({
    name: '',
    value: Number(found[1]) * (found[2] ? 10_000 : 1),
    unit: found[3] ?? '',
    op: '=',
    kind: null,
  }));
