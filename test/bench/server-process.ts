import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A server in a process of its own, started as `npm start` starts one. */
export interface ServerProcess {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
};

/** Runs a TypeScript file, or a built one, until it has printed a line, which says that it serves. @throws Error when it ends before that */
export const startServer = async (file: string, environment: Record<string, string>): Promise<ServerProcess> => {
  const port = await freePort();
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, file.endsWith('.ts') ? ['--import', 'tsx', file] : [file], {
    env: { PATH, HOME, NO_PROXY: '127.0.0.1', NODE_ENV: 'production', PORT: `${port}`, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const served = child.stdout === null ? ended : once(child.stdout, 'data');
  await Promise.race([served, ended]);
  if (child.exitCode !== null) throw new Error(`${file} did not start`);
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
