import { statisticsCard } from '../src/cards/statistics-card.ts';
import { defineCommand } from '../src/chat/command.ts';
import { type Listing, readListing } from '../src/chat/reading/listing.ts';
import { sayTogether, sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { yearOfListing } from '../src/chat/reading/year-of-listing.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import type { Filter } from '../src/workspace/selection.ts';
import { statisticsOf } from '../src/workspace/statistics.ts';

const IN_FRONT = /^(?:统计|汇总|完成情况|办结情况|办结率|完成率)(?:数据|表)? ?/;
const BEHIND = / ?的?(?:统计|汇总|完成情况|办结情况|办结率|完成率)(?:数据|表)?[?]?$/;

/** 各部门 are all of them. */
const EVERYBODY = /^(?:各个?|所有|全部)(?:部门|单位|科室|处室|部室|部分)(?:的)?$/;
/** 今年一共多少任务, 各单位进度 */
const HOW_MANY =
  /^各个?(?:部门|单位|科室|处室|部室|部分)的?(?:任务|工作)?(?:进度|进展|情况)(?:如何|怎么样)?[?]?$|^(?:今年|全年|我们)?(?:一共|总共|共|现在)?有?(?:多少|几)[个项条件]?(?:任务|工作)[?]?$/;

/** What is left of the message when its word of statistics is off; undefined when it has none. */
const remainder = (text: string): string | undefined => {
  if (HOW_MANY.test(text)) return '';
  const rest = text.replace(IN_FRONT, '');
  if (rest !== text) return rest.replace(BEHIND, '').replace(EVERYBODY, '').trim();
  const front = text.replace(BEHIND, '');
  return front === text ? undefined : front.trim();
};

/** 统计 · 统计 办公室 · 第三部分统计: counts and rates, lights, targets. `listing` null: of everything. */
export const statisticsCommand = defineCommand<{ listing: Listing | null }>({
  name: '统计',
  topic: '查看',
  kind: 'look',
  words: ['统计', '汇总', '完成情况', '办结率'],
  examples: [
    { say: '统计', gets: '各单位、各部分的办结率,灯和指标' },
    { say: '统计 办公室', gets: '一个单位的,换成人名、“第三部分”、“2025年”也行' },
  ],
  match: (said, context) => {
    const rest = remainder(said.text);
    if (rest === undefined) return undefined;
    if (rest === '') return { listing: null };
    const listing = readListing(said, context, rest, 'parts');
    return listing && { listing };
  },
  run: ({ listing }, context) => {
    const { workspace, acting, today } = context;
    if (workspace.tasks.length === 0) return sentence(NO_PLAN);
    const { time = null, filters = [] } = listing ?? {};
    const year = yearOfListing(listing);
    const byYear: Filter[] = year === undefined ? [] : [{ kind: 'year', year }];
    const shared = listing === null ? [] : sharedFilterWords(listing, context);
    const said = year === undefined ? '' : `${year}年`;
    const card = statisticsCard({
      statistics: statisticsOf(workspace, [...filters, ...byYear], { today, me: acting.by }),
      filter: shared.join(' · '),
      say: sayTogether('统计', said, ...shared),
      overdueSay: sayTogether(said, '逾期', ...shared),
      openSay: sayTogether(said, '未完成', ...shared),
      waitingSay: sayTogether(said, '待销号', ...shared),
      pictureSay: sayTogether('统计', said, ...shared, '图'),
      note: time !== null && year === undefined ? `按全年统计;${listing?.timeWords}的任务发“${listing?.words}”看` : '',
    });
    return { reply: cardReply(card, card.title) };
  },
});
