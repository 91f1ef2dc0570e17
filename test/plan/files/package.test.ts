import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../src/plan/files/package.ts';
import { type ZipPart, zipOf } from '../../builders/zip.ts';

const MB = 1024 * 1024;
const plan: ZipPart = { name: 'word/document.xml', data: '<w:t>4月召开会议</w:t>' };
/** Bytes that do not pack: a counter's digits, stirred. */
const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0, x = 1; i < size; i++) {
    x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[i] = x >> 16;
  }
  return bytes;
};
const refusal = (sentence: string) =>
  expect.objectContaining({ code: 'unreadable-document', message: expect.stringContaining(sentence) });

describe('a package', () => {
  it('gives its parts by name, whatever the case', async () => {
    const opened = await openPackage(zipOf([plan, { name: 'media/a.png', data: new Uint8Array([1, 2, 3]) }]));
    expect(opened.names).toEqual(['word/document.xml', 'media/a.png']);
    expect(opened.has('Word/Document.xml')).toBe(true);
    expect(opened.has('word')).toBe(false);
    expect(await opened.text('WORD/document.xml')).toBe('<w:t>4月召开会议</w:t>');
    expect([...(await opened.bytes('media/a.png'))]).toEqual([1, 2, 3]);
    await expect(opened.text('word/styles.xml')).rejects.toEqual(refusal('损坏'));
  });

  it.each([
    ['utf16le' as const, '\uFEFF<a>计划</a>'],
    ['utf8' as const, '\uFEFF<a>计划</a>'],
    ['utf8' as const, '<a>计划</a>'],
  ])('reads text in %s by its mark', async (encoding, text) => {
    const opened = await openPackage(zipOf([{ name: 'a.xml', data: Buffer.from(text, encoding) }]));
    expect(await opened.text('a.xml')).toBe('<a>计划</a>');
  });

  it('leaves out parts whose names lead elsewhere', async () => {
    const names = ['../up.xml', '/etc/x', 'a/../../b', 'C:/x', '..\\up', 'folder/'];
    const opened = await openPackage(zipOf([...names.map((name) => ({ name, data: 'x' })), plan]));
    expect(opened.names).toEqual(['word/document.xml']);
  });

  it('takes a long part that packs as text does', async () => {
    const data = Array.from({ length: 300_000 }, (_, i) => `<w:t>4月召开第${i}次会议</w:t>`).join('');
    const opened = await openPackage(zipOf([{ name: 'a', data }]));
    expect(await opened.text('a')).toBe(data);
  });
});

describe('a hostile package', () => {
  const many = (count: number, data: ZipPart['data']): ZipPart[] =>
    Array.from({ length: count }, (_, i) => ({ name: `a${i}`, data }));
  it.each<[string, Uint8Array, string]>([
    ['one part that is all zeros', zipOf([{ name: 'a', data: Buffer.alloc(40 * MB) }]), '太大'],
    ['many middling parts', zipOf(many(60, Buffer.alloc(MB))), '太大'],
    ['more parts than any document', zipOf(many(2_001, 'x')), '太大'],
    ['a part that says it unpacks to 4 GB', zipOf([{ ...plan, declared: 0xffff_fff0 }]), '太大'],
    ['a locked part', zipOf([plan, { name: 'b', data: 'x', locked: true }]), '密码'],
    ['two parts of one name', zipOf([plan, { ...plan, name: 'word/Document.xml' }]), '损坏'],
    ['a file cut short', zipOf([plan]).subarray(0, 90), '损坏'],
    ['a file with its end missing', zipOf([plan]).subarray(0, -1), '损坏'],
    ['a head and nothing else', new Uint8Array([0x50, 0x4b, 3, 4]), '损坏'],
    ['nothing', new Uint8Array(), '损坏'],
    ['more than 10 MB', new Uint8Array(10 * MB + 1), '10 MB'],
  ])('is refused: %s', async (_, bytes, sentence) => {
    await expect(openPackage(bytes)).rejects.toEqual(refusal(sentence));
  });

  it.each([
    ['less than it unpacks to', 10],
    ['more than it unpacks to', 3 * MB],
  ])('is refused when it is read: a part that declares %s', async (_, declared) => {
    const opened = await openPackage(zipOf([{ name: 'a', data: Buffer.alloc(2 * MB, noise(20_000)), declared }]));
    await expect(opened.bytes('a')).rejects.toEqual(refusal('损坏'));
  });

  it('is refused when it is a container around a locked document', async () => {
    const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const locked = Buffer.concat([head, Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(openPackage(locked)).rejects.toEqual(refusal('密码'));
  });

  it('is read or refused, however it is damaged', async () => {
    const whole = zipOf([plan, { name: 'b', data: noise(300) }]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const read = async (): Promise<string> => {
          const opened = await openPackage(bytes);
          for (const name of opened.names) await opened.bytes(name);
          return 'read';
        };
        expect(await read().catch((error) => error.code)).toMatch(/^(?:read|unreadable-document)$/);
      }),
      { numRuns: 300 },
    );
  });
});
