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
import { cardReply, fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { DIGEST_NAMES, type DigestKind } from '../src/digests/digest.ts';
import { digestCard } from '../src/digests/digest-card.ts';
import { paperFile } from '../src/digests/paper-title.ts';
import { firstYearAfter, type Printed, printDigest } from '../src/digests/print-digest.ts';

/** `period` null: none was named. `paper`: as a docx. */
interface Wanted {
  period: PeriodKey | null;
  paper: boolean;
}

/** Behind it: 月报 4月 文档. */
const AS_PAPER = /[ ,]*(?:的)?(?:文档|文件|公文|docx|word)(?:版|格式)?$/i;

/** 发月报, 看看4月月报: looking is what is meant anyway. */
const ASKS_FOR = /^(?:查看|看看|看|发|出|打印|生成|要|来一份|来份|一份) ?/;
const TURN_ALONE = /^(?:第 ?)?(?:\d|[一二三四五六七八九十])/;

/** In January 月报 12月 is the December that has been, not the one to come; where there was a plan then. */
const latestBegun = (period: PeriodKey, words: string, { today, workspace }: Context): PeriodKey => {
  if (periodWindow(period).start <= today || !TURN_ALONE.test(words) || /^\d{4}/.test(words)) return period;
  const before = period.replace(/^\d{4}/, String(yearOf(today) - 1));
  return isPeriodKey(before) && firstYearAfter(workspace, before) === undefined ? before : period;
};

/** `月报`, `月报 4月`, `4月的月报`, `上月月报`: the words around the name are a period and nothing else. */
const readWanted = (said: string, name: string, context: Context): Wanted | undefined => {
  const text = said.replace(AS_PAPER, '');
  const paper = text !== said;
  const at = text.indexOf(name);
  if (at < 0) return undefined;
  const before = text
    .slice(0, at)
    .replace(ASKS_FOR, '')
    .replace(/[ 的份]*$/, '');
  const around = `${before} ${text.slice(at + name.length)}`.trim();
  if (around === '') return { period: null, paper };
  const found = readPeriod(around, context.today);
  return found?.length === around.length ? { period: latestBegun(found.period, around, context), paper } : undefined;
};

const sayRefusal = (printed: Extract<Printed, { ok: false }>, name: string, today: string): string => {
  const said = isPeriodKey(printed.period) ? sayPeriod(printed.period, yearOf(today)) : '';
  switch (printed.reason) {
    case 'not-begun':
      return `${said}还没开始(${sayDate(printed.begins, today)}起),到时再发“${name}”`;
    case 'no-plan-yet':
      return `${said}还没有计划:本群最早的是${printed.firstYear}年的计划`;
    case 'no-such-period':
      return name === DIGEST_NAMES.weekly ? '周报按周出,请说“周报”或“周报 上周”' : '月报按月出,请说“月报”或“月报 4月”';
  }
};

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
  if (wanted.paper) {
    const { digest } = printed;
    return { reply: fileReply({ kind: 'digest', name: paperFile(digest), digest }) };
  }
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
    match: ({ text }, context) => readWanted(text, DIGEST_NAMES[kind], context),
    run: (wanted, context) => answer(kind, wanted, context),
  });
