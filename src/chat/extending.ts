import { type IsoDate, sayDate } from '../calendar/date.ts';
import { choiceCard } from '../cards/choice-card.ts';
import { deadlineOf, runningPeriod } from '../workspace/deadline.ts';
import type { Extended } from '../workspace/extending.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { CommandAnswer, Context } from './command.ts';
import { moodOfRemark } from './mood.ts';
import type { ExtensionSaid } from './reading/extending.ts';
import { type Length, shiftBy } from './reading/lengths.ts';
import { cardReply, offer, sentence } from './replies.ts';
import { sayTurn } from './sentences.ts';

const sayWith = (until: string, { periods, reason }: ExtensionSaid, task: string): string =>
  ['延期', task, periods.join('、'), until, moodOfRemark(reason) === 'plain' ? reason : '']
    .filter((part) => part !== '')
    .join(' ');

/** The last day a length leads to: from the end, or from today once that is past. */
const endAfter = (number: number, length: Length, { today, workspace, calendar }: Context): IsoDate => {
  const task = taskOf(workspace, number);
  const end = task ? deadlineOf(task, runningPeriod(task, today) ?? null) : today;
  return shiftBy(end < today ? today : end, length, calendar);
};

/** The new end of one task; undefined while it is not clear. */
export const endFor = (number: number, { to }: ExtensionSaid, context: Context): IsoDate | undefined => {
  if (to?.kind === 'date') return to.date;
  return to?.kind === 'length' ? endAfter(number, to.length, context) : undefined;
};

/** The extension as a command that names the day, so that saying it twice extends once. */
export const sayExtension = (said: ExtensionSaid, task: string, context: Context): string => {
  const end = /^\d+$/.test(task) ? endFor(Number(task), said, context) : undefined;
  return sayWith(end === undefined ? (said.to?.said ?? '') : `到${end}`, said, task);
};

/** `到6月30日 周二`; a length as it was said. */
export const sayUntil = ({ to }: ExtensionSaid, { today }: Context): string => {
  if (to?.kind === 'date') return `到${sayDate(to.date, today)}`;
  return to === null ? '' : ` ${to.said}`;
};

/** What was done, before → after. */
export const sayExtended = (extended: Extended, reason: string, { today }: Context): string => {
  const from = extended.from === null ? '未定' : sayDate(extended.from, today);
  const original =
    extended.original === null || extended.count === 1 ? '' : `,原定${sayDate(extended.original, today)}`;
  const marks = [
    `第${extended.count}次延期${original}`,
    extended.late ? '逾期申请' : '',
    reason === '' ? '' : `原因:${reason}`,
  ];
  return `延期 ${sayTurn(extended, { today })}:${from} → ${sayDate(extended.to, today)}(${marks.filter((mark) => mark !== '').join(',')})`;
};

/** What keeps the day from being clear: none said, one that is past or does not exist, two readings. */
export const askUntil = (said: ExtensionSaid, context: Context): CommandAnswer | undefined => {
  const { to, tasks } = said;
  const task = tasks.kind === 'numbers' ? tasks.numbers.join('、') : '12';
  if (to === null) return sentence(`延期到哪天?如“延期 ${task} 到6月底 因场地装修”“延期 ${task} 一周”。没有改动`);
  if (to.kind === 'date' || to.kind === 'length') return undefined;
  if (to.kind === 'either') {
    const days = to.said.replace(/日$/, '天');
    const ways = [
      { label: `延到${sayDate(to.date, context.today)}`, say: sayWith(`到${to.date}`, said, task) },
      { label: `延长${days}`, say: sayWith(days, said, task) },
    ];
    return { reply: cardReply(choiceCard(`“${to.said}”是到哪天,还是多少天?`, ways), '请选一个'), question: ways };
  }
  const why = to.reason === 'past' ? `“${to.said}”已经过去` : `没有“${to.said}”这一天`;
  if (to.nearest === null) return sentence(`${why},没有改动。请说今天以后的日期`);
  const nearest = sayDate(to.nearest, context.today);
  const proposal = { deed: `延期到${nearest}`, label: `延到${nearest}`, say: sayWith(`到${to.nearest}`, said, task) };
  return offer(proposal, 'slip', `${why}。`);
};
