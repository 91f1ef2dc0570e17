import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { PLAN } from './feishu-office.ts';
import { openWecomOffice, WEBHOOK, type WecomOffice } from './wecom-office.ts';

const AT = instantAt('2026-05-12', '10:00');
const MEGABYTE = 1024 * 1024;

let office: WecomOffice;
beforeEach(async () => {
  office = await openWecomOffice({ at: AT, webhook: true });
});
afterEach(() => office.close());

const until = async (met: () => boolean): Promise<void> => {
  for (let turns = 0; !met() && turns < 150; turns += 1) await wait(100);
  expect(met()).toBe(true);
};

describe('(11) three in flight', () => {
  it('slow answers of one person all end, and the next is answered at once', async () => {
    const { fake } = office;
    const names = ['甲.txt', '乙.txt', '丙.txt'];
    const quotes = names.map((name) => fake.quoteFile(name, Buffer.from(PLAN.replace('导入 2026\n', ''))));
    fake.api.faults.push(...names.map(() => ({ kind: 'hang' as const, ms: 2_500 })));
    const begun = await Promise.all(quotes.map((quote) => fake.say('导入 2026', { quote })));
    expect(begun.map(({ finished }) => finished)).toEqual([false, false, false]);
    const ended = await Promise.all(
      begun.map(async ({ streamId }) => {
        let answer = await fake.poll(streamId);
        for (let polls = 0; !answer.finished && polls < 60; polls += 1) {
          await wait(200);
          answer = await fake.poll(streamId);
        }
        return answer;
      }),
    );
    expect(ended.map(({ finished }) => finished)).toEqual([true, true, true]);
    for (const [index, { text }] of ended.entries()) expect(text).toContain(names[index]);
    expect((await fake.say('帮助')).finished).toBe(true);
  }, 40_000);
});

describe('(14) a file of 100 MB', () => {
  it.each([
    ['whose size is told', () => office.fake.quoteFile('大.docx', Buffer.alloc(100 * MEGABYTE))],
    ['whose size is not told', () => ({ msgtype: 'file', file: { url: office.fake.api.long(100 * MEGABYTE) } })],
  ])(
    '%s is refused at the bound, and the bot goes on',
    async (_, quote) => {
      expect((await office.fake.ask('导入 2026', { quote: quote() })).text).toContain('10MB');
      // What the network had taken by then is not the bot's.
      expect(office.fake.api.streamed).toBeLessThan(40 * MEGABYTE);
      expect((await office.fake.say('帮助')).text).toContain('导入');
    },
    60_000,
  );
});

describe('(18) twenty-one pushes in a minute', () => {
  it('the last waits for its minute and is not sent into a refusal; the others arrive once', async () => {
    const { fake } = office;
    await fake.ask(PLAN);
    await fake.say('确认导入');
    for (let turn = 0; turn < 21; turn += 1) await fake.say('导出');
    const pushed = () => fake.api.pushed.filter(({ to, type }) => to === WEBHOOK && type === 'file').length;
    await until(() => pushed() === 20);
    await wait(500);
    expect(pushed()).toBe(20);
    expect(fake.api.calls.filter((call) => call.startsWith('send'))).toHaveLength(20);
    expect(office.logged()).toContain('a webhook takes 20 messages a minute');
  }, 60_000);
});
