import type { Instant } from '../calendar/date.ts';
import type { Workspace } from './workspace.ts';

/** The bot is in the chat (again): what is due may be pushed. */
export const cameIn = (workspace: Workspace): void => {
  if (workspace.ledger.pushing.goneSince !== null) workspace.ledger.pushing.goneSince = null;
};

/** The chat is gone, or the bot was taken out of it: what waits for it is dropped, and nothing more is put there. */
export const wentOut = (workspace: Workspace, at: Instant): void => {
  const { ledger } = workspace;
  if (ledger.outbox.length > 0) ledger.outbox = [];
  ledger.pushing.goneSince ??= at;
};
