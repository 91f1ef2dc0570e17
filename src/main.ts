import { type Logger, pino } from 'pino';
import { createApp } from './app.ts';
import { BanjieError } from './banjie-error.ts';
import { type Config, readProcessConfig } from './config.ts';

/** How long a stop may take before the process goes anyway, in ms. What is acknowledged is on disk by then; see the store. */
const STOP_LIMIT_MS = 4_500;

/** What the system says of an address that is not this machine's, cannot be found, or may not be used. */
const NO_SUCH_ADDRESS = new Set(['EACCES', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND']);

/** Why the bot did not start, as one line for the person who started it. */
function whyNot(error: unknown, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `端口 ${port} 已被占用,请关掉占用它的程序,或用 PORT 换一个端口`;
  if (code !== undefined && NO_SUCH_ADDRESS.has(code)) return `不能在这个地址上监听,请检查 HOST 和 PORT(${code})`;
  return error instanceof BanjieError || error instanceof Error ? error.message : String(error);
}

/** Lines kept while standard error takes none, in bytes. */
const UNWRITTEN_LOG_BYTES = 1_000_000;

/** The log on standard error. Where that cannot be written (a file on a full disk), the bot goes on and the lines wait. */
function openLog(level: Config['logLevel']): Logger {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: UNWRITTEN_LOG_BYTES });
  // Without a listener the error would be thrown to whoever logs, and a push be answered 500 for it.
  destination.on('error', () => undefined);
  return pino({ level, base: null }, destination);
}

async function main(): Promise<void> {
  const reading = readProcessConfig();
  if (!reading.ok) {
    process.stderr.write(`配置有误,没有启动:\n${reading.faults.map((fault) => `- ${fault}\n`).join('')}`);
    process.exit(1);
  }
  const { config } = reading;
  const log = openLog(config.logLevel);
  const report = (sentence: string) => process.stderr.write(`注意:${sentence}\n`);
  const app = createApp(config, { log, now: Date.now, report });

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await app.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  try {
    const url = await app.start();
    process.stdout.write(config.localChat ? `办结已启动,打开聊天页:${url}/\n` : `办结已启动:${url}\n`);
  } catch (error) {
    process.stderr.write(`没有启动:${whyNot(error, config.port)}\n`);
    log.debug({ err: error }, 'start failed');
    process.exit(1);
  }
}

await main();
