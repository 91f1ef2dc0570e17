import { sayDate, yearOf } from '../src/calendar/date.ts';
import { isPeriodKey, type PeriodKey, periodWindow, sayPeriod } from '../src/calendar/period.ts';
import { quiet } from '../src/cards/blocks.ts';
import { type AnyCommand, type CommandAnswer, type Context, defineCommand, type Example } from '../src/chat/command.ts';
import { readPeriod } from '../src/chat/reading/periods.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { DIGEST_NAMES, type DigestKind } from '../src/digests/digest.ts';
import { digestCard } from '../src/digests/digest-card.ts';
import { type Printed, printDigest } from '../src/digests/print-digest.ts';

/** `period` null: none was named. */
interface Wanted {
  period: PeriodKey | null;
}

const MONTH_ALONE = /^(?:\d|[一二三四五六七八九十])/;

/** In January 月报 12月 is the December that has been, not the one to come. */
const latestBegun = (period: PeriodKey, words: string, today: string): PeriodKey => {
  if (periodWindow(period).start <= today || !MONTH_ALONE.test(words) || /^\d{4}/.test(words)) return period;
  const before = period.replace(/^\d{4}/, String(yearOf(today) - 1));
  return isPeriodKey(before) ? before : period;
};

/** `月报`, `月报 4月`, `4月的月报`, `上月月报`: the words around the name are a period and nothing else. */
const readWanted = (text: string, name: string, today: string): Wanted | undefined => {
  const at = text.indexOf(name);
  if (at < 0) return undefined;
  const around = `${text.slice(0, at).replace(/[ 的份]*$/, '')} ${text.slice(at + name.length)}`.trim();
  if (around === '') return { period: null };
  const found = readPeriod(around, today);
  return found?.length === around.length ? { period: latestBegun(found.period, around, today) } : undefined;
};

const sayRefusal = (printed: Extract<Printed, { ok: false }>, name: string, today: string): string =>
  printed.reason === 'not-begun'
    ? `${sayPeriod(printed.period, yearOf(today))}还没开始(${sayDate(printed.begins, today)}起),到时再发“${name}”`
    : `${name}按${name === DIGEST_NAMES.weekly ? '周' : '月'}出,请说“${name}”或“${name} ${name === DIGEST_NAMES.weekly ? '上周' : '4月'}”`;

/** Which period was taken when none was named. */
const sayTaken = (period: PeriodKey, name: string, today: string): string => {
  const over = periodWindow(period).end < today;
  const other = over
    ? `要本期的发“${name} ${name === DIGEST_NAMES.weekly ? '本周' : '本月'}”`
    : `截至${sayDate(today)}`;
  return `没说哪一期,这是${sayPeriod(period, yearOf(today))}的${name},${other}`;
};

const answer = (kind: DigestKind, wanted: Wanted, context: Context): CommandAnswer => {
  const { workspace, acting, today, calendar } = context;
  const name = DIGEST_NAMES[kind];
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const printed = printDigest(workspace, { kind, period: wanted.period, asOf: acting.at, calendar });
  if (!printed.ok) return sentence(sayRefusal(printed, name, today));
  const card = digestCard(printed.digest);
  const taken = wanted.period === null ? [quiet(sayTaken(printed.digest.period, name, today))] : [];
  return { reply: cardReply({ ...card, blocks: [...taken, ...card.blocks] }, card.title) };
};

/** 周报 and 月报 on demand. They freeze a period that is over at its first printing, which is a change. */
export const digestCommand = (kind: DigestKind, words: string[], examples: Example[]): AnyCommand =>
  defineCommand<Wanted>({
    name: DIGEST_NAMES[kind],
    topic: '汇报',
    kind: 'change',
    words,
    examples,
    match: ({ text }, { today }) => readWanted(text, DIGEST_NAMES[kind], today),
    run: (wanted, context) => answer(kind, wanted, context),
  });
