import { expect, it } from 'vitest';
import { makePaper } from '../../src/exports/make-paper.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import { runPlatform } from '../fakes/feishu/running-platform.ts';
import { memoryStore } from './memory-store.ts';
import { entry, text, withOutbox } from './outbox-setup.ts';

it('the digests of 130 groups in one moment all arrive, once, though the platform takes 50 calls a second', async () => {
  const bot = await runPlatform();
  const groups = Array.from({ length: 130 }, (_, index) => ({
    ...withOutbox(entry(`weekly-${index}`, { reply: text(`第${index}群的周报`) })),
    id: `feishu:oc_group${index}`,
  }));
  const { store, of } = memoryStore(...groups);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const outbox = createOutbox({ store, platforms: [bot.platform], now: Date.now, log, make: makePaper });
  await outbox.start();
  for (const { id } of groups) await expect.poll(() => of(id).ledger.outbox, { timeout: 15_000 }).toEqual([]);
  const texts = bot.fake.sent.map((message) => message.text).sort();
  expect(texts).toEqual(groups.map((_, index) => `第${index}群的周报`).sort());
  expect(bot.fake.calls.some(({ code }) => code === 99991400)).toBe(true);
  await outbox.stop();
  await bot.stop();
}, 30_000);
