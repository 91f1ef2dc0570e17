import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPageAssets } from '../../../src/platforms/local/page-assets.ts';

const folder = new URL('../../../src/platforms/local/page/', import.meta.url);
const asset = createPageAssets();
const textOf = async (name: Parameters<typeof asset>[0]) => String((await asset(name)).body);

describe('the page', () => {
  it('holds no inline script, style or handler, so the content policy can forbid them', async () => {
    const page = await textOf('page');
    expect(page).toContain('<script type="module" src="/local/page.js"></script>');
    expect(page.match(/<script(?![^>]*\ssrc=)/gu)).toBeNull();
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/u);
    const policy = (await asset('page')).headers?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it('has a script of its own sources alone, one file for the browser', async () => {
    const script = await textOf('script');
    expect(script).not.toMatch(/^import /mu);
    expect(script).toContain('EventSource');
  });

  it('has one style sheet with every part in it', async () => {
    const style = await textOf('style');
    expect(style).not.toContain('@import');
    expect(style).toContain('.card-head');
  });

  it('offers the sample plan as it lies in the data folder', async () => {
    const sample = readFileSync(new URL('../../../data/sample-plan.md', import.meta.url), 'utf8');
    expect(await textOf('sample')).toBe(sample);
  });

  it('never makes markup of a string', () => {
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    expect(sources).toContain('card-view.ts');
    for (const name of sources) {
      const source = readFileSync(new URL(name, folder), 'utf8');
      expect(source, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(/u);
    }
  });
});
