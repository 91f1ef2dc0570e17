import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { instantAt } from '../../src/calendar/date.ts';
import type { Config } from '../../src/config.ts';
import { dataFolder } from './bot-process.ts';

/** The bot in this process, on its own data, its clock running from Friday 2026-11-20 10:00. */
export interface RunningApp {
  url: string;
  stop(): Promise<void>;
  /** Stops it and starts it again at the same address with the same data. */
  restart(whileDown?: () => Promise<void>): Promise<void>;
}

export async function runApp(): Promise<RunningApp> {
  const data = await dataFolder();
  const ahead = instantAt('2026-11-20', '10:00') - Date.now();
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: data.folder,
    databaseUrl: null,
    metricsToken: '',
    publicUrl: null,
    logLevel: 'silent',
    localChat: true,
    feishu: null,
    wecom: null,
  };
  const open = (port: number) =>
    createApp({ ...config, port }, { log: pino({ level: 'silent' }), now: () => Date.now() + ahead });
  let app = open(0);
  const url = await app.start();
  return {
    url,
    stop: async () => {
      await app.stop();
      await data.remove();
    },
    restart: async (whileDown) => {
      await app.stop();
      await whileDown?.();
      app = open(Number(new URL(url).port));
      await app.start();
    },
  };
}
