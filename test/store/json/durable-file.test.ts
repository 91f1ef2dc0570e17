import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** What was asked of the disk, in order. Everything is really done. */
const asked = vi.hoisted(() => [] as string[]);

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    open: async (file: string, flags: string, mode?: number) => {
      const handle = await real.open(file, flags, mode);
      const name = flags === 'r' ? 'folder' : 'unfinished';
      for (const step of ['writev', 'sync', 'close'] as const) {
        const work = handle[step].bind(handle) as (...args: unknown[]) => Promise<unknown>;
        Object.assign(handle, {
          [step]: (...args: unknown[]) => {
            asked.push(`${step} ${name}`);
            return work(...args);
          },
        });
      }
      return handle;
    },
    rename: (from: string, to: string) => {
      asked.push('rename');
      return real.rename(from, to);
    },
  };
});

const { writeDurably } = await import('../../../src/store/json/durable-file.ts');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-durable-'));
  asked.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

it.skipIf(process.platform === 'win32')(
  'a write is synced before it takes its name, and the folder after',
  async () => {
    await writeDurably(path.join(folder, 'a.json'), Buffer.from('一'));
    expect(asked).toEqual([
      'writev unfinished',
      'sync unfinished',
      'rename',
      'close unfinished',
      'sync folder',
      'close folder',
    ]);
    expect(await readFile(path.join(folder, 'a.json'), 'utf8')).toBe('一');
  },
);
