import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands as allCommands } from '../../handlers/index.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { AnyCommand, FeedAddresses } from '../../src/chat/command.ts';
import type { Courier } from '../../src/chat/courier.ts';
import { createDispatch } from '../../src/chat/dispatch.ts';
import type { Answer, IncomingMessage, Reply } from '../../src/chat/message.ts';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { OutboxEntry } from '../../src/workspace/ledger.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';
import { aLedger } from './ledger.ts';

export interface ChatOptions {
  workspace?: Workspace;
  at?: number;
  commands?: readonly AnyCommand[];
  feeds?: FeedAddresses;
  /** Stands between the dispatcher and the store: a store that fails. */
  around?(store: WorkspaceStore): Pick<WorkspaceStore, 'read' | 'update'>;
}

export const replyText = (reply: Reply | null): string => {
  if (reply === null) return '';
  if (reply.kind === 'file') return `文件 ${reply.paper.name}`;
  return reply.kind === 'text' ? reply.text : cardText(reply.card);
};

/** A group on a real store in a folder of its own: u1 says things on 12 May 2026 at 10:00 unless told otherwise. */
export const openChat = async (options: ChatOptions = {}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'banjie-chat-'));
  const clock = { at: options.at ?? instant('2026-05-12', '10:00') };
  const now = () => clock.at;
  const seed = options.workspace ?? aLedger();
  let store = await openJsonStore({ folder, now });
  await store.update(seed.id, (draft) => {
    Object.assign(draft, structuredClone(seed));
  });
  const sent: OutboxEntry[] = [];
  const faults: { details: object; message: string }[] = [];
  const woken: string[] = [];
  const deliver: Courier = { wake: (id) => woken.push(id), send: (_id, entry) => sent.push(entry) };
  const log = {
    warn: (details: object, message: string) => faults.push({ details, message }),
    error: (details: object, message: string) => faults.push({ details, message }),
  };
  const make = () =>
    createDispatch({
      store: options.around?.(store) ?? store,
      commands: options.commands ?? allCommands,
      calendar: stateCouncilCalendar(),
      now,
      deliver,
      ...(options.feeds && { feeds: options.feeds }),
      log,
    });
  let receive = make();
  let count = 0;
  const message = (text: string, overrides: Partial<IncomingMessage> & { by?: string } = {}): IncomingMessage => {
    const { by = 'u1', ...rest } = overrides;
    count += 1;
    return {
      id: `om_${count}`,
      workspace: seed.id,
      chat: 'group',
      sender: { id: by, name: null },
      text,
      mentions: [],
      files: [],
      quotedText: null,
      pressed: null,
      road: { kind: 'pushed' },
      at: clock.at,
      ...rest,
    };
  };
  return {
    clock,
    sent,
    store: (): WorkspaceStore => store,
    woken,
    faults,
    message,
    receive: (incoming: IncomingMessage): Promise<Answer> => receive(incoming),
    async say(text: string, overrides: Partial<IncomingMessage> & { by?: string } = {}): Promise<string> {
      return replyText((await receive(message(text, overrides))).reply);
    },
    async press(say: string, on: string | NonNullable<IncomingMessage['pressed']> = '', by = 'u1'): Promise<Answer> {
      return receive(message(say, { pressed: typeof on === 'string' ? { view: on } : on, by }));
    },
    async workspace(): Promise<Workspace> {
      const found = await store.read(seed.id);
      if (!found) throw new Error('the workspace is gone');
      return found;
    },
    /** The group as it is in `workspace`, whatever was said before. */
    async reset(workspace: Workspace): Promise<void> {
      await store.update(seed.id, (draft) => {
        Object.assign(draft, structuredClone(workspace));
      });
    },
    async restart(): Promise<void> {
      await store.close();
      store = await openJsonStore({ folder, now });
      receive = make();
    },
    async close(): Promise<void> {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type Chat = Awaited<ReturnType<typeof openChat>>;
