import { readable } from '../../workspace/plain-data.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { CANCEL_WORDS, CLOSE_WORDS, DELETE_WORDS, EXTEND_WORDS, NOT_DONE_WORDS, RESTORE_WORDS } from '../deed-words.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { type Deed, readDeed } from './deed.ts';
import { isSeparator, skipSeparators, wordAt } from './scan.ts';
import { namesTask, type TasksSaid } from './tasks.ts';

/**
 * A cancelling or restoring as said. `instead`: what is taken back is not the task but its closing (取消 12 的办结) or its
 * extension.
 */
export interface CancellingSaid {
  tasks: TasksSaid;
  reason: string;
  instead: 'closing' | 'extension' | null;
  /** The words behind run on: 取消12的场地. */
  glued: boolean;
  /** The message may say something else: 12不办了, 取消12的场地, 12取消,改为线上. */
  doubtful: boolean;
  wording: Wording;
}

/** 取消报名, 取消提醒, 取消的: something else is taken away, or asked for. */
const NO_DEED =
  /^ ?(?:的(?![一-龥]{2})|导入|撤销|上报|进展|提醒|周报|月报|季报|设置|绑定|请假|交办|移交|订阅|通知|报名|关注|资格|理由|原因|情况|了?哪|什么)/;
const LEAD = /^(?:原因是|原因为|原因|理由是|理由|因为|由于|因|:| |,)+/;
/** 改为线上, 推迟到6月: it is still held. 13保留: another is not cancelled. 3场: a part of it. */
const GOES_ON =
  /^(?:改|换|推迟|延|顺延|调整|移到|并到|后面|以后|下次|再定|另|\d{1,6} ?[^\d ,、。;]{0,3}$)|保留|除外|不取消|照常|继续/;
/** 取消12因经费未批 needs no space. */
const SAYS_WHY = /^(?:原因|理由|因|由于)/;

const ITS = /^ ?的?/;
const startsWithAny = (text: string, words: readonly string[]): boolean => wordAt(text, 0, words) !== undefined;

const insteadOf = (rest: string): CancellingSaid['instead'] => {
  const thing = rest.slice(ITS.exec(rest)?.[0].length ?? 0);
  if (startsWithAny(thing, ['销号', ...CLOSE_WORDS])) return 'closing';
  return startsWithAny(thing, EXTEND_WORDS) ? 'extension' : null;
};

/** 取消延期 12, 取消 12 的延期: with the number wherever it stands. */
const withThingFirst = (said: Said, context: Context): CancellingSaid | undefined => {
  const { text } = said;
  const word = wordAt(text, 0, CANCEL_WORDS);
  if (word === undefined) return undefined;
  const thing = wordAt(text, skipSeparators(text, word.length), EXTEND_WORDS);
  const deed = thing && readDeed({ ...said, text: text.slice(word.length).trimStart() }, context, { words: [thing] });
  return deed
    ? {
        tasks: deed.tasks,
        reason: '',
        instead: 'extension',
        glued: true,
        doubtful: true,
        wording: { ...deed.wording, own: word },
      }
    : undefined;
};

const reasonOf = (deed: Deed, said: Said): string => {
  const at = deed.from + (LEAD.exec(deed.rest)?.[0].length ?? 0);
  return at < said.text.length ? rawFrom(said, at) : '';
};

/** Cancelled tasks by words of their titles; other commands look for them last. */
const cancelledByWords = (words: string, { workspace }: Context): TasksSaid | undefined => {
  const found = readable(workspace.tasks).filter(
    (task) =>
      task.cancelled !== null && words.length > 1 && namesTask(words, { ...task, title: plainWords(task.title) }),
  );
  const numbers = found.map(({ number }) => number);
  if (numbers.length === 0) return undefined;
  return numbers.length === 1 ? { kind: 'numbers', numbers } : { kind: 'choice', words, candidates: numbers };
};

/** 取消 12 因经费未批 · 12取消 · 把12、13作废 · 12不办了; undefined when the message is none. */
export const readCancelling = (said: Said, context: Context): CancellingSaid | undefined => {
  const first = withThingFirst(said, context);
  if (first) return first;
  const words = [...CANCEL_WORDS, ...NOT_DONE_WORDS, ...DELETE_WORDS].sort((a, b) => b.length - a.length);
  const deed = readDeed(said, context, { words, inFront: [...CANCEL_WORDS, ...DELETE_WORDS] });
  if (!deed) return undefined;
  const { word, rest, wording } = deed;
  const tasks = (deed.tasks.kind === 'choice' ? cancelledByWords(deed.tasks.words, context) : undefined) ?? deed.tasks;
  // 取消12,13保留: the words run on from the last number.
  const runsOn = rest !== '' && !isSeparator(said.text, deed.from - 1) && !SAYS_WHY.test(rest);
  const glued = deed.glued || runsOn;
  const isInFront = said.text.startsWith(word);
  const after = isInFront ? said.text.slice(word.length) : rest;
  if (NO_DEED.test(after) || (tasks.kind === 'set' && after.trimStart().startsWith('的'))) return undefined;
  const isTelling = NOT_DONE_WORDS.includes(word) || DELETE_WORDS.includes(word);
  // 12不开会, 12不做调整: the words run on.
  if (isTelling && glued) return undefined;
  const instead = insteadOf(rest);
  return {
    tasks,
    reason: reasonOf(deed, said),
    instead,
    glued,
    doubtful: glued || isTelling || instead !== null || GOES_ON.test(rest),
    wording: { ...wording, own: word },
  };
};

const isCancelled = (number: number, { workspace }: Context): boolean =>
  (taskOf(workspace, number)?.cancelled ?? null) !== null;

/** 恢复 12 · 12恢复 · 恢复 春游; a title has to be a cancelled task's. undefined when the message is none. */
export const readRestoring = (said: Said, context: Context): CancellingSaid | undefined => {
  const deed = readDeed(said, context, { words: RESTORE_WORDS });
  if (!deed) return undefined;
  const { text } = said;
  const { word, rest, remark } = deed;
  const isNumbered =
    /^ ?(?:[#第\d【([]|[一二三四五六七八九十]+(?:$|[ 、,号]))/.test(text.slice(word.length)) ||
    /^[把将]?[#第\d]/.test(text);
  const around = text.startsWith(word)
    ? text.slice(skipSeparators(text, word.length))
    : text.slice(0, text.indexOf(word));
  const byWords = isNumbered ? undefined : cancelledByWords(around, context);
  const tasks = byWords ?? deed.tasks;
  if (!isNumbered && !byWords && !(tasks.kind === 'missing' && text === word)) return undefined;
  const isOther =
    tasks.kind === 'numbers' && deed.glued && !tasks.numbers.every((number) => isCancelled(number, context));
  // 12恢复正常: it is no task that comes back.
  if (isOther) return undefined;
  return {
    tasks,
    reason: byWords ? '' : remark,
    instead: null,
    glued: deed.glued,
    doubtful: (deed.glued && rest !== '') || (tasks.kind === 'numbers' && rest !== '' && !byWords),
    wording: deed.wording,
  };
};
