import { yearOf } from '../calendar/date.ts';
import { nextPeriod, type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import { paperName } from '../cards/paper.ts';
import { DIGEST_NAMES, type Digest } from './digest.ts';

/** Where the name of the organisation ends in the title of its plan. */
const BEHIND_ORGANISATION = /(?:19|20)\d{2} ?年|二[〇○零]|年度|工作(?:计划|要点|安排|方案)|重点工作/u;

/** `临江区总工会` of 临江区总工会2026年工作计划; empty when the title begins otherwise. */
export const organisationOf = (planTitle: string): string => {
  const first = planTitle.split('、')[0] ?? '';
  const at = first.search(BEHIND_ORGANISATION);
  return at <= 0 ? '' : first.slice(0, at).trim();
};

const sayMonthOf = (period: PeriodKey): string => `${Number(period.slice(5))}月份`;

/** What the paper is called behind the organisation and the year. */
const sayPaper = ({ kind, period }: Digest): string => {
  const year = Number(period.slice(0, 4));
  if (kind !== 'monthly') return `${sayPeriod(period, year).replace(/\(.*\)$/u, '')}工作${DIGEST_NAMES[kind]}`;
  const next = nextPeriod(period);
  const nextYear = yearOf(periodWindow(next).start);
  return `${sayMonthOf(period)}工作总结及${nextYear === year ? '' : `${nextYear}年`}${sayMonthOf(next)}工作安排`;
};

/** `临江区总工会2026年4月份工作总结及5月份工作安排`: the heading of the paper, and the name of its file. */
export const paperTitle = (digest: Digest): string =>
  `${organisationOf(digest.plan)}${digest.period.slice(0, 4)}年${sayPaper(digest)}`;

/** The file of the paper, with {@link paperTitle} as its name. */
export const paperFile = (digest: Digest): string => paperName(paperTitle(digest), 'docx');

/** The command that prints this digest, whenever it is said: `月报 2026年4月`. */
export const sayDigestCommand = ({ kind, period }: Pick<Digest, 'kind' | 'period'>): string =>
  `${DIGEST_NAMES[kind]} ${sayPeriod(period, 0).replace(/\(.*\)$/u, '')}`;
