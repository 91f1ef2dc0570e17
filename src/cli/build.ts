import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/*
 * `npm run build [-- FOLDER]`: the program as JavaScript, file for file, in `dist` or another folder of this project, with
 * what it reads beside its code. Run so (`node dist/src/main.js`) it starts in half the time and needs 120 MB less: no
 * loader of TypeScript runs beside it.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PAGE = path.join('src', 'platforms', 'local', 'page');
/** Read at run time by their place beside the code. The page is bundled when it is first asked for, from its sources. */
const BESIDE = [path.join('src', 'calendar', 'holidays'), PAGE, path.join('data', 'sample-plan.md')];

const typescriptIn = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(ROOT, folder), { recursive: true }))
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.startsWith(PAGE + path.sep));

/** Each file stays a file of its own; what it imports of the program is called by its new name. */
const ownFiles: Plugin = {
  name: 'own-files',
  setup(setup) {
    setup.onResolve({ filter: /^\.{1,2}\// }, ({ path: asked, kind }) =>
      kind === 'entry-point' ? undefined : { path: asked.replace(/\.ts$/u, '.js'), external: true },
    );
  },
};

const target = path.resolve(ROOT, process.argv[2] ?? 'dist');
if (!target.startsWith(ROOT) || target === ROOT) {
  console.error('应为本项目里的一个文件夹:包要在它上面找得到。');
  process.exit(1);
}
await rm(target, { recursive: true, force: true });
await build({
  absWorkingDir: ROOT,
  entryPoints: [...(await typescriptIn('src')), ...(await typescriptIn('handlers'))],
  outdir: target,
  outbase: ROOT,
  bundle: true,
  packages: 'external',
  plugins: [ownFiles],
  platform: 'node',
  format: 'esm',
  target: 'node20.12',
  charset: 'utf8',
  sourcemap: 'linked',
  logLevel: 'warning',
});
for (const name of BESIDE) {
  await mkdir(path.dirname(path.join(target, name)), { recursive: true });
  await cp(path.join(ROOT, name), path.join(target, name), { recursive: true });
}
console.log(`${path.relative(ROOT, target)}:node ${path.join(path.relative(ROOT, target), 'src', 'main.js')}`);
