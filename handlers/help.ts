import { helpCard, helpOneCard } from '../src/cards/help-card.ts';
import { type AnyCommand, defineCommand } from '../src/chat/command.ts';
import { cardReply } from '../src/chat/replies.ts';

const ASKS =
  /^(?:帮助|帮忙|帮助文档|使用说明|使用帮助|说明|用法|怎么用|如何使用|怎么使用|菜单|命令|功能|指令|help|你会什么|你能做什么|能做什么|你能干什么|你是谁|\?)[?!]*$/i;
const ASKS_ONE = /^(?:帮助|使用说明|help|怎么用) ?(\S.{0,20})$/i;
const ASKS_HOW = /^(?:怎么|如何|怎样)([^ ?]{1,6})[?]*$/;

/** 帮助 延期 延期怎么用: the command whose name or other word was said. */
const named = (commands: readonly AnyCommand[], word: string): AnyCommand | undefined =>
  commands.find(({ name }) => name === word) ??
  commands.find(({ words }) => words.includes(word)) ??
  commands.find(({ examples }) => examples.some(({ say }) => say === word));

/** 帮助, made from the examples of `commands`; the list is handed in so that 帮助 can stand in it. */
export const helpCommand = (commands: () => readonly AnyCommand[]): AnyCommand =>
  defineCommand<{ word: string }>({
    name: '帮助',
    topic: '查看',
    kind: 'look',
    words: ['帮助', '怎么用', '使用说明', '菜单'],
    examples: [
      { say: '帮助', gets: '能说什么,按主题各举一例' },
      { say: '帮助 延期', gets: '一个命令的全部说法' },
    ],
    match: ({ text }) => {
      if (ASKS.test(text)) return { word: '' };
      const word = ASKS_ONE.exec(text)?.[1]?.trim();
      if (word !== undefined) return { word };
      const how = ASKS_HOW.exec(text)?.[1] ?? '';
      return how !== '' && named(commands(), how) ? { word: how } : undefined;
    },
    run: ({ word }) => {
      const one = word === '' ? undefined : named(commands(), word);
      const topic = commands().filter((command) => command.topic === word);
      const card = one ? helpOneCard(one) : helpCard(topic.length > 0 ? topic : commands());
      return { reply: cardReply(card, card.title) };
    },
  });
