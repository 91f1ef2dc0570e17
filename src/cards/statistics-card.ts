import type { Light } from '../workspace/light.ts';
import type { Statistics } from '../workspace/statistics.ts';
import type { TargetState } from '../workspace/target-state.ts';
import { blocksOf, button, buttons, chart, facts, plain, quiet } from './blocks.ts';
import type { Bar, Card } from './card.ts';
import { sayExpected, sayTargetOf, tallyBar } from './progress-bars.ts';
import { sayReached, sayShare } from './say-quantity.ts';
import { shorten } from './shorten.ts';

/** Bars in one chart; more are told as a count. */
const BARS_SHOWN = 10;
const TARGETS_SHOWN = 6;
const LIGHT_NAMES: readonly (readonly [Light, string])[] = [
  ['🔴', '逾期'],
  ['🟡', '临期'],
  ['🟢', '正常'],
  ['⚪', '未到期'],
  ['✅', '已办结'],
];

const targetBar = (state: TargetState): Bar => ({
  name: sayTargetOf(state),
  share: state.share,
  label: `${sayReached(state)} · ${sayExpected(state.expected)}`,
  expected: state.expected,
});

const moreLine = (all: readonly unknown[], shown = BARS_SHOWN) =>
  all.length > shown ? quiet(`另有${all.length - shown}个未列出`) : null;

/** What is to be told: the numbers, under which words, and by which command they are shown. */
export interface StatisticsView {
  statistics: Statistics;
  /** `办公室 · 二季度`; empty for the whole plan. */
  filter: string;
  say: string;
  /** The list of what is overdue under the same filter. */
  overdueSay: string;
  openSay: string;
  waitingSay: string;
  /** The same as a picture. */
  pictureSay: string;
  /** A quiet line that stands first; empty when there is none. */
  note: string;
}

/** Counts and rates by section and by unit, lights, targets. */
export const statisticsCard = ({
  statistics,
  filter,
  say,
  overdueSay,
  openSay,
  waitingSay,
  pictureSay,
  note,
}: StatisticsView): Card => {
  const { all, sections, units, lights, targets, tasks, cancelled, waiting, year } = statistics;
  const behind = targets.toSorted((a, b) => a.gap - b.gap);
  const lightLine = LIGHT_NAMES.filter(([light]) => lights[light] > 0).map(
    ([light, name]) => `${light}${name} ${lights[light]}`,
  );
  return {
    title: filter === '' ? '统计' : `统计 · ${shorten(filter, 40)}`,
    subtitle: `${year}年`,
    tone: 'neutral',
    view: say,
    blocks: blocksOf(
      quiet(note),
      tasks === 0 ? plain('没有符合条件的任务') : plain(lightLine.join(' ')),
      tasks === 0
        ? null
        : facts([
            ['任务', `${tasks}项${cancelled > 0 ? `(另取消${cancelled}项)` : ''}`],
            ['办结率', `${sayShare(all.rate)}(${all.closed}/${all.total},逾期${all.overdue})`],
            ['待销号', waiting === null ? null : `${waiting}项`],
          ]),
      units.length > 0
        ? chart(
            '各责任单位办结率',
            units.slice(0, BARS_SHOWN).map((tally) => tallyBar(tally, '未写单位')),
          )
        : null,
      moreLine(units),
      sections.length > 0
        ? chart(
            '各部分办结率',
            sections.slice(0, BARS_SHOWN).map((tally) => tallyBar(tally, '其他')),
          )
        : null,
      moreLine(sections),
      targets.length > 0 ? chart('指标与序时(落后的在前)', behind.slice(0, TARGETS_SHOWN).map(targetBar)) : null,
      moreLine(behind, TARGETS_SHOWN),
      tasks === 0 ? null : quiet('每周、每月等任务按期计数'),
      buttons([
        ...(all.overdue > 0 ? [button('看逾期', overdueSay)] : []),
        ...(all.open > 0 ? [button('看未完成', openSay)] : []),
        ...((waiting ?? 0) > 0 ? [button('看待销号', waitingSay)] : []),
        ...(tasks > 0 ? [button('图', pictureSay)] : []),
      ]),
    ),
  };
};
