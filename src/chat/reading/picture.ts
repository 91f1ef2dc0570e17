import type { PictureShows } from '../../cards/statistics-picture.ts';
import type { Context, Said } from '../command.ts';
import { type Listing, readListing } from './listing.ts';

/** A picture asked for. */
export interface PictureWanted {
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
const readWords = (said: string): { shows: PictureShows; rest: string } | undefined => {
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

/** 统计 图 · 指标图 · 进度图 办公室; undefined when the message asks for no picture. */
export const readPictureWanted = (said: Said, context: Context): PictureWanted | undefined => {
  if (said.text.length > LONGEST) return undefined;
  const read = readWords(said.text);
  if (!read) return undefined;
  if (read.rest === '') return { shows: read.shows, listing: null };
  const listing = readListing(said, context, read.rest, 'parts');
  return listing && { shows: read.shows, listing };
};
