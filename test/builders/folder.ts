import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new, empty folder, taken away with all in it when the test ends. Inside tests only. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
