import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** As `npm start` runs it. */
const FROM_SOURCE = ['--import', 'tsx', 'src/main.ts'];

/** The bot as its own process, the way `npm start` runs it. */
export interface BotProcess {
  /** Everything it wrote to standard output and standard error so far. */
  stdout(): string;
  stderr(): string;
  /** The address it printed; rejects when it ended without printing one. */
  url(): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with the exit code, `null` when a signal ended it. */
  exit(): Promise<number | null>;
}

/**
 * Starts the bot with nothing of this machine's environment but the path, on a free port unless told. Its standard error
 * is kept, or goes to the open file `stderr`. `program` is what Node is given to run.
 */
export function startBot(
  environment: Record<string, string>,
  nodeOptions: string[] = [],
  stderr: 'pipe' | number = 'pipe',
  program: readonly string[] = FROM_SOURCE,
): BotProcess {
  const child: ChildProcess = spawn(process.execPath, [...nodeOptions, ...program], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: '0', NO_PROXY: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', stderr],
  });
  const written = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (chunk: Buffer) => {
      written[name] += chunk.toString('utf8');
      for (const watch of watchers) watch();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    const watch = () => {
      const found = /http:\/\/[\w.:[\]]+/u.exec(written.stdout);
      if (found) resolve(found[0]);
    };
    watchers.add(watch);
    ended.then(() => reject(new Error(`the bot ended without an address: ${written.stderr}`)));
  });
  url.catch(() => undefined);
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    url: () => url,
    signal: (signal) => child.kill(signal),
    exit: () => ended,
  };
}

/** A folder of its own for a bot's data, taken away afterwards. */
export async function dataFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'banjie-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
