import { blocksOf, bulleted, button, buttons, heading, plain, quiet } from './blocks.ts';
import type { Block, Card } from './card.ts';

/** What 帮助 needs to know of a command. */
export interface HelpEntry {
  name: string;
  topic: string;
  words: string[];
  examples: { say: string; gets: string }[];
}

/** In the order of a reader's need; the list of commands stands in the order of precedence. */
const TOPIC_ICONS: Record<string, string> = { 查看: '🔍', 办理: '✅', 指标: '📊', 汇报: '📰', 计划: '📋', 设置: '⚙️' };
/** Within a topic what is needed most comes first; commands not named here come last. */
const MOST_NEEDED = [
  '本周',
  '查看',
  '找',
  '统计',
  '记录',
  '完成',
  '进展',
  '延期',
  '重开',
  '撤销',
  '导入',
  '确认导入',
  '放弃',
  '新增',
  '指标',
  '结转',
  '确认结转',
];
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

/** The place of a word in a list, its end for a word that is not in it. */
const placeIn = (list: readonly string[], word: string): number => {
  const place = list.indexOf(word);
  return place < 0 ? list.length : place;
};

/** Every command by topic, one example each. */
export const helpCard = (commands: readonly HelpEntry[]): Card => {
  const entries = commands.toSorted((a, b) => placeIn(MOST_NEEDED, a.name) - placeIn(MOST_NEEDED, b.name));
  const order = Object.keys(TOPIC_ICONS);
  const topics = [...new Set(entries.map(({ topic }) => topic))].sort((a, b) => placeIn(order, a) - placeIn(order, b));
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
