import { isChanged, isContested, isFresh } from '../../workspace/importing/comparison.ts';
import { blocksOf, bulleted, button, buttons, plain, quiet } from '../blocks.ts';
import type { Card } from '../card.ts';
import { pageOf, pagingButtons, sayPage } from '../paging.ts';
import { sayOwners } from '../say-owners.ts';
import { saySchedule } from '../say-schedule.ts';
import { shorten } from '../shorten.ts';
import { DOUBT_NAMES, type ImportItem, type ImportPreview, sayLeftOut } from './import-preview.ts';
import { sayFate, sayGone, sayItemChange, sayItemKept, sourceOf } from './say-revision.ts';

/** Which lines of a waiting import are asked for, by the word that asks for them. */
export const ITEM_LISTS = ['全部', '存疑', '新增', '修改', '保留', '取消', '没有导入的'] as const;
export type ItemList = (typeof ITEM_LISTS)[number];

const sayItem = (item: ImportItem, { today, workspace: { tasks } }: ImportPreview): string => {
  const { draft, at } = item;
  const who = sayOwners(draft);
  const fate = tasks.length === 0 ? '' : ` · ${sayFate(item)}`;
  return `第${at}项 ${shorten(draft.title, 40)} · ${saySchedule(draft.schedule, today)}${who === '' ? '' : ` · ${who}`}${fate}`;
};

const LINES: Record<ItemList, (preview: ImportPreview) => string[]> = {
  全部: (preview) => preview.items.map((item) => sayItem(item, preview)),
  存疑: ({ doubts }) =>
    doubts.map(
      ({ number, task, reason, words }) =>
        `第${number}项 ${shorten(task.title, 40)} · ${DOUBT_NAMES[reason]}${words === '' ? '' : `:“${shorten(words, 20)}”`}`,
    ),
  新增: (preview) => preview.items.filter(isFresh).map((item) => sayItem(item, preview)),
  修改: ({ items, today }) => items.filter(isChanged).map((item) => sayItemChange(item, today)),
  保留: ({ items, today, kind }) => items.filter(isContested).map((item) => sayItemKept(item, today, sourceOf(kind))),
  取消: ({ gone, workspace }) => gone.map((number) => sayGone(number, workspace)),
  没有导入的: ({ leftOut }) => leftOut.map((span) => sayLeftOut(span, 120)),
};

/** 查看导入: the lines of a waiting import, or some of them, ten a page. */
export const importItemsCard = (preview: ImportPreview, list: ItemList, asked: number): Card => {
  const lines = LINES[list](preview);
  const page = pageOf(lines, asked);
  const say = `查看导入 ${preview.id}${list === '全部' ? '' : ` ${list}`}`;
  const others = ITEM_LISTS.filter((each) => each !== list && LINES[each](preview).length > 0);
  return {
    title: `导入预览 · ${list}`,
    subtitle: shorten(preview.source, 40),
    tone: 'neutral',
    view: sayPage(say, page.page),
    blocks: blocksOf(
      page.total === 0
        ? plain('没有这样的内容')
        : quiet(
            `共${page.total}${list === '没有导入的' && preview.kind === 'plan' ? '段' : '项'}${page.pages > 1 ? ` · 第${page.page}/${page.pages}页` : ''}`,
          ),
      bulleted(page.items),
      list === '没有导入的' ? null : quiet('发“查看导入 3”看第3项的详情'),
      buttons([
        ...pagingButtons(say, page),
        ...others.map((each) => button(each, `查看导入 ${preview.id}${each === '全部' ? '' : ` ${each}`}`)),
        button('确认导入', `确认导入 ${preview.id}`, 'primary'),
      ]),
    ),
  };
};
