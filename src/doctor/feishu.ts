import type { Logger } from 'pino';
import { BanjieError } from '../banjie-error.ts';
import type { FeishuConfig } from '../config.ts';
import { createClient } from '../platforms/feishu/client.ts';
import { type Complaint, complaintOf } from '../platforms/feishu/errors.ts';
import { type Check, type Finding, fault, good, note, type Words } from './finding.ts';

const COMPLAINTS: Record<Complaint, { says: Words; todo: Words }> = {
  credentials: {
    says: { zh: '飞书不认这个 App ID 或 App Secret', en: 'Feishu refuses the App ID or App Secret' },
    todo: {
      zh: '到开放平台“凭证与基础信息”重新复制 FEISHU_APP_ID、FEISHU_APP_SECRET',
      en: 'copy both again from Credentials & Basic Info',
    },
  },
  'address-not-allowed': {
    says: { zh: '飞书不接受这台机器的 IP', en: 'Feishu does not accept this machine’s IP address' },
    todo: { zh: '到开放平台“安全设置 → IP 白名单”加上本机的出口 IP', en: 'add it under Security → IP allowlist' },
  },
  'bot-off': {
    says: { zh: '应用没有开启机器人能力', en: 'the app has no bot' },
    todo: { zh: '到“应用能力 → 机器人”开启，再发布一个版本', en: 'add the Bot feature and publish a version' },
  },
  'not-installed': {
    says: { zh: '应用还没有在企业里启用', en: 'the app is not installed in the organisation' },
    todo: {
      zh: '到“版本管理与发布”创建版本，请管理员通过',
      en: 'create a version and have an administrator approve it',
    },
  },
  scope: {
    says: { zh: '应用缺少权限', en: 'the app lacks a scope' },
    todo: { zh: '到“权限管理”开通，再发布一个版本', en: 'grant it under Permissions and publish a version' },
  },
  unreachable: {
    says: { zh: '连不上飞书，或回答不对', en: 'Feishu cannot be reached, or answers nonsense' },
    todo: { zh: '检查网络、代理和 FEISHU_DOMAIN', en: 'check network, proxy and FEISHU_DOMAIN' },
  },
};

/** A scope by any of the names that grant it (platform documents of each call), and what it is for. */
interface Need {
  anyOf: readonly string[];
  for: Words;
  isVital: boolean;
}
const vital = (zh: string, en: string, ...anyOf: string[]): Need => ({ anyOf, for: { zh, en }, isVital: true });
const useful = (zh: string, en: string, ...anyOf: string[]): Need => ({ anyOf, for: { zh, en }, isVital: false });

const NEEDS: readonly Need[] = [
  vital(
    '收群里 @ 机器人的消息',
    'messages that @ the bot',
    'im:message.group_at_msg:readonly',
    'im:message.group_at_msg',
    'im:message.group_msg',
    'im:message.group_at_msg.include_bot:readonly',
  ),
  vital('收私聊的消息', 'private messages', 'im:message.p2p_msg:readonly', 'im:message.p2p_msg'),
  vital('发消息和卡片', 'sending messages and cards', 'im:message:send_as_bot', 'im:message'),
  useful('收文件', 'files sent to it', 'im:message:readonly', 'im:message'),
  useful('发文件和图', 'sending files and pictures', 'im:resource', 'im:resource:upload'),
  useful('群成员的名字', 'the names of members', 'im:chat.members:read', 'im:chat:readonly', 'im:chat'),
  useful('认出群主', 'who owns a group', 'im:chat:readonly', 'im:chat'),
  useful('私聊里人的名字', 'names in private chats', 'contact:user.base:readonly', 'contact:contact:readonly_as_app'),
];

const missing = ({ anyOf, for: use, isVital }: Need): Finding => {
  const says = { zh: `没有权限 ${anyOf[0]}：${use.zh}用`, en: `scope ${anyOf[0]} is missing: ${use.en}` };
  const todo = COMPLAINTS.scope.todo;
  return isVital ? fault(says, todo) : note(says, todo);
};

const refused = (error: unknown): Finding => {
  if (!(error instanceof BanjieError)) throw error;
  const { says, todo } = COMPLAINTS[complaintOf(error)];
  const number = error.vendor === undefined ? '' : ` ${error.vendor}`;
  return fault(
    { zh: `${says.zh}${number && `（${number.trim()}）`}`, en: `${says.en}${number && ` (${number.trim()})`}` },
    todo,
  );
};

/** The app: whether its credentials are good, its bot is on, and which scopes it was granted. One real call for each. */
export const checkFeishu = (config: FeishuConfig, log: Logger): Check => ({
  about: { zh: '飞书', en: 'Feishu' },
  async look() {
    const client = createClient(config, log, 8_000);
    try {
      await client.botId();
      const granted = new Set(await client.scopes());
      const lacking = NEEDS.filter(({ anyOf }) => !anyOf.some((name) => granted.has(name)));
      return [
        good('凭证有效，机器人能力已开启', 'the credentials are good and the bot is on'),
        ...(lacking.length === 0 ? [good('权限齐全', 'every scope is granted')] : lacking.map(missing)),
      ];
    } catch (error) {
      return [refused(error)];
    }
  },
});
