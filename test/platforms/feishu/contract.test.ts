import { createApp } from '../../../src/app.ts';
import { instantAt } from '../../../src/calendar/date.ts';
import { type PlatformOffice, type PushOutcome, platformContract } from '../../contracts/platform.ts';
import { dataFolder } from '../../e2e/bot-process.ts';
import { type PushOptions, startFakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import { keptLog } from '../../fakes/feishu/running-platform.ts';

const AT = instantAt('2026-05-12', '10:00');
const CHAT = 'oc_contract';

/** Only Markdown is read for tags; a plain text stands as it is. */
const actsIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const { tag, content } = part as { tag?: unknown; content?: unknown };
  const isMarkdown = tag === 'markdown' || tag === 'lark_md';
  const own = isMarkdown ? (String(content).match(/<at [^>]*>|<@[^>]*>|<font color="?warning[^>]*>/gu) ?? []) : [];
  return [...own, ...Object.values(part).flatMap(actsIn)];
};

const openOffice = async (): Promise<PlatformOffice> => {
  const data = await dataFolder();
  // It runs on: answers leave at four a second.
  const begun = Date.now();
  const now = () => AT + Date.now() - begun;
  const fake = await startFakeFeishu({ now, perChatPerSecond: Number.POSITIVE_INFINITY });
  const { log, lines } = keptLog();
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: data.folder,
    databaseUrl: null,
    metricsToken: '',
    publicUrl: null,
    logLevel: 'trace' as const,
    localChat: false,
    wecom: null,
    feishu: { ...fake.app, domain: fake.domain, transport: 'webhook' as const },
  };
  const start = async () => {
    const app = createApp(config, { log, now });
    const url = await app.start();
    fake.pushTo(`${url}/feishu/events`);
    return { app, url };
  };
  let running = await start();
  const read = () => fake.sentTo(CHAT).map(({ text }) => text);
  const push = async (text: string, options: PushOptions): Promise<PushOutcome> => {
    const before = new Set(fake.sent);
    const isKnown = options.messageId !== undefined && fake.sentTo(CHAT).length > 0;
    const { status } = await fake.push(text, { chat: CHAT, ...options });
    // What was pushed before is answered by nothing new; a little patience tells.
    const came = () => fake.waitFor((message) => message.chat === CHAT && !before.has(message), isKnown ? 600 : 5_000);
    const answer =
      status === 200
        ? await came().then(
            ({ text: said }) => said,
            () => '',
          )
        : '';
    return { status, answer };
  };
  return {
    say: (text, id) => push(text, id === undefined ? {} : { messageId: `om_${id}`, eventId: `ev_${id}` }),
    async sayAtOnce(text, times) {
      const same = { chat: CHAT, messageId: 'om_at_once', eventId: 'ev_at_once' };
      const pushed = await Promise.all(Array.from({ length: times }, () => fake.push(text, same)));
      return pushed.map(({ status }) => ({ status, answer: '' }));
    },
    async press(say) {
      const label =
        fake
          .sentTo(CHAT)
          .at(-1)
          ?.buttons.find(({ value }) => value.say === say)?.label ?? say;
      const { status, toast } = await fake.click(label, { chat: CHAT });
      return { status, answer: toast?.content ?? '' };
    },
    forge: async (text) => (await fake.push(text, { chat: CHAT, variant: 'bad-signature' })).status,
    async pushUnknown() {
      const { status } = await fake.pushEvent('im.chat.hologram_v9', { chat_id: CHAT });
      return { status, answer: '' };
    },
    post: async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${running.url}/feishu/events`, { method: 'POST', headers, body })).status;
    },
    acts: () => actsIn(fake.sentTo(CHAT).at(-1)?.content),
    read,
    async restart() {
      await running.app.stop();
      running = await start();
    },
    logged: lines,
    secrets: () => [fake.app.appSecret, fake.app.encryptKey, fake.app.verificationToken],
    async close() {
      await running.app.stop();
      await fake.close();
      await data.remove();
    },
  };
};

platformContract('Feishu', openOffice);
