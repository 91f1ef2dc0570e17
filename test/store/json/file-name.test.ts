import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, workspaceIdOf } from '../../../src/store/json/file-name.ts';

const workspaceId = fc
  .tuple(fc.constantFrom('feishu', 'wecom', 'local'), fc.stringMatching(/^[!-~\u4e00-\u9fa5é😀]{1,40}$/u))
  .map(([platform, chat]) => `${platform}:${chat}`)
  .filter((id) => Buffer.byteLength(id) < 66);

describe('the file name of a workspace', () => {
  it.each([
    ['feishu:oc_5ad1', 'feishu.oc_5ad1.json'],
    ['feishu:oc_5aD1', 'feishu.oc_5a+d1.json'],
    ['wecom:wrOg-1', 'wecom.wr+og-1.json'],
    ['local:../../etc/passwd', 'local.%2e%2e%2f%2e%2e%2fetc%2fpasswd.json'],
    ['local:%2e', 'local.%252e.json'],
    ['local:+a', 'local.%2ba.json'],
    ['local:群', 'local.%e7%be%a4.json'],
    ['local:a:b', 'local.a%3ab.json'],
  ])('%s is kept in %s', (id, name) => {
    expect(fileNameOf(id)).toBe(name);
    expect(workspaceIdOf(name)).toBe(id);
  });

  it('leads back to the id it was made of', () => {
    fc.assert(fc.property(workspaceId, (id) => workspaceIdOf(fileNameOf(id)) === id));
  });

  it('holds nothing a file system could take for something else', () => {
    fc.assert(fc.property(workspaceId, (id) => /^[a-z0-9]+\.[a-z0-9_%+-]+\.json$/.test(fileNameOf(id))));
  });

  it.each([
    'lock',
    'probe',
    'feishu.oc_1.json.broken-20260518T010203Z-1a2b',
    '.feishu.oc_1.json.5f.tmp',
    'feishu.oc_A.json',
    'feishu.%61.json',
    'feishu.%2E.json',
    'feishu.%ff.json',
    'feishu..json',
    'oc_1.json',
    'README.md',
  ])('%s is no workspace file', (name) => {
    expect(workspaceIdOf(name)).toBeUndefined();
  });

  it('is refused when it would be too long for a file system', () => {
    expect(() => fileNameOf(`local:${'群'.repeat(100)}`)).toThrow(/too long/);
  });
});
