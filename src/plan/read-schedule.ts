import { monthsWindow } from '../calendar/window.ts';
import type { Schedule } from './plan-draft.ts';
import { shadowOf } from './text/shadow.ts';

/**
 * 时限 as one sentence states it (PRODUCT.md, "Time"); `year` is the plan's year.
 * Nothing stated → all null and an empty `stated`.
 */
export const readSchedule = (text: string, year: number): Schedule => {
  const months = /(\d{1,2})(?:月份?)?(?:[-至到]{1,2}(\d{1,2}))?月(底前)?/.exec(shadowOf(text));
  const [first, last] = [Number(months?.[1]), Number(months?.[2] ?? months?.[1])];
  if (!months || !(first >= 1 && last <= 12 && first <= last))
    return { start: null, end: null, freq: null, stated: '' };
  const window = monthsWindow(year, first, last);
  return {
    start: months[3] ? null : window.start,
    end: window.end,
    freq: null,
    stated: text.slice(months.index, months.index + months[0].length),
  };
};
