import type { Button } from '../../cards/card.ts';
import { carriable } from './escape.ts';
import type { ButtonValue } from './incoming.ts';

/** One element of Card JSON 2.0. */
export type Element = Record<string, unknown>;

export const plainText = (content: string, style: Record<string, string> = {}): Element => ({
  tag: 'plain_text',
  content,
  ...style,
});

/** A paragraph that is shown as it is. */
export const paragraph = (content: string, style: Record<string, string> = {}): Element => ({
  tag: 'div',
  text: plainText(content, style),
});

export const QUIET = { text_size: 'notation', text_color: 'grey' };
export const HEADING = { text_size: 'heading' };

const BUTTON_TYPES: Record<Button['tone'], string> = { default: 'default', primary: 'primary', danger: 'danger' };

/** What a button tells of its card: the command that draws it anew, and when the message it stands in was sent, ms since the epoch. */
export interface Origin {
  view: string;
  sentAt?: number | undefined;
}

/** A button that says `say` when pressed. `label` is at most 100 characters, Feishu's limit. */
export function buttonElement(label: string, { say, tone }: Button, { view, sentAt }: Origin): Element {
  const value: ButtonValue = {
    v: 1,
    say: carriable(say),
    view: carriable(view),
    ...(sentAt === undefined ? {} : { at: sentAt }),
  };
  return {
    tag: 'button',
    size: 'small',
    type: BUTTON_TYPES[tone],
    text: plainText(label),
    behaviors: [{ type: 'callback', value }],
  };
}

const column = (elements: Element[], width: Record<string, unknown>): Element => ({
  tag: 'column',
  ...width,
  vertical_align: 'center',
  vertical_spacing: '4px',
  elements,
});

/** Wide on the left, narrow on the right: a task and its buttons. */
export const wideAndNarrow = (wide: Element[], narrow: Element[]): Element => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  columns: [column(wide, { width: 'weighted', weight: 5 }), column(narrow, { width: 'auto' })],
});

/** Side by side, wrapping where the card is narrow. */
export const sideBySide = (elements: Element[]): Element => ({
  tag: 'column_set',
  flex_mode: 'flow',
  horizontal_spacing: '8px',
  columns: elements.map((element) => column([element], { width: 'auto' })),
});

const share01 = (share: number): number => Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));

/** `share` as ten cells; more than all is all. */
export function cells(share: number): string {
  const full = Math.round(10 * share01(share));
  return '█'.repeat(full) + '░'.repeat(10 - full);
}

/** Longer bars are cut: one of 900 % would leave nothing of the others. In percent. */
const LONGEST = 200;
const percent = (share: number): number =>
  Math.min(LONGEST, Math.max(0, Number.isFinite(share) ? Math.round(share * 100) : 0));

/** A bar of a chart, named on the axis. */
export interface AxisBar {
  axis: string;
  share: number;
  expected?: number;
}

const aspectOf = (bars: number): string => (bars > 10 ? '1:1' : bars > 4 ? '4:3' : '2:1');

/** What is reached beside what should be by now, in percent: two bars for each name, told apart by a legend. */
function pacedChart(title: string, bars: AxisBar[]): Element {
  const values = bars.flatMap(({ axis, share, expected = 0 }) => [
    { type: axis, series: '实际%', value: percent(share) },
    { type: axis, series: '序时%', value: percent(expected) },
  ]);
  return {
    tag: 'chart',
    aspect_ratio: aspectOf(bars.length * 2),
    preview: false,
    chart_spec: {
      type: 'bar',
      title: { text: title },
      data: { values },
      direction: 'horizontal',
      xField: 'value',
      yField: ['type', 'series'],
      seriesField: 'series',
      label: { visible: true },
      legends: { visible: true, orient: 'bottom' },
    },
  };
}

/** Bars as a VChart `linearProgress`, each named on the axis; beside 序时 where that is told. A chart's data is ordinary data: nothing in it is markup. */
export function chartElement(title: string, bars: AxisBar[]): Element {
  if (bars.some(({ expected }) => expected !== undefined)) return pacedChart(title, bars);
  const values = bars.map(({ axis, share }) => ({ type: axis, value: share01(share) }));
  return {
    tag: 'chart',
    aspect_ratio: aspectOf(bars.length),
    preview: false,
    chart_spec: {
      type: 'linearProgress',
      title: { text: title },
      data: { values },
      direction: 'horizontal',
      xField: 'value',
      yField: 'type',
      seriesField: 'type',
      axes: [{ orient: 'left', domainLine: { visible: false } }],
    },
  };
}
