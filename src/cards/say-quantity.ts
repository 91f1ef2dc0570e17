import type { TargetDraft, TargetKind, TargetOp } from '../plan/plan-draft.ts';
import type { TargetState } from '../workspace/target-state.ts';
import { FREQ_NAMES } from './say-schedule.ts';
import { shorten } from './shorten.ts';

const OP_SIGNS: Record<TargetOp, string> = { '>=': '≥', '=': '', approx: '约' };
const KIND_NAMES: Record<Exclude<TargetKind, null>, string> = { increase: '新增', level: '累计' };

/** A figure as a person writes it: no digit grouping, at most two decimals, no trailing zeros. */
export const sayNumber = (value: number): string => String(Math.round(value * 100) / 100);

/** 新增 or 累计; nothing where the plan does not tell, and for a rate, which does not add up. */
const kindName = ({ kind, unit }: Pick<TargetDraft, 'kind' | 'unit'>): string =>
  kind === null || (kind === 'level' && unit === '%') ? '' : KIND_NAMES[kind];

/** `新增500人`, `≥95%`, `约5家`. */
export const sayQuantity = ({ op, value, unit, kind }: Pick<TargetDraft, 'op' | 'value' | 'unit' | 'kind'>): string =>
  `${kindName({ kind, unit })}${OP_SIGNS[op]}${sayNumber(value)}${unit}`;

/** `会员 新增500人`; the quantity alone when the target has no name. */
export const sayTarget = (target: Pick<TargetDraft, 'name' | 'op' | 'value' | 'unit' | 'kind'>): string =>
  target.name === '' ? sayQuantity(target) : `${target.name} ${sayQuantity(target)}`;

/** A share from 0 to 1, which may pass 1, in whole percent: `48%`. What is not reached never reads 100%, what has begun never 0%. */
export const sayShare = (share: number): string => {
  const percent = Math.round(share * 100);
  if (share > 0 && percent === 0) return '不到1%';
  return `${share < 1 ? Math.min(99, percent) : percent}%`;
};

const NAME_LIMIT = 20;

/** A target's name for a bar: `会员(新增)`, `签订率`; 指标 when the plan gives it none. */
export const sayTargetName = ({ name, kind, unit }: Pick<TargetDraft, 'name' | 'kind' | 'unit'>): string => {
  const counted = kindName({ kind, unit });
  return `${name === '' ? '指标' : shorten(name, NAME_LIMIT)}${counted === '' ? '' : `(${counted})`}`;
};

/** `超额100人`; empty while the goal is not passed. */
export const sayExcess = (figure: number, goal: number, unit: string): string =>
  figure > goal ? `超额${sayNumber(figure - goal)}${unit}` : '';

/** `每周2篇×52期` where a target is stated per period; else empty. */
const sayEach = ({ target, goal }: Pick<TargetState, 'target' | 'goal'>): string =>
  goal.each === null
    ? ''
    : `(${FREQ_NAMES[goal.each.freq]}${sayNumber(target.value)}${target.unit}×${goal.each.periods}期)`;

/**
 * How far a target is: `23/500人 · 5%`, `600/500人 · 120% · 超额100人`, `0/约5家 · 未上报`, `6/104篇(每周2篇×52期) · 6%`; a rate is
 * no share of another: `实达88%,目标≥85%`.
 */
export const sayReached = ({
  target,
  goal,
  cumulative,
  share,
  reported,
}: Pick<TargetState, 'target' | 'goal' | 'cumulative' | 'share' | 'reported'>): string => {
  if (target.unit === '%') {
    const aim = `目标${sayQuantity({ ...target, kind: null })}`;
    return reported ? `实达${sayNumber(cumulative)}%,${aim}` : `${aim} · 未上报`;
  }
  const about = target.op === 'approx' ? '约' : '';
  const whole = `${sayNumber(cumulative)}/${about}${sayNumber(goal.value)}${target.unit}${sayEach({ target, goal })}`;
  const excess = sayExcess(cumulative, goal.value, target.unit);
  return [whole, reported ? sayShare(share) : '未上报', excess].filter((part) => part !== '').join(' · ');
};
