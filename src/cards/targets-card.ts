import type { TargetList, TargetRow } from '../workspace/target-list.ts';
import { isMeasured, type TargetState } from '../workspace/target-state.ts';
import { bars, blocksOf, button, buttons, plain, quiet } from './blocks.ts';
import type { Bar, Card } from './card.ts';
import { pageOf, pagingButtons, sayPage } from './paging.ts';
import { sayNumber, sayReached, sayTargetName } from './say-quantity.ts';
import { shorten } from './shorten.ts';

const TITLE_LIMIT = 16;

/** What a rate still lacks; a rate is no share of the time that has gone. */
const sayRateGap = ({ reported, cumulative, target }: TargetState): string => {
  if (!reported) return '';
  return cumulative >= target.value ? '已达标' : `距目标${sayNumber(target.value - cumulative)}个百分点`;
};

/** 序时: `慢14个百分点`, `快6个百分点`; empty where nobody can tell. */
export const sayGap = (state: TargetState): string => {
  if (state.target.unit === '%') return sayRateGap(state);
  if (!isMeasured(state)) return '';
  if (state.gap === 0) return state.expected === 0 ? '未到时间' : '与序时持平';
  return state.gap < 0 ? `慢${-state.gap}个百分点` : `快${state.gap}个百分点`;
};

/** `4月+12人`; nothing where the time brought nothing that can be told. */
const sayAdded = ({ added, target, reported }: TargetRow, time: string): string =>
  time === '' || added === null || !reported ? '' : `${time}${added < 0 ? '' : '+'}${sayNumber(added)}${target.unit}`;

/** A target without a name is told by its task. */
const rowBar = (row: TargetRow, time: string): Bar => ({
  name: `#${row.number} ${sayTargetName({ ...row.target, name: row.target.name || shorten(row.title, TITLE_LIMIT) })}`,
  share: row.share,
  label: [sayAdded(row, time), sayReached(row), sayGap(row)].filter((part) => part !== '').join(' · '),
});

/** Targets to draw. */
export interface TargetsView {
  list: TargetList;
  /** `组织部 · 未完成`; empty for all. */
  filter: string;
  /** `4月`; empty without a time. */
  time: string;
  /** `截至4月30日`; empty for today. */
  asOf: string;
  /** The command that shows the list, page left off. */
  say: string;
  page: number;
  /** What shows only those behind, under the same filter; empty where that is the list itself. */
  behindSay: string;
  /** A target further behind than this is called so. */
  behindPoints: number;
  empty: string;
}

const countsLine = (rows: readonly TargetRow[], behind: number): string => {
  const parts = [
    ['落后', behind],
    ['已达标', rows.filter(({ reported, cumulative, goal }) => reported && cumulative >= goal.value).length],
    ['未上报', rows.filter(({ reported }) => !reported).length],
  ] as const;
  const told = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name}${count}`);
  return [`共${rows.length}个`, ...told].join(' ');
};

/** 指标: bars with what was reached, the share of the year and the 序时 gap, ten a page, the furthest behind first. */
export const targetsCard = (view: TargetsView): Card => {
  const { list, filter, time, say } = view;
  const behind = list.rows.filter((row) => isMeasured(row) && row.gap < -view.behindPoints).length;
  const page = pageOf(list.rows, view.page);
  const paged = page.pages > 1 ? ` · 第${page.page}/${page.pages}页` : '';
  const head = `${countsLine(list.rows, behind)}${paged}`;
  return {
    title: ['指标', time, shorten(filter, 40)].filter((part) => part !== '').join(' · '),
    subtitle: [`${list.year}年`, view.asOf].filter((part) => part !== '').join(' · '),
    tone: behind > 0 ? 'warning' : 'neutral',
    view: sayPage(say, page.page),
    blocks: blocksOf(
      page.total === 0 ? plain(view.empty) : quiet(head),
      bars(page.items.map((row) => rowBar(row, time))),
      page.total === 0 ? null : quiet('落后的在前;快慢=完成的百分比减去时间过去的百分比。发编号看任务'),
      buttons([
        ...pagingButtons(say, page),
        ...(behind > 0 && behind < list.rows.length && view.behindSay !== '' ? [button('看落后', view.behindSay)] : []),
      ]),
    ),
  };
};
