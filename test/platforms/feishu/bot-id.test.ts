import { afterEach, describe, expect, it } from 'vitest';
import { type BotId, learnBotId } from '../../../src/platforms/feishu/bot-id.ts';
import { keptLog } from '../../fakes/feishu/running-platform.ts';

/** Far longer than a test may take. */
const LONG = 600_000;

let botId: BotId;
afterEach(() => botId.stop());

const learn = (ask: () => Promise<string>) => {
  botId = learnBotId(ask, keptLog().log);
  return botId;
};

describe('the bot’s own id', () => {
  it('is waited for while the first question is under way', async () => {
    let tell: (id: string) => void = () => undefined;
    const { known } = learn(() => new Promise((resolve) => (tell = resolve)));
    const waiting = known(LONG);
    tell('ou_bot');
    expect(await waiting).toBe('ou_bot');
  });

  it('is null after a while without an answer', async () => {
    expect(await learn(() => new Promise(() => undefined)).known(10)).toBeNull();
  });

  it('is not waited for once a question failed, and known when a later one is answered', async () => {
    const answers = [Promise.reject(new Error('no such path')), Promise.resolve('ou_bot')];
    const { known } = learn(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    expect(await known(LONG)).toBeNull();
    expect(await known(LONG)).toBeNull();
    await expect.poll(() => known(LONG), { timeout: 5_000 }).toBe('ou_bot');
  });
});
