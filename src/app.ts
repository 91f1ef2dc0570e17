import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { commands } from '../handlers/index.ts';
import type { Instant } from './calendar/date.ts';
import { stateCouncilCalendar, type WorkingCalendar } from './calendar/working-days.ts';
import type { FeedAddresses } from './chat/command.ts';
import type { Courier } from './chat/courier.ts';
import { createDispatch } from './chat/dispatch.ts';
import { answerBefore } from './chat/ledger.ts';
import type { Receive } from './chat/message.ts';
import { welcome } from './chat/welcome.ts';
import type { Config } from './config.ts';
import { stopReading } from './documents/read-document.ts';
import { makePaper } from './exports/make-paper.ts';
import { createDrawing } from './exports/picture/drawing.ts';
import { createFeedDoor, FEED_PATH } from './feeds/feed-door.ts';
import { SECRET_BYTES, tokenOf } from './feeds/token.ts';
import { loadHolidays } from './holidays/holiday-folder.ts';
import { createHttpServer, type Readiness } from './http/server.ts';
import { createBackupJob } from './jobs/backup-job.ts';
import { createDigestJob } from './jobs/digest-job.ts';
import { createOutbox } from './jobs/outbox-job.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createFeishuPlatform } from './platforms/feishu/feishu-platform.ts';
import { createLocalPlatform } from './platforms/local/local-platform.ts';
import type { Platform, PlatformPorts } from './platforms/platform.ts';
import { webhookFileIn } from './platforms/wecom/webhooks.ts';
import { createWecomPlatform } from './platforms/wecom/wecom-platform.ts';
import { Backups } from './store/json/backup.ts';
import { openJsonStore } from './store/json/json-store.ts';
import type { WorkspaceStore } from './store/workspace-store.ts';
import { learnMembers } from './workspace/people.ts';
import { cameIn, wentOut } from './workspace/presence.ts';

/** The bot, joined together and not yet running. */
export interface App {
  /** Opens the store, listens, begins the jobs, and resolves with the address once it can serve. @throws what stood in the way */
  start(): Promise<string>;
  /** Takes nothing new, finishes what runs, makes everything durable. Resolves within 5 s. */
  stop(): Promise<void>;
}

export interface AppParts {
  log: Logger;
  /** The clock of the whole bot, ms since the epoch. */
  now(): Instant;
  /** Tells whoever starts the bot, in a Chinese sentence, what it goes on without. */
  report?(sentence: string): void;
}

/** Joins store, platforms, handlers and jobs. The only place that picks them. */
export function createApp(config: Config, parts: AppParts): App {
  let running: Running | undefined;
  return {
    async start() {
      const store = await openStore(config, parts.now);
      const { years, faults } = await loadHolidays(config.dataDir);
      for (const fault of faults) parts.report?.(fault);
      running = new Running(config, parts, store, stateCouncilCalendar(years));
      return running.start();
    },
    stop: async () => running?.stop(),
  };
}

/** The driver is loaded only where there is a database. */
async function openStore({ databaseUrl, dataDir }: Config, now: () => Instant): Promise<WorkspaceStore> {
  if (databaseUrl === null) return openJsonStore({ folder: dataDir, now });
  const { openPostgresStore } = await import('./store/postgres/postgres-store.ts');
  return openPostgresStore({ url: databaseUrl, now });
}

function platformsOf(config: Config, log: Logger, port: () => number | undefined): Platform[] {
  return [
    ...(config.feishu ? [createFeishuPlatform({ ...config.feishu, log })] : []),
    ...(config.wecom
      ? [createWecomPlatform({ ...config.wecom, webhookFile: webhookFileIn(config.dataDir), log })]
      : []),
    ...(config.localChat ? [createLocalPlatform({ log, port })] : []),
  ];
}

/** An address people can open: the one for "every address" is no place to go. */
function urlOf({ address, port, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

class Running {
  readonly #config: Config;
  readonly #store: WorkspaceStore;
  readonly #platforms: Platform[];
  readonly #drawing;
  readonly #outbox;
  readonly #digests;
  readonly #backup;
  readonly #feeds;
  readonly #http;
  readonly #ports: PlatformPorts;
  /** Links for the local page lead to this machine where no other address is known; nobody else could open them. */
  readonly #addresses: FeedAddresses = {
    address: (id, secret) => {
      const here = id.startsWith('local:') && this.#address ? urlOf(this.#address) : null;
      const base = this.#config.publicUrl ?? here;
      return base === null ? null : `${base}${FEED_PATH}${tokenOf(id, secret)}.ics`;
    },
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
  };
  #state: 'starting' | 'ready' | 'stopping' = 'starting';
  #address: AddressInfo | undefined;

  constructor(config: Config, { log, now }: AppParts, given: WorkspaceStore, calendar: WorkingCalendar) {
    this.#config = config;
    const metrics = createMetrics(() => this.#outbox?.state() ?? [], now);
    const store = metrics.timed(given);
    this.#store = store;
    this.#platforms = platformsOf(config, log, () => this.#address?.port);
    this.#drawing = createDrawing({ log });
    this.#outbox = createOutbox({
      store,
      platforms: this.#platforms,
      now,
      log,
      make: (paper, group) => makePaper(paper, group, this.#drawing.draw),
    });
    this.#digests = createDigestJob({
      store,
      calendar,
      now,
      tellsPeople: (id) => this.#platforms.some(({ name, tell }) => tell !== undefined && id.startsWith(`${name}:`)),
      wake: (id) => this.#outbox.wake(id),
      observe: metrics.digests,
      log,
    });
    // A database has backups of its own kind.
    const backups = config.databaseUrl === null ? new Backups(config.dataDir) : null;
    this.#backup = backups && createBackupJob({ make: (at) => backups.make(at), now, log });
    this.#feeds = createFeedDoor({ store, now, log });
    const courier: Courier = {
      wake: (id) => {
        this.#feeds.know(id);
        this.#outbox.wake(id);
      },
      send: (id, entry) => this.#outbox.send(id, entry),
    };
    const receive: Receive = createDispatch({
      store,
      commands,
      calendar,
      now,
      deliver: courier,
      feeds: this.#addresses,
      observe: metrics.answered,
      log,
    });
    this.#ports = {
      receive,
      now,
      answerGiven: async (id, message) => {
        const workspace = await store.read(id);
        return workspace && answerBefore(workspace, { id: message });
      },
      joined: async (id, key) => {
        const before = await store.read(id);
        if (before?.ledger.pushing.goneSince != null) await store.update(id, cameIn);
        courier.send(id, { key, reply: welcome(), since: now() });
      },
      left: async (id) => {
        if (await store.read(id)) await store.update(id, (workspace) => wentOut(workspace, now()));
      },
      membersLearned: async (id, members) => {
        await store.update(id, (workspace) => learnMembers(workspace, members));
      },
    };
    this.#http = createHttpServer({
      doors: [...this.#platforms.flatMap((platform) => platform.doors), this.#feeds.door],
      readiness: () => this.#readiness(),
      connections: () => this.#connections(),
      metrics: { text: metrics.text, contentType: metrics.contentType, token: config.metricsToken },
      log,
    });
  }

  #readiness(): Readiness {
    if (this.#state !== 'ready') return this.#state;
    return this.#store.healthy() ? 'ready' : 'store-unavailable';
  }

  /** `{ feishu: 'up' }`: platforms that keep a connection of their own. */
  #connections(): Record<string, 'up' | 'down'> {
    return Object.fromEntries(
      this.#platforms.flatMap((platform) => (platform.connection ? [[platform.name, platform.connection()]] : [])),
    );
  }

  async start(): Promise<string> {
    try {
      this.#address = await this.#http.listen(this.#config.host, this.#config.port);
      for (const platform of this.#platforms) await platform.start(this.#ports);
      await this.#outbox.start();
      await this.#digests.start();
      await this.#backup?.start();
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.#state = 'ready';
    return urlOf(this.#address);
  }

  /** The order matters: whoever asks hears 503 and no document and no picture is waited for, then nothing new is begun, then what was begun is sent and written. */
  async stop(): Promise<void> {
    this.#state = 'stopping';
    stopReading();
    this.#drawing.stop();
    const platforms = this.#platforms.map((platform) => platform.stop());
    await Promise.all([this.#http.finishAnswers(), ...platforms, this.#digests.stop(), this.#backup?.stop()]);
    await this.#outbox.stop();
    await this.#http.stop();
    await this.#store.close();
  }
}
