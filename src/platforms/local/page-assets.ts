import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { DoorResponse } from '../platform.ts';

const folder = new URL('./page/', import.meta.url);
const SAMPLE_PLAN = new URL('../../../data/sample-plan.md', import.meta.url);

/**
 * Nothing but this server's own script, style and pictures; no inline script or style; and the browser itself refuses
 * to turn a string into markup, so people's text can only ever be shown as text.
 */
const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** The parts of the page, by what the browser asks for. */
export type AssetName = 'page' | 'script' | 'style' | 'icon' | 'sample';

const TYPES: Record<AssetName, string> = {
  page: 'text/html; charset=utf-8',
  script: 'text/javascript; charset=utf-8',
  style: 'text/css; charset=utf-8',
  icon: 'image/svg+xml',
  sample: 'text/plain; charset=utf-8',
};

/** Bundles one entry of the page in memory; nothing is written, so bots started side by side cannot disturb each other. */
async function bundle(entry: string): Promise<Buffer> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, folder))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return Buffer.from(result.outputFiles[0]?.contents ?? []);
}

const load: Record<AssetName, () => Promise<Buffer>> = {
  page: () => readFile(new URL('index.html', folder)),
  script: () => bundle('main.ts'),
  style: () => bundle('style.css'),
  icon: () => readFile(new URL('icon.svg', folder)),
  sample: () => readFile(SAMPLE_PLAN),
};

/** Serves the page's parts, each made ready once, at its first request. */
export function createPageAssets(): (name: AssetName) => Promise<DoorResponse> {
  const ready = new Map<AssetName, Promise<Buffer>>();
  return async (name) => {
    const bytes = ready.get(name) ?? load[name]();
    ready.set(name, bytes);
    // A failed part is tried again at the next request.
    bytes.catch(() => ready.delete(name));
    return {
      status: 200,
      headers: {
        'content-type': TYPES[name],
        'content-security-policy': SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
      body: await bytes,
    };
  };
}
