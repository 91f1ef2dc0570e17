import type { IsoDate } from '../../calendar/date.ts';
import { readTime, type Time } from './periods.ts';

const YEAR = '(?:(?:(?:19|20)\\d\\d|今|去|本) ?年)?';
const MONTH = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九]) ?月(?:份|底|末|初|上旬|中旬|下旬)?';
const DAY = '(?:(?:\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日号])?';
const TURN =
  '第? ?[一二三四1-4] ?季度|[上下]半年|全年|(?:本|上|这)个?(?:周|星期|月|季度?|年)|今年|年初|今天|今日|昨天|昨日|目前|现在|当前';

/** 5月 · 5月12日 · 一季度 · 截至5月底 · 年初以来 · 1-5月: when a figure was reached. */
const WHEN = new RegExp(
  `^(?:截至|截止到?|自|从)? ?(?:\\d{1,2} ?[-至到] ?)?(?:${YEAR}(?:${MONTH}${DAY}|${TURN}))(?:为止|以来|至今|到现在|止|底|末|内|共|的)*`,
);

const LEAD = /^(?:截至|截止到?|自|从) ?/;

/** The time words of figures tell of; undefined for words that tell none (目前). */
export const timeOfFigures = (when: string, today: IsoDate): Time | undefined =>
  readTime(when.replace(LEAD, ''), today);

/** How many characters at the front say when; 0 when none do. A figure has to follow: 5月 in 上报 5月 is none. */
export const readWhen = (text: string): number => {
  const found = WHEN.exec(text)?.[0] ?? '';
  return found.length < text.length ? found.length : 0;
};
