import type { Instant } from '../../calendar/date.ts';
import type { Workspace, WorkspaceId } from '../../workspace/workspace.ts';

/** What is known of one workspace without its file. */
export interface AgendaEntry {
  /** Nothing is owed before; 0: not known. */
  nextLook: Instant;
  lookedAt: Instant;
  /** Entries in the outbox; null: not known. */
  outbox: number | null;
}

const UNKNOWN: AgendaEntry = { nextLook: 0, lookedAt: 0, outbox: null };

/** What jobs ask about the workspaces of a folder, kept in memory: some hundred bytes each. */
export class WorkspaceAgenda {
  readonly #entries = new Map<WorkspaceId, AgendaEntry>();
  /** Raised as a write begins and as it is durable, so that a look at an older state says nothing of the newer. */
  readonly #versions = new Map<WorkspaceId, number>();
  readonly #versionOf = new WeakMap<Workspace, number>();
  /** Workspaces whose entry may differ from what was last written down. */
  readonly #changed = new Set<WorkspaceId>();

  /** A workspace found in the folder; `entry` as it was written down when its file was just as it is now. */
  found(id: WorkspaceId, entry: AgendaEntry = UNKNOWN): void {
    this.#entries.set(id, entry);
  }

  /** The workspace's state as read from its file. */
  read(workspace: Workspace): void {
    const { id } = workspace;
    this.#versionOf.set(workspace, this.#versions.get(id) ?? 0);
    const before = this.#entries.get(id) ?? UNKNOWN;
    if (before.outbox === null) this.#set(id, { ...before, outbox: workspace.ledger.outbox.length });
  }

  /** A write of the workspace begins: from now on nobody can say which state its file has. */
  writing(id: WorkspaceId): void {
    this.#raise(id);
    this.#set(id, UNKNOWN);
  }

  /** The workspace's new state is durable. */
  wrote(workspace: Workspace): void {
    const { id } = workspace;
    const version = this.#raise(id);
    this.#versionOf.set(workspace, version);
    this.#set(id, { ...UNKNOWN, outbox: workspace.ledger.outbox.length });
  }

  /** The workspace's file is another one, with the same state. */
  replaced(id: WorkspaceId): void {
    this.#changed.add(id);
  }

  looked(seen: Workspace, now: Instant, next: Instant): void {
    const { id } = seen;
    const before = this.#entries.get(id);
    if (before === undefined || this.#versionOf.get(seen) !== (this.#versions.get(id) ?? 0)) return;
    this.#set(id, { ...before, lookedAt: now, nextLook: next });
  }

  *withOutbox(): Iterable<WorkspaceId> {
    for (const [id, { outbox }] of this.#entries) if (outbox !== 0) yield id;
  }

  *toLookAt(now: Instant): Iterable<WorkspaceId> {
    for (const [id, { nextLook, lookedAt }] of this.#entries) if (nextLook <= now || lookedAt > now) yield id;
  }

  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** The workspaces whose entries changed since the last call, and forgets that they did. */
  takeChanged(): WorkspaceId[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  entry(id: WorkspaceId): AgendaEntry | undefined {
    return this.#entries.get(id);
  }

  /** Tells whether the workspace was written, or begun to be written, between two moments. */
  version(id: WorkspaceId): number {
    return this.#versions.get(id) ?? 0;
  }

  #raise(id: WorkspaceId): number {
    const version = (this.#versions.get(id) ?? 0) + 1;
    this.#versions.set(id, version);
    return version;
  }

  #set(id: WorkspaceId, entry: AgendaEntry): void {
    this.#entries.set(id, entry);
    this.#changed.add(id);
  }
}
