import type { IsoDate } from '../../calendar/date.ts';
import type { Context, Said, Wording } from '../command.ts';
import { EXTEND_WORDS } from '../deed-words.ts';
import { rawFrom, saidAs } from '../normalise.ts';
import { readDate } from './dates.ts';
import { type Deed, type DeedWords, readDeed } from './deed.ts';
import { type Length, readLength } from './lengths.ts';
import { placesOf, skipSeparators, wordAt } from './scan.ts';
import { isDisputed } from './taken-back.ts';
import type { TasksSaid } from './tasks.ts';

/** An extension as said. */
export interface ExtensionSaid {
  tasks: TasksSaid;
  periods: string[];
  to: Until | null;
  reason: string;
  /** The message may say something else as well: see {@link Deed.glued}. */
  glued: boolean;
  wording: Wording;
}

/**
 * Until when.
 *
 * - `date`       a day
 * - `length`     a length, from the end or from today
 * - `either`     `15日`: until the 15th, or by 15 days?
 * - `impossible` a day that is past or does not exist; `nearest` may have been meant
 */
export type Until = { said: string } & (
  | { kind: 'date'; date: IsoDate }
  | { kind: 'length'; length: Length }
  | { kind: 'either'; date: IsoDate; length: Length }
  | { kind: 'impossible'; reason: 'past' | 'no-such-day'; nearest: IsoDate | null }
);

/** 延期到, 延期至, 延期一周, 延期3天 run on without a break. */
const extendsWhat = (context: Context): DeedWords => ({
  words: EXTEND_WORDS,
  mayFollow: /^[到至为\d一二两三四五六七八九十半]/,
  endsBefore: (rest) => /^[到至]/.test(rest) && readUntil(rest, context).to !== null,
});

const UNTIL = /^(?:到|至|为|改到|改为|调整到|调整为|推到|延到)+ ?/;
const BY = /^(?:再|多|用|给|\+)* ?/;
const LEAD = /^(?:原因是|原因为|原因|理由是|理由|因为|由于|因|:| |,)+/;
const CAUSE = ['因为', '由于', '因'];
/** 原因, 基因, 病因 are words of their own. */
const NO_CAUSE = new Set([...'原基病成']);

const readUntil = (text: string, context: Context): { to: Until | null; length: number } => {
  const until = UNTIL.exec(text)?.[0].length ?? 0;
  const lead = until === 0 ? (BY.exec(text)?.[0].length ?? 0) : until;
  const rest = text.slice(lead);
  const date = readDate(rest, context);
  const length = readLength(rest);
  if (length && (!date || date.length < length.length)) {
    return { to: { kind: 'length', length, said: rest.slice(0, length.length) }, length: lead + length.length };
  }
  if (!date) return { to: null, length: 0 };
  const said = rest.slice(0, date.length);
  const end = lead + date.length;
  if (!date.ok) return { to: { kind: 'impossible', reason: date.reason, nearest: date.nearest, said }, length: end };
  const isEither = length && until === 0 && date.length === length.length && said.endsWith('日');
  return {
    to: isEither ? { kind: 'either', date: date.date, length, said } : { kind: 'date', date: date.date, said },
    length: end,
  };
};

interface Cause {
  /** The message without its reason. */
  text: string;
  reason: string;
}

/** 因场地装修,12延期到6月底 · 12因场地装修延期到6月底: the reason in front of the command word is taken out. */
const withoutCause = (said: Said): Cause | undefined => {
  const { text } = said;
  const [verb] = placesOf(text, EXTEND_WORDS, 0);
  const cause = placesOf(text, CAUSE, 0).find((at) => !NO_CAUSE.has(text[at - 1] ?? ''));
  if (verb === undefined || cause === undefined || cause > verb) return undefined;
  const begins = cause + (wordAt(text, cause, CAUSE)?.length ?? 0);
  const comma = text.slice(begins, verb).search(/[,;]/);
  // 因场地装修11延期: the number in front of the command word is the task's.
  const number = /(?:#|第)?\d[\d、,~-]*[号项]?$/.exec(text.slice(begins, verb))?.index ?? -1;
  const ends = comma >= 0 ? begins + comma : number > 0 ? begins + number : verb;
  if (ends <= begins) return undefined;
  return { text: `${text.slice(0, cause)} ${text.slice(ends)}`, reason: rawFrom(said, begins, ends) };
};

/** 延期到7月底, 延期一周: what follows the command word is no title. */
const untilAlone = ({ tasks, word }: Deed, { text }: Said, context: Context): Until | null => {
  if (tasks.kind === 'numbers' || !text.startsWith(word)) return null;
  return readUntil(text.slice(skipSeparators(text, word.length)), context).to;
};

const fromDeed = (deed: Deed, said: Said, context: Context): ExtensionSaid => {
  const whole = untilAlone(deed, said, context);
  if (whole)
    return {
      tasks: { kind: 'missing' },
      periods: [],
      to: whole,
      reason: '',
      glued: false,
      wording: { ...deed.wording, frame: deed.word },
    };
  const { to, length } = readUntil(deed.rest, context);
  const at = skipSeparators(said.text, deed.from + length);
  const lead = at < said.text.length ? (LEAD.exec(said.text.slice(at))?.[0].length ?? 0) : 0;
  const reason = at + lead < said.text.length ? rawFrom(said, at + lead) : '';
  const against = lead === 0 && isDisputed(said.text.slice(at));
  return { tasks: deed.tasks, periods: deed.periods, to, reason, glued: deed.glued || against, wording: deed.wording };
};

/** 延期 in whichever order, its reason behind or in front; undefined when the message is none. */
export const readExtension = (message: Said, context: Context): ExtensionSaid | undefined => {
  const said = /^申请 ?(?=[把将#第\d])/.test(message.text) ? saidAs(message, message.text.slice(2)) : message;
  const cause = withoutCause(said);
  if (cause) {
    const plain = saidAs(said, cause.text);
    const deed = readDeed(plain, context, extendsWhat(context));
    const extension = deed && fromDeed(deed, plain, context);
    if (extension)
      return { ...extension, reason: [cause.reason, extension.reason].filter((part) => part !== '').join(',') };
  }
  const deed = readDeed(said, context, extendsWhat(context));
  return deed && fromDeed(deed, said, context);
};
