import type { Said } from '../command.ts';

/** What is wanted: the link shown, a file, the link replaced, all of them ended, ended ones allowed again. */
type Deed = 'show' | 'file' | 'renew' | 'close' | 'open';

/** 日历 as said. */
export interface CalendarSaid {
  /** 我的日历: the speaker's own tasks. */
  isOwn: boolean;
  deed: Deed;
  /** Said in a private chat, where an own link may stand. */
  isPrivate: boolean;
}

const DEEDS: readonly (readonly [Deed, RegExp])[] = [
  ['show', /^(?:链接|地址|订阅|网址)?$/],
  ['file', /^(?:文件|ics|ICS|附件|下载|导出|表)$/],
  ['renew', /^(?:重置|重新生成|换(?:一?个)?(?:链接|地址)|更换(?:链接|地址)?)(?:链接|地址)?$/],
  ['close', /^(?:关闭|关掉|关|停用|停掉|取消)$/],
  ['open', /^(?:开启|打开|开|启用|恢复)$/],
];
const NAMED = /^(?:订阅|查看|看看|看|发|要)? ?(我的|我|本人的?|个人|本群的?|群|工作)? ?日历 ?(.{0,8})$/;
const FILED = /^(?:导出|下载|发|要|来)(?:一?[个份])? ?(我的|我|本人的?|个人|本群的?|群|工作)? ?日历 ?(?:文件|附件)?$/;
const TURNED =
  /^(重置|重新生成|关闭|停用|打开|开启|恢复) ?(我的|我|本人的?|个人|本群的?|群|工作)? ?日历(?:链接|地址)?$/;

const deedOf = (words: string): Deed | undefined => DEEDS.find(([, pattern]) => pattern.test(words))?.[0];

const isOwn = (whose = ''): boolean => /^(?:我|本人|个人)/.test(whose);

const readWords = (text: string): Omit<CalendarSaid, 'isPrivate'> | undefined => {
  const filed = /^(?:导出|下载)|文件$|附件$/.test(text) ? FILED.exec(text) : null;
  if (filed) return { isOwn: isOwn(filed[1]), deed: 'file' };
  const turned = TURNED.exec(text);
  const named = turned ? null : NAMED.exec(text);
  const [whose, words] = turned ? [turned[2], turned[1]] : [named?.[1], named?.[2]];
  const deed = turned || named ? deedOf((words ?? '').trim()) : undefined;
  return deed && { isOwn: isOwn(whose), deed };
};

/** 日历 · 我的日历 重置 · 关闭日历; undefined when the message is none. */
export const readCalendar = ({ text, message }: Said): CalendarSaid | undefined => {
  const read = readWords(text);
  return read && { ...read, isPrivate: message.chat === 'private' };
};
