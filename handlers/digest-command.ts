import { dayOf, monthOf, sayDate, sayDay, yearOf } from '../src/calendar/date.ts';
import {
  isPeriodKey,
  nextPeriod,
  type PeriodKey,
  periodOf,
  periodWindow,
  previousPeriod,
  sayPeriod,
} from '../src/calendar/period.ts';
import { quiet } from '../src/cards/blocks.ts';
import { type AnyCommand, type CommandAnswer, type Context, defineCommand, type Example } from '../src/chat/command.ts';
import { type DigestWanted, readDigestWanted } from '../src/chat/reading/digest-wanted.ts';
import { cardReply, fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { DIGEST_NAMES, type DigestKind } from '../src/digests/digest.ts';
import { digestCard } from '../src/digests/digest-card.ts';
import { paperFile } from '../src/digests/paper-title.ts';
import { firstYearAfter, type Printed, printDigest } from '../src/digests/print-digest.ts';
import { lastDayForPast } from '../src/digests/slots.ts';

const TURN_ALONE = /^(?:第 ?)?(?:\d|[一二三四五六七八九十]|[Qq]\d|[上下前后]半年)/;

/** In January 月报 12月 is the December that has been, not the one to come; where there was a plan then. */
const latestBegun = (period: PeriodKey, words: string, { today, workspace }: Context): PeriodKey => {
  if (periodWindow(period).start <= today || !TURN_ALONE.test(words) || /^\d{4}/.test(words)) return period;
  const before = period.replace(/^\d{4}/, String(yearOf(today) - 1));
  return isPeriodKey(before) && firstYearAfter(workspace, before) === undefined ? before : period;
};

const WRONG_PERIOD: Record<DigestKind, string> = {
  weekly: '周报按周出,请说“周报”或“周报 上周”',
  monthly: '月报按月出,请说“月报”或“月报 4月”',
  quarterly: '季报按季度出,请说“季报”或“季报 二季度”',
  halfyearly: '半年总结按半年出,请说“半年总结”或“上半年总结”',
  yearly: '年终总结按年出,请说“年终总结”或“2025年年终总结”',
};

const sayRefusal = (printed: Extract<Printed, { ok: false }>, kind: DigestKind, today: string): string => {
  const said = isPeriodKey(printed.period) ? sayPeriod(printed.period, yearOf(today)) : '';
  switch (printed.reason) {
    case 'not-begun':
      return `${said}还没开始(${sayDate(printed.begins, today)}起),到时再发“${DIGEST_NAMES[kind]}”`;
    case 'no-plan-yet':
      return `${said}还没有计划:本群最早的是${printed.firstYear}年的计划`;
    case 'no-such-period':
      return WRONG_PERIOD[kind];
  }
};

/** Until when the digest without a period means the one that ended: `每月10日`, `4月底`. */
const sayLastDay = (kind: DigestKind, running: PeriodKey): string => {
  const last = lastDayForPast(kind, running);
  return kind === 'monthly' ? `每月${dayOf(last)}日` : `${monthOf(last)}月底`;
};

/** Which period was taken when none was named, and how to get the other. The week's is plain from its title. */
const sayTaken = (kind: DigestKind, period: PeriodKey, { today, workspace }: Context): string => {
  const name = DIGEST_NAMES[kind];
  if (period !== periodOf(kind, today)) {
    const running = nextPeriod(period);
    const other = sayPeriod(running, yearOf(today));
    const past = { weekly: '上周', monthly: '上月', quarterly: '上季度', halfyearly: '上个半年', yearly: '上一年' }[
      kind
    ];
    return `${sayLastDay(kind, running)}(含)以前,“${name}”给${past}的;要${other}到现在的,发“${name} ${other}”`;
  }
  const before = previousPeriod(period);
  const other = sayPeriod(before, yearOf(today));
  const turn = { weekly: '本周', monthly: '本月', quarterly: '本季度', halfyearly: '这半年', yearly: '今年' }[kind];
  const until = kind === 'monthly' ? `${dayOf(today)}日` : sayDay(today);
  const told = `这是${turn}到今天的(截至${until})`;
  return firstYearAfter(workspace, before) === undefined && kind !== 'yearly'
    ? `${told};要${other}的,发“${name} ${other}”`
    : told;
};

const answer = (kind: DigestKind, wanted: DigestWanted, context: Context): CommandAnswer => {
  const { workspace, acting, today, calendar } = context;
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const period = wanted.period === null ? null : latestBegun(wanted.period, wanted.said, context);
  const printed = printDigest(workspace, { kind, period, asOf: acting.at, calendar });
  if (!printed.ok) return sentence(sayRefusal(printed, kind, today));
  const { digest } = printed;
  const { by, paper } = wanted;
  if (paper) return { reply: fileReply({ kind: 'digest', name: paperFile(digest, by), digest, by }) };
  const card = digestCard(digest, by);
  const taken = period === null && kind !== 'weekly' ? [quiet(sayTaken(kind, digest.period, context))] : [];
  return { reply: cardReply({ ...card, blocks: [...taken, ...card.blocks] }, card.title) };
};

/** 周报, 月报 … on demand. They freeze a period that is over at its first printing, which is a change. */
export const digestCommand = (kind: DigestKind, words: string[], examples: Example[]): AnyCommand =>
  defineCommand<DigestWanted>({
    name: DIGEST_NAMES[kind],
    topic: '汇报',
    kind: 'change',
    words,
    examples,
    match: ({ text }, { today }) => readDigestWanted(text, kind, today),
    run: (wanted, context) => answer(kind, wanted, context),
  });
