import type { Inspection, WaitingOn } from '../store/inspection.ts';
import { type Finding, fault, good, note } from './finding.ts';

/** What waits longer than this, in ms, is stuck: an outage or a fault nobody has seen yet. */
const STUCK_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

const NAMES: Record<string, [zh: string, en: string]> = {
  feishu: ['飞书', 'Feishu'],
  wecom: ['企业微信', 'WeCom'],
  local: ['本机聊天页', 'the local page'],
};

const waitingOn = ({ platform, waiting, oldest, gone }: WaitingOn, now: number): Finding[] => {
  const [zh, en] = NAMES[platform] ?? [platform, platform];
  const minutes = oldest === null ? 0 : Math.floor((now - oldest) / MINUTE_MS);
  const says = {
    zh: `${zh}：${waiting} 条消息在等着发出，最早的等了 ${minutes} 分钟`,
    en: `${en}: ${waiting} messages wait to be sent, the first for ${minutes} min`,
  };
  const isStuck = oldest !== null && now - oldest > STUCK_MS;
  return [
    ...(waiting === 0 ? [] : [isStuck ? fault(says, STUCK) : note(says)]),
    ...(gone === 0
      ? []
      : [
          note({
            zh: `${zh}：${gone} 个群已解散，或把机器人移出了`,
            en: `${en}: ${gone} groups are dissolved or took the bot out`,
          }),
        ]),
  ];
};

const STUCK = {
  zh: '看平台一项有没有问题；办结没有运行时请启动；企业微信的群要先登记“消息推送”（npm run webhook）',
  en: 'see the platform above; start the bot if it does not run; a WeCom group needs its 消息推送 (npm run webhook)',
};

/** What a look into a store says, for the report: how many groups, which are broken, what waits. */
export const sayInspection = ({ workspaces, seen, broken, waiting }: Inspection, now: number): Finding[] => [
  good(
    seen < workspaces ? `${workspaces} 个群，看了其中 ${seen} 个` : `${workspaces} 个群`,
    seen < workspaces ? `${workspaces} groups, ${seen} of them looked into` : `${workspaces} groups`,
  ),
  ...broken.map(({ name, why }) =>
    fault(
      { zh: `${name} 读不出来（${why}）`, en: `${name} cannot be read (${why})` },
      { zh: `停掉办结，运行 npm run restore -- ${name}`, en: `stop the bot and run npm run restore -- ${name}` },
    ),
  ),
  ...waiting.flatMap((each) => waitingOn(each, now)),
];
