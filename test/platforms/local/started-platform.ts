import { pino } from 'pino';
import type { Card } from '../../../src/cards/card.ts';
import type { Answer, IncomingMessage, Outgoing } from '../../../src/chat/message.ts';
import { createLocalPlatform } from '../../../src/platforms/local/local-platform.ts';
import type { TranscriptEntry } from '../../../src/platforms/local/wire.ts';
import { doorOf, doorRequest } from './door-request.ts';

export const NOW = Date.UTC(2026, 10, 20, 1, 0);
export const text = (words: string): Outgoing => ({ kind: 'text', text: words });
export const listCard = (title: string): Card => ({ title, subtitle: '', tone: 'neutral', view: '本月', blocks: [] });
/** What the bot answers to a message. */
export const answer = (overrides: Partial<Answer> = {}): Answer => ({
  toast: '好',
  redraw: null,
  reply: null,
  ...overrides,
});

/** A started platform whose bot keeps what it receives. */
export async function started(receive: (message: IncomingMessage) => Promise<Answer> = async () => answer()) {
  const received: IncomingMessage[] = [];
  const learned: string[] = [];
  const platform = createLocalPlatform({ log: pino({ level: 'silent' }), port: () => 3000 });
  await platform.start({
    now: () => NOW,
    answerGiven: async () => undefined,
    joined: async () => undefined,
    left: async () => undefined,
    membersLearned: async (workspace, members) => {
      learned.push(`${workspace}:${members.map(({ name, isOwner }) => `${name}${isOwner ? '(群主)' : ''}`).join(' ')}`);
    },
    receive: (message) => {
      received.push(message);
      return receive(message);
    },
  });
  /** The chat of a group, as a page that has just been opened sees it. */
  const shown = async (group = 'main'): Promise<TranscriptEntry[]> => {
    const response = await doorOf(platform, '/local/events').handle(
      doorRequest({ query: new URLSearchParams({ group }) }),
    );
    if (typeof response.body === 'string' || response.body === undefined || Buffer.isBuffer(response.body)) return [];
    await new Promise((resolve) => setImmediate(resolve));
    const lines = String(response.body.read()).split('\n');
    response.body.destroy();
    return lines.filter((line) => line.startsWith('data: {"kind"')).map((line) => JSON.parse(line.slice(6)));
  };
  return { platform, received, learned, shown };
}

export const said = (overrides: object = {}) => ({
  group: 'main',
  sender: 'liting',
  id: 'message-1',
  text: '本月',
  toBot: true,
  quote: null,
  ...overrides,
});
