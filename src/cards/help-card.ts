import { blocksOf, bulleted, button, buttons, heading, plain, quiet } from './blocks.ts';
import type { Block, Card } from './card.ts';

/** What 帮助 needs to know of a command. */
export interface HelpEntry {
  name: string;
  topic: string;
  words: string[];
  examples: { say: string; gets: string }[];
}

const TOPIC_ICONS: Record<string, string> = { 查看: '🔍', 办理: '✅', 指标: '📊', 计划: '📋', 汇报: '📰', 设置: '⚙️' };
/** What a newcomer tries first. */
const FIRST_STEPS = ['本周', '我的', '逾期', '统计', '月报'];

const exampleLine = ({ say, gets }: { say: string; gets: string }): string => `${oneLineSay(say)} — ${gets}`;
/** An example of several lines (a pasted plan) is told by its first. */
const oneLineSay = (say: string): string => {
  const [first = '', ...rest] = say.split('\n');
  return rest.length === 0 ? first : `${first} …`;
};

const topicBlocks = (topic: string, entries: readonly HelpEntry[]): Block[] => [
  heading(`${TOPIC_ICONS[topic] ?? ''} ${topic}`.trim()),
  bulleted(entries.flatMap(({ examples }) => examples.slice(0, 1).map(exampleLine))),
];

/** Every command by topic, one example each. */
export const helpCard = (entries: readonly HelpEntry[]): Card => {
  const topics = [...new Set(entries.map(({ topic }) => topic))];
  return {
    title: '办结 · 能说什么',
    subtitle: '群里@我,私聊直接说',
    tone: 'neutral',
    view: '帮助',
    blocks: blocksOf(
      topics.flatMap((topic) =>
        topicBlocks(
          topic,
          entries.filter((entry) => entry.topic === topic),
        ),
      ),
      quiet('发“帮助 完成”看一个命令的全部说法。时间和条件可以合用:4月 办公室 未完成'),
      buttons(FIRST_STEPS.map((say) => button(say, say))),
    ),
  };
};

/** One command: what it is for, every example, and the other words for it. */
export const helpOneCard = (entry: HelpEntry): Card => {
  const others = entry.words.filter((word) => word !== entry.name);
  return {
    title: `帮助 · ${entry.name}`,
    subtitle: entry.topic,
    tone: 'neutral',
    view: '',
    blocks: blocksOf(
      bulleted(entry.examples.map(exampleLine)),
      others.length > 0 ? plain(`也可以说:${others.join('、')}`) : null,
      buttons([button('全部帮助', '帮助')]),
    ),
  };
};
