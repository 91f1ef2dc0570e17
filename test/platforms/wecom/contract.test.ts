import { instantAt } from '../../../src/calendar/date.ts';
import { type PlatformOffice, type PushOutcome, platformContract } from '../../contracts/platform.ts';
import { openWecomOffice, WEBHOOK } from '../../e2e/wecom-office.ts';
import type { WecomAnswer } from '../../fakes/wecom/answer.ts';
import { sealFor } from '../../fakes/wecom/seal.ts';

const AT = instantAt('2026-05-12', '10:00');

const openOffice = async (): Promise<PlatformOffice> => {
  const office = await openWecomOffice({ at: AT, webhook: true });
  const { fake } = office;
  const returned: string[] = [];
  let last: WecomAnswer | undefined;
  const outcome = (answer: WecomAnswer): PushOutcome => {
    if (answer.text !== '') returned.push(answer.text);
    last = answer;
    return { status: answer.status, answer: answer.text };
  };
  return {
    say: async (text, id) => outcome(await fake.ask(text, id === undefined ? {} : { id })),
    async sayAtOnce(text, times) {
      const answers = await Promise.all(Array.from({ length: times }, () => fake.say(text, { id: 'at-once' })));
      return answers.map(outcome);
    },
    async press(say) {
      const button = last?.buttons.find(({ key }) => key.includes(say));
      return outcome(last && button ? await fake.click(last, button.key) : await fake.say(say));
    },
    async forge(text) {
      const sealed = sealFor(
        fake.keys,
        JSON.stringify({ ...fake.envelope({}), msgtype: 'text', text: { content: text } }),
      );
      const query = fake.query(sealed);
      query.set('msg_signature', '0'.repeat(40));
      return (await fake.call('POST', query, JSON.stringify({ encrypt: sealed }))).status;
    },
    pushUnknown: async () => outcome(await fake.deliver({ ...fake.envelope({}), msgtype: 'hologram', hologram: {} })),
    post: async (body) => (await fake.call('POST', fake.query('x'), body)).status,
    acts: () => returned.at(-1)?.match(/<@[^>]*>|<font[^>]*>/gu) ?? [],
    read: () => [...returned, ...fake.api.pushed.map(({ text }) => text)],
    restart: () => office.restart(),
    logged: () => office.logged(),
    secrets: () => [fake.keys.token, fake.keys.encodingAesKey, WEBHOOK, 'responsesecret'],
    close: () => office.close(),
  };
};

platformContract('WeCom', openOffice);
