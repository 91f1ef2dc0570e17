import type { OutboxEntry } from '../workspace/ledger.ts';
import { readable } from '../workspace/plain-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AnswerRoad, IncomingMessage, Reply } from './message.ts';
import { takesNote, textReply, withNote, withReplies } from './replies.ts';

/** An answer as it leaves: what the platform hears back, and what takes the way through the outbox. */
export interface DividedAnswer {
  returned: Reply;
  pushed: Reply | null;
}

const ONLY_YOU = '这条答复只给您本人,群里不显示:请在与机器人的单聊里再发一次';

const inPlaceOfFile = (name: string, road: Extract<AnswerRoad, { kind: 'returned' }>): Reply =>
  textReply(road.pushes ? `“${name}”已生成,马上发到群里` : `“${name}”发不出来:${road.advice}`);

/** Divides an answer by its message's road. A file cannot be returned; what is for one person alone is never shown to a group. */
export const divided = ({ road, chat }: IncomingMessage, reply: Reply): DividedAnswer => {
  if (road.kind === 'pushed') return { returned: reply, pushed: reply };
  if (reply.kind === 'file') {
    return { returned: inPlaceOfFile(reply.paper.name, road), pushed: road.pushes ? reply : null };
  }
  if (reply.kind === 'text' && reply.to !== undefined) {
    return { returned: textReply(chat === 'private' ? reply.text : ONLY_YOU), pushed: null };
  }
  return { returned: reply, pushed: null };
};

const cannotPush = (road: AnswerRoad): road is Extract<AnswerRoad, { pushes: false }> =>
  road.kind === 'returned' && !road.pushes;

/** True where the answer is returned and other messages can be pushed to the chat all the same. */
export const mayPush = ({ road }: IncomingMessage): boolean => road.kind === 'returned' && road.pushes;

/** What is for one person is never shown to the group. */
const isForChat = ({ to }: OutboxEntry): boolean => to === undefined;

/** True when the next answer to this message has to carry more than itself, and so has to be written down. */
export const carriesMore = ({ ledger }: Workspace, { road }: IncomingMessage): boolean =>
  cannotPush(road) && (!ledger.pushing.advised || ledger.outbox.some(isForChat));

const waitingReply = (reply: Reply, road: Extract<AnswerRoad, { pushes: false }>): Reply =>
  reply.kind === 'file' ? inPlaceOfFile(reply.paper.name, road) : reply;

/**
 * The answer with what waited for the chat and cannot be pushed to it, taken out of the outbox in the same breath, and,
 * once in a group's life, what would have to be done.
 */
export const withWaiting = (workspace: Workspace, { road }: IncomingMessage, reply: Reply): Reply => {
  if (!cannotPush(road)) return reply;
  const { ledger } = workspace;
  const outbox = readable(ledger.outbox);
  const waiting = outbox.filter(isForChat).map((entry) => waitingReply(entry.reply as Reply, road));
  if (waiting.length > 0) ledger.outbox = outbox.filter((entry) => !isForChat(entry));
  const whole = waiting.length > 0 ? withReplies(reply, waiting) : reply;
  if (ledger.pushing.advised || !takesNote(whole)) return whole;
  ledger.pushing.advised = true;
  return withNote(whole, road.advice);
};
