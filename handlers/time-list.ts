import { saySpan } from '../src/cards/say-schedule.ts';
import { taskListCard } from '../src/cards/task-list-card.ts';
import { type Context, defineCommand } from '../src/chat/command.ts';
import { sayEmptyList } from '../src/chat/empty-list.ts';
import { type Listing, readListing } from '../src/chat/reading/listing.ts';
import { actsFor, sayTogether, sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { cardReply } from '../src/chat/replies.ts';
import { select } from '../src/workspace/selection.ts';

/** A list is asked for in few words; what is longer is something else. */
const LONGEST = 120;

/** 我的 stands as `我的(李芳)`, `我的(李芳,代王明)`: in a group everybody sees whose list it is. */
const titleWords = ({ filterWords }: Listing, shared: string[], context: Context): string[] => {
  const absent = actsFor(context);
  const also = absent.length === 0 ? '' : `,代${absent.join('、')}`;
  return filterWords.map((words, index) =>
    words === shared[index] ? words : `${words}(${shared[index]?.replace(/名下$/, '')}${also})`,
  );
};

/** 本周 下月 4月 二季度 全年 今天, filters, and any mixture of them, a page of ten at a time. */
export const timeListCommand = defineCommand<Listing>({
  name: '本周',
  topic: '查看',
  kind: 'look',
  words: '本周 下周 上周 本月 下月 上月 今天 全年 我的 逾期 临期 未完成 已完成 未开始 未排期 无进展 已取消'.split(' '),
  examples: [
    { say: '本周', gets: '本周的任务,也可说 今天 下周 本月 4月 二季度 上半年 全年' },
    { say: '4月 办公室', gets: '一个月里一个单位的任务,换成人名也行' },
    { say: '我的', gets: '我负责的任务' },
    { say: '逾期', gets: '过了时限还没办结的' },
    { say: '本月 未完成', gets: '时间和条件合用,也可说 已完成 临期 未开始 待销号 未排期 无责任人 无进展 已取消' },
    { say: '第三部分', gets: '计划里一个部分的任务' },
    { say: '全年 第2页', gets: '翻到第2页' },
  ],
  match: (said, context) => (said.text.length > LONGEST ? undefined : readListing(said, context, said.text, 'parts')),
  run: (listing, context) => {
    const { workspace, acting, today } = context;
    const { time, filters } = listing;
    const selection = select(workspace, { window: time?.window, filters }, { today, me: acting.by });
    const shared = sharedFilterWords(listing, context);
    const card = taskListCard({
      title: [listing.timeWords, ...titleWords(listing, shared, context)].filter((word) => word !== '').join(' · '),
      span: time === null ? '' : saySpan(time.window, today),
      say: sayTogether(listing.timeWords, ...shared),
      selection,
      page: listing.page,
      elsewhere:
        time === null
          ? null
          : { overdue: sayTogether('逾期', ...shared), unscheduled: sayTogether('未排期', ...shared) },
      empty: sayEmptyList(listing, context),
      today,
    });
    return { reply: cardReply(card, `${card.title}:共${selection.rows.length}项`) };
  },
});
