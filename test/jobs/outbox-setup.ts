import { vi } from 'vitest';
import { BanjieError, type ErrorCode } from '../../src/banjie-error.ts';
import type { Outgoing, Reply } from '../../src/chat/message.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import type { OutboxEntry } from '../../src/workspace/ledger.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';
import { memoryStore } from './memory-store.ts';

export const START = instant('2026-05-12', '10:00');
export const ID = 'local:test';
export const text = (said: string): Reply => ({ kind: 'text', text: said });
export const card = (title: string): Reply => ({
  kind: 'card',
  card: { title, subtitle: '', tone: 'neutral', view: '', blocks: [{ kind: 'text', text: '正文', style: 'plain' }] },
  toast: title,
});
export const file = (name: string): Reply => ({
  kind: 'file',
  paper: { kind: 'digest', name, digest: null },
  toast: name,
});
export const entry = (key: string, overrides: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key,
  reply: text(key),
  since: START,
  ...overrides,
});
export const withOutbox = (...outbox: OutboxEntry[]): Workspace => {
  const workspace = aWorkspace();
  return { ...workspace, ledger: { ...workspace.ledger, outbox } };
};
export const error = (code: ErrorCode, retryAfter?: number) =>
  new BanjieError(code, code, retryAfter === undefined ? {} : { retryAfter });

/** A platform that answers each attempt by `behave`; what it took stands in `arrived`, every attempt in `attempts`. */
export const aPlatform = (behave: (attempt: number, key: string) => Error | 'hang' | undefined = () => undefined) => {
  const attempts: { at: number; key: string }[] = [];
  const arrived: { workspace: string; said: string; key: string; at: number }[] = [];
  return {
    attempts,
    arrived,
    name: 'local',
    pace: { most: 4, withinMs: 1_000 },
    async deliver(workspace: string, reply: Outgoing, key: string) {
      attempts.push({ at: Date.now() - START, key });
      const fault = behave(attempts.length, key);
      if (fault === 'hang') return new Promise<void>(() => undefined);
      if (fault) throw fault;
      const said = reply.kind === 'text' ? reply.text : reply.kind === 'card' ? reply.card.title : reply.name;
      arrived.push({ workspace, said, key, at: Date.now() - START });
    },
  };
};

/** Makes every paper of one byte, so that a test sees whether it was asked for. */
const make = async () => new Uint8Array([1]);

export const setUp = (platform: ReturnType<typeof aPlatform>, ...workspaces: Workspace[]) => {
  const memory = memoryStore(...workspaces);
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const outbox = createOutbox({
    store: memory.store,
    platforms: [platform],
    now: Date.now,
    log,
    make,
    random: () => 1,
  });
  return { ...memory, outbox, log };
};
export const keys = (platform: ReturnType<typeof aPlatform>) => platform.arrived.map(({ key }) => key);
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
