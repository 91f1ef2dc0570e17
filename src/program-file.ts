import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A file of the program that runs as a process of its own. */
export interface ProgramFile {
  file: string;
  /** What Node needs to run it: from source a loader of TypeScript, built nothing. */
  execArgv: string[];
}

/**
 * The program's file `name` (without its ending) beside the module whose `import.meta.url` is `from`: TypeScript where the
 * program runs from source, JavaScript where it was built. The loader is found from there, so that the bot may be
 * started in any folder.
 */
export const programFile = (name: string, from: string): ProgramFile => {
  const ending = path.extname(fileURLToPath(from));
  const loader = () => pathToFileURL(createRequire(from).resolve('tsx')).href;
  return {
    file: fileURLToPath(new URL(`./${name}${ending}`, from)),
    execArgv: ending === '.ts' ? ['--import', loader()] : [],
  };
};
