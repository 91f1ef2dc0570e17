import { LRUCache } from 'lru-cache';
import type { Card } from '../../cards/card.ts';
import type { RepliedEntry, SaidEntry, TranscriptEntry } from './wire.ts';

/** How many messages of a group the page can scroll back to. */
const KEPT = 400;
/** How many ids are remembered, so that a late retry of an entry that was dropped is not shown again. */
const IDS_KEPT = 4_000;

type New<Entry> = Omit<Entry, 'revision' | 'order'>;
export type NewEntry = New<SaidEntry> | New<RepliedEntry>;

/** One group's chat as the page shows it: the last {@link KEPT} entries, in memory only. */
export class Transcript {
  /** In the order of the chat. */
  readonly #entries = new Map<string, TranscriptEntry>();
  readonly #ids = new LRUCache<string, true>({ max: IDS_KEPT });
  readonly #listeners = new Set<(entry: TranscriptEntry) => void>();
  #revision = 0;

  /** Shows an entry, once: a second one with the same id is dropped and answered `false`. */
  add(entry: NewEntry): boolean {
    if (this.#ids.has(entry.id)) return false;
    this.#ids.set(entry.id, true);
    const revision = ++this.#revision;
    this.#put({ ...entry, revision, order: revision });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > KEPT && !oldest.done) this.#entries.delete(oldest.value);
    return true;
  }

  /** Replaces the card of an entry where it stands. Nothing happens when it is no longer kept. */
  redraw(id: string, card: Card): void {
    const entry = this.#entries.get(id);
    if (entry?.kind !== 'replied' || entry.reply.kind !== 'card') return;
    this.#put({ ...entry, reply: { ...entry.reply, card }, revision: ++this.#revision });
  }

  /** An entry as it is shown now, while it is kept. */
  get(id: string): TranscriptEntry | undefined {
    return this.#entries.get(id);
  }

  /** The card of an entry, if it still shows one. */
  card(id: string): Card | undefined {
    const entry = this.get(id);
    return entry?.kind === 'replied' && entry.reply.kind === 'card' ? entry.reply.card : undefined;
  }

  /** What was said or drawn anew after `revision`, in the order of its revisions. */
  since(revision: number): TranscriptEntry[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.revision > revision)
      .sort((one, other) => one.revision - other.revision);
  }

  /** Calls `listener` with every entry from now on; the answer ends that. */
  subscribe(listener: (entry: TranscriptEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(entry: TranscriptEntry): void {
    this.#entries.set(entry.id, entry);
    for (const listener of this.#listeners) listener(entry);
  }
}
