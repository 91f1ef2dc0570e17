import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { workspaceCodec } from '../document/workspace-codec.ts';
import { type Inspection, Tally } from '../inspection.ts';
import { workspaceIdOf } from './file-name.ts';

/**
 * Looks into the workspaces of a data folder, whether or not a bot uses it: files are replaced whole or appended to, so
 * each read is of one state. Nothing is locked, moved or written.
 * @param goOn asked before each file; false ends the look where it is
 * @throws what the system says of a folder that cannot be listed
 */
export const inspectFolder = async (folder: string, goOn: () => boolean): Promise<Inspection> => {
  const names = (await readdir(folder)).filter((name) => workspaceIdOf(name) !== undefined).sort();
  const broken: Inspection['broken'] = [];
  const tally = new Tally();
  let seen = 0;
  for (const name of names) {
    if (!goOn()) break;
    seen += 1;
    try {
      const content = await readFile(path.join(folder, name));
      tally.add(workspaceCodec(workspaceIdOf(name) ?? '', name).decode(content).data);
    } catch (error) {
      // Taken away since the folder was listed: somebody is restoring it.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      broken.push({ name, why: error instanceof Error ? error.message : 'unknown' });
    }
  }
  return { workspaces: names.length, seen, broken, waiting: tally.all() };
};
