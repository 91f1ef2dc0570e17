import { openQuestion } from '../workspace/asking.ts';
import { readable } from '../workspace/plain-data.ts';
import type { AnyCommand, Context, Proposal, Said } from './command.ts';
import { type Mood, moodOfRemark, readMood } from './mood.ts';
import { saidAs } from './normalise.ts';
import { isAnswerOnly, readPick } from './picking.ts';
import { readNumbers } from './reading/numbers.ts';
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
  | { kind: 'offer'; proposal: Proposal; because: Mood | 'slip' }
  | { kind: 'dropped' }
  | { kind: 'unclear'; number: number }
  | { kind: 'no-question' }
  | { kind: 'unknown' };

const moodOf = (command: AnyCommand, args: unknown, said: Said): Mood => {
  const wording = command.wording?.(args) ?? { frame: said.text, titles: [], remark: '' };
  const { mood } = readMood(wording.frame, wording.titles);
  return mood === 'plain' ? moodOfRemark(wording.remark) : mood;
};

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
    const mood = trusted || !command.propose ? 'plain' : moodOf(command, args, said);
    if (mood === 'plain') return { kind: 'run', command, args, answers: false };
    const proposal = command.propose?.(args, context);
    if (proposal) return { kind: 'offer', proposal, because: mood };
  }
  return undefined;
};

/** The message taken as the statement of what it asks, wishes or denies: changes are offered, looking is done. */
const asStatement = (
  said: Said,
  because: Mood | 'slip',
  context: Context,
  commands: readonly AnyCommand[],
): Understood | undefined => {
  for (const command of commands) {
    const args = command.match(said, context);
    if (args === undefined) continue;
    if (!command.propose) return { kind: 'run', command, args, answers: false };
    const proposal = command.propose(args, context);
    if (proposal) return { kind: 'offer', proposal, because };
  }
  return undefined;
};

/** `12什么时候完成`, `12还没做`: what asks about a task by number, or denies something of it, is answered by its card. */
const asTaskLookup = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  const found = readNumbers(said.text);
  return found && firstCommand(saidAs(said, `查看 ${found.numbers.join('、')}`), context, commands, false);
};

const loosely = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood | undefined => {
  const { mood, core, asksFor } = readMood(said.text);
  if (mood !== 'plain' && core !== '' && core !== said.text) {
    const stated = asksFor ? undefined : asStatement(saidAs(said, core), mood, context, commands);
    if (stated) return stated;
  }
  const looked = mood === 'plain' ? undefined : asTaskLookup(said, context, commands);
  if (looked) return looked;
  for (const { command, text } of correctedSlips(said.text, commands)) {
    const corrected = asStatement(saidAs(said, text), 'slip', context, [command]);
    if (corrected) return corrected;
  }
  return undefined;
};

/** Understands a message against the workspace as it is. Looks at nothing else and changes nothing. */
export const understand = (said: Said, context: Context, commands: readonly AnyCommand[]): Understood => {
  const trusted = said.message.pressed !== null;
  const question = openQuestion(readable(context.workspace), context.acting.by, context.acting.at);
  const pick = question ? readPick(said.text, question) : undefined;
  if (pick?.kind === 'dropped' || pick?.kind === 'unclear') return pick;
  if (pick?.kind === 'picked') {
    const found = firstCommand(saidAs(said, pick.option.say), context, commands, true);
    if (found?.kind === 'run') return { ...found, answers: true };
  }
  const found = firstCommand(said, context, commands, trusted);
  if (found) return found;
  if (isAnswerOnly(said.text)) return { kind: 'no-question' };
  return (trusted ? undefined : loosely(said, context, commands)) ?? { kind: 'unknown' };
};
