import { BanjieError } from '../banjie-error.ts';
import type { WecomConfig } from '../config.ts';
import { createClient } from '../platforms/wecom/client.ts';
import { readWebhookFile } from '../platforms/wecom/webhooks.ts';
import { type Check, type Finding, fault, good, note } from './finding.ts';

const UNREACHABLE: Finding = fault(
  { zh: '连不上企业微信，或回答不对', en: 'WeCom cannot be reached, or answers nonsense' },
  { zh: '检查网络、代理和 WECOM_API_BASE', en: 'check network, proxy and WECOM_API_BASE' },
);

/** Each group's webhook is tried with a few bytes that nobody sees; a group's id is no secret, its key is. */
const tried = async (chat: string, attempt: Promise<void>): Promise<Finding> => {
  try {
    await attempt;
    return good(`群 ${chat} 的消息推送可用`, `the 消息推送 of ${chat} works`);
  } catch (error) {
    if (!(error instanceof BanjieError)) throw error;
    if (error.code === 'rate-limited')
      return note({ zh: `群 ${chat} 的消息推送正忙，没有试成`, en: `the 消息推送 of ${chat} is busy; not tried` });
    if (error.code === 'platform-unavailable') return UNREACHABLE;
    return fault(
      {
        zh: `企业微信不认群 ${chat} 的消息推送（可能已被移除）`,
        en: `WeCom refuses the 消息推送 of ${chat}; it may have been removed`,
      },
      {
        zh: '在群里重新添加“消息推送”，再运行 npm run webhook 登记',
        en: 'add 消息推送 to the group again and register it with npm run webhook',
      },
    );
  }
};

const registered = (file: string): Record<string, string> | Finding => {
  try {
    return readWebhookFile(file);
  } catch {
    return fault(
      { zh: '登记“消息推送”的文件 wecom-webhooks 读不出来', en: 'the file wecom-webhooks cannot be read' },
      { zh: '把它移走，再用 npm run webhook 重新登记', en: 'move it away and register again with npm run webhook' },
    );
  }
};

const isFinding = (value: Record<string, string> | Finding): value is Finding =>
  'level' in value && typeof value.says === 'object';

/**
 * The robot: its token and key are of the right form (WeCom has no call to try them with: it calls us), and each group's
 * webhook is alive. `file`: what `npm run webhook` keeps.
 */
export const checkWecom = ({ webhooks, apiBase, receiveId }: WecomConfig, file: string): Check => ({
  about: { zh: '企业微信', en: 'WeCom' },
  async look() {
    const client = createClient(apiBase);
    const own = registered(file);
    const keys = { ...Object.fromEntries(webhooks), ...(isFinding(own) ? {} : own) };
    const pushes = await Promise.all(Object.entries(keys).map(([chat, key]) => tried(chat, client.tryKey(key))));
    return [
      good(
        'Token、EncodingAESKey 格式正确（是否与后台一致，要在后台点“保存”才知道）',
        'Token and EncodingAESKey are well formed; whether they are the console’s shows when you save there',
      ),
      ...(receiveId === ''
        ? []
        : [
            note({
              zh: 'WECOM_RECEIVE_ID 不为空：企业内部的机器人应留空',
              en: 'WECOM_RECEIVE_ID is set: for a robot of your own organisation it is empty',
            }),
          ]),
      ...(isFinding(own) ? [own] : []),
      ...(pushes.length === 0
        ? [
            note(
              {
                zh: '还没有群登记“消息推送”：周报和提醒要等有人 @ 机器人时才一起给出',
                en: 'no group has a 消息推送: digests and reminders wait for the next answer',
              },
              {
                zh: '在群里添加“消息推送”，运行 npm run webhook -- 群编号 "地址"',
                en: 'add one in the group, then npm run webhook -- GROUP "ADDRESS"',
              },
            ),
          ]
        : pushes),
    ];
  },
});
