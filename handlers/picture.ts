import { paperName } from '../src/cards/paper.ts';
import { type PictureShows, statisticsPicture } from '../src/cards/statistics-picture.ts';
import { defineCommand } from '../src/chat/command.ts';
import { type Listing, readListing } from '../src/chat/reading/listing.ts';
import { sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { yearOfListing } from '../src/chat/reading/year-of-listing.ts';
import { fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { organisationOf } from '../src/digests/paper-title.ts';
import { statisticsOf } from '../src/workspace/statistics.ts';

interface PictureWanted {
  shows: PictureShows;
  /** Null: of everything. */
  listing: Listing | null;
}

const ASKS_FOR = /^(?:查看|看看|看|画|出|发|生成|要|来|给我)(?:一下|一?[个张份])? ?/;
const PICTURE = '(?:柱状图|条形图|图表|图片|图形|图)';
const ABOUT = '(?:统计|汇总|完成情况|办结情况|办结率|完成率|工作进度|进度|进展情况|指标|任务)';
/** 统计图, 进度图 办公室: the name of the picture stands in front, in one piece. */
const IN_FRONT = new RegExp(`^(${ABOUT})?(?:数据|完成)?的? ?${PICTURE}(?= |$)`);
/** 办公室统计图, 统计 办公室 图: or behind, with what it is about before it or in front of all. */
const BEHIND = new RegExp(`(${ABOUT})?(?:数据|完成)?的? ?${PICTURE}$`);
const ABOUT_IN_FRONT = new RegExp(`^(${ABOUT})(?= )`);

const SHOWS: Record<string, PictureShows> = { 指标: 'targets', 工作进度: 'progress', 进度: 'progress' };
const showsOf = (about: string | undefined): PictureShows => SHOWS[about ?? ''] ?? 'all';

/** What it is to show and the filter around its name; undefined when no picture is named. */
const readPicture = (said: string): { shows: PictureShows; rest: string } | undefined => {
  const text = said.replace(ASKS_FOR, '').replace(/[?]$/, '');
  const front = IN_FRONT.exec(text);
  // 图 alone may be anything; 图表 is this.
  if (front && (front[1] !== undefined || /^.*图[表形片]|[柱条]/.test(front[0])))
    return { shows: showsOf(front[1]), rest: text.slice(front[0].length).trim() };
  const behind = BEHIND.exec(text);
  if (!behind) return undefined;
  const before = text.slice(0, behind.index).replace(/的?$/, '').trim();
  if (behind[1] !== undefined) return { shows: showsOf(behind[1]), rest: before };
  const about = ABOUT_IN_FRONT.exec(before);
  return about ? { shows: showsOf(about[1]), rest: before.slice(about[0].length).trim() } : undefined;
};

/** Longer texts are no such command, whatever they hold. */
const LONGEST = 60;

/** 统计 图 · 指标图 · 进度图 办公室: the numbers of 统计 as a picture. */
export const pictureCommand = defineCommand<PictureWanted>({
  name: '统计图',
  topic: '查看',
  kind: 'look',
  words: ['统计图', '进度图', '指标图', '图表'],
  examples: [
    { say: '统计 图', gets: '办结率、指标和序时画成一张图' },
    { say: '统计 办公室 图', gets: '一个单位的,换成人名、“第三部分”也行' },
    { say: '指标图', gets: '只画指标;“进度图”只画办结率' },
  ],
  match: (said, context) => {
    if (said.text.length > LONGEST) return undefined;
    const read = readPicture(said.text);
    if (!read) return undefined;
    if (read.rest === '') return { shows: read.shows, listing: null };
    const listing = readListing(said, context, read.rest, 'parts');
    return listing && { shows: read.shows, listing };
  },
  run: ({ shows, listing }, context) => {
    const { workspace, acting, today } = context;
    if (workspace.tasks.length === 0) return sentence(NO_PLAN);
    const year = yearOfListing(listing);
    const filters = [...(listing?.filters ?? []), ...(year === undefined ? [] : [{ kind: 'year' as const, year }])];
    const filter = listing === null ? '' : sharedFilterWords(listing, context).join(' · ');
    const statistics = statisticsOf(workspace, filters, { today, me: acting.by });
    const picture = statisticsPicture(statistics, { shows, filter, today });
    if (picture.panels.length === 0) {
      return sentence(
        shows === 'targets' && statistics.tasks > 0
          ? '这些任务没有量化指标,没有图可画'
          : '没有符合条件的任务,没有图可画',
      );
    }
    const organisation = organisationOf(workspace.plans.find((plan) => plan.year === statistics.year)?.title ?? '');
    const name = paperName(`${organisation}${picture.title}`, 'png');
    return { reply: fileReply({ kind: 'chart', name, picture }) };
  },
});
