import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Card } from '../../src/cards/card.ts';
import type { AnyCommand, CommandAnswer, Context } from '../../src/chat/command.ts';
import type { IncomingMessage } from '../../src/chat/message.ts';
import { saidOf } from '../../src/chat/normalise.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from './acting.ts';
import { replyText } from './chat.ts';
import { anOffice } from './office.ts';

/** Who says something, when, and where; u1 on 12 May 2026 in {@link anOffice} unless overridden. */
export interface Saying {
  workspace?: Workspace;
  by?: string;
  today?: string;
  mentions?: IncomingMessage['mentions'];
}

const messageOf = (text: string, { by = 'u1', mentions = [] }: Saying, at: number): IncomingMessage => ({
  id: 'm1',
  workspace: 'local:test',
  chat: 'group',
  sender: { id: by, name: null },
  text,
  mentions,
  files: [],
  quotedText: null,
  pressed: null,
  road: { kind: 'pushed' },
  at,
});

/** What one command answers to a message; undefined when the message is not this command. */
export const ask = (command: AnyCommand, text: string, saying: Saying = {}): CommandAnswer | undefined => {
  const { workspace = anOffice(), by = 'u1', today = '2026-05-12' } = saying;
  const acting = anActing({ by, today });
  const said = saidOf(messageOf(text, saying, acting.at));
  const context: Context = { workspace, acting, today, calendar: stateCouncilCalendar() };
  const args = command.match(said, context);
  return args === undefined ? undefined : command.run(args, context);
};

/** The card a command answers with. @throws when the message is not this command or its answer no card */
export const cardOf = (command: AnyCommand, text: string, saying: Saying = {}): Card => {
  const answer = ask(command, text, saying);
  if (answer?.reply.kind !== 'card') throw new Error(`no card for ${text}: ${JSON.stringify(answer)}`);
  return answer.reply.card;
};

/** The answer as plain text. @throws when the message is not this command */
export const textOf = (command: AnyCommand, text: string, saying: Saying = {}): string => {
  const answer = ask(command, text, saying);
  if (answer === undefined) throw new Error(`not a ${command.name}: ${text}`);
  return replyText(answer.reply);
};

/** Numbers of the tasks a card lists, in order. */
export const numbersOn = (card: Card): number[] =>
  card.blocks.flatMap((block) => (block.kind === 'taskRows' ? block.rows.map(({ number }) => number) : []));

/** Everything the buttons of a card say, those of its rows included. */
export const saysOn = (card: Card): string[] =>
  card.blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons.map(({ say }) => say);
    return block.kind === 'taskRows' ? block.rows.flatMap((row) => row.buttons.map(({ say }) => say)) : [];
  });
