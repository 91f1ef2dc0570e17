import { type IsoDate, sayDate, sayDay, yearOf } from '../calendar/date.ts';
import { type Freq, type PeriodKey, sayPeriod } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import type { Schedule } from '../plan/plan-draft.ts';

export const FREQ_NAMES: Record<Freq, string> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  halfyearly: '每半年',
  yearly: '每年',
};

/** `4月21日—4月30日`, `2027年1月1日—3月31日`, `6月10日 周三`, `9月30日 周三前`, `6月1日起`; empty when there is neither start nor end. */
export const sayWindow = (start: IsoDate | null, end: IsoDate | null, today?: IsoDate): string => {
  if (start !== null && end !== null) {
    const until = sayDay(end, yearOf(start) === yearOf(end) ? end : today);
    return start === end ? sayDate(end, today) : `${sayDay(start, today)}—${until}`;
  }
  if (end !== null) return `${sayDate(end, today)}前`;
  return start === null ? '' : `${sayDay(start, today)}起`;
};

/** What a schedule was read as: `每季度`, `每月 · 4月1日—7月31日`, `4月21日—4月30日`; 未排期 when it says nothing of either. */
export const saySchedule = ({ start, end, freq }: Schedule, today?: IsoDate): string => {
  const parts = [freq === null ? '' : FREQ_NAMES[freq], sayWindow(start, end, today)].filter((part) => part !== '');
  return parts.length === 0 ? '未排期' : parts.join(' · ');
};

/** The days a list is about: `6月10日 周三`, `11月1日—11月30日`, `2026年`. */
export const saySpan = ({ start, end }: Window, today: IsoDate): string => {
  const year = yearOf(start);
  return start === `${year}-01-01` && end === `${year}-12-31` ? `${year}年` : sayWindow(start, end, today);
};

/** `第18周` `4月`: a period without its days, where there is no room for them or they stand beside it. */
export const sayPeriodShort = (period: PeriodKey, today: IsoDate): string =>
  sayPeriod(period, yearOf(today)).replace(/\([^()]*\)$/, '');
