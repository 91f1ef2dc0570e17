import { sayTarget } from '../cards/say-quantity.ts';
import type { TargetDraft, TargetOp } from '../plan/plan-draft.ts';
import { readQuantities } from '../plan/read-quantities.ts';

/** 量化目标: a target a line, `会员 新增≥500人`. */
export const targetsWords = (targets: readonly TargetDraft[]): string => targets.map(sayTarget).join('\n');

/** `会员 新增≥500人` as it is handed out, whatever was changed in it; the space behind the name tells it from a sentence. */
const LINE =
  /^(?:(?<name>.{1,60}?) )??(?<kind>新增|累计)? ?(?<op>≥|>=|约|=)? ?(?<value>\d{1,15}(?:\.\d{1,6})?) ?(?<scale>[万亿])?(?<unit>[^\d\s]{0,12})$/u;

const OPS: Record<string, TargetOp> = { '≥': '>=', '>=': '>=', 约: 'approx', '=': '=' };
const SCALES: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

const kindOf = (said: string | undefined, unit: string): TargetDraft['kind'] => {
  if (said !== undefined) return said === '新增' ? 'increase' : 'level';
  return unit === '%' ? 'level' : null;
};

const readLine = (line: string): TargetDraft[] => {
  const found = LINE.exec(line.normalize('NFKC').trim())?.groups;
  if (!found) return readQuantities(line);
  const { name = '', kind, op, value = '', scale, unit = '' } = found;
  const number = Math.round(Number(value) * (SCALES[scale ?? ''] ?? 1) * 1e6) / 1e6;
  return [{ name, value: number, unit, op: OPS[op ?? ''] ?? '=', kind: kindOf(kind, unit) }];
};

/** The targets an edited cell states; undefined when a line of it states none. */
export const readTargetsCell = (cell: string): TargetDraft[] | undefined => {
  const lines = cell.split(/[\n;\uff1b]/u).filter((line) => line.trim() !== '');
  const read = lines.map(readLine);
  return read.some((targets) => targets.length === 0) ? undefined : read.flat();
};
