import type { NamedTally } from '../workspace/statistics.ts';
import { percentOf, type TargetState } from '../workspace/target-state.ts';
import type { Bar } from './card.ts';
import type { PictureBar } from './picture.ts';
import { sayReached, sayShare, sayTargetName } from './say-quantity.ts';
import { oneLine, shorten } from './shorten.ts';

/** Characters of a name on a card. */
const NAME_LIMIT = 16;

/** What is counted of a section or unit, as a bar of a card. `unnamed` stands for tasks under no heading or of no unit. */
export const tallyBar = (
  { name, closed, total, overdue }: Pick<NamedTally, 'name' | 'closed' | 'total' | 'overdue'>,
  unnamed: string,
): Bar => {
  const share = total === 0 ? 0 : closed / total;
  return {
    name: name === '' ? unnamed : shorten(name, NAME_LIMIT),
    share,
    label: `${closed}/${total} · ${sayShare(share)}${overdue > 0 ? ` · 🔴${overdue}` : ''}`,
  };
};

/** The same, as a bar of a picture. */
export const tallyPictureBar = (
  { name, closed, total, overdue }: Pick<NamedTally, 'name' | 'closed' | 'total' | 'overdue'>,
  unnamed: string,
): PictureBar => {
  const share = total === 0 ? 0 : closed / total;
  return {
    name: name === '' ? unnamed : oneLine(name),
    share,
    overdue: total === 0 ? 0 : overdue / total,
    expected: null,
    label: `${closed}/${total} · ${sayShare(share)}${overdue > 0 ? ` · 逾期${overdue}` : ''}`,
  };
};

/** `#12 会员(新增)`; the task's title where the target has no name. */
export const sayTargetOf = ({ number, title, target }: TargetState): string =>
  `#${number} ${sayTargetName({ ...target, name: target.name || title })}`;

/** `序时36%`: what should be reached by now. */
export const sayExpected = (expected: number): string => `序时${percentOf(expected)}%`;

/** A target against the share of time gone. */
export const targetPictureBar = (state: TargetState): PictureBar => ({
  name: oneLine(sayTargetOf(state)),
  share: state.share,
  overdue: 0,
  expected: state.expected,
  label: `${sayReached(state)} · ${sayExpected(state.expected)}`,
});
