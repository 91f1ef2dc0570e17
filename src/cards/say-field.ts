import type { IsoDate } from '../calendar/date.ts';
import type { Schedule, TargetDraft } from '../plan/plan-draft.ts';
import type { Difference, Kept } from '../workspace/importing/differences.ts';
import type { StatedField } from '../workspace/importing/stated.ts';
import { sayTarget } from './say-quantity.ts';
import { saySchedule } from './say-schedule.ts';
import { shorten } from './shorten.ts';

/** What people call a field of a task. */
export const FIELD_NAMES: Record<StatedField, string> = {
  title: '标题',
  text: '内容',
  section: '部分',
  schedule: '时限',
  leaders: '责任领导',
  units: '责任单位',
  supportingUnits: '配合单位',
  owners: '责任人',
  targets: '指标',
};

const TEXT_LIMIT = 60;
const NOTHING = '无';

/** A field's value in words; 无 for an empty one. The casts are safe: a field's value is what the domain put into that field. */
export const sayValue = (field: StatedField, value: unknown, today: IsoDate): string => {
  switch (field) {
    case 'title':
    case 'text':
      return `“${shorten(value as string, TEXT_LIMIT)}”`;
    case 'section':
      return (value as string[]).map((each) => shorten(each)).join(' › ') || NOTHING;
    case 'schedule':
      return saySchedule(value as Schedule, today);
    case 'targets':
      return (value as TargetDraft[]).map(sayTarget).join('、') || NOTHING;
    default:
      return (value as string[]).join('、') || NOTHING;
  }
};

/** `时限 5月31日 周日前 → 6月30日 周二前`. */
export const sayFieldChange = (field: StatedField, before: unknown, after: unknown, today: IsoDate): string =>
  `${FIELD_NAMES[field]} ${sayValue(field, before, today)} → ${sayValue(field, after, today)}`;

/** Why the group's value stays. */
export const WHY_KEPT: Record<Kept, string> = {
  edited: '群里已经改过',
  extended: '群里已经延期',
  closed: '已有期办结',
  reported: '已有上报',
  cancelled: '群里已经取消',
};

/** What an import does to one field, or why it leaves it: `时限 群里已经延期,保留5月31日前(计划改为6月30日前)`. */
export const sayDifference = (
  { field, before, after, kept }: Difference,
  today: IsoDate,
  from: '计划' | '台账' = '计划',
): string =>
  kept === null
    ? sayFieldChange(field, before, after, today)
    : `${FIELD_NAMES[field]} ${WHY_KEPT[kept]},保留${sayValue(field, before, today)}(${from}改为${sayValue(field, after, today)})`;
