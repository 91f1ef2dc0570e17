import { button, ROWS_PER_PAGE } from './blocks.ts';
import type { Button } from './card.ts';

/** One page of a longer list. `page` counts from 1 and lies within 1–`pages`; `pages` is at least 1. */
export interface Page<Item> {
  items: Item[];
  page: number;
  pages: number;
  total: number;
}

/** The page asked for; a page past the end is the last one, one before the start the first. */
export const pageOf = <Item>(all: readonly Item[], asked: number, size: number = ROWS_PER_PAGE): Page<Item> => {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { items: all.slice((page - 1) * size, page * size), page, pages, total: all.length };
};

/** The command that shows this page of the list `say` stands for: `4月 保障部 第2页`. */
export const sayPage = (say: string, page: number): string => (page <= 1 ? say : `${say} 第${page}页`);

/** 上一页 and 下一页, as far as there are such pages. */
export const pagingButtons = (say: string, { page, pages }: { page: number; pages: number }): Button[] => [
  ...(page > 1 ? [button('上一页', sayPage(say, page - 1))] : []),
  ...(page < pages ? [button('下一页', sayPage(say, page + 1))] : []),
];
