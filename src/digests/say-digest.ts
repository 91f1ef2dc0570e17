import { sayInstant } from '../calendar/date.ts';
import { periodWindow } from '../calendar/period.ts';
import { sayNumber, sayShare } from '../cards/say-quantity.ts';
import type { Digest, DigestPart, DigestRow, DigestTarget } from './digest.ts';

/** `周报 第18周(4月27日—5月3日)`, with 补发 behind it when it was sent after its hour. */
export const sayTitle = ({ title, late }: Digest): string => (late ? `${title} · 补发` : title);

/** `数据截至 4月27日 09:00`, with the year in front when it is not that of the period. */
export const sayAsOf = ({ asOf, period }: Digest): string => `数据截至 ${sayInstant(asOf, periodWindow(period).start)}`;

/** How many things a part tells of. */
export const countOf = (part: DigestPart): number =>
  part.kind === 'tasks' ? part.rows.length : part.rows.length + part.unlisted;

/** `逾期 · 3项`; the bare count where the chapter's title says the rest. */
export const sayHeading = (part: DigestPart): string => {
  const count = countOf(part);
  return [part.heading, count > 0 ? `${count}项` : ''].filter((piece) => piece !== '').join(' · ');
};

/** Who answers for a task, by role, as a paper names them: `责任领导:王海;责任单位:办公室`. */
export const sayRoles = ({ leaders, units, owners }: DigestRow): string => {
  const roles: [string, string[]][] = [
    ['责任领导', leaders],
    ['责任单位', units],
    ['责任人', owners],
  ];
  return roles.flatMap(([role, names]) => (names.length > 0 ? [`${role}:${names.join('、')}`] : [])).join(';');
};

const RATE = '%';

const signed = (value: number): string => `${value > 0 ? '+' : ''}${sayNumber(value)}`;

/** `本月新增3人`, `本季度减少5人`; of a rate `本月上升2个百分点`. */
const sayAdded = (when: string, value: number, unit: string): string => {
  const size = sayNumber(Math.abs(value));
  if (unit === RATE) return value === 0 ? `${when}持平` : `${when}${value > 0 ? '上升' : '下降'}${size}个百分点`;
  return `${when}${value < 0 ? '减少' : '新增'}${size}${unit}`;
};

/** `上周+3`, `本月新增3人`; `本周首次上报` when there is nothing to measure the figure against. */
const sayChange = ({ label, value }: DigestTarget['changes'][number], unit: string): string => {
  const when = label.replace(/新增$/u, '');
  if (value === null) return `${when}首次上报`;
  return when === label ? `${label}${signed(value)}` : sayAdded(when, value, unit);
};

/** A rate is reached or not; a share of it would say nothing. */
const sayRate = ({ cumulative, value, goal }: DigestTarget): string => {
  const short = value - cumulative;
  return `实达${sayNumber(cumulative)}%,目标${goal},${short > 0 ? `差${sayNumber(short)}个百分点` : '已达到'}`;
};

/**
 * A target's figures: in a 周报 `上周+3 本周0 · 累计45/500人 · 完成年度任务9%`, in a 月报 `本月新增3人 · …`, of a rate
 * `实达88%,目标≥85%,已达到`; 未上报 while there is no report.
 */
export const sayFigures = (target: DigestTarget): string => {
  const { changes, cumulative, value, unit, goal, share, reported } = target;
  if (!reported) return `目标${goal} · 未上报`;
  const told = changes.map((change) => sayChange(change, unit)).join(' ');
  if (unit === RATE) return `${told} · ${sayRate(target)}`;
  const about = goal.startsWith('约') ? '约' : '';
  return `${told} · 累计${sayNumber(cumulative)}/${about}${sayNumber(value)}${unit} · 完成年度任务${sayShare(share)}`;
};

/** `#12 会员`; the task's title when the target has no name. */
export const sayTargetName = ({ number, name, title }: DigestTarget): string =>
  `#${number} ${name === '' ? title : name}`;
