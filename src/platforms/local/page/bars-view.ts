import type { Bar } from '../../../cards/card.ts';
import { element } from './element.ts';
import { withGlyphs } from './glyphs.ts';

/** A bar's track. `full` is the share that fills it; past 1 the place of 100 % is marked. The label beside it says it in words. */
function track(bar: Bar, full: number): HTMLElement {
  const share = Number.isFinite(bar.share) ? Math.max(0, bar.share) : 0;
  const filled = element('span', { class: share >= 1 ? 'fill reached' : 'fill' });
  filled.style.width = `${Math.min(100, (share / full) * 100)}%`;
  const made = element('span', { class: 'track', 'aria-hidden': 'true' }, filled);
  if (full > 1) {
    const mark = element('span', { class: 'mark' });
    mark.style.left = `${100 / full}%`;
    made.append(mark);
  }
  if (bar.expected !== undefined) {
    const due = element('span', { class: 'due', title: '序时' });
    due.style.left = `${Math.min(100, (Math.max(0, bar.expected) / full) * 100)}%`;
    made.append(due);
  }
  return made;
}

const name = (bar: Bar): HTMLElement => element('span', { class: 'bar-name', dir: 'auto' }, ...withGlyphs(bar.name));
const label = (bar: Bar): HTMLElement => element('span', { class: 'bar-label' }, ...withGlyphs(bar.label));

/** Bars one under the other, each full at its own 100 %. */
export function progress(bars: Bar[]): HTMLElement {
  return element(
    'ul',
    { class: 'progress' },
    ...bars.map((bar) => element('li', { class: 'bar' }, name(bar), label(bar), track(bar, Math.max(1, bar.share)))),
  );
}

/** Bars on one scale, to be held against each other. */
export function chart(title: string, bars: Bar[]): HTMLElement {
  const full = Math.max(1, ...bars.map((bar) => (Number.isFinite(bar.share) ? bar.share : 0)));
  return element(
    'figure',
    { class: 'chart' },
    element('figcaption', { dir: 'auto' }, title),
    element(
      'ul',
      {},
      ...bars.map((bar) => element('li', { class: 'column' }, name(bar), track(bar, full), label(bar))),
    ),
  );
}
