import { type IsoDate, sayDate } from '../calendar/date.ts';
import { sayPeriod } from '../calendar/period.ts';
import type { Change, Edit } from '../workspace/change.ts';
import type { StatedField } from '../workspace/importing/stated.ts';
import { cumulative } from '../workspace/reporting.ts';
import type { Closing, Extension, Progress, Report, Task } from '../workspace/task.ts';
import { FIELD_NAMES, sayFieldChange } from './say-field.ts';
import { sayNumber } from './say-quantity.ts';
import { sayPeriodShort } from './say-schedule.ts';

/** What an element of one of a task's lists is called when it is put in; the words when it is taken out. */
interface Wording {
  added(element: unknown, task: Task, today: IsoDate): string;
  removed(element: unknown): string;
  /** When it is replaced; only what can be has it. */
  changed?(before: unknown, after: unknown): string;
}

/** A progress line with its percentage, unless the words say it already. */
export const sayProgress = ({ text, percent }: Pick<Progress, 'text' | 'percent'>): string =>
  percent === undefined || text.includes(`${percent}%`) ? text : `${text} ${percent}%`.trim();

/** `5月31日 周日 → 6月30日 周二(逾期申请):场地装修`, with the period in front where it was one period's. */
export const sayMove = ({ period, from, to, reason, late }: Extension, today: IsoDate): string =>
  `${period === null ? '' : `${sayPeriodShort(period, today)} `}${from === null ? '' : `${sayDate(from, today)} → `}${sayDate(to, today)}${late ? '(逾期申请)' : ''}${reason === '' ? '' : `:${reason}`}`;

/** `+3家`, `累计45家`: the figure as it was given. */
const sayFigure = ({ value, mode }: Report, unit: string): string =>
  mode === 'add' ? `+${sayNumber(value)}${unit}` : `累计${sayNumber(value)}${unit}`;

const isSameReport = (a: Report, b: Report): boolean =>
  a.at === b.at && a.target === b.target && a.value === b.value && a.mode === b.mode && a.by === b.by;

/** `上报 会员 +5人(0 → 5人)`, `更正 会员 累计3人(5 → 3人)`; without what it came to when it was taken back since. */
export const sayReport = (report: Report, task: Task): string => {
  const { target, corrects } = report;
  const found = task.targets.find((each) => each.id === target);
  const [name, unit] = [found?.name ?? '', found?.unit ?? ''];
  const place = task.reports.findIndex((each) => isSameReport(each, report));
  const [before, after] = [place, place + 1].map((end) =>
    cumulative({ ...task, reports: task.reports.slice(0, end) }, target),
  );
  const what = [corrects ? '更正' : '上报', name, sayFigure(report, unit)].filter((part) => part !== '').join(' ');
  return place < 0 ? what : `${what}(${sayNumber(before ?? 0)} → ${sayNumber(after ?? 0)}${unit})`;
};

const sayTurn = ({ period }: Closing): string => (period === null ? '' : ` ${sayPeriod(period)}`);

const sayClosing = (closing: Closing): string => `办结${sayTurn(closing)}${closing.late ? '(逾期)' : ''}`;

/** The casts are safe: an edit of a list holds what the domain itself put into that list. */
const WORDINGS: Record<string, Wording> = {
  closings: {
    added: (element) => sayClosing(element as Closing),
    removed: (element) => `重开${sayTurn(element as Closing)}`,
    changed: (_before, after) => `销号${sayTurn(after as Closing)}`,
  },
  progress: { added: (element) => `进展:${sayProgress(element as Progress)}`, removed: () => '删去进展一条' },
  reports: { added: (element, task) => sayReport(element as Report, task), removed: () => '删去上报一条' },
  extensions: {
    added: (element, _task, today) => `延期 ${sayMove(element as Extension, today)}`,
    removed: () => '删去延期一次',
  },
};

const listOf = (field: string): string => field.replace(/\[\d+\]$/, '');

const isStated = (field: string): field is StatedField => Object.hasOwn(FIELD_NAMES, field);

/** 取消 and what brings a task back. */
const sayCancelling = (after: unknown): string => {
  const reason = (after as Task['cancelled'])?.reason;
  return after === null ? '恢复' : `取消${reason ? `:${reason}` : ''}`;
};

const sayEdit = ({ field, before, after }: Edit, verb: Change['verb'], task: Task, today: IsoDate): string => {
  if (field === null) return verb === 'import' ? '导入' : '新增';
  if (field === 'year') return `结转 ${before}年 → ${after}年`;
  // They go with the year.
  if (field === 'plan' || listOf(field) === 'carriedFrom') return '';
  if (field === 'cancelled') return sayCancelling(after);
  if (isStated(field)) return sayFieldChange(field, before, after, today);
  const wording = WORDINGS[listOf(field)];
  if (wording === undefined) return '修改';
  if (before === null && after !== null) return wording.added(after, task, today);
  if (before !== null && after !== null && wording.changed) return wording.changed(before, after);
  // A closing that is taken out by 重开 is the deed itself; anything else goes only when a change is undone.
  return wording.removed(before);
};

/**
 * What a change did to one task: `延期 5月31日 周日 → 6月30日 周二:场地装修`. An undoing says what it took back.
 * @param today the day it is told on: other years' dates carry their year
 */
export const sayChange = (change: Change, task: Task, today: IsoDate): string => {
  const edits = change.edits.filter(({ on }) => on.kind === 'task' && on.number === task.number);
  const said = edits.map((edit) => sayEdit(edit, change.verb, task, today));
  const unique = [...new Set(said)].filter((part) => part !== '');
  if (change.verb === 'undo') return change.summary;
  return unique.length === 0 ? change.summary : unique.join(';');
};
