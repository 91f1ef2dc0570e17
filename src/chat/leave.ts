import { daysBetween, type IsoDate, sayDate } from '../calendar/date.ts';
import { sayLeaveDays } from '../cards/say-leave.ts';
import type { Leave } from '../workspace/workspace.ts';
import type { CommandAnswer, Context } from './command.ts';
import { askAboutParty, nameOfParty } from './party.ts';
import type { DateSaid } from './reading/dates.ts';
import type { LeaveSaid } from './reading/leave.ts';
import { beginOf, daysOfLeave } from './reading/leave-time.ts';
import { offer, sentence } from './replies.ts';

/** A day further off than this is not what a slip in a leave's date meant. */
const NEAR_DAYS = 183;

const EXAMPLE = '如“李四 请假到6月1日 由王五代”。没有改动';

/** The leave as a command that names both days, so that saying it twice is one leave. */
export const sayLeaveCommand = ({ absent, from, until, deputy }: Leave): string =>
  `${absent} 请假 ${from}到${until} 由${deputy}代`;

/** 5月20日 周三—6月1日 周一,由王五代. */
export const sayLeaveWith = (leave: Leave, today: IsoDate): string =>
  `${sayLeaveDays(leave, today)},由${leave.deputy}代`;

/** A day that is past or does not exist: the nearest sensible one is offered where it lies near. */
const askAboutDay = (
  day: DateSaid & { ok: false },
  { who, deputy, time }: LeaveSaid,
  { today }: Context,
): CommandAnswer => {
  const why =
    day.reason === 'past'
      ? `“${day.said}”(${sayDate(day.date, today)})已经过去,没有记。`
      : `没有“${day.said}”这一天,没有记。`;
  const [absent, acts] = [nameOfParty(who), nameOfParty(deputy)];
  const from = beginOf(time.from, today);
  const { nearest } = day;
  const isNear = nearest !== null && day === time.until && daysBetween(today, nearest) <= NEAR_DAYS;
  if (!isNear || absent === undefined || acts === undefined || from === undefined || from > nearest) {
    return sentence(`${why}请改好日期再说一次`);
  }
  const leave: Leave = { absent, deputy: acts, from, until: nearest };
  const deed = `记${absent}请假到${sayDate(nearest, today)}`;
  return offer({ deed, label: `到${sayDate(nearest, today)}`, say: sayLeaveCommand(leave) }, 'slip', why);
};

const askForRest = (
  until: IsoDate | undefined,
  { who, deputy }: LeaveSaid,
  { today }: Context,
): CommandAnswer | undefined => {
  const name = nameOfParty(who) ?? who.said;
  if (until === undefined) return sentence(`${name}请假到哪天${deputy === null ? '、由谁代' : ''}?${EXAMPLE}`);
  return deputy === null ? sentence(`${name}请假到${sayDate(until, today)},由谁代?${EXAMPLE}`) : undefined;
};

/** The leave that was said, or the answer that asks for what is not clear of it. */
export const leaveMeant = (
  said: LeaveSaid,
  context: Context,
): { ok: true; leave: Leave } | { ok: false; answer: CommandAnswer } => {
  const days = daysOfLeave(said.time, context);
  const answer =
    askAboutParty(said.who, context) ??
    (days.ok ? askForRest(days.until, said, context) : askAboutDay(days, said, context)) ??
    (said.deputy === null ? undefined : askAboutParty(said.deputy, context));
  const [absent, deputy] = [nameOfParty(said.who), nameOfParty(said.deputy)];
  if (answer) return { ok: false, answer };
  if (!days.ok || days.until === undefined || absent === undefined || deputy === undefined) {
    return { ok: false, answer: sentence(`请说明谁请假、到哪天、由谁代,${EXAMPLE}`) };
  }
  return { ok: true, leave: { absent, deputy, from: days.from, until: days.until } };
};
