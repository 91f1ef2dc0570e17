import { yearOf } from '../src/calendar/date.ts';
import { isPeriodKey, type PeriodKey, periodWindow } from '../src/calendar/period.ts';
import { quiet } from '../src/cards/blocks.ts';
import { type AnyCommand, type CommandAnswer, type Context, defineCommand, type Example } from '../src/chat/command.ts';
import { type DigestWanted, readDigestWanted } from '../src/chat/reading/digest-wanted.ts';
import { cardReply, fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { DIGEST_NAMES, type DigestKind } from '../src/digests/digest.ts';
import { digestCard } from '../src/digests/digest-card.ts';
import { paperFile } from '../src/digests/paper-title.ts';
import { firstYearAfter, printDigest } from '../src/digests/print-digest.ts';
import { sayNotPrinted, sayPeriodTaken } from '../src/digests/say-printed.ts';

const TURN_ALONE = /^(?:第 ?)?(?:\d|[一二三四五六七八九十]|[Qq]\d|[上下前后]半年)/;

/** In January 月报 12月 is the December that has been, not the one to come; where there was a plan then. */
const latestBegun = (period: PeriodKey, words: string, { today, workspace }: Context): PeriodKey => {
  if (periodWindow(period).start <= today || !TURN_ALONE.test(words) || /^\d{4}/.test(words)) return period;
  const before = period.replace(/^\d{4}/, String(yearOf(today) - 1));
  return isPeriodKey(before) && firstYearAfter(workspace, before) === undefined ? before : period;
};

const answer = (kind: DigestKind, wanted: DigestWanted, context: Context): CommandAnswer => {
  const { workspace, acting, today, calendar } = context;
  if (workspace.tasks.length === 0) return sentence(NO_PLAN);
  const period = wanted.period === null ? null : latestBegun(wanted.period, wanted.said, context);
  const printed = printDigest(workspace, { kind, period, asOf: acting.at, calendar });
  if (!printed.ok) return sentence(sayNotPrinted(printed, kind, today));
  const { digest } = printed;
  const { by, paper } = wanted;
  if (paper) return { reply: fileReply({ kind: 'digest', name: paperFile(digest, by), digest, by }) };
  const card = digestCard(digest, by);
  const taken = period === null && kind !== 'weekly' ? [quiet(sayPeriodTaken(kind, digest.period, context))] : [];
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
