import { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import type { Answer, IncomingMessage } from '../../../src/chat/message.ts';
import { createHttpServer } from '../../../src/http/server.ts';
import { createFeishuPlatform } from '../../../src/platforms/feishu/feishu-platform.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import type { KnownPerson } from '../../../src/workspace/people.ts';
import { type FakeFeishu, type FakeFeishuOptions, startFakeFeishu } from './fake-feishu.ts';

/** A log kept in memory, so that a test can look for what must not be in it. */
export function keptLog(): { log: Logger; lines(): string } {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: pino({ level: 'trace' }, sink), lines: () => lines.join('') };
}

export const NOTHING: Answer = { toast: '', redraw: null, reply: null };

export interface RunningPlatform {
  fake: FakeFeishu;
  platform: Platform;
  /** Where pushes go. */
  target: string;
  /** What reached `receive`, oldest first. */
  heard: IncomingMessage[];
  learned: { workspace: string; members: KnownPerson[] }[];
  /** What `receive` answers from now on. */
  answer(with_: (message: IncomingMessage) => Answer | Promise<Answer>): void;
  log(): string;
  stop(): Promise<void>;
}

/** The Feishu platform behind a real HTTP server, talking to a fake Feishu; `receive` only notes what it hears. */
export async function runPlatform(
  options: FakeFeishuOptions & { transport?: 'webhook' | 'websocket'; prepare?(fake: FakeFeishu): void } = {},
): Promise<RunningPlatform> {
  const fake = await startFakeFeishu(options);
  options.prepare?.(fake);
  const { log, lines } = keptLog();
  const heard: IncomingMessage[] = [];
  const learned: RunningPlatform['learned'] = [];
  let answer: (message: IncomingMessage) => Answer | Promise<Answer> = () => NOTHING;

  const { transport = 'webhook' } = options;
  const platform = createFeishuPlatform({ ...fake.app, domain: fake.domain, transport, log });
  const server = createHttpServer({ doors: platform.doors, readiness: () => 'ready', log });
  const { port } = await server.listen('127.0.0.1', 0);
  const target = transport === 'websocket' ? 'websocket' : `http://127.0.0.1:${port}/feishu/events`;
  fake.pushTo(target);
  await platform.start({
    receive: async (message) => {
      heard.push(message);
      return answer(message);
    },
    answerGiven: async () => undefined,
    joined: async () => undefined,
    left: async () => undefined,
    membersLearned: async (workspace, members) => {
      learned.push({ workspace, members });
    },
    now: options.now ?? Date.now,
  });
  return {
    fake,
    platform,
    target,
    heard,
    learned,
    answer: (next) => {
      answer = next;
    },
    log: lines,
    stop: async () => {
      await platform.stop();
      await server.stop();
      await fake.close();
    },
  };
}
