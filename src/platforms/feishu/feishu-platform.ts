import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import type { Platform, PlatformPorts } from '../platform.ts';
import { type BotId, learnBotId } from './bot-id.ts';
import type { AppCredentials } from './calls.ts';
import { createClient } from './client.ts';
import { createDoor } from './door.ts';
import { createInbox, type WireAnswer } from './inbox.ts';
import { workspaceOf } from './incoming.ts';
import { connect, type LongConnection } from './long-connection.ts';
import { createPeople, type People } from './people.ts';
import { send, sendInPrivate } from './sender.ts';

export interface FeishuOptions extends AppCredentials {
  /** Needed with `webhook`: without it anybody could push. */
  encryptKey: string;
  /** Empty or missing when the app has none. */
  verificationToken?: string;
  /** `webhook`: Feishu calls the door. `websocket`: the bot opens a long connection, and there is no door. */
  transport: 'webhook' | 'websocket';
  log: Logger;
}

interface Running {
  ports: PlatformPorts;
  inbox: (plain: unknown) => Promise<WireAnswer>;
  botId: BotId;
  people: People;
  line: LongConnection | null;
}

/** Feishu as a {@link Platform}. @throws Error with a Chinese sentence when `webhook` is to run without an Encrypt Key */
export function createFeishuPlatform(options: FeishuOptions): Platform {
  const { appId, appSecret, domain, encryptKey, verificationToken = '', transport, log } = options;
  if (transport === 'webhook' && encryptKey === '') {
    throw new Error('没有 FEISHU_ENCRYPT_KEY，任何人都能冒充飞书推送消息，所以 webhook 方式不启动');
  }
  const app = { appId, appSecret, domain };
  const client = createClient(app, log);
  let running: Running | undefined;

  const handle = async (plain: unknown): Promise<WireAnswer> => {
    if (!running) throw new BanjieError('store-unavailable', 'feishu is not started');
    return running.inbox(plain);
  };
  const now = () => running?.ports.now() ?? 0;
  const door = createDoor({ encryptKey, verificationToken, now }, handle);

  return {
    name: 'feishu',
    // A chat takes 5 messages a second from all its bots together; one is left for them.
    pace: { most: 4, withinMs: 1_000 },
    doors: transport === 'webhook' ? [door] : [],
    async start(ports) {
      const learned: Parameters<typeof createPeople>[0]['learned'] = (chat, people) =>
        ports.membersLearned(workspaceOf(chat), people);
      const people = createPeople({ client, learned, now: ports.now, log });
      const botId = learnBotId(() => client.botId(), log);
      const inbox = createInbox({ client, botId, people, ports, log });
      running = { ports, inbox, botId, people, line: null };
      if (transport === 'websocket') running.line = connect(app, handle, log);
    },
    async stop() {
      running?.line?.close();
      running?.botId.stop();
      running?.people.stop();
    },
    ...(transport === 'websocket' && { connection: () => running?.line?.state() ?? 'down' }),
    deliver: (workspace, reply, key) => send(client, workspace, reply, key, now()),
    tell: (_workspace, person, reply, key) => sendInPrivate(client, person, reply, key, now()),
  };
}
