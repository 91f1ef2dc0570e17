import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { type BotProcess, dataFolder, startBot } from './bot-process.ts';

const MOVED_CLOCK = fileURLToPath(new URL('./moved-clock.mjs', import.meta.url));

/** A plan as a clerk pastes it. */
export const PLAN = `导入 2026
某区总工会2026年工作要点
一、权益保障
1. 5月:走访困难职工60户。责任领导:王明;责任单位:保障部。
2. 每季度开展一次劳动安全检查。责任单位:保障部。
3. 9月底前新增会员500人。责任领导:赵强;责任单位:组织部。
二、宣传教育
4. 5月上旬举办职工书画展。责任单位:宣教部。
5. 4月召开劳模座谈会。责任单位:宣教部。
6. 定期更新宣传栏。责任单位:宣教部。`;

/** A fake Feishu and the real bot as a process of its own, at a moment of one's choosing. */
export interface Office {
  fake: FakeFeishu;
  bot: BotProcess;
  folder: string;
  /** Ends the bot with this signal and resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Starts the bot again on the same data, at another moment if one is given. */
  start(at?: number): Promise<void>;
  /** Everything every bot of this office ever wrote. */
  output(): string;
  close(): Promise<void>;
}

/** Opens an office whose clocks start at `at`, ms since the epoch. */
export async function openOffice(at: number): Promise<Office> {
  const data = await dataFolder();
  let moved = at - Date.now();
  const fake = await startFakeFeishu({ now: () => Date.now() + moved, perChatPerSecond: 5 });
  const ended: BotProcess[] = [];
  const launch = () =>
    startBot(
      {
        DATA_DIR: path.join(data.folder, 'store'),
        LOG_LEVEL: 'trace',
        CLOCK_STARTS_AT: String(Date.now() + moved),
        FEISHU_APP_ID: fake.app.appId,
        FEISHU_APP_SECRET: fake.app.appSecret,
        FEISHU_ENCRYPT_KEY: fake.app.encryptKey,
        FEISHU_VERIFICATION_TOKEN: fake.app.verificationToken,
        FEISHU_DOMAIN: fake.domain,
      },
      ['--import', MOVED_CLOCK],
    );
  const office: Office = {
    fake,
    bot: launch(),
    folder: path.join(data.folder, 'store'),
    async end(signal) {
      office.bot.signal(signal);
      ended.push(office.bot);
      return office.bot.exit();
    },
    async start(again) {
      if (again !== undefined) moved = again - Date.now();
      office.bot = launch();
      fake.pushTo(`${await office.bot.url()}/feishu/events`);
    },
    output: () => [...ended, office.bot].map((bot) => bot.stdout() + bot.stderr()).join(''),
    async close() {
      await office.end('SIGKILL');
      await fake.close();
      await data.remove();
    },
  };
  fake.pushTo(`${await office.bot.url()}/feishu/events`);
  return office;
}
