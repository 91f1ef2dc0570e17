import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Picture, PictureBar } from '../../../src/cards/picture.ts';
import { createDrawing, type Drawing, type DrawingOptions } from '../../../src/exports/picture/drawing.ts';
import { rejected } from '../../builders/caught.ts';

const bar = (overrides: Partial<PictureBar> = {}): PictureBar => ({
  name: '一、宣传教育',
  share: 0.4,
  overdue: 0.1,
  expected: null,
  label: '4/10 · 40%',
  ...overrides,
});
const aPicture = (bars: PictureBar[] = [bar()]): Picture => ({
  title: '2026年工作进度',
  note: '截至5月12日',
  panels: [{ heading: '各部分办结率', kind: 'progress', bars, left: 0 }],
});

let folder: string;
let open: Drawing[] = [];
const lines: { details: object; message: string }[] = [];
const log = { error: (details: object, message: string) => lines.push({ details, message }) };
const drawing = (options: Partial<DrawingOptions> = {}): Drawing => {
  const made = createDrawing({ log, ...options });
  open.push(made);
  return made;
};
/** A program in place of the one that draws. */
const program = (name: string, text: string): string => {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'banjie-picture-'));
});
afterEach(() => {
  for (const each of open) each.stop();
  open = [];
  lines.length = 0;
});
afterAll(() => rm(folder, { recursive: true }));

const sizeOf = (png: Uint8Array): [width: number, height: number] => {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe('drawing', () => {
  it.each([1, 3, 12, 30])('%i bars are a PNG as wide as it says, and higher with more', async (count) => {
    const { png, width, height } = await drawing().draw(aPicture(Array.from({ length: count }, () => bar())));
    const [wide, high] = sizeOf(png);
    expect(Math.abs(wide / high - width / height)).toBeLessThan(0.01);
    expect(wide).toBeGreaterThanOrEqual(900);
    expect(height).toBeGreaterThan(count * 26);
  });

  it('takes any text and any number', async () => {
    const names = [
      '<b>&amp;"\'',
      '{a|b}{c}',
      '@all',
      '半个\ud83d字',
      'a\u0000\u0007b\n换行',
      '🔴𠮷',
      '',
      '长'.repeat(300),
    ];
    const bars = names.flatMap((name) =>
      [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 12].map((share) =>
        bar({ name, share, label: name, expected: share }),
      ),
    );
    for (const kind of ['progress', 'targets'] as const) {
      const panels = [{ heading: '</text><script>', kind, bars: bars.slice(0, 30), left: 10 }];
      sizeOf((await drawing().draw({ title: '<svg>', note: ']]>', panels })).png);
    }
  });

  it('runs in a process that begins with the first picture and ends when idle', async () => {
    const one = drawing({ idleMs: 50 });
    expect(one.running()).toBe(false);
    await one.draw(aPicture());
    expect(one.running()).toBe(true);
    await expect.poll(() => one.running(), { timeout: 5_000 }).toBe(false);
    sizeOf((await one.draw(aPicture())).png);
  });

  it('leaves the event loop free', async () => {
    const one = drawing();
    const drawn = one.draw(aPicture());
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await drawn;
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  it('is refused with a sentence and a line in the log when the font is not there', async () => {
    const error = await rejected(drawing({ font: path.join(folder, 'none.otf') }).draw(aPicture()));
    expect(error).toMatchObject({ code: 'paper-failed' });
    expect(String(error)).toContain('中文字体缺失或打不开');
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['is no font', Buffer.from('not a font at all, whatever its name says')],
    ['is empty', Buffer.alloc(0)],
  ])('and when its file %s', async (name, bytes) => {
    const font = path.join(folder, `${name}.otf`);
    await writeFile(font, bytes);
    expect(String(await rejected(drawing({ font }).draw(aPicture())))).toContain('中文字体');
  });

  it.each([
    ['crashes', 'process.send({ kind: "up" }); process.on("message", () => process.abort());'],
    ['hangs', 'process.send({ kind: "up" }); process.on("message", () => { for (;;) ; });'],
    ['never comes up', 'setInterval(() => undefined, 1000);'],
    ['ends at once', ''],
    [
      'answers something else',
      'process.send({ kind: "up" }); process.on("message", () => process.send({ kind: "up" }));',
    ],
  ])('a process that %s costs that one picture only', async (name, text) => {
    const one = drawing({ entry: program(name, text), startLimitMs: 3_000, drawLimitMs: 300 });
    const error = await rejected(one.draw(aPicture()));
    expect(error).toMatchObject({ code: 'paper-failed' });
    expect(String(error)).toContain('没有画出来');
    expect(one.running()).toBe(false);
    expect(lines).toHaveLength(1);
  });

  it('a picture that fails does not stop the next', async () => {
    const one = drawing();
    const broken = { ...aPicture(), panels: null } as unknown as Picture;
    expect(await rejected(one.draw(broken))).toMatchObject({ code: 'paper-failed' });
    sizeOf((await one.draw(aPicture())).png);
  });

  it('what is being drawn at a stop fails at once', async () => {
    const one = drawing({ entry: program('slow', 'setInterval(() => undefined, 1000);') });
    const first = rejected(one.draw(aPicture()));
    const second = rejected(one.draw(aPicture()));
    one.stop();
    expect(String(await first)).toContain('正在重启');
    expect(String(await second)).toContain('正在重启');
  });
});
