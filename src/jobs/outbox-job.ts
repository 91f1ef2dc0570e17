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
  store: Pick<WorkspaceStore, 'read' | 'update' | 'ids'>;
  /** The platforms to send through; the prefix of a workspace id names its platform. */
  platforms: readonly Pick<Platform, 'name' | 'deliver' | 'tell'>[];
  now(): Instant;
  log: JobLog;
  /** The bytes of a group's paper; `group` reads the group as it is now. */
  make(paper: Paper, group: () => Promise<Workspace | undefined>): Promise<Uint8Array>;
  /** 0–1, for the jitter between attempts. */
  random?(): number;
}

/** The sender, and the chat's courier: `wake` and `send` return at once. */
export interface Outbox extends Job, Courier {}

/**
 * Sends what waits in the outboxes: per workspace in order, at most four a second, again after passing faults for as
 * long as it takes. A durable entry leaves the ledger once it is out; what a crash leaves goes out after the next start
 * under the same key, by which the platform knows a repeat.
 */
export const createOutbox = ({ store, platforms, now, log, make, random = Math.random }: OutboxJobDeps): Outbox => {
  const queues = new Map<string, OutboxQueue>();
  let state: 'new' | 'running' | 'stopped' = 'new';

  /** A reply with its file made, or the sentence why it could not be. */
  const outgoing = async (reply: Reply, workspace: WorkspaceId): Promise<Outgoing> => {
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

  const queueOf = (workspace: WorkspaceId, lane: 'chat' | 'people' = 'chat'): OutboxQueue | undefined => {
    const known = queues.get(`${lane} ${workspace}`);
    if (known) return known;
    const platform = platforms.find(({ name }) => workspace.startsWith(`${name}:`));
    if (!platform) return undefined;
    const send = async (reply: Outgoing, key: string, to: MemberId | undefined): Promise<void> => {
      if (to === undefined) return platform.deliver(workspace, reply, key);
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
      deliver: async (reply, key, to) => send(await outgoing(reply, workspace), key, to),
      ...(lane === 'chat' && platform.tell ? { drained: () => wakePeople(workspace) } : {}),
    });
    queues.set(`${lane} ${workspace}`, queue);
    return queue;
  };

  const wakePeople = (workspace: WorkspaceId): void => {
    if (state === 'running') queueOf(workspace, 'people')?.wake();
  };

  /** Entries of a platform that is switched off stay in the ledger until it is on again. */
  const resume = async (): Promise<void> => {
    for await (const id of store.ids()) {
      if (state !== 'running') return;
      try {
        const workspace = await store.read(id);
        if (workspace && workspace.ledger.outbox.length > 0) queueOf(id)?.wake();
      } catch (error) {
        log.error({ workspace: id, err: error }, 'an outbox could not be read');
      }
    }
  };

  return {
    async start() {
      state = 'running';
      for (const queue of queues.values()) queue.wake();
      await resume();
    },
    async stop() {
      state = 'stopped';
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
    send(workspace, entry) {
      const queue = state === 'stopped' ? undefined : queueOf(workspace);
      if (queue) queue.send(entry);
      else log.warn({ workspace }, 'no platform to send an answer through');
    },
  };
};
