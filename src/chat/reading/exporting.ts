import type { Context, Said } from '../command.ts';
import { type Listing, readListing } from './listing.ts';

/** A ledger asked for; `listing` null: all of the plan year. */
export interface ExportSaid {
  listing: Listing | null;
}

/** 导出, 下载台账, 发一份督办台账; what is left of the message are the filters of a list. */
const ASKED =
  /^(?:请|帮我|给我)?(?:查看|看看|看|发|出|打印|生成|下载|导出|要|来)?(?:一份|份|个)? ?(?:全部|全年)?(?:的)?(?:督办|工作|任务)?(?:台账|台帐)(?:表|表格)?|^(?:请|帮我|给我)?导出(?:一份|一下|全部)? ?/;
const BEHIND = /[ ,]*的?(?:督办|工作|任务)?(?:台账|台帐|表格|excel|xlsx)(?:文件|表)?$/i;

/** 办公室的台账, 导出 办公室: the words around are those of a list. */
const readAsked = (text: string): string | undefined => {
  const front = ASKED.exec(text)?.[0];
  if (front !== undefined) return text.slice(front.length).replace(BEHIND, '').trim();
  return /(?:督办|工作|任务)?(?:台账|台帐)$/.test(text) ? text.replace(BEHIND, '').trim() : undefined;
};

/** What is longer is something else. */
const LONGEST = 120;

/** 导出 · 台账 · 导出 办公室 未完成; undefined when the message is none. */
export const readExport = (said: Said, context: Context): ExportSaid | undefined => {
  const words = said.text.length > LONGEST ? undefined : readAsked(said.text);
  if (words === undefined) return undefined;
  if (words === '') return { listing: null };
  const listing = readListing(said, context, words, 'parts');
  return listing && { listing };
};
