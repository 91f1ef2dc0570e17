import { describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Context } from '../../src/chat/command.ts';
import { saidOf } from '../../src/chat/normalise.ts';
import { type Understood, understand } from '../../src/chat/understand.ts';
import { anActing } from '../builders/acting.ts';
import { openChat } from '../builders/chat.ts';
import { aLedger } from '../builders/ledger.ts';

const context: Context = {
  workspace: aLedger(),
  acting: anActing(),
  today: '2026-05-12',
  calendar: stateCouncilCalendar(),
};
const words = commands.filter(({ kind }) => kind === 'look').flatMap((command) => command.words);

describe('the word of a looking command, and nothing else', async () => {
  const chat = await openChat();
  const saidWord = (word: string) => saidOf(chat.message(word));

  /** The same commands, none of which is known by a word: each is asked in its turn. */
  const asked = commands.map((command) => ({ ...command, words: [] }));
  const nameOf = (understood: Understood) => (understood.kind === 'run' ? understood.command.name : understood.kind);

  it.each([...new Set(words)])('%s is understood as if every command were asked', (word) => {
    const said = saidWord(word);
    expect(nameOf(understand(said, context, commands))).toBe(nameOf(understand(said, context, asked)));
  });
});
