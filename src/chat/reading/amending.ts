import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { beginsWithCommand, EDIT_WORDS } from '../deed-words.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { withoutAsking } from './asking-tail.ts';
import { readAssignees } from './assignees.ts';
import { CHANGE_TO, changeBehind, FIELD_WORDS, type FieldSaid, fieldAt, isRole, valueFrom } from './fields.ts';
import { readNumbers } from './numbers.ts';
import { cutWords, placesOf, skipSeparators, wordAt } from './scan.ts';
import { readStatedTime } from './stated-time.ts';
import { type TasksSaid, tasksByWords, titlesOf } from './tasks.ts';
import { titleAtFront } from './title-words.ts';

/** A change of a field as said. */
export interface AmendmentSaid {
  tasks: TasksSaid;
  /** Null when none was named: 修改 12. */
  field: FieldSaid | null;
  /** The new value as matched, empty when there is none; where it begins in the message. */
  value: string;
  from: number;
  /** As typed, for a title or a text. */
  typed: string;
  /** Behind a new 时限: 因场地装修. */
  reason: string;
  /** A word of editing was said: 修改 12 责任人 李四, not 12的责任人改为李四. */
  byWord: boolean;
  /** No word of changing, or no field was said: 12时限6月底, 修改 12 6月底. */
  doubtful: boolean;
  confirmed: boolean;
  said: Said;
  wording: Wording;
}

/** The task and the field, before the value is read. */
interface Place {
  tasks: TasksSaid;
  field: FieldSaid | null;
  from: number;
  byWord: boolean;
  doubtful?: boolean;
}

/** 修改了, 修改稿, 修改完成, 调整好: told of, or part of a thing's name. */
const NO_DEED = /^(?:了|过|完|好|的|后|前|中|稿|版|意见|建议|记录|情况|历史|密码|设置|周报|月报|提醒|通知|办法|方案$)/;
const CONFIRMED = / 确认$/;
const REASON = /[ ,;。](?:因为|由于|原因是?|理由是?|因)[: ]?/;
/** 把12改名为… */
const RENAMED = /^(?:改名|更名|重命名)(?:为|成|叫)/;
/** Each place of a field's word is tried as the end of a title. */
const MOST_PLACES = 6;
const OF_ITS = ['的', ' ', ',', ':'];
const OF = ['的', '任务', '工作', '事项', '项目', ' ', ',', ':', '、'];

/** 改 alone begins many a word: only in front of a number or a field. */
const editWordAt = (text: string): string | undefined =>
  wordAt(text, 0, EDIT_WORDS) ?? (/^改 ?(?:[#第\d把]|时限|标题|责任|配合|指标)/.test(text) ? '改' : undefined);

/** The field named behind a task, past 的 and the like. */
const fieldBehind = (text: string, at: number): ReturnType<typeof fieldAt> => {
  for (let place = at; ; ) {
    const found = fieldAt(text, place);
    const skipped = found ? undefined : wordAt(text, place, OF);
    if (found || skipped === undefined) return found;
    place += skipped.length;
  }
};

const isSure = ({ kind }: TasksSaid): boolean => kind === 'numbers' || kind === 'choice';

/** 职代会的时限: a title with a field behind it; the first place where the words name a task. */
const titleWithField = (
  said: Said,
  context: Context,
  start: number,
  follows: (end: number) => boolean,
): { tasks: TasksSaid; field: FieldSaid; end: number } | undefined => {
  const { text } = said;
  let asked: { tasks: TasksSaid; field: FieldSaid; end: number } | undefined;
  for (const place of placesOf(text, FIELD_WORDS, start + 1).slice(0, MOST_PLACES)) {
    const found = fieldAt(text, place);
    if (!found || !follows(found.end)) continue;
    const front = cutWords(text.slice(start, place), OF_ITS);
    const tasks = tasksByWords(front, said, context);
    if (tasks.kind === 'numbers') return { tasks, ...found };
    if (tasks.kind === 'choice') asked ??= { tasks, ...found };
  }
  return asked;
};

/** 修改时限 12 6月底 */
const fieldFirst = (said: Said, context: Context, at: number): Place | undefined => {
  const { text } = said;
  const found = fieldAt(text, at);
  if (!found) return undefined;
  const start = skipSeparators(text, found.end);
  const numbers = readNumbers(text.slice(start));
  const { field } = found;
  if (numbers) {
    const end = start + numbers.length;
    return {
      tasks: { kind: 'numbers', numbers: numbers.numbers },
      field,
      from: valueFrom(text, end, field),
      byWord: true,
    };
  }
  const { tasks, end } = titleAtFront(text.slice(start), said, context);
  if (start < text.length && !isSure(tasks)) return undefined;
  return { tasks, field, from: valueFrom(text, Math.min(text.length, start + end), field), byWord: true };
};

/** 修改 12 标题 … · 修改 职代会 时限 6月底 · 修改时限 12 6月底 */
const byEditWord = (said: Said, context: Context): Place | undefined => {
  const { text } = said;
  const word = editWordAt(text);
  if (word === undefined) return undefined;
  const begins = skipSeparators(text, word.length);
  if (NO_DEED.test(text.slice(begins))) return undefined;
  const at = /^[把将]/.test(text.slice(begins)) ? begins + 1 : begins;
  const numbers = readNumbers(text.slice(at));
  if (numbers) {
    const end = at + numbers.length;
    const tasks = { kind: 'numbers', numbers: numbers.numbers } as const;
    const found = fieldBehind(text, end);
    const [field, from] = found
      ? [found.field, valueFrom(text, found.end, found.field)]
      : [null, valueFrom(text, end, 'schedule')];
    return { tasks, field, from, byWord: true };
  }
  if (at >= text.length) return { tasks: { kind: 'missing' }, field: null, from: text.length, byWord: true };
  const titled = titleWithField(said, context, at, () => true);
  if (titled?.tasks.kind === 'numbers')
    return { tasks: titled.tasks, field: titled.field, from: valueFrom(text, titled.end, titled.field), byWord: true };
  const first = fieldFirst(said, context, at);
  if (first) return first;
  if (titled)
    return { tasks: titled.tasks, field: titled.field, from: valueFrom(text, titled.end, titled.field), byWord: true };
  const { tasks, end } = titleAtFront(text.slice(at), said, context);
  const [number] = tasks.kind === 'numbers' ? tasks.numbers : [];
  const title = number === undefined ? '' : (taskOf(context.workspace, number)?.title ?? '');
  // 修改完善规章制度 is a title itself.
  if (!isSure(tasks) || plainWords(title).startsWith(text)) return undefined;
  return { tasks, field: null, from: valueFrom(text, at + end, 'schedule'), byWord: true };
};

/** 把12的时限改成6月底 · 12改标题为… · 12改到6月底 · 12时限6月底 */
const byNumber = (said: Said, at: number): Place | undefined => {
  const { text } = said;
  const numbers = readNumbers(text.slice(at));
  if (!numbers) return undefined;
  const tasks = { kind: 'numbers', numbers: numbers.numbers } as const;
  const end = at + numbers.length;
  const found = fieldBehind(text, end);
  if (found) {
    const change = changeBehind(text, found.end);
    const from = change ? skipSeparators(text, change.end) : valueFrom(text, found.end, found.field);
    return { tasks, field: found.field, from, byWord: false, doubtful: !change };
  }
  const place = skipSeparators(text, end);
  const edits = wordAt(text, place, [...EDIT_WORDS, '改']);
  const behind = edits === undefined ? undefined : fieldAt(text, skipSeparators(text, place + edits.length));
  if (behind) return { tasks, field: behind.field, from: valueFrom(text, behind.end, behind.field), byWord: true };
  const named = RENAMED.exec(text.slice(place))?.[0].length ?? 0;
  if (named > 0) return { tasks, field: 'title', from: skipSeparators(text, place + named), byWord: true };
  const becomes = wordAt(text, place, CHANGE_TO);
  if (becomes === undefined) return undefined;
  return { tasks, field: null, from: skipSeparators(text, place + becomes.length), byWord: false, doubtful: true };
};

/** 职代会的时限改为6月底 */
const byTitle = (said: Said, context: Context, at: number): Place | undefined => {
  const { text } = said;
  if (beginsWithCommand(text)) return undefined;
  const titled = titleWithField(said, context, at, (end) => changeBehind(text, end) !== undefined);
  const change = titled && changeBehind(text, titled.end);
  return titled && change
    ? {
        tasks: titled.tasks,
        field: titled.field,
        from: skipSeparators(text, change.end),
        byWord: false,
        doubtful: false,
      }
    : undefined;
};

const yearOf = (tasks: TasksSaid, context: Context): number => {
  const [number] = tasks.kind === 'numbers' ? tasks.numbers : tasks.kind === 'choice' ? tasks.candidates : [];
  return (
    (number === undefined ? undefined : taskOf(context.workspace, number)?.year) ?? Number(context.today.slice(0, 4))
  );
};

/** The value fits the field beyond doubt: what is loosely said has to. */
const fits = ({ tasks, from }: Place, field: FieldSaid, value: string, said: Said, context: Context): boolean => {
  if (field === 'schedule') {
    const time = readStatedTime(value, yearOf(tasks, context), context);
    return time.ok || time.reason !== 'unreadable';
  }
  if (!isRole(field)) return false;
  const names = readAssignees({ ...said, text: said.text.slice(0, from) + value }, from, context, field);
  return Object.keys(names.names).length > 0 && names.rest === '';
};

const amendmentOf = (place: Place, said: Said, context: Context): AmendmentSaid | undefined => {
  const { text } = said;
  const isFree = place.field === 'title' || place.field === 'text';
  const behind = text.slice(place.from);
  const confirmed = !isFree && CONFIRMED.test(behind);
  const whole = withoutAsking(confirmed ? behind.replace(CONFIRMED, '') : behind);
  const because = place.field === null || place.field === 'schedule' ? REASON.exec(whole) : null;
  const value = because ? whole.slice(0, because.index) : whole;
  const asTime = place.field === null && value !== '' && fits(place, 'schedule', value, said, context);
  const field = asTime ? 'schedule' : place.field;
  const isLoose = place.doubtful === true || (place.tasks.kind === 'choice' && !place.byWord);
  if (isLoose && (field === null || value === '' || !fits(place, field, value, said, context))) return undefined;
  const end = field === 'title' ? place.from + value.length : undefined;
  return {
    ...{ tasks: place.tasks, field, from: place.from, byWord: place.byWord, confirmed, said },
    value: field === null ? '' : value,
    reason: because ? rawFrom(said, place.from + because.index + because[0].length) : '',
    typed: place.from < text.length ? rawFrom(said, place.from, end) : '',
    // 12内容改为线上 may tell of what is done, not of how the ledger words it.
    doubtful: (place.doubtful ?? false) || asTime || (field === 'text' && !place.byWord),
    wording: {
      frame: text.slice(0, place.from),
      titles: titlesOf(place.tasks, context),
      remark: behind,
      // 部分 is a field here and means no half of anything.
      ...(field === 'section' && { own: '部分' }),
    },
  };
};

/** 修改 in whichever order; undefined when the message is none. */
export const readAmendment = (said: Said, context: Context): AmendmentSaid | undefined => {
  const at = /^[把将给]/.test(said.text) ? skipSeparators(said.text, 1) : 0;
  const place = byEditWord(said, context) ?? byNumber(said, at) ?? byTitle(said, context, at);
  return place && amendmentOf(place, said, context);
};
