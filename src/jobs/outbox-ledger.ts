import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/date.ts';
import { textReply } from '../chat/replies.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { OutboxEntry } from '../workspace/ledger.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';

/** Whose entries a queue sends: the chat's, or those to people in private, which wait until the chat has what came before. */
export type Lane = 'chat' | 'people';

const REMOVED =
  '机器人已不在工作群里(被移出,或群已解散),周报、提醒和答复发不进去了。任务和记录都还在:把机器人加回群里并 @它 说一句话,就接着办';

/** What administrators hear of a chat that is gone; the key names the chat and the moment, so that each hears it once. */
const noticeTo = (person: MemberId, workspace: WorkspaceId, at: Instant): OutboxEntry => ({
  key: `gone:${createHash('sha256').update(`${workspace} ${at} ${person}`).digest('hex').slice(0, 40)}`,
  reply: textReply(REMOVED),
  since: at,
  to: person,
});

/** This lane's entries. Nobody is told in private what the group has not heard: it may be gone. */
const inLane = (outbox: readonly OutboxEntry[], lane: Lane): readonly OutboxEntry[] => {
  if (lane === 'chat') return outbox.filter(({ to }) => to === undefined);
  const first = outbox.find(({ to }) => to === undefined)?.since ?? Number.POSITIVE_INFINITY;
  return outbox.filter(({ to, since }) => to !== undefined && since < first);
};

/** What the ledger of a workspace holds for one lane, as last read, and what of it is out already. */
export class OutboxLedger {
  readonly #workspace: WorkspaceId;
  readonly #store: Pick<WorkspaceStore, 'read' | 'update'>;
  readonly #lane: Lane;
  /** Entries that are out but still in the ledger; never sent again by this process. */
  readonly #settled = new Set<string>();
  #entries: readonly OutboxEntry[] = [];
  #othersWait = false;

  constructor(workspace: WorkspaceId, store: Pick<WorkspaceStore, 'read' | 'update'>, lane: Lane) {
    this.#workspace = workspace;
    this.#store = store;
    this.#lane = lane;
  }

  /** The first entry that is not out yet. */
  get first(): OutboxEntry | undefined {
    return this.#entries.find(({ key }) => !this.#settled.has(key));
  }

  /** How many are not out yet. */
  get waiting(): number {
    return this.#entries.filter(({ key }) => !this.#settled.has(key)).length;
  }

  /** The other lane had entries when the ledger was last read. */
  get othersWait(): boolean {
    return this.#othersWait;
  }

  settle(key: string): void {
    this.#settled.add(key);
  }

  /** As if there were nothing: another process sends it. */
  leave(): void {
    this.#entries = [];
    this.#othersWait = false;
  }

  /** Looks at the ledger. The fault, when it cannot be read. */
  async look(): Promise<unknown> {
    try {
      const outbox = (await this.#store.read(this.#workspace))?.ledger.outbox ?? [];
      this.#entries = inLane(outbox, this.#lane);
      this.#othersWait = outbox.length > this.#entries.length;
      return undefined;
    } catch (error) {
      this.#entries = [];
      return error;
    }
  }

  /** Takes what is out from the ledger. The fault, when that fails: it is not sent again and taken out later. */
  async forgetSettled(): Promise<unknown> {
    if (this.#settled.size === 0) return undefined;
    const keys = new Set(this.#settled);
    try {
      await this.#store.update(this.#workspace, ({ ledger }) => {
        if (ledger.outbox.some(({ key }) => keys.has(key))) {
          ledger.outbox = ledger.outbox.filter(({ key }) => !keys.has(key));
        }
      });
    } catch (error) {
      return error;
    }
    for (const key of keys) this.#settled.delete(key);
    return undefined;
  }

  /**
   * The chat is gone: what waits for it is dropped, its people's as well, for it is about the work of a group that is no
   * more; the workspace remembers it, so that nothing more is put there, and its administrators are told where `tells`.
   * A message from the chat ends that. How many entries were dropped.
   */
  async giveUp(at: Instant, tells: boolean): Promise<number> {
    const drop = (workspace: Workspace): number => {
      const { ledger, administrators } = workspace;
      const dropped = ledger.outbox.length;
      const isNews = ledger.pushing.goneSince === null;
      ledger.outbox = isNews && tells ? administrators.map((person) => noticeTo(person, workspace.id, at)) : [];
      if (isNews) ledger.pushing.goneSince = at;
      return dropped;
    };
    const waiting = this.#entries;
    this.#entries = [];
    try {
      return await this.#store.update(this.#workspace, drop);
    } catch {
      // As last read, when it cannot be written now: not sent again, taken out later.
      for (const { key } of waiting) this.#settled.add(key);
      return waiting.length;
    }
  }
}
