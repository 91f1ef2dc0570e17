import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import type { AnswerRoad } from '../../chat/message.ts';
import type { Platform, PlatformPorts } from '../platform.ts';
import { createClient } from './client.ts';
import { aesKeyOf } from './crypto.ts';
import { createDoors } from './door.ts';
import { createInbox, type InboxAnswer } from './inbox.ts';
import { createMedia } from './media.ts';
import { Sender } from './sender.ts';
import { Webhooks } from './webhooks.ts';

export interface WecomOptions {
  token: string;
  /** 43 characters. */
  encodingAesKey: string;
  /** Empty for a robot of one's own organisation. */
  receiveId: string;
  /** As members @ it; empty when not told. */
  robotName: string;
  /** Chat id → key of its 消息推送 webhook. */
  webhooks: ReadonlyMap<string, string>;
  /** Where `npm run webhook` keeps those it was given. */
  webhookFile: string;
  /** Without a trailing slash. */
  apiBase: string;
  /** Where files may be fetched from: `https://*.myqcloud.com`. */
  mediaHosts: readonly string[];
  log: Logger;
}

/** What has to be done before anything can be pushed to a chat. */
const adviceFor = (chat: string, isDead: boolean): string =>
  `本群${isDead ? '的“消息推送”失效了（多半是被移除了）' : '还没有接通“消息推送”'}，周报、提醒和文件发不出来。` +
  `请群主在群设置里添加“消息推送”，把它的地址交给部署机器人的人登记（群编号 ${chat}）`;

const IN_PRIVATE = '单聊里发不了文件，也收不到周报和提醒，请在工作群里 @我';

/** WeCom as a {@link Platform}: commands through the 智能机器人's callback, pushes through the groups' webhooks. */
export function createWecomPlatform(options: WecomOptions): Platform {
  const { token, encodingAesKey, receiveId, robotName, log } = options;
  let ports: PlatformPorts | undefined;
  let inbox: ((plain: unknown) => Promise<InboxAnswer>) | undefined;
  const now = () => ports?.now() ?? 0;
  const aesKey = aesKeyOf(encodingAesKey);
  const client = createClient(options.apiBase);
  const webhooks = new Webhooks(options.webhooks, options.webhookFile, now);
  const sender = new Sender(client, webhooks, now);
  const fileOf = createMedia(aesKey, options.mediaHosts);

  const roadTo = (chat: string | null): AnswerRoad => {
    if (chat === null) return { kind: 'returned', pushes: false, advice: IN_PRIVATE };
    if (webhooks.keyOf(chat) !== undefined) return { kind: 'returned', pushes: true };
    return { kind: 'returned', pushes: false, advice: adviceFor(chat, webhooks.isDead(chat)) };
  };
  const handle = async (plain: unknown): Promise<InboxAnswer> => {
    if (!inbox) throw new BanjieError('store-unavailable', 'wecom is not started');
    return inbox(plain);
  };

  return {
    name: 'wecom',
    doors: createDoors({ token, aesKey, receiveId, now }, handle),
    async start(given) {
      ports = given;
      inbox = createInbox({
        ports: given,
        around: () => ({ robot: robotName, now: given.now(), fileOf, roadTo }),
        respond: (url, content) => client.respond(url, content),
        log,
      });
    },
    async stop() {},
    deliver: (workspace, reply, key) => sender.send(workspace, reply, key),
  };
}
