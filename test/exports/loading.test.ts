import { expect, it, vi } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { instant } from '../builders/acting.ts';
import { anOffice } from '../builders/office.ts';

const loaded = vi.hoisted(() => ({ docx: 0, drawing: 0 }));
vi.mock('docx', async (importOriginal) => {
  loaded.docx += 1;
  return await importOriginal();
});

for (const library of ['echarts/core', '@resvg/resvg-js', 'fontkit']) {
  vi.doMock(library, () => {
    loaded.drawing += 1;
    return {};
  });
}

it('the library for docx is loaded with the first paper, not with the bot, and only once', async () => {
  await import('../../src/app.ts');
  const { commands } = await import('../../handlers/index.ts');
  const { makePaper } = await import('../../src/exports/make-paper.ts');
  const { compile } = await import('../../src/digests/compile.ts');
  expect(commands.length).toBeGreaterThan(0);
  expect(loaded.docx).toBe(0);
  const asOf = instant('2026-05-12');
  const digest = compile(anOffice(), 'monthly', '2026-04', { asOf, calendar: stateCouncilCalendar() });
  for (const name of ['a.docx', 'b.docx']) {
    const bytes = await makePaper({ kind: 'digest', name, digest }, async () => undefined);
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  }
  expect(loaded.docx).toBe(1);
  // Pictures are drawn by another process: this one never has the libraries.
  expect(loaded.drawing).toBe(0);
});
