import type { Instant } from '../calendar/date.ts';
import type { Reply } from '../chat/message.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { OutboxEntry } from '../workspace/ledger.ts';
import type { MemberId } from '../workspace/task.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';
import { type Failure, failureOf, isReply, plainerForm, verdictOn, waitBefore, withinLimit } from './delivery.ts';
import { type JobLog, sleep } from './job.ts';
import { type Lane, OutboxLedger } from './outbox-ledger.ts';
import { createPace, type Pace } from './pace.ts';

/** Answers kept in memory while a platform is away; older looks are worth nothing. */
const MOST_IN_MEMORY = 200;
/** How often an error no platform should give is tried again before the reply is sent plainer, then dropped. */
const MOST_STRANGE = 3;
/** A delivery that keeps failing is logged at the first and then at each twentieth attempt: about every five minutes. */
const LOG_EVERY = 20;

export interface OutboxQueueDeps {
  workspace: WorkspaceId;
  store: Pick<WorkspaceStore, 'read' | 'update'>;
  lane: Lane;
  /** How fast the platform takes messages for one chat; missing: as they come. */
  pace?: Pace;
  /**
   * Takes the ledger's entries for this process alone, where several share the store; gives back what lets them go, or
   * null while another has them. Missing: nobody else is there.
   */
  hold?(): Promise<(() => Promise<void>) | null>;
  /** Whether administrators can be told in private that their chat is gone. */
  tells: boolean;
  /** To the chat, or to a person in private. */
  deliver(reply: Reply, key: string, to: MemberId | undefined): Promise<void>;
  /** Nothing waits here any more: what waited for it may go out. */
  drained?(): void;
  now(): Instant;
  random(): number;
  log: JobLog;
}

/** One person's refusal, for a reason unknown here, must not keep the others waiting: it is tried a few times like any odd error. */
const judgeOfPerson = (error: unknown): Exclude<Failure, 'doubtful'> => {
  const failure = failureOf(error);
  return failure === 'doubtful' ? 'strange' : failure;
};

/** What became of an entry: out or given up (`settled`), or to be kept for the next start (`left`). */
type Fate = 'settled' | 'left';

/** One lane of a workspace's outbox: one delivery at a time, in the order the entries came into being. */
export class OutboxQueue {
  readonly #deps: OutboxQueueDeps;
  readonly #pace: ReturnType<typeof createPace>;
  readonly #stopping = new AbortController();
  #inMemory: OutboxEntry[] = [];
  readonly #ledger: OutboxLedger;
  #isHolding = true;
  #running: Promise<void> | undefined;
  #nap: AbortController | undefined;
  #woken = false;
  #abandoned = false;
  /** Since when the platform has given nothing but refusals of an unknown kind. */
  #refusedSince: Instant | undefined;

  constructor(deps: OutboxQueueDeps) {
    this.#deps = deps;
    this.#pace = createPace(deps.now, deps.pace);
    this.#ledger = new OutboxLedger(deps.workspace, deps.store, deps.lane);
  }

  /** Resolves when nothing is under way. */
  get idle(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  get waitingInMemory(): number {
    return this.#inMemory.length;
  }

  /** What is not out yet, as far as is known, and since when the first of it waits. */
  get state(): { waiting: number; since: Instant | undefined } {
    return { waiting: this.#ledger.waiting + this.#inMemory.length, since: this.#next()?.entry.since };
  }

  send(entry: OutboxEntry): void {
    this.#inMemory.push(entry);
    if (this.#inMemory.length > MOST_IN_MEMORY) {
      this.#inMemory.shift();
      this.#deps.log.warn({ workspace: this.#deps.workspace }, 'too many answers wait; the oldest is dropped');
    }
    this.wake();
  }

  wake(): void {
    this.#woken = true;
    this.#nap?.abort();
    this.#running ??= this.#run();
  }

  /** What can go out at once still does; what fails is left. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Nothing is touched any more, whatever is still under way. */
  abandon(): void {
    this.stop();
    this.#abandoned = true;
  }

  async #run(): Promise<void> {
    // The platform waits for the bot's 200; what it woke this for goes out behind that.
    await new Promise((resolve) => setImmediate(resolve));
    let drained = true;
    while (this.#woken && !this.#abandoned && (drained || !this.#stopping.signal.aborted)) {
      this.#woken = false;
      drained = await this.#drainHeld();
    }
    // In the same turn as the look at #woken above, so that no waking falls between the two.
    this.#running = undefined;
  }

  /** Drains with the ledger's entries in hand; without them, while another process has them, only what is in memory. */
  async #drainHeld(): Promise<boolean> {
    const release = this.#deps.hold ? await this.#deps.hold().catch(() => null) : undefined;
    this.#isHolding = release !== null;
    try {
      return await this.#drain();
    } finally {
      await release?.();
    }
  }

  /** Sends until nothing is left. False when something stays behind because the bot is stopping. */
  async #drain(): Promise<boolean> {
    for (let failures = 0; !this.#abandoned; ) {
      const [notCleared, notRead] = [await this.#ledger.forgetSettled(), await this.#look()];
      const fault = notCleared ?? notRead;
      const next = this.#next();
      if (next) {
        if ((await this.#dispatch(next)) === 'left') return false;
      } else if (!fault) {
        if (this.#ledger.othersWait) this.#deps.drained?.();
        return true;
      } else {
        failures += 1;
        this.#complain(failures, fault, 'the outbox cannot be read or cleared');
        if (failureOf(fault) !== 'again' && failures > MOST_STRANGE) return true;
        if (this.#stopping.signal.aborted) return false;
        await this.#napFor(waitBefore(failures, fault, this.#deps.random()));
      }
    }
    return false;
  }

  /** While the store is away: a new answer in memory ends the wait, it can go out all the same. */
  async #napFor(ms: number): Promise<void> {
    this.#nap = new AbortController();
    const signal = AbortSignal.any([this.#nap.signal, this.#stopping.signal]);
    await sleep(ms, signal);
    this.#nap = undefined;
  }

  /** Looks at the ledger. The fault, when it cannot be read: what is in memory goes out without it. */
  async #look(): Promise<unknown> {
    if (this.#isHolding) return this.#ledger.look();
    this.#ledger.leave();
    return undefined;
  }

  /** The entry that came into being first, of the ledger's and of memory's. */
  #next(): { entry: OutboxEntry; durable: boolean } | undefined {
    const durable = this.#ledger.first;
    const [held] = this.#inMemory;
    if (durable && (!held || durable.since <= held.since)) return { entry: durable, durable: true };
    return held && { entry: held, durable: false };
  }

  async #dispatch({ entry, durable }: { entry: OutboxEntry; durable: boolean }): Promise<Fate> {
    const fate = await this.#deliver(entry);
    if (fate === 'settled') {
      if (durable) this.#ledger.settle(entry.key);
      else this.#inMemory = this.#inMemory.filter((each) => each !== entry);
    }
    return fate;
  }

  async #deliver(entry: OutboxEntry): Promise<Fate> {
    if (!isReply(entry.reply)) {
      this.#deps.log.error({ workspace: this.#deps.workspace, key: entry.key }, 'not a reply; dropped');
      return 'settled';
    }
    let form = { reply: entry.reply, key: entry.key };
    let strange = 0;
    for (let attempt = 1; ; attempt += 1) {
      if (entry.until !== undefined && this.#deps.now() > entry.until) return this.#expire();
      try {
        await this.#attempt(form.reply, form.key, entry.to);
        this.#refusedSince = undefined;
        return 'settled';
      } catch (error) {
        if (this.#abandoned) return 'left';
        const failure = entry.to === undefined ? this.#judge(error, form.reply.kind) : judgeOfPerson(error);
        if (failure === 'strange') strange += 1;
        if (failure === 'drop') return this.#drop(error);
        this.#complain(attempt, error, 'a reply could not be delivered');
        if (failure === 'parked') return 'left';
        if (failure === 'gone') return entry.to === undefined ? this.#giveUp() : 'settled';
        const isBarred = failure === 'barred';
        // A file needs a permission of its own; that it is missing can still be said.
        if (isBarred && form.reply.kind !== 'file') return 'settled';
        if (isBarred || failure === 'plainer' || strange > MOST_STRANGE) {
          const plainer = plainerForm(form.reply, entry.key);
          if (!plainer) return 'settled';
          form = plainer;
          strange = 0;
        } else {
          if (this.#stopping.signal.aborted) return 'left';
          await sleep(waitBefore(attempt, error, this.#deps.random()), this.#stopping.signal);
        }
      }
    }
  }

  /** What a failure calls for. A refusal nobody understands is weighed by how long the chat has met nothing else. */
  #judge(error: unknown, kind: Reply['kind']): Exclude<Failure, 'doubtful'> | 'drop' {
    const failure = failureOf(error);
    if (failure !== 'doubtful') {
      this.#refusedSince = undefined;
      return failure;
    }
    this.#refusedSince ??= this.#deps.now();
    return verdictOn(this.#deps.now() - this.#refusedSince, kind);
  }

  async #attempt(reply: Reply, key: string, to: MemberId | undefined): Promise<void> {
    for (let wait = this.#pace.wait(); wait > 0; wait = this.#pace.wait()) await sleep(wait);
    this.#pace.begin();
    await withinLimit(this.#deps.deliver(reply, key, to));
  }

  /** Its time is over: a reminder of the morning is none in the evening. */
  #expire(): Fate {
    this.#deps.log.warn({ workspace: this.#deps.workspace }, 'a reminder could not go out in its time; it is dropped');
    return 'settled';
  }

  /** Refused for hours: what waits behind gets its turn. */
  #drop(error: unknown): Fate {
    const { workspace, log } = this.#deps;
    log.warn(
      { workspace, err: error },
      'the platform keeps refusing a reply, for a reason unknown here; it is dropped',
    );
    return 'settled';
  }

  async #giveUp(): Promise<Fate> {
    const inMemory = this.#inMemory.length;
    this.#inMemory = [];
    const dropped = inMemory + (await this.#ledger.giveUp(this.#deps.now(), this.#deps.tells));
    this.#deps.log.warn(
      { workspace: this.#deps.workspace, dropped },
      'the chat is gone; what waited for it is dropped',
    );
    this.#deps.drained?.();
    return 'settled';
  }

  #complain(attempt: number, error: unknown, message: string): void {
    if (attempt !== 1 && attempt % LOG_EVERY !== 0) return;
    const { workspace, log } = this.#deps;
    log.warn({ workspace, attempt, err: error }, message);
  }
}
