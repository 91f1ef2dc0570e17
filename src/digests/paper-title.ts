import { nextPeriod, type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { GROUPING_NAMES, type Grouping } from '../cards/grouping.ts';
import { paperName } from '../cards/paper.ts';
import { DIGEST_NAMES, type Digest, type DigestKind } from './digest.ts';

/** Where the name of the organisation ends in the title of its plan. */
const BEHIND_ORGANISATION = /(?:19|20)\d{2} ?年|二[〇○零]|年度|工作(?:计划|要点|安排|方案)|重点工作/u;

/** `临江区总工会` of 临江区总工会2026年工作计划; empty when the title begins otherwise. */
export const organisationOf = (planTitle: string): string => {
  const first = planTitle.split('、')[0] ?? '';
  const at = first.search(BEHIND_ORGANISATION);
  return at <= 0 ? '' : first.slice(0, at).trim();
};

/** `4月份`, `二季度`, `上半年` behind the year `told`; with a year of its own when that is another: `2027年1月份`, `2027年`. */
const sayPeriodOf = (kind: DigestKind, period: PeriodKey, told: number): string => {
  const said = sayPeriod(period, told).replace(/\(.*\)$/u, '');
  if (kind === 'monthly') return `${said}份`;
  return kind === 'yearly' ? said.replace(`${told}年`, '') : said;
};

/** What the paper is called behind the organisation and the year. A summary without a plan behind it is called just that. */
const sayPaper = ({ kind, period, chapters }: Digest): string => {
  const year = Number(period.slice(0, 4));
  const said = sayPeriodOf(kind, period, year);
  if (kind === 'weekly') return `${said}工作${DIGEST_NAMES.weekly}`;
  const plan = chapters.length > 1 ? `及${sayPeriodOf(kind, nextPeriod(period), year)}工作安排` : '';
  return `${said}工作总结${plan}`;
};

/** `临江区总工会2026年4月份工作总结及5月份工作安排`: the heading of the paper, and the name of its file. */
export const paperTitle = (digest: Digest): string =>
  `${organisationOf(digest.plan)}${digest.period.slice(0, 4)}年${sayPaper(digest)}`;

/** The file of the paper, with {@link paperTitle} as its name, and what it was ordered by on request. */
export const paperFile = (digest: Digest, by: Grouping | null = null): string =>
  paperName(`${paperTitle(digest)}${by === null ? '' : `（${GROUPING_NAMES[by]}）`}`, 'docx');

/** The command that prints this digest, whenever it is said: `月报 2026年4月`, `季报 2026年二季度 按单位`. */
export const sayDigestCommand = (
  { kind, period }: Pick<Digest, 'kind' | 'period'>,
  by: Grouping | null = null,
): string =>
  [DIGEST_NAMES[kind], sayPeriod(period, 0).replace(/\(.*\)$/u, ''), by === null ? '' : GROUPING_NAMES[by]]
    .filter((word) => word !== '')
    .join(' ');
