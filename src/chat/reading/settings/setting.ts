import type { SettingTopic } from '../../../cards/say-setting.ts';
import type { SettingsPatch } from '../../../workspace/settings-change.ts';
import { longestFirst, skipSeparators, wordAt } from '../scan.ts';

/** A setting as said. `patch` null when what follows is no value of it. */
export interface SettingSaid {
  topic: SettingTopic;
  patch: SettingsPatch | null;
  /** No word of setting was said: it is asked about. */
  doubtful: boolean;
  /** The message up to the value, and the value: a day that lies ahead or a 不用 is the value's own. */
  frame: string;
  value: string;
}

/** What may stand between a setting's name and its value. */
export const SET_WORDS = longestFirst(
  '设置为 设置成 设置到 设置 设为 设成 设到 设定为 设定 改为 改成 改到 改在 更改为 修改为 调整为 调整到 调到 换到 换成 定在 定为 发送时间 时间 的 每 为 在 于',
);

/** Past the words of setting at this place, and whether one of them sets something. */
export const skipSetWords = (text: string, from: number): { at: number; isSet: boolean } => {
  let at = skipSeparators(text, from);
  let isSet = false;
  for (let word = wordAt(text, at, SET_WORDS); word !== undefined; word = wordAt(text, at, SET_WORDS)) {
    isSet ||= /设|改|调|换|定/.test(word);
    at = skipSeparators(text, at + word.length);
  }
  return { at, isSet };
};

export const saidUpTo = (text: string, at: number): Pick<SettingSaid, 'frame' | 'value'> => ({
  frame: text.slice(0, at),
  value: text.slice(at),
});
