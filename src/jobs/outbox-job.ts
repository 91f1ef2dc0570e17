import { BanjieError } from '../banjie-error.ts';
import type { Instant } from '../calendar/date.ts';
import type { Paper } from '../cards/paper.ts';
import { pictureText } from '../cards/picture.ts';
import type { Courier } from '../chat/courier.ts';
import type { Outgoing, Reply } from '../chat/message.ts';
import type { Platform } from '../platforms/platform.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';
import { type Job, type JobLog, STOP_WITHIN_MS, waitAtMost } from './job.ts';
import { OutboxQueue } from './outbox-queue.ts';

export interface OutboxJobDeps {
  store: Pick<WorkspaceStore, 'read' | 'update' | 'withOutbox' | 'hold'>;
  /** The platforms to send through; the prefix of a workspace id names its platform. */
  platforms: readonly Pick<Platform, 'name' | 'deliver' | 'tell' | 'pace'>[];
  now(): Instant;
  log: JobLog;
  /** The bytes of a group's paper; `group` reads the group as it is now. */
  make(paper: Paper, group: () => Promise<Workspace | undefined>): Promise<Uint8Array>;
  /** 0–1, for the jitter between attempts. */
  random?(): number;
}

/** How much waits to be sent on one platform, as far as this process knows, and since when the first of it does. */
export interface OutboxState {
  platform: string;
  waiting: number;
  oldest: Instant | undefined;
}

/** The sender, and the chat's courier: `wake` and `send` return at once. */
export interface Outbox extends Job, Courier {
  state(): OutboxState[];
}

type Aside = Extract<Outgoing, { kind: 'text' }> & { to: MemberId };

/** A reply for one person alone. */
const isAside = (reply: Outgoing): reply is Aside => reply.kind === 'text' && reply.to !== undefined;

/** What stands in the way of a private message is between the bot and the person; the chat it was asked for in is still there. */
const THEIRS: ReadonlySet<string> = new Set(['target-gone', 'not-permitted', 'refused']);

/** Says it in private, by the one way there is; on a platform for one machine alone, that writes to nobody, in the chat. */
const sayAside = async (
  platform: OutboxJobDeps['platforms'][number],
  workspace: WorkspaceId,
  { text, to }: Aside,
  key: string,
): Promise<void> => {
  if (!platform.tell) return platform.deliver(workspace, { kind: 'text', text }, key);
  try {
    await platform.tell(workspace, to, { kind: 'text', text }, key);
  } catch (cause) {
    if (!(cause instanceof BanjieError) || !THEIRS.has(cause.code)) throw cause;
    throw new BanjieError('reply-rejected', `a private message was refused: ${cause.code}`, { cause });
  }
};

/** How often entries are looked for that another process left when it ended, in ms. */
const LOOK_EVERY_MS = 3_000;

/** A reply with its file made, or the sentence why it could not be. */
const outgoing = async ({ store, make }: OutboxJobDeps, reply: Reply, workspace: WorkspaceId): Promise<Outgoing> => {
  if (reply.kind !== 'file') return reply;
  const { paper } = reply;
  try {
    const bytes = await make(paper, () => store.read(workspace));
    return paper.kind === 'chart'
      ? { kind: 'picture', name: paper.name, bytes, alt: pictureText(paper.picture) }
      : { kind: 'file', name: paper.name, bytes };
  } catch (error) {
    if (!(error instanceof BanjieError) || error.code !== 'paper-failed') throw error;
    return { kind: 'text', text: error.message };
  }
};

/** The queues of one platform, added up. */
const stateOf = (platform: string, queues: ReadonlyMap<string, OutboxQueue>): OutboxState => {
  const own = [...queues]
    .filter(([key]) => key.split(' ')[1]?.startsWith(`${platform}:`))
    .map(([, queue]) => queue.state);
  const since = own.flatMap((state) => (state.since === undefined ? [] : [state.since]));
  return {
    platform,
    waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
    oldest: since.length === 0 ? undefined : Math.min(...since),
  };
};

/** Wakes the queues of what waits in the ledgers. Entries of a platform that is switched off stay there until it is on again. */
const wakeWaiting = async (
  { store, log }: OutboxJobDeps,
  goOn: () => boolean,
  wake: (id: WorkspaceId) => void,
): Promise<void> => {
  try {
    for await (const id of store.withOutbox()) {
      if (!goOn()) return;
      try {
        // One after the other: of thousands that were only changed before a crash nearly all have nothing to send.
        if ((await store.read(id))?.ledger.outbox.length) wake(id);
      } catch (error) {
        log.error({ workspace: id, err: error }, 'an outbox could not be read');
      }
    }
  } catch (error) {
    log.error({ err: error }, 'the outboxes could not be listed');
  }
};

/**
 * Sends what waits in the outboxes: per workspace in order, at the platform's pace, again after passing faults for as
 * long as it takes. A durable entry leaves the ledger once it is out; what a crash leaves goes out after the next start
 * under the same key, by which the platform knows a repeat.
 */
export const createOutbox = (deps: OutboxJobDeps): Outbox => {
  const { store, platforms, now, log, random = Math.random } = deps;
  const queues = new Map<string, OutboxQueue>();
  let state: 'new' | 'running' | 'stopped' = 'new';
  let looking: NodeJS.Timeout | undefined;

  const queueOf = (workspace: WorkspaceId, lane: 'chat' | 'people' = 'chat'): OutboxQueue | undefined => {
    const known = queues.get(`${lane} ${workspace}`);
    if (known) return known;
    const platform = platforms.find(({ name }) => workspace.startsWith(`${name}:`));
    if (!platform) return undefined;
    const send = async (reply: Outgoing, key: string, to: MemberId | undefined): Promise<void> => {
      if (to === undefined)
        return isAside(reply) ? sayAside(platform, workspace, reply, key) : platform.deliver(workspace, reply, key);
      if (!platform.tell) throw new BanjieError('not-permitted', 'the platform writes to nobody in private');
      return platform.tell(workspace, to, reply, key);
    };
    const queue = new OutboxQueue({
      workspace,
      store,
      now,
      random,
      log,
      lane,
      tells: platform.tell !== undefined,
      ...(platform.pace && { pace: platform.pace }),
      ...(store.hold && { hold: async () => (await store.hold?.(workspace, lane)) ?? null }),
      deliver: async (reply, key, to) => send(await outgoing(deps, reply, workspace), key, to),
      ...(lane === 'chat' && platform.tell ? { drained: () => wakePeople(workspace) } : {}),
    });
    queues.set(`${lane} ${workspace}`, queue);
    return queue;
  };

  const wakePeople = (workspace: WorkspaceId): void => {
    if (state === 'running') queueOf(workspace, 'people')?.wake();
  };

  const resume = () =>
    wakeWaiting(
      deps,
      () => state === 'running',
      (id) => queueOf(id)?.wake(),
    );

  return {
    async start() {
      state = 'running';
      for (const queue of queues.values()) queue.wake();
      void resume();
      if (!store.hold) return;
      looking = setInterval(resume, LOOK_EVERY_MS);
      looking.unref();
    },
    async stop() {
      state = 'stopped';
      clearInterval(looking);
      const all = [...queues.values()];
      for (const queue of all) queue.stop();
      await waitAtMost(Promise.all(all.map((queue) => queue.idle)), STOP_WITHIN_MS);
      for (const queue of all) queue.abandon();
      const lost = all.reduce((sum, queue) => sum + queue.waitingInMemory, 0);
      if (lost > 0) log.warn({ lost }, 'stopped with answers unsent');
    },
    wake(workspace) {
      if (state === 'running') queueOf(workspace)?.wake();
    },
    state: () => platforms.map(({ name }) => stateOf(name, queues)),
    send(workspace, entry) {
      const queue = state === 'stopped' ? undefined : queueOf(workspace);
      if (queue) queue.send(entry);
      else log.warn({ workspace }, 'no platform to send an answer through');
    },
  };
};
