import { DIGEST_NAMES, NAMED_DIGESTS } from '../../../cards/digest-names.ts';
import type { DigestKind, DigestTime } from '../../../workspace/settings.ts';
import { readWhole } from '../numerals.ts';
import { skipSeparators, wordAt } from '../scan.ts';
import { SET_WORDS, type SettingSaid, saidUpTo, skipSetWords } from './setting.ts';

const NUMERAL = '\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const ON = /^(?:打开|开启|启用|恢复|开)(?:发送)?$/;
const OFF = /^(?:关闭|关掉|关了|停用|停发|停止|停掉|取消|不发|别发|不要发|关|停)(?:发送|推送)?$/;
const WEEKDAY = /^(?:每?周|每?星期|每?礼拜)([一二三四五六日天])/;
const WEEKDAYS = '一二三四五六日天';
/** 季报 and longer go out in the month after their period: 首月5日, and 1月5日 for the year. */
const MONTH_OF_DAY: Record<DigestKind, RegExp> = {
  weekly: /^/,
  monthly: /^/,
  quarterly: /^(?:每?个?季度?|下季度?)?的?(?:首|第一个|头一个)月的? ?/,
  halfyearly: /^(?:每?半年)?的?(?:首|第一个|头一个)月的? ?/,
  yearly: /^(?:每年|次年|下一?年)?的?(?:1|一|首|第一个)月份?的? ?/,
};
const DAY = new RegExp(`^(?:每?个?月)?(${NUMERAL}|二十[一二三四五六七八九]?|三十一?) ?[日号]`);
const FIRST = /^(?:(?:每?[周月年]|每?季度?|每?半年|次年)的?)?(?:第一个|首个|第1个|头一个)工作日/;
const LAST = /^(?:每?个?月)?(?:最后一天|月底|月末)/;
const TIME = new RegExp(
  `^(上午|早上|早晨|下午|傍晚|晚上|晚|中午)? ?(${NUMERAL}|二十[一二三]?)(?::([0-5]\\d)|[点时](?:(半)|(${NUMERAL}|[二三四五]十[一二三四五六七八九]?)分?|整)?)`,
);

const numeralOf = (text: string | undefined): number => readWhole(text ?? '')?.value ?? 0;

/** A time of day at the front: 17:00, 下午5点半. */
export const readTime = (text: string): { time: string; length: number } | undefined => {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [whole, part = '', hours, minutes, half, spoken] = found;
  const hour = numeralOf(hours);
  const later = /下午|傍晚|晚/.test(part) && hour < 12 ? 12 : 0;
  const minute = half === undefined ? numeralOf(minutes ?? spoken) : 30;
  const time = `${String(hour + later).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { time, length: whole.length };
};

const readDay = (text: string, digest: DigestKind): { day: DigestTime['day']; length: number } | undefined => {
  const first = FIRST.exec(text);
  if (first) return { day: 'first-working-day', length: first[0].length };
  if (digest === 'weekly') {
    const found = WEEKDAY.exec(text);
    return found ? { day: Math.min(WEEKDAYS.indexOf(found[1] ?? ''), 6) + 1, length: found[0].length } : undefined;
  }
  const month = MONTH_OF_DAY[digest].exec(text)?.[0].length ?? 0;
  const rest = text.slice(month);
  const last = LAST.exec(rest);
  if (last) return { day: 31, length: month + last[0].length };
  const found = DAY.exec(rest);
  return found ? { day: numeralOf(found[1]), length: month + found[0].length } : undefined;
};

/** `周五 17:00`, `1号9点`, `下午5点半`, `关`; null when it is none of it. */
const readPatch = (text: string, digest: DigestKind): Partial<DigestTime> | null => {
  if (OFF.test(text)) return { on: false };
  if (ON.test(text)) return { on: true };
  const day = readDay(text, digest);
  let at = skipSeparators(text, day?.length ?? 0);
  while (wordAt(text, at, SET_WORDS) !== undefined) {
    at = skipSeparators(text, at + (wordAt(text, at, SET_WORDS)?.length ?? 0));
  }
  const time = readTime(text.slice(at));
  if ((!day && !time) || at + (time?.length ?? 0) < text.length) return null;
  return { on: true, ...(day && { day: day.day }), ...(time && { time: time.time }) };
};

const ANY_NAME = Object.values(DIGEST_NAMES).join('|');
const kindCalled = (name: string | undefined): DigestKind | undefined =>
  NAMED_DIGESTS.find((kind) => DIGEST_NAMES[kind] === name);
const IN_FRONT = new RegExp(`^(?:以后|今后|从现在起|设置|设定|调整|修改|把|将)*[ :,]?(?:的)?(${ANY_NAME})`);
const SWITCH = new RegExp(
  `^(关闭|关掉|停用|停发|停止|停|不发|别发|打开|开启|启用|恢复|开|关)(?:自动)?(?:发送|推送)?的?(${ANY_NAME})$`,
);
const SENDS = / ?(?:发送|发出|推送|发)$/;

const saying = (digest: DigestKind, patch: Partial<DigestTime> | null): Pick<SettingSaid, 'topic' | 'patch'> => ({
  topic: digest,
  patch: patch && { [digest]: patch },
});

/** 设置 周报 周五 17:00 · 周报改到周五下午5点 · 关闭月报 · 周报每周五17:00发. undefined when the message sets no such thing. */
export const readDigestTime = (text: string): SettingSaid | undefined => {
  const switched = SWITCH.exec(text);
  const ofSwitch = kindCalled(switched?.[2]);
  if (switched && ofSwitch) {
    const patch = readPatch(switched[1] ?? '', ofSwitch);
    return { ...saying(ofSwitch, patch), doubtful: false, frame: text, value: '' };
  }
  const front = IN_FRONT.exec(text);
  const digest = kindCalled(front?.[1]);
  if (!front || digest === undefined) return undefined;
  const { at, isSet } = skipSetWords(text, front[0].length);
  const rest = text.slice(at);
  const patch = readPatch(rest, digest) ?? readPatch(rest.replace(SENDS, ''), digest);
  if (isSet || /设|调整|修改/.test(front[0]))
    return { ...saying(digest, patch), doubtful: false, ...saidUpTo(text, at) };
  // 周报关了 says what to do; 周报每周五17:00 only seems to. 周报 上周 asks for one.
  const isSwitch = patch !== null && patch.day === undefined && patch.time === undefined;
  const isTold = isSwitch || (patch !== null && (patch.time !== undefined || SENDS.test(rest)));
  if (!isTold) return undefined;
  const wording = isSwitch ? { frame: text, value: '' } : saidUpTo(text, at);
  return { ...saying(digest, patch), doubtful: !isSwitch, ...wording };
};

/** `周报 周五 17:00`, `月报 关`: the time as one says it. */
export const sayDigestSetting = (digest: DigestKind, { on, day, time }: Partial<DigestTime>): string => {
  const name = DIGEST_NAMES[digest];
  if (on === false) return `${name} 关`;
  if (day === undefined) return `${name} ${time ?? '开'}`;
  const byNumber = digest === 'weekly' ? `周${WEEKDAYS[Number(day) - 1] ?? ''}` : `${day}日`;
  const words = [name, day === 'first-working-day' ? '首个工作日' : byNumber, time ?? ''];
  return words.filter((word) => word !== '').join(' ');
};
