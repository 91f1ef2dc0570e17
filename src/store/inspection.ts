import type { Instant } from '../calendar/date.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What waits to be sent on one platform, all its groups together. */
export interface WaitingOn {
  platform: string;
  waiting: number;
  /** Since when the first of it waits; null where nothing does. */
  oldest: Instant | null;
  /** Groups the bot was taken out of, or that are dissolved. */
  gone: number;
}

/** What a look at a store from outside tells, without taking it from a bot that runs. */
export interface Inspection {
  workspaces: number;
  /** How many of them were looked into; fewer where the time was too short for all. */
  seen: number;
  /** What could not be read, by its name, and why. */
  broken: { name: string; why: string }[];
  waiting: WaitingOn[];
}

/** What waits, platform by platform, as workspaces are read one after the other. */
export class Tally {
  readonly #platforms = new Map<string, WaitingOn>();

  add({ id, ledger }: Pick<Workspace, 'id' | 'ledger'>): void {
    const platform = id.slice(0, id.indexOf(':'));
    const since = ledger.outbox.map((entry) => entry.since);
    const before = this.#platforms.get(platform) ?? { platform, waiting: 0, oldest: null, gone: 0 };
    const oldest = Math.min(before.oldest ?? Number.POSITIVE_INFINITY, ...since);
    this.#platforms.set(platform, {
      platform,
      waiting: before.waiting + since.length,
      oldest: Number.isFinite(oldest) ? oldest : null,
      gone: before.gone + (ledger.pushing.goneSince === null ? 0 : 1),
    });
  }

  all(): WaitingOn[] {
    return [...this.#platforms.values()];
  }
}
