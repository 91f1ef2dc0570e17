import { type IsoDate, sayDate, yearOf } from '../../calendar/date.ts';
import { sayPeriod } from '../../calendar/period.ts';
import type { Deed } from '../../workspace/importing/ledger/ledger-draft.ts';
import { sayProgress } from '../say-change.ts';
import { shorten } from '../shorten.ts';

const LINE_LIMIT = 60;

/** `进展 “场地已定 60%”`, `办结 4月(5月8日 周五)`, `延期 5月31日 周日 → 6月30日 周二`. */
export const sayDeed = (deed: Deed, today: IsoDate): string => {
  switch (deed.kind) {
    case 'progress': {
      const line = { text: deed.text, ...(deed.percent === null ? {} : { percent: deed.percent }) };
      return `进展 “${shorten(sayProgress(line), LINE_LIMIT)}”`;
    }
    case 'close':
      return `办结 ${deed.period === null ? '' : sayPeriod(deed.period, yearOf(today))}(${sayDate(deed.on, today)})`;
    case 'extend':
      return `延期 ${sayDate(deed.from, today)} → ${sayDate(deed.to, today)}`;
  }
};
