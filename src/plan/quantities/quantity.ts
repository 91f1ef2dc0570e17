import type { Shadow } from '../text/shadow.ts';

/** A number with a unit found in a text, and all of the text around it that the rules ask about. */
export interface Quantity {
  from: number;
  to: number;
  value: number;
  /** The lower end when it is the first number of a range (6-8期). */
  range: boolean;
  /** Written as 二, which orders (二期, 二次) where 两 counts. */
  orders: boolean;
  /** Written out in Chinese characters. */
  inWords: boolean;
  /** 多 or 余 stands in it. */
  more: boolean;
  unit: string;
  before: Shadow;
  after: Shadow;
  /** True when the item has a cadence: 每季度召开一次. */
  recurring: boolean;
}

/** Why a number is no target; the first that holds is the reason. */
export interface NotTarget {
  name: string;
  holds(quantity: Quantity): boolean;
}
