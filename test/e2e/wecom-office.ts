import path from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Instant } from '../../src/calendar/date.ts';
import type { Config } from '../../src/config.ts';
import { keptLog } from '../fakes/feishu/running-platform.ts';
import { type FakeWecom, GROUP, ROBOT, startFakeWecom } from '../fakes/wecom/fake-wecom.ts';
import { dataFolder } from './bot-process.ts';

export const WEBHOOK = 'webhooksecret-0001';

/** A fake WeCom and the bot in this process, its clock at a moment of one's choosing and still unless moved. */
export interface WecomOffice {
  fake: FakeWecom;
  url(): string;
  /** Where the bot keeps its data. */
  dataDir: string;
  /** Every log line so far. */
  logged(): string;
  setClock(at: Instant): void;
  /** Stops the bot and starts another on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  at: Instant;
  /** Whether the group has a webhook. */
  webhook?: boolean;
  robotName?: string;
  receiveId?: string;
}

export async function openWecomOffice(options: OfficeOptions): Promise<WecomOffice> {
  const data = await dataFolder();
  let at = options.at;
  const fake = await startFakeWecom(() => at);
  fake.api.keys.add(WEBHOOK);
  const { log, lines } = keptLog();
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: path.join(data.folder, 'store'),
    databaseUrl: null,
    metricsToken: '',
    publicUrl: null,
    logLevel: 'trace',
    localChat: false,
    feishu: null,
    wecom: {
      token: fake.keys.token,
      encodingAesKey: fake.keys.encodingAesKey,
      receiveId: options.receiveId ?? '',
      robotName: options.robotName ?? ROBOT,
      webhooks: new Map(options.webhook ? [[GROUP, WEBHOOK]] : []),
      apiBase: fake.api.base,
      mediaHosts: [fake.api.base],
    },
  };
  let app: App;
  let url = '';
  const start = async () => {
    app = createApp(config, { log, now: () => at });
    url = await app.start();
    fake.pushTo(`${url}/wecom/callback`);
  };
  await start();
  return {
    fake,
    url: () => url,
    dataDir: config.dataDir,
    logged: lines,
    setClock: (moment) => {
      at = moment;
    },
    async restart() {
      await app.stop();
      await start();
    },
    async close() {
      await app.stop();
      await fake.api.close();
      await data.remove();
    },
  };
}
