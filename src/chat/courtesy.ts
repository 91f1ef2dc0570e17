import { longestFirst } from './reading/scan.ts';

/** Words in front of a command that say nothing about it. */
const HEADS = longestFirst(
  `请问一下 请帮我 请帮忙 麻烦你 麻烦您 麻烦帮我 麻烦 劳驾 烦请 辛苦你 辛苦您 拜托 帮我 帮忙 帮 给我 替我 您好 你好 大家好 各位好 小助手
  机器人 嗯那个 呃那个 嗯 呃 请问 请 好的 那就`,
);

/** 请假, 请示, 帮扶 … begin a word of their own. */
const NOT_COURTESY = longestFirst('请假 请示 请柬 请教 帮扶 帮困 帮助 帮教 帮带 给我们 麻烦事');

/** Words behind a command that say nothing about it. A question's 吗 and ? are no courtesy: they stay. */
const TAILS = longestFirst(
  `谢谢你 谢谢您 谢谢大家 谢谢 多谢 谢了 请领导审阅 请审阅 请查收 请领导批示 请批示 请过目 麻烦登记一下 麻烦登记 补记一下 补登一下 补登记一下 补一下 登记一下 请登记 帮忙登记一下 帮忙登记 麻烦记一下 请知悉 请知晓 特此报告 特此汇报 汇报完毕 报告完毕 感谢 辛苦了 大家辛苦了 辛苦大家 辛苦各位 麻烦了 拜托了 拜托 好吧 一下子 一下 吧 啦 呀 啊 哦 噢 哟 哈 嘛 咯 喽 呗 了 哒`,
);

/** 算了, 为了 … end in a 了 of their own. */
const NOT_TAILS = longestFirst('算了 罢了 为了 除了 好了 对了');

const PUNCTUATION = new Set([...' ,.。!、;:~…']);
const isEmoji = (text: string): boolean => /^\p{Extended_Pictographic}$/u.test(text);

/** How many characters of courtesy stand at the front. */
export const courtesyHead = (text: string): number => {
  let at = 0;
  for (;;) {
    while (at < text.length && PUNCTUATION.has(text[at] ?? '')) at += 1;
    const rest = text.slice(at);
    const head = NOT_COURTESY.some((word) => rest.startsWith(word))
      ? undefined
      : HEADS.find((word) => rest.startsWith(word));
    // 帮住 is a slip, not a favour asked.
    if (head === undefined || rest.length - head.length < 2) return at;
    at += head.length;
  }
};

const lastCharacter = (text: string): string => {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xdc00 && last <= 0xdfff ? text.slice(-2) : text.slice(-1);
};

/** Where the command ends: what follows is courtesy. */
export const courtesyTail = (text: string): number => {
  let end = text.length;
  for (;;) {
    const rest = text.slice(0, end);
    const last = lastCharacter(rest);
    if (last !== '' && (PUNCTUATION.has(last) || isEmoji(last))) {
      end -= last.length;
      continue;
    }
    const tail = NOT_TAILS.some((word) => rest.endsWith(word)) ? undefined : TAILS.find((word) => rest.endsWith(word));
    if (tail === undefined || tail.length === rest.length) return end;
    end -= tail.length;
  }
};
