import type { Card } from '../cards/card.ts';
import { drawView, lookingCommand, type Turn } from './carry-out.ts';
import type { Reply } from './message.ts';
import { cardReply, toastOf, withCard } from './replies.ts';

/** What a pressed button that shows the same kind of thing (下一页) makes of its card; undefined for every other message. */
export const pageTurned = (turn: Turn): { card: Card; toast: string } | undefined => {
  const { pressed, text } = turn.message;
  const shown = pressed ? lookingCommand(pressed.view, turn) : undefined;
  const asked = pressed ? lookingCommand(text, turn) : undefined;
  if (!shown || !asked || shown.command !== asked.command) return undefined;
  const { reply, question } = asked.command.run(asked.args, turn.context);
  return reply.kind !== 'card' || question ? undefined : { card: reply.card, toast: toastOf(reply) };
};

const cardNow = ({ message, ...rest }: Turn): Card | null =>
  message.pressed ? drawView(message.pressed.view, { message, ...rest }) : null;

/** The card a pressed button stood on, as it is now; null where it can no longer be changed in place. */
export const redrawn = (turn: Turn): Card | null => (turn.message.pressed?.expired ? null : cardNow(turn));

/** The reply, and behind it, where the card the button stood on can no longer be changed in place, that card anew. */
export const withFreshCard = (turn: Turn, reply: Reply): Reply => {
  const card = turn.message.pressed?.expired ? cardNow(turn) : null;
  return card ? withCard(reply, card) : reply;
};

/** A page turned on such a card, as a message of its own. */
export const asMessage = ({ card, toast }: { card: Card; toast: string }): Reply => cardReply(card, toast);
