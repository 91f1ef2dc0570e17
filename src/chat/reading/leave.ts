import type { Context, Said } from '../command.ts';
import { LEAVE_WORDS } from '../deed-words.ts';
import { type LeaveTime, NO_TIME, readLeaveTime } from './leave-time.ts';
import { isLikeAName, type Party, readPerson } from './person.ts';
import { longestFirst, wordAt } from './scan.ts';

/** 请假 as said; what was not said is null. `who` is the speaker when nobody was named. */
export interface LeaveSaid {
  who: Party;
  deputy: Party | null;
  time: LeaveTime;
}

/** Being away for work is a leave only when it is said until when and who acts. */
const AWAY_WORDS = longestFirst('出差 外出 出国 离岗 外派');
const DEPUTY_LEAD =
  /^(?:期间|这段时间|其间|这期间)?(?:的?(?:工作|任务|事情|事项))?(?:全部|都|暂时|暂|先)?(?:交由|改由|由|让|委托|请|代理人?:?|代办人?:?|代: ?|代(?= )) ?/;
const ACTS =
  /^ ?(?:同志)?(?:来|暂时|临时|先)?(?:代理|代办|代管|代为办理|代为处理|代为负责|代班|代替|替班|顶班|顶替|顶岗|接替|负责|暂代|代|替)(?:工作|一下|他|她)?/;
/** 由赵六代: a name nobody knows, told by what stands around it. */
const STRANGER_ACTS = /^@?([\p{Script=Han}·]{2,4}?) ?(?=代|顶|接替|负责|$)/u;
const STRANGER_AWAY = /^@?([\p{Script=Han}·]{2,4}?)(?= |请[假病事年婚产丧探]|休|出差|从|到|\d)/u;
const BREAKS = new Set([...' ,、。:;()[]']);

interface State extends Omit<LeaveSaid, 'who'> {
  who: Party | null;
  isLeave: boolean;
  isAway: boolean;
}

type Step = { state: State; length: number };

const strangerAt = (text: string, pattern: RegExp): Party | undefined => {
  const found = pattern.exec(text);
  const name = found?.[1] ?? '';
  return found && isLikeAName(name) ? { kind: 'stranger', said: name, length: found[0].length, name } : undefined;
};

/** 由王五代 · 王五代 · 代:王五. Without 由 the person has to be one who acts. */
const readDeputy = (text: string, state: State, said: Said, context: Context): Step | undefined => {
  if (state.deputy !== null) return undefined;
  const lead = DEPUTY_LEAD.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const deputy = readPerson(rest, said, context) ?? (lead > 0 ? strangerAt(rest, STRANGER_ACTS) : undefined);
  if (!deputy) return undefined;
  const acts = ACTS.exec(rest.slice(deputy.length))?.[0].length ?? 0;
  return lead + acts > 0 ? { state: { ...state, deputy }, length: lead + deputy.length + acts } : undefined;
};

const readWord = (text: string, state: State): Step | undefined => {
  if (state.isLeave || state.isAway) return undefined;
  const leave = wordAt(text, 0, LEAVE_WORDS);
  const word = leave ?? wordAt(text, 0, AWAY_WORDS);
  if (word === undefined) return undefined;
  const finished = text.startsWith('了', word.length) ? 1 : 0;
  return {
    state: { ...state, isLeave: leave !== undefined, isAway: leave === undefined },
    length: word.length + finished,
  };
};

const readWho = (text: string, state: State, said: Said, context: Context): Step | undefined => {
  const isFirst = !state.isLeave && !state.isAway && state.deputy === null;
  const who = readPerson(text, said, context) ?? (isFirst ? strangerAt(text, STRANGER_AWAY) : undefined);
  return state.who === null && who ? { state: { ...state, who }, length: who.length } : undefined;
};

const readTime = (text: string, state: State, context: Context): Step | undefined => {
  const found = readLeaveTime(text, state.time, context);
  return found && { state: { ...state, time: found.time }, length: found.length };
};

const isTimed = ({ from, until, length }: LeaveTime): boolean => from !== null || until !== null || length !== null;

/** Whether what was said is a leave at all: 李四出差 and a stranger's 请假 by itself are not. */
const isOne = ({ isLeave, isAway, who, deputy, time }: State): boolean => {
  const isWhole = isTimed(time) && deputy !== null;
  if (who?.kind === 'stranger') return (isLeave && (isTimed(time) || deputy !== null)) || (isAway && isWhole);
  if (isAway) return who !== null && isWhole;
  return isLeave && (who !== null || isTimed(time) || deputy !== null);
};

/**
 * 李四 请假到6月1日 由王五代, in whichever order: who, 请假, the days and the deputy, and nothing else. So a question, a wish
 * or 李四请假条交了 is none: some word of it is left over.
 */
export const readLeave = (said: Said, context: Context): LeaveSaid | undefined => {
  const { text } = said;
  let state: State = { who: null, deputy: null, time: NO_TIME, isLeave: false, isAway: false };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const isBreak = BREAKS.has(rest[0] ?? '');
    const step = isBreak
      ? { state, length: 1 }
      : (readWord(rest, state) ??
        readDeputy(rest, state, said, context) ??
        readWho(rest, state, said, context) ??
        readTime(rest, state, context));
    if (!step) return undefined;
    state = step.state;
    at += step.length;
  }
  const who = state.who ?? readPerson('我', said, context);
  return who && isOne(state) ? { who, deputy: state.deputy, time: state.time } : undefined;
};
