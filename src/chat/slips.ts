import { pinyin } from 'pinyin-pro';
import type { AnyCommand } from './command.ts';

/** A message with one slip in a command word put right. */
export interface Corrected {
  command: AnyCommand;
  text: string;
}

/** Longer messages are told in sentences; a slip in their first word is not what keeps them from being understood. */
const LONGEST = 60;

/** Words of the office one character away from a command's, which mean something else: 年报 is no slip of 周报. */
const NO_SLIPS = '任务 开始 年报 日报 临期 到期 总结 销售 落实 编号 称号 账号 信号 型号 结束 结算 结案'.split(' ');

const sound = (text: string): string => pinyin(text, { toneType: 'none' });

const places = (text: string): number[] => Array.from({ length: text.length }, (_, index) => index);

/** One character wrong, two changed round, one too many, or (in words of three and more) one left out. */
const isSlip = (said: string, word: string): boolean => {
  if (said === word) return false;
  const [long, short] = said.length >= word.length ? [said, word] : [word, said];
  if (long.length === short.length) {
    const wrong = places(long).filter((index) => long[index] !== short[index]);
    const [first = 0, second = 0] = wrong;
    if (wrong.length === 2)
      return second === first + 1 && long[first] === short[second] && long[second] === short[first];
    return wrong.length === 1;
  }
  if (said.length < word.length && word.length < 3) return false;
  const at = places(long).find((index) => long[index] !== short[index]) ?? 0;
  return long.slice(0, at) + long.slice(at + 1) === short;
};

const stretches = (text: string, word: string): { said: string; corrected: string }[] =>
  [word.length, word.length + 1, word.length - 1].flatMap((length) => [
    { said: text.slice(0, length), corrected: word + text.slice(length) },
    { said: text.slice(-length), corrected: text.slice(0, -length) + word },
  ]);

/** 12沿期到6月底: the word behind a task's number, when it sounds the same. */
const NUMBER = /^[把将]?#?\d{1,4}(?:号|项)? ?/;

const behindNumber = (text: string, word: string): { said: string; corrected: string }[] => {
  const at = NUMBER.exec(text)?.[0].length ?? 0;
  const said = text.slice(at, at + word.length);
  return at > 0 && said !== word && sound(said) === sound(word)
    ? [{ said, corrected: text.slice(0, at) + word + text.slice(at + word.length) }]
    : [];
};

/** Readings of a message with one slip in a command word at its front or end put right; those that sound alike come first. */
export const correctedSlips = (text: string, commands: readonly AnyCommand[]): Corrected[] => {
  if (text.length > LONGEST || NO_SLIPS.some((word) => text.startsWith(word) || text.endsWith(word))) return [];
  const found = commands.flatMap((command) =>
    command.words
      // What ends with the word itself has no slip in it there: 会议取消 is not 会取消.
      .filter((word) => word.length >= 2 && !text.endsWith(word) && !word.endsWith('的'))
      .flatMap((word) =>
        [...stretches(text, word), ...behindNumber(text, word)]
          .filter(({ said }) => said.length >= 2 && !/\d/.test(said) && isSlip(said, word))
          // At the end two characters are a word of people's own (印好, 再开) unless they sound the same.
          .filter(({ said, corrected }) => word.length > 2 || !corrected.endsWith(word) || sound(said) === sound(word))
          // Half of a short word with nothing beside it is another word: 收到 is not 收回. One that sounds the same may be.
          .filter(
            ({ said, corrected }) => corrected.replace(/[\p{P}\s]/gu, '').length > 2 || sound(said) === sound(word),
          )
          .map(({ said, corrected }) => ({ command, text: corrected, alike: sound(said) === sound(word) })),
      ),
  );
  return found
    .sort((a, b) => Number(b.alike) - Number(a.alike))
    .map(({ command, text: each }) => ({ command, text: each }));
};
