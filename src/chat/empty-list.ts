import { addDays, addMonths, yearOf } from '../calendar/date.ts';
import { knownNames, namesOf } from '../workspace/people.ts';
import { select } from '../workspace/selection.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Context } from './command.ts';
import type { Listing } from './reading/listing.ts';
import { ownNameInPlan, sayTogether } from './reading/shared-words.ts';
import { NO_PLAN } from './sentences.ts';

const hasNameInPlan = (id: MemberId, { workspace }: Context): boolean => {
  const { people, units } = knownNames(workspace);
  return namesOf(workspace, id).some((name) => people.includes(name) || units.includes(name));
};

/** What a list says that lists nothing: why, and the way on. */
export const sayEmptyList = ({ time, filters, timeWords, filterWords }: Listing, context: Context): string => {
  if (context.workspace.tasks.length === 0) return NO_PLAN;
  if (filters.some(({ kind }) => kind === 'mine') && ownNameInPlan(context) === undefined) {
    return '计划里还没有对上您的名字。发“我是 张三”(换成计划里您的名字)就能看到自己的任务';
  }
  const member = filters.find((filter) => filter.kind === 'member');
  if (member && !hasNameInPlan(member.id, context)) {
    const who = filterWords[filters.indexOf(member)]?.replace(/^@/, '') ?? '';
    return `还不知道“${who}”在计划里叫什么。发“绑定 计划里的名字 @${who}”;发“人员”看谁是谁`;
  }
  return `没有“${sayTogether(timeWords, ...filterWords)}”的任务${sayNextYear({ time, filters, timeWords, filterWords }, context)}`;
};

/** Words that are of any year: 1月, 一季度, 上半年. */
const OF_ANY_YEAR = /^(?:\d{1,2}月|[一二三四]季度|上半年)$/;

/** 1月 is this year's, also in November: of a plan that runs over New Year it tells where the one to come is. */
const sayNextYear = (
  { time, filters, timeWords, filterWords }: Omit<Listing, 'page' | 'words'>,
  { workspace, today, acting }: Context,
): string => {
  if (time === null || time.window.end >= today || !OF_ANY_YEAR.test(timeWords)) return '';
  const { start, end } = time.window;
  const window = { start: addMonths(start, 12), end: addDays(addMonths(addDays(end, 1), 12), -1) };
  const { rows } = select(workspace, { window, filters }, { today, me: acting.by });
  const say = sayTogether(`${yearOf(window.start)}年${timeWords}`, ...filterWords);
  return rows.length === 0 ? '' : `。明年的有${rows.length}项,发“${say}”看`;
};
