import { type IsoDate, sayDate } from '../calendar/date.ts';
import type { Leave } from '../workspace/workspace.ts';

/** `5月20日 周三—6月1日 周一`, of one day `5月20日 周三`. */
export const sayLeaveDays = ({ from, until }: Pick<Leave, 'from' | 'until'>, today: IsoDate): string =>
  from === until ? sayDate(from, today) : `${sayDate(from, today)}—${sayDate(until, today)}`;

/** `5月20日 周三—6月1日 周一(代:王五)`. */
export const sayLeave = (leave: Leave, today: IsoDate): string => `${sayLeaveDays(leave, today)}(代:${leave.deputy})`;
