import { dayOf, sayDate, yearOf } from '../src/calendar/date.ts';
import {
  isPeriodKey,
  nextPeriod,
  type PeriodKey,
  periodWindow,
  previousPeriod,
  sayPeriod,
} from '../src/calendar/period.ts';
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

/** 发月报, 看看4月月报: looking is what is meant anyway. */
const ASKS_FOR = /^(?:查看|看看|看|发|出|打印|生成|要|来一份|来份|一份) ?/;
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
  const before = text
    .slice(0, at)
    .replace(ASKS_FOR, '')
    .replace(/[ 的份]*$/, '');
  const around = `${before} ${text.slice(at + name.length)}`.trim();
  if (around === '') return { period: null };
  const found = readPeriod(around, today);
  return found?.length === around.length ? { period: latestBegun(found.period, around, today) } : undefined;
};

const sayRefusal = (printed: Extract<Printed, { ok: false }>, name: string, today: string): string =>
  printed.reason === 'not-begun'
    ? `${sayPeriod(printed.period, yearOf(today))}还没开始(${sayDate(printed.begins, today)}起),到时再发“${name}”`
    : `${name}按${name === DIGEST_NAMES.weekly ? '周' : '月'}出,请说“${name}”或“${name} ${name === DIGEST_NAMES.weekly ? '上周' : '4月'}”`;

/** Which month was taken when none was named, and how to get the other. The week's is plain from its title. */
const sayTaken = (period: PeriodKey, today: string): string => {
  const other = periodWindow(period).end < today ? nextPeriod(period) : previousPeriod(period);
  const month = sayPeriod(other, yearOf(today));
  return other > period
    ? `每月10日(含)以前,“月报”给上月的;要${month}到现在的,发“月报 ${month}”`
    : `这是本月到今天的(截至${dayOf(today)}日);要${month}的,发“月报 ${month}”`;
};

const answer = (kind: DigestKind, wanted: Wanted, context: Context): CommandAnswer => {
  const { workspace, acting, today, calendar } = context;
  const name = DIGEST_NAMES[kind];
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const printed = printDigest(workspace, { kind, period: wanted.period, asOf: acting.at, calendar });
  if (!printed.ok) return sentence(sayRefusal(printed, name, today));
  const card = digestCard(printed.digest);
  const taken = wanted.period === null && kind === 'monthly' ? [quiet(sayTaken(printed.digest.period, today))] : [];
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
