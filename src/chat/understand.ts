import { openQuestion } from '../workspace/asking.ts';
import { readable } from '../workspace/plain-data.ts';
import type { AnyCommand, Context, Doubt, Proposal, Said, Wording } from './command.ts';
import { beginsWithCommand } from './deed-words.ts';
import { gistsOf } from './gist/gist.ts';
import { type Mood, moodOfRemark, readMood } from './mood.ts';
import { saidAs } from './normalise.ts';
import { isAnswerOnly, readLoosePick, readPick } from './picking.ts';
import { readNumbers } from './reading/numbers.ts';
import { tasksByWords } from './reading/tasks.ts';
import { rephrased } from './rephrasing/all.ts';
import { correctedSlips } from './slips.ts';

/**
 * What a message, or one line of it, was understood as.
 *
 * - `run`         a command with its arguments; `answers` when it answers the question asked last
 * - `offer`       a change that was only asked about, wished for, denied, or said with a slip: asked back with a button
 * - `dropped`     否: the question asked last is settled by doing nothing
 * - `unclear`     a number that fits two options of the question
 * - `no-question` 是, 累计 … with no question open
 * - `unknown`     not understood
 */
export type Understood =
  | { kind: 'run'; command: AnyCommand; args: unknown; answers: boolean }
  | { kind: 'offer'; proposal: Proposal; because: Doubt }
  | { kind: 'dropped' }
  | { kind: 'unclear'; number: number }
  | { kind: 'no-question' }
  | { kind: 'unknown' };

const moodOf = (command: AnyCommand, args: unknown, said: Said): { mood: Mood; asksFor: boolean } => {
  const wording: Wording = command.wording?.(args) ?? { frame: said.text, titles: [], remark: '' };
  const { mood, asksFor } = readMood(wording.frame, wording.titles, wording.own);
  return mood === 'plain' ? { mood: moodOfRemark(wording.remark), asksFor: false } : { mood, asksFor };
};

/** A change that was not simply said: offered, or run when running it only asks; looked up when a fact about its tasks was asked for. */
const doubted = (
  { command, args }: { command: AnyCommand; args: unknown },
  because: Doubt,
  context: Context,
  lookUp: (numbers: readonly number[]) => Understood | undefined,
): Understood | undefined => {
  const proposal = command.propose?.(args, context, because);
  if (proposal === undefined) return undefined;
  if (proposal === 'ask') return { kind: 'run', command, args, answers: false };
  const looked = proposal.numbers && lookUp(proposal.numbers);
  return looked ?? { kind: 'offer', proposal, because };
};

const SHORTEST_TITLE = 2;
const LONGEST_TITLE = 40;

const PLAIN = { mood: 'plain', asksFor: false } as const;

/** The first command the message is. `trusted`: a pressed button or the answer to a question, which is no mere question itself. */
const firstCommand = (
  said: Said,
  context: Context,
  commands: readonly AnyCommand[],
  trusted: boolean,
): Understood | undefined => {
  for (const command of commands) {
    const args = command.match(said, context);
    if (args === undefined) continue;
    const { mood, asksFor } = trusted || !command.propose ? PLAIN : moodOf(command, args, said);
    if (mood === 'plain') return { kind: 'run', command, args, answers: false };
    const lookUp = (numbers: readonly number[]) => (asksFor ? showing(numbers, said, context, commands) : undefined);
    const found = doubted({ command, args }, mood, context, lookUp);
    if (found) return found;
  }
  return undefined;
};

/** The message taken as the statement of what it asks, wishes or denies: changes are offered, looking is done. */
const asStatement = (
  said: Said,
  because: Doubt,
  context: Context,
  commands: readonly AnyCommand[],
): Understood | undefined => {
  for (const command of commands) {
    const args = command.match(said, context);
    if (args === undefined) continue;
    if (!command.propose) return { kind: 'run', command, args, answers: false };
    const found = doubted({ command, args }, because, context, () => undefined);
    if (found) return found;
  }
  return undefined;
};

const showing = (
  numbers: readonly number[],
  said: Said,
  context: Context,
  commands: readonly AnyCommand[],
): Understood | undefined => firstCommand(saidAs(said, `查看 ${numbers.join('、')}`), context, commands, true);

/** 12的进展, 12完成情况: nothing is said of the task, it is asked after. */
const ASKED_AFTER =
  /^ ?的?(?:最新|当前|到期|截止)?(?:进展|进度|完成|办理|推进|延期|上报|指标)?(?:情况|率|状态|详情|内容|信息|时间|时限|标准|要求|负责人|责任人|责任单位|数据|数字)?$/;

/** 普法讲座谁负责, 普法讲座什么时候办: a fact of the task named in front. */
const ASKS_OF_TITLE =
  /(?:的?(?:时间|时限|责任人|负责人|责任单位))?(?:是|由|归|该|要|现在|目前)?(?:谁|哪个(?:部门|科室|单位|领导|处室)|哪里|什么时候|什么时间|何时|哪天|几号|几月|怎么样了?|怎样了?|如何了?|什么)(?:来|去)?(?:在|要|该)?(?:负责|牵头|主办|承办|办理|办|做|搞|管|开展|举办|召开|开|完成|截止|到期|结束|开始)?的?[ ?。]*$/;

/** 有没有关于慰问的任务, 培训的有哪些: tasks by a word of theirs. */
const ABOUT =
  /^(?:有没有|有哪些|都有哪些|有什么)(?:关于|有关|涉及)?([^ ,。]{2,12}?)(?:方面|相关)?的?(?:任务|工作|活动|事项)[?]?$|^([^ ,。]{2,12}?)(?:方面|相关)?的(?:任务|工作|活动|事项)?(?:有哪些|是哪些|有没有)[?]?$/;

/** `12什么时候完成`, `12还没做`: what asks about a task by number, or denies something of it, is answered by its card. */
const asTaskLookup = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  const first = said.text.search(/#?\d/);
  const found = readNumbers(said.text) ?? (first < 0 ? undefined : readNumbers(said.text.slice(first)));
  return found && showing(found.numbers, said, context, commands);
};

/** Said another way than any command reads: done, or asked about, in the command's own words. */
const otherwise = (
  said: Said,
  when: 'first' | 'else',
  context: Context,
  commands: readonly AnyCommand[],
): Understood | undefined => {
  for (const { text, asked } of rephrased(said.text, said.raw, when)) {
    const as = saidAs(said, text);
    const found = asked ? asStatement(as, 'phrasing', context, commands) : firstCommand(as, context, commands, false);
    if (found) return found;
  }
  return undefined;
};

/** What it may come to by what it is made of; a change is asked about. */
const byGist = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  for (const gist of gistsOf(said, context)) {
    const found = asStatement(saidAs(said, gist), 'phrasing', context, commands);
    if (found) return found;
  }
  return undefined;
};

const loosely = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  const other = otherwise(said, 'else', context, commands);
  if (other) return other;
  const { mood, core, asksFor } = readMood(said.text);
  if (mood !== 'plain' && core !== '' && core !== said.text && !asksFor) {
    const stated = asStatement(saidAs(said, core), mood, context, commands);
    if (stated) return stated;
  }
  const numbers = readNumbers(said.text);
  const isAskedAfter = numbers !== undefined && ASKED_AFTER.test(said.text.slice(numbers.length));
  const isMoody = mood !== 'plain' && (asksFor || core !== said.text);
  const looked = isMoody || isAskedAfter ? asTaskLookup(said, context, commands) : undefined;
  if (looked) return looked;
  // A message that begins with a command word has no slip in it: 上报了吗 is not 上周.
  for (const { command, text } of beginsWithCommand(said.text) ? [] : correctedSlips(said.text, commands)) {
    const corrected = asStatement(saidAs(said, text), 'slip', context, [command]);
    if (corrected) return corrected;
  }
  // 宣传册印了500份 tells of the task, 宣传册 asks for it.
  const told = mood === 'plain' && TELLS.test(said.text) ? byGist(said, context, commands) : undefined;
  if (told) return told;
  if (mood === 'plain') return asTitle(said, context, commands);
  const about = ABOUT.exec(said.text)
    ?.slice(1)
    .find((words) => words !== undefined);
  if (about) return firstCommand(saidAs(said, `找 ${about}`), context, commands, true);
  const title = said.text.replace(ASKS_OF_TITLE, '');
  return asksFor && title !== said.text ? asTitle(saidAs(said, title), context, commands) : undefined;
};

/** A count, with its measure, of what was done. */
const TELLS = /(?:了|过|已)\D{0,3}\d+(?:家|人|名|户|场|期|次|件|条|套|份|篇|个|本|%)/u;

/** Words that are a title and nothing else are looked up: the one task they name, else those like it. */
const asTitle = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  if (said.text.length < SHORTEST_TITLE || said.text.length > LONGEST_TITLE) return undefined;
  const tasks = tasksByWords(said.text, said, context);
  if (tasks.kind === 'numbers') return showing(tasks.numbers, said, context, commands);
  const isLike = tasks.kind === 'choice' && tasks.candidates.length > 1;
  return isLike ? firstCommand(saidAs(said, `找 ${said.text}`), context, commands, true) : undefined;
};

const byWord = new WeakMap<readonly AnyCommand[], ReadonlyMap<string, AnyCommand>>();

/** Looking commands by each of their words; a word of two of them is none's. */
const wordsOf = (commands: readonly AnyCommand[]): ReadonlyMap<string, AnyCommand> => {
  const known = byWord.get(commands);
  if (known) return known;
  const words = new Map<string, AnyCommand>();
  const shared = new Set<string>();
  for (const command of commands) {
    for (const word of new Set(command.words)) {
      if (words.has(word)) shared.add(word);
      else words.set(word, command);
    }
  }
  for (const [word, { kind }] of words) if (kind === 'change' || shared.has(word)) words.delete(word);
  byWord.set(commands, words);
  return words;
};

/** 本周, 统计: a message that is the word of a looking command and nothing else, which is most of what is asked. */
const byItsWord = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  const command = wordsOf(commands).get(said.text);
  const args = command?.match(said, context);
  return command && args !== undefined ? { kind: 'run', command, args, answers: false } : undefined;
};

/** Understands a message against the workspace as it is. Looks at nothing else and changes nothing. */
export const understand = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood => {
  const found = understandWords(said, context, commands);
  const isGuessed = found.kind === 'unknown' && said.message.pressed === null;
  return (isGuessed ? byGist(said, context, commands) : undefined) ?? found;
};

/** The same by a command's words alone: for telling whether a line is a command of its own. */
export const understandWords = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood => {
  const trusted = said.message.pressed !== null;
  const question = openQuestion(readable(context.workspace), context.acting.by, context.acting.at);
  const pick = question ? readPick(said.text, question) : undefined;
  if (pick?.kind === 'dropped' || pick?.kind === 'unclear') return pick;
  const answering = (say: string): Understood | undefined => {
    const found = firstCommand(saidAs(said, say), context, commands, true);
    return found?.kind === 'run' ? { ...found, answers: true } : undefined;
  };
  const worded = question || trusted ? undefined : byItsWord(said, context, commands);
  if (worded) return worded;
  const found =
    (pick?.kind === 'picked' ? answering(pick.option.say) : undefined) ??
    (trusted ? undefined : otherwise(said, 'first', context, commands)) ??
    firstCommand(said, context, commands, trusted);
  if (found) return found;
  const loose = question ? readLoosePick(said.text, question) : undefined;
  const answered = loose && loose.say !== '' ? answering(loose.say) : undefined;
  if (answered) return answered;
  if (isAnswerOnly(said.text)) return { kind: 'no-question' };
  return (trusted ? undefined : loosely(said, context, commands)) ?? { kind: 'unknown' };
};
