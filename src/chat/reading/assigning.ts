import type { Context, Said, Wording } from '../command.ts';
import { ASSIGN_WORDS, beginsWithCommand } from '../deed-words.ts';
import { readAmendment } from './amending.ts';
import { withoutAsking } from './asking-tail.ts';
import { type AssigneesSaid, readAssignees } from './assignees.ts';
import { readDeed } from './deed.ts';
import { isRole, type Role } from './fields.ts';
import { readName } from './names.ts';
import { onlyNumbers, readNumbers } from './numbers.ts';
import { cutWords, longestFirst, placesOf, skipSeparators, skipWords, wordAt } from './scan.ts';
import { type TasksSaid, tasksByWords, titlesOf } from './tasks.ts';

/** An assignment as said: which tasks, to whom. */
export interface AssignmentSaid {
  tasks: TasksSaid;
  to: AssigneesSaid;
  /** No word of giving was said: 12责任人李芳. */
  doubtful: boolean;
  wording: Wording;
}

type Found = Pick<AssignmentSaid, 'tasks' | 'to'> & { from: number; doubtful?: boolean };

/** 交办事项, 交办的: things that were given, not a giving. */
const NO_DEED = /^ ?(?:的|事项|任务(?!\d)|工作|事宜|件|情况|单|清单|记录|了?什么|哪)/;
/** Between a task and 由: 12改由, 12这项由. */
const BETWEEN = longestFirst('改 转 交 派 归 给 指定 让 现 以后 今后 的 任务 工作 这项 该项 统一 直接').concat([
  ' ',
  ',',
  ':',
]);
const MOST_PLACES = 4;

/** The message without what only asks at its end; the names are read from this. */
const stated = (said: Said): Said => ({ ...said, text: withoutAsking(said.text) });

const namesAny = ({ names, nameless }: AssigneesSaid): boolean => nameless || Object.keys(names).length > 0;

/** Names with nothing but themselves and a verb: 由李四负责. */
const isWhole = (to: AssigneesSaid): boolean => namesAny(to) && to.hasVerb && to.rest === '';

/** 交办 12 李四 · 把12、13交给办公室 · 职代会交给@李四 */
const byWord = (said: Said, context: Context): Found | undefined => {
  const begins = (rest: string) => readName(rest.replace(/^(?:给|到|由) ?/, ''), said, context.workspace) !== undefined;
  const words = { words: ASSIGN_WORDS, mayFollow: /^/, endsBefore: begins };
  const deed = readDeed(said, context, words);
  if (!deed) return undefined;
  const word = said.text.startsWith(deed.word) ? deed.word : '';
  if (NO_DEED.test(word === '' ? deed.rest : said.text.slice(word.length))) return undefined;
  const to = readAssignees(said, deed.from, context);
  return {
    tasks: deed.tasks,
    to: deed.glued && word !== '' ? { ...to, rest: to.rest || deed.rest } : to,
    from: deed.from,
  };
};

/** 交给李四 12 · 交办办公室:12、13 */
const namesFirst = (said: Said, context: Context): Found | undefined => {
  const { text } = said;
  const word = wordAt(text, 0, ASSIGN_WORDS);
  if (word === undefined) return undefined;
  const from = skipSeparators(text, word.length);
  const start = /^给/.test(text.slice(from)) ? from + 1 : from;
  if (!readName(text.slice(skipSeparators(text, start)), said, context.workspace)) return undefined;
  const to = readAssignees(said, start, context);
  const place = skipSeparators(text, to.end);
  const numbers = readNumbers(text.slice(place));
  if (!namesAny(to) || to.unknown.length > 0 || place >= text.length) return undefined;
  if (numbers) {
    const rest = text.slice(place + numbers.length);
    return { tasks: { kind: 'numbers', numbers: numbers.numbers }, to: { ...to, rest: rest.trim() }, from };
  }
  const tasks = tasksByWords(text.slice(place), said, context);
  return tasks.kind === 'numbers' ? { tasks, to: { ...to, rest: '' }, from } : undefined;
};

/** 12由李四负责 · 12李四负责 · 职代会由办公室牵头,组织部配合 */
const byWhom = (said: Said, context: Context): Found | undefined => {
  const { text } = said;
  const start = /^[把将]/.test(text) ? skipSeparators(text, 1) : 0;
  const numbers = readNumbers(text.slice(start));
  if (numbers) {
    const place = skipWords(text, start + numbers.length, BETWEEN);
    const to = readAssignees(said, place, context);
    // 12转办公室, 12交李芳: the word in front is the verb.
    const isGiven = /[转交派归给]$/.test(text.slice(0, place)) && namesAny(to) && to.unknown.length === 0 && !to.rest;
    const isSaid = text.startsWith('由', place) || (to.unknown.length === 0 && !to.nameless);
    return isGiven || (isWhole(to) && isSaid)
      ? { tasks: { kind: 'numbers', numbers: numbers.numbers }, to, from: place }
      : undefined;
  }
  if (beginsWithCommand(text)) return undefined;
  for (const place of placesOf(text, ['由'], start + 1).slice(0, MOST_PLACES)) {
    const to = readAssignees(said, place, context);
    if (!isWhole(to)) continue;
    const front = cutWords(text.slice(start, place), BETWEEN);
    const tasks = tasksByWords(front, said, context);
    if (tasks.kind === 'numbers' || tasks.kind === 'choice') return { tasks, to, from: place };
  }
  return undefined;
};

/** 由李四负责12 · 李四负责 12、13: known names, and numbers to the end. */
const whoseTasks = (said: Said, context: Context): Found | undefined => {
  const { text } = said;
  const to = /^(?:由|@|\p{Script=Han})/u.test(text) ? readAssignees(said, 0, context) : undefined;
  if (!to?.hasVerb || !namesAny(to) || (to.unknown.length > 0 && !text.startsWith('由'))) return undefined;
  const place = skipWords(text, to.end, ['的是', '任务', ' ', ':']);
  const numbers = onlyNumbers(text.slice(place));
  return numbers && { tasks: { kind: 'numbers', numbers }, to: { ...to, rest: '' }, from: to.end };
};

/** 12的责任人改为李四 */
const byField = (said: Said, context: Context): Found | undefined => {
  const amendment = readAmendment(said, context);
  if (!amendment || amendment.byWord || !isRole(amendment.field)) return undefined;
  const { tasks, field, from, doubtful } = amendment;
  const to = readAssignees(said, from, context, field);
  return { tasks, to, from, doubtful };
};

/** 交办 in whichever order; undefined when the message is none. */
export const readAssignment = (message: Said, context: Context): AssignmentSaid | undefined => {
  const said = stated(message);
  const found =
    namesFirst(said, context) ??
    byWord(said, context) ??
    byWhom(said, context) ??
    whoseTasks(said, context) ??
    byField(said, context);
  if (!found) return undefined;
  const { tasks, to, from, doubtful = false } = found;
  return {
    tasks,
    to,
    doubtful,
    wording: {
      frame: message.text.slice(0, from),
      titles: titlesOf(tasks, context),
      remark: message.text.slice(from),
    },
  };
};

const NOBODY = /^(?:无|没有|空|清空)$/;

/** The names behind 修改 12 责任人, as an assignment; 无 empties the role. */
export const asAssignment = (
  said: Said,
  tasks: TasksSaid,
  from: number,
  role: Role,
  context: Context,
): AssignmentSaid => {
  const to = readAssignees(stated(said), from, context, role);
  const isEmptied = NOBODY.test(said.text.slice(from).trim());
  return {
    tasks,
    doubtful: false,
    to: isEmptied ? { ...to, names: { [role]: [] }, rest: '' } : to,
    wording: { frame: '', titles: [], remark: '' },
  };
};
