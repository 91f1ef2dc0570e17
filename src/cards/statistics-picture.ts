import { type IsoDate, sayDay } from '../calendar/date.ts';
import type { Statistics } from '../workspace/statistics.ts';
import { type Picture, type PicturePanel, panelOf } from './picture.ts';
import { tallyPictureBar, targetPictureBar } from './progress-bars.ts';
import { shorten } from './shorten.ts';

/** Which panels: everything, 各部分 and 各单位 (进度图), or 指标 (指标图). */
export type PictureShows = 'all' | 'progress' | 'targets';

const progressPanels = ({ sections, units }: Statistics): PicturePanel[] => [
  panelOf(
    '各部分办结率',
    'progress',
    sections.map((tally) => tallyPictureBar(tally, '其他')),
  ),
  panelOf(
    '各责任单位办结率',
    'progress',
    units.map((tally) => tallyPictureBar(tally, '未写单位')),
  ),
];

/** Furthest behind first, as on the card. */
const targetsPanel = ({ targets }: Statistics): PicturePanel =>
  panelOf('指标与序时(落后的在前)', 'targets', targets.toSorted((a, b) => a.gap - b.gap).map(targetPictureBar));

/** Progress by section and unit, and targets against 序时. Without panels when there is nothing to draw. */
export const statisticsPicture = (
  statistics: Statistics,
  { shows, filter, today }: { shows: PictureShows; filter: string; today: IsoDate },
): Picture => ({
  title: [`${statistics.year}年${shows === 'targets' ? '指标' : '工作'}进度`, shorten(filter, 40)]
    .filter((words) => words !== '')
    .join(' · '),
  note: `截至${sayDay(today)},共${statistics.tasks}项任务`,
  panels: [
    ...(shows === 'targets' ? [] : progressPanels(statistics)),
    ...(shows === 'progress' ? [] : [targetsPanel(statistics)]),
  ].filter(({ bars }) => bars.length > 0),
});
