import { ITEM_LISTS, type ItemList } from '../../cards/importing/item-list-card.ts';
import type { Said } from '../command.ts';
import { readWhole } from './numerals.ts';

/** What of a waiting import is to be shown: one line by its number, or a list of them. `id` when the import was named. */
export type ViewSaid = { id: string | undefined } & ({ item: number } | { list: ItemList; page: number });

const WORD = /^(?:查看|看看|看一看|看|预览|列出)(?:导入的?(?:预览|内容|明细|清单)?|预览)/;
const ID = /^ ?[iI](\d{1,9})(?!\d)/;
const PAGE = / ?第(\d{1,4})页$/;
const ITEM = /^第? ?([\d一二三四五六七八九十百]{1,6}) ?(?:项|条|个)?$/;

/** Other words people have for the lists. */
const LIST_WORDS: Record<string, ItemList> = {
  '': '全部',
  所有: '全部',
  逐项: '全部',
  有疑问的: '存疑',
  疑问: '存疑',
  新的: '新增',
  新增的: '新增',
  修改的: '修改',
  改动: '修改',
  取消的: '取消',
  没了的: '取消',
  未导入: '没有导入的',
  没导入的: '没有导入的',
  未导入的: '没有导入的',
  略去的: '没有导入的',
  ...Object.fromEntries(ITEM_LISTS.map((list) => [list, list])),
};

/** 查看导入 · 查看导入 3 · 查看导入 存疑 第2页; undefined when the message is none. */
export const readViewing = ({ text }: Said): ViewSaid | undefined => {
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const named = ID.exec(text.slice(word.length));
  const id = named ? `i${named[1]}` : undefined;
  const rest = text.slice(word.length + (named?.[0].length ?? 0)).trim();
  const page = Number(PAGE.exec(rest)?.[1] ?? 1);
  const list = LIST_WORDS[rest.replace(PAGE, '').trim()];
  if (list !== undefined) return { id, list, page };
  const said = ITEM.exec(rest)?.[1];
  const item = said === undefined ? undefined : readWhole(said);
  return item && item.length === said?.length ? { id, item: item.value } : undefined;
};
