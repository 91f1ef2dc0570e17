import { isDraft } from 'immer';
import type { Card } from '../cards/card.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { forgetQuestion, rememberQuestion } from '../workspace/asking.ts';
import { readable } from '../workspace/plain-data.ts';
import type { AnyCommand, CommandAnswer, Context } from './command.ts';
import type { IncomingMessage, Reply } from './message.ts';
import { saidOf } from './normalise.ts';
import { cardReply, joinReplies, offer, sentence } from './replies.ts';
import { suggest } from './suggest.ts';
import { type Understood, understand } from './understand.ts';

/** A message, what may be said, and the workspace it is said in: a draft when something may be written, else frozen. */
export interface Turn {
  message: IncomingMessage;
  commands: readonly AnyCommand[];
  context: Context;
}

/** What a command's `prepare` made of its arguments, by the line it stands in. */
export type Prepared = ReadonlyMap<number, { command: AnyCommand; args: unknown }>;

/** Everything a message came to: the one reply, and whether it has to be written down. */
export interface CarriedOut {
  reply: Reply;
  lasting: boolean;
  /** What its lines were understood as: a command's name, else `offer`, `unknown` and the like. */
  commands: string[];
}

const unclear = (number: number): CommandAnswer => {
  const options = [
    { label: `任务 #${number}`, button: `#${number}`, say: `#${number}` },
    { label: `列出的第${number}个`, button: `第${number}个`, say: `第${number}个` },
  ];
  const question = `您是说任务 #${number},还是列出的第${number}个?`;
  return { reply: cardReply(choiceCard(question, options, `回复“#${number}”或“第${number}个”`), question) };
};

const answerOf = (understood: Understood, line: string, { message, commands, context }: Turn): CommandAnswer => {
  switch (understood.kind) {
    case 'run':
      return understood.command.run(understood.args, context);
    case 'offer':
      return offer(understood.proposal, understood.because);
    case 'dropped':
      return sentence('好的,没有改动');
    case 'unclear':
      return unclear(understood.number);
    case 'no-question':
      return sentence('现在没有等您回答的问题(问题10分钟内有效)。发“帮助”看能说什么');
    case 'unknown':
      return suggest(saidOf(message, line), context, commands);
  }
};

/** True when what was understood changes or asks something, or settles a question: it has to be written down. */
export const isLasting = (understood: Understood): boolean =>
  understood.kind === 'offer' ||
  understood.kind === 'dropped' ||
  (understood.kind === 'run' && (understood.command.kind === 'change' || understood.answers));

/** After any understood message an older question is no longer the one just asked. */
const settlesQuestion = ({ kind }: Understood): boolean => kind === 'run' || kind === 'offer' || kind === 'dropped';

const carryOutLine = (
  turn: Turn,
  line: string,
  ready: ReturnType<Prepared['get']>,
  known: Understood | undefined,
): CarriedOut => {
  const { workspace, acting } = turn.context;
  const plain = (): Context => ({ ...turn.context, workspace: readable(workspace) });
  const found = known ?? understand(saidOf(turn.message, line), plain(), turn.commands);
  const understood = found.kind === 'run' && ready?.command === found.command ? { ...found, args: ready.args } : found;
  const isWriting = isLasting(understood);
  const asked = readable(workspace.questions).some(({ to }) => to === acting.by);
  const { reply, question } = answerOf(understood, line, isWriting ? turn : { ...turn, context: plain() });
  const isSettling = settlesQuestion(understood) && asked;
  if (isDraft(workspace)) {
    if (isSettling) forgetQuestion(workspace, acting.by);
    if (question) rememberQuestion(workspace, acting.by, question, acting.at);
  }
  const name = understood.kind === 'run' ? understood.command.name : understood.kind;
  return { reply, lasting: isWriting || isSettling || question !== undefined, commands: [name] };
};

/**
 * Carries out a message line by line, each against the workspace as the lines before left it.
 * @param lines the message's lines, each a command of its own, or the whole message as the only one
 * @param known what the first of them are understood as where that was found out before, of this very workspace
 */
export const carryOut = (
  turn: Turn,
  lines: readonly string[],
  prepared: Prepared = new Map(),
  known: readonly Understood[] = [],
): CarriedOut => {
  const answered = lines.map((line, index) => ({
    line,
    ...carryOutLine(turn, line, prepared.get(index), known[index]),
  }));
  const [only] = answered;
  return {
    reply: answered.length === 1 && only ? only.reply : joinReplies(answered),
    lasting: answered.some(({ lasting }) => lasting),
    commands: answered.flatMap(({ commands }) => commands),
  };
};

/** The looking command a text is, and its arguments. */
export const lookingCommand = (text: string, turn: Turn): { command: AnyCommand; args: unknown } | undefined => {
  if (text === '') return undefined;
  const said = saidOf(turn.message, text);
  for (const command of turn.commands) {
    const args = command.match(said, turn.context);
    if (args !== undefined) return command.kind === 'look' ? { command, args } : undefined;
  }
  return undefined;
};

/** The card a looking command draws, for a card whose button was pressed; null when `view` is none or draws no card. */
export const drawView = (view: string, turn: Turn): Card | null => {
  const looking = lookingCommand(view, turn);
  const reply = looking?.command.run(looking.args, turn.context).reply;
  return reply?.kind === 'card' ? reply.card : null;
};
