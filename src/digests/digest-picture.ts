import { type Picture, type PictureBar, panelOf } from '../cards/picture.ts';
import { sayExpected, tallyPictureBar } from '../cards/progress-bars.ts';
import { sayNumber, sayShare } from '../cards/say-quantity.ts';
import type { Digest, DigestTarget } from './digest.ts';
import { sayAsOf, sayTargetName } from './say-digest.ts';

/** Sections of one plan that can be held against each other: one alone tells no more than the line of counts. */
const FEWEST_SECTIONS = 2;

const targetBar = (target: DigestTarget, expected: number): PictureBar => {
  const { cumulative, unit, share, reported, goal } = target;
  const reached = unit === '%' ? `${sayNumber(cumulative)}%` : `${sayNumber(cumulative)}${unit} · ${sayShare(share)}`;
  return {
    name: sayTargetName(target),
    share,
    overdue: 0,
    expected,
    label: [reported ? reached : '未上报', unit === '%' ? `目标${goal}` : '', sayExpected(expected)]
      .filter((words) => words !== '')
      .join(' · '),
  };
};

/** Progress by section of the plan; undefined when there is none to draw. */
export const sectionsPicture = (digest: Digest): Picture | undefined => {
  const { sections = [], plan } = digest;
  if (sections.length < FEWEST_SECTIONS) return undefined;
  const bars = sections.map((section) => tallyPictureBar(section, '其他'));
  return {
    title: '各部分办结率',
    note: `${sayAsOf(digest)} · ${plan}`,
    panels: [panelOf('全年任务', 'progress', bars)],
  };
};

/** Targets that were reported against 序时, in their order; undefined when none was. */
export const targetsPicture = (digest: Digest, rows: readonly DigestTarget[]): Picture | undefined => {
  const bars = rows.flatMap((row) =>
    row.expected !== undefined && row.reported ? [targetBar(row, row.expected)] : [],
  );
  if (bars.length === 0) return undefined;
  return { title: '指标完成进度', note: sayAsOf(digest), panels: [panelOf('已上报的指标与序时', 'targets', bars)] };
};
