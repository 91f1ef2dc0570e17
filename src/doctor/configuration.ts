import { type Config, readConfig } from '../config.ts';
import { type Check, type Finding, fault, good, note } from './finding.ts';

/** The configuration as far as it can be used, and what is wrong with the rest. */
export interface Settled {
  config: Config | null;
  faults: string[];
}

const nameOf = (wrong: string): string => wrong.split(':')[0] ?? '';

/** Variables that make sense only together: where one is wrong, none of its platform is used. */
const goesWith = (wrong: string, name: string): boolean =>
  name === nameOf(wrong) || ['FEISHU_', 'WECOM_'].some((prefix) => wrong.startsWith(prefix) && name.startsWith(prefix));

/** Reads the environment, and where something in it is wrong what is left without that: the rest can still be looked at. */
export const settle = (environment: NodeJS.ProcessEnv): Settled => {
  const reading = readConfig(environment);
  if (reading.ok) return { config: reading.config, faults: [] };
  const { faults } = reading;
  const rest = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !faults.some((wrong) => goesWith(wrong, name))),
  );
  const again = readConfig(rest);
  return { config: again.ok ? again.config : null, faults };
};

const platformsOf = ({ feishu, wecom, localChat }: Config): Finding => {
  const names = [
    ...(feishu
      ? [
          feishu.transport === 'websocket'
            ? ['飞书（长连接）', 'Feishu (long connection)']
            : ['飞书（webhook）', 'Feishu (webhook)'],
        ]
      : []),
    ...(wecom ? [['企业微信', 'WeCom']] : []),
    ...(localChat ? [['本机聊天页', 'the local chat page']] : []),
  ];
  if (names.length === 0)
    return fault(
      {
        zh: '没有接入任何平台，本机聊天页也关着，谁也不能和办结说话',
        en: 'no platform is connected and the local page is off: nobody can talk to the bot',
      },
      { zh: '填 FEISHU_… 或 WECOM_…，或设 LOCAL_CHAT=on', en: 'set FEISHU_… or WECOM_…, or LOCAL_CHAT=on' },
    );
  return good(`接入：${names.map(([zh]) => zh).join('、')}`, `connected: ${names.map(([, en]) => en).join(', ')}`);
};

const publicAddress = ({ publicUrl }: Config): Finding =>
  publicUrl === null
    ? note(
        { zh: '没有 PUBLIC_URL，“日历”给不出链接', en: 'no PUBLIC_URL: no calendar links' },
        {
          zh: '要用日历订阅，请填从外面打开办结的网址',
          en: 'for calendar feeds set the address people reach the bot at',
        },
      )
    : good(`从外面打开的网址：${publicUrl}`, `public address: ${publicUrl}`);

/** The environment itself: every fault at once, then what it connects. */
export const checkConfiguration = ({ config, faults }: Settled): Check => ({
  about: { zh: '配置', en: 'Configuration' },
  look: async () => [
    ...faults.map((wrong) =>
      fault(
        { zh: wrong, en: `${nameOf(wrong)} is missing or wrong; the bot does not start` },
        { zh: '改好 .env，每一项的说明见 .env.example', en: 'correct .env; .env.example explains each' },
      ),
    ),
    ...(config ? [platformsOf(config), publicAddress(config)] : []),
  ],
});
