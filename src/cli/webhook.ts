import { parseArgs } from 'node:util';
import { BanjieError } from '../banjie-error.ts';
import { readProcessConfig } from '../config.ts';
import { createClient } from '../platforms/wecom/client.ts';
import { saveWebhook } from '../platforms/wecom/webhook-file.ts';
import { CHAT_ID, readWebhookFile, WEBHOOK_KEY, webhookFileIn } from '../platforms/wecom/webhooks.ts';

const USAGE = `用法:npm run webhook -- 群编号 推送地址(或其中的 key)  登记一个群的“消息推送”
      npm run webhook -- --list                          看登记了哪些群
      npm run webhook -- --remove 群编号                 取消登记
群编号:在群里 @机器人 发任意一句,没有登记的群会告诉您。`;

/** A refusal: one line for the person at the terminal. */
class Refusal extends Error {}

/** The key of an address as WeCom shows it, or the key itself. */
const keyIn = (text: string): string => {
  const key = URL.canParse(text) ? (new URL(text).searchParams.get('key') ?? '') : text;
  if (!WEBHOOK_KEY.test(key)) throw new Refusal('推送地址里没有 key。请复制“消息推送”的完整地址,用引号括起来。');
  return key;
};

const checkedChat = (chat: string): string => {
  if (!CHAT_ID.test(chat)) throw new Refusal('群编号不对。它是 wr 开头的一串字母和数字,大小写不同就是不同的群。');
  return chat;
};

/** Asks WeCom whether the key is one. An address that cannot be reached stops nothing: the group hears later. */
const check = async (base: string, key: string): Promise<string> => {
  try {
    await createClient(base).tryKey(key);
    return '企业微信认可这个地址。';
  } catch (error) {
    if (error instanceof BanjieError && error.code === 'no-road') {
      throw new Refusal('企业微信不认这个地址(可能已被移除)。请在群里重新添加“消息推送”。没有登记。');
    }
    return '没能向企业微信核对(连不上),先登记了。';
  }
};

const run = async (args: string[]): Promise<void> => {
  const reading = readProcessConfig();
  if (!reading.ok) throw new Refusal(`配置有误:${reading.faults.join(';')}`);
  const file = webhookFileIn(reading.config.dataDir);
  const { values, positionals } = parse(args);
  const [chat, address, ...rest] = positionals;
  if (values.list) {
    const known = Object.keys(readWebhookFile(file));
    console.log(known.length === 0 ? '还没有登记。' : known.join('\n'));
  } else if (values.remove !== undefined) {
    saveWebhook(file, checkedChat(values.remove), null);
    console.log('已取消登记,几秒内生效,不用重启。');
  } else if (chat === undefined || address === undefined || rest.length > 0) {
    throw new Refusal(USAGE);
  } else {
    const [group, key] = [checkedChat(chat), keyIn(address)];
    const checked = await check(reading.config.wecom?.apiBase ?? 'https://qyapi.weixin.qq.com', key);
    saveWebhook(file, group, key);
    console.log(`${checked}已登记,几秒内生效,不用重启。`);
  }
};

const parse = (args: string[]) => {
  try {
    const options = { list: { type: 'boolean' }, remove: { type: 'string' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    throw new Refusal(USAGE);
  }
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Refusal ? error.message : '登记文件读不出来,请看 DATA_DIR 里的 wecom-webhooks。');
  process.exitCode = 1;
}
