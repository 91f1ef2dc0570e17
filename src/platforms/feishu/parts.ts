import type { Bar, Block, Button, TaskRow } from '../../cards/card.ts';
import {
  buttonElement,
  cells,
  chartElement,
  type Element,
  HEADING,
  type Origin,
  paragraph,
  QUIET,
  sideBySide,
  wideAndNarrow,
} from './elements.ts';
import { carriable, clip, markdownText, oneLine } from './escape.ts';
import { OPEN_ID } from './events.ts';

/**
 * One block ready to be drawn as far as there is room: the first `count` of its `size` units, with `units` saying what one is
 * called in 「…其余N项」.
 */
export interface Part {
  kind: Block['kind'];
  size: number;
  unit: '项' | '行';
  draw(count: number): Element[];
}

/** Longest texts, in UTF-16 units: enough for any real title, and no single one can fill a card. */
const TITLE = 200;
const LINE = 1_000;
const LABEL = 60;
const NAME = 12;
const BUTTONS_A_ROW = 4;
const BUTTONS_SIDE_BY_SIDE = 5;
const BARS_A_CHART = 20;

/** Lines of one paragraph. */
function linesPart(kind: Block['kind'], unit: Part['unit'], lines: string[], style: Record<string, string> = {}): Part {
  const isBlank = lines.every((line) => line.trim() === '');
  return {
    kind,
    unit,
    size: isBlank ? 0 : lines.length,
    // Feishu refuses an empty text, and shows nothing for one of line feeds.
    draw: (count) => [paragraph(lines.slice(0, count).join('\n') || ' ', style)],
  };
}

const buttonsOf = (buttons: Button[], origin: Origin): Element[] =>
  buttons.map((button) => buttonElement(clip(oneLine(button.label), LABEL) || '…', button, origin));

/** A struck title is the one thing plain text cannot show. */
function rowTitle({ light, number, title, struck }: TaskRow): Element {
  const shown = clip(oneLine(title), TITLE);
  if (!struck || shown === '') return paragraph(`${oneLine(light)} #${number} ${shown}`.trim());
  const content = `${markdownText(light)} ${markdownText(`#${number}`)} ~~${markdownText(shown)}~~`.trim();
  return { tag: 'markdown', content };
}

function rowElements(row: TaskRow, origin: Origin): Element[] {
  const detail = clip(oneLine(row.detail), TITLE);
  const texts = [rowTitle(row), ...(detail === '' ? [] : [paragraph(detail, QUIET)])];
  const buttons = buttonsOf(row.buttons.slice(0, BUTTONS_A_ROW), origin);
  return buttons.length === 0 ? texts : [wideAndNarrow(texts, buttons)];
}

function rowsPart(rows: TaskRow[], origin: Origin): Part {
  return {
    kind: 'taskRows',
    unit: '项',
    size: rows.length,
    draw: (count) => rows.slice(0, count).flatMap((row) => rowElements(row, origin)),
  };
}

function buttonsPart(buttons: Button[], origin: Origin): Part {
  return {
    kind: 'buttons',
    unit: '项',
    size: buttons.length,
    draw(count) {
      const drawn = buttonsOf(buttons.slice(0, count), origin);
      const sets: Element[] = [];
      for (let from = 0; from < drawn.length; from += BUTTONS_SIDE_BY_SIDE) {
        sets.push(sideBySide(drawn.slice(from, from + BUTTONS_SIDE_BY_SIDE)));
      }
      return sets;
    },
  };
}

/** A bar's name and label on the chart's axis, told apart where two are the same: a chart would draw them as one. */
function axisNames(bars: Bar[], isPaced: boolean): string[] {
  const times = new Map<string, number>();
  return bars.map(({ name, label }) => {
    const axis = clip(oneLine(isPaced ? name : `${name} ${label}`), isPaced ? NAME : LABEL);
    const before = times.get(axis) ?? 0;
    times.set(axis, before + 1);
    return before === 0 ? axis : `${axis} (${before + 1})`;
  });
}

/** A chart of many bars cannot be read; those are drawn as text. Beside 序时 a chart has no room for figures: they follow as lines. */
function chartPart(title: string, bars: Bar[]): Part {
  if (bars.length > BARS_A_CHART) return linesPart('chart', '项', barLines(bars));
  const isPaced = bars.some(({ expected }) => expected !== undefined);
  const names = axisNames(bars, isPaced);
  const lines = bars.map(({ name, label }) => line(`${name} ${label}`));
  return {
    kind: 'chart',
    unit: '项',
    size: bars.length,
    draw(count) {
      const shown = bars.slice(0, count).map(({ share, expected }, index) => ({
        share,
        axis: names[index] ?? '',
        ...(expected !== undefined && { expected }),
      }));
      const chart = chartElement(clip(oneLine(title), TITLE), shown);
      return isPaced ? [chart, paragraph(lines.slice(0, count).join('\n'), QUIET)] : [chart];
    },
  };
}

const line = (text: string) => clip(oneLine(text), LINE);
const barLines = (bars: Bar[]) => bars.map(({ name, share, label }) => line(`${cells(share)} ${name} ${label}`));

/** Who is called stands as Feishu's own mark, by an id that was checked; everything people typed is escaped. */
function mentionElement({ people, text }: { people: { id: string; name: string }[]; text: string }): Element {
  const called = people.map(({ id, name }) =>
    OPEN_ID.test(id) ? `<at id=${id}></at>` : markdownText(`@${clip(name, LABEL)}`),
  );
  return { tag: 'markdown', content: [...called, markdownText(clip(text, LINE))].join(' ') };
}

const TEXT_STYLES = { plain: {}, strong: HEADING, quiet: QUIET };

/** Makes a block ready for drawing. `origin` goes into its buttons. */
export function partOf(block: Block, origin: Origin): Part {
  switch (block.kind) {
    case 'text': {
      const lines = carriable(block.text).split('\n');
      return linesPart(
        'text',
        '行',
        lines.map((text) => clip(text, LINE)),
        TEXT_STYLES[block.style],
      );
    }
    case 'heading':
      return linesPart('heading', '行', [line(block.text)], HEADING);
    case 'lines': {
      const marks = (index: number) => (block.numbered ? `${index + 1}.` : '•');
      return linesPart(
        'lines',
        '项',
        block.lines.map((text, index) => line(`${marks(index)} ${text}`)),
      );
    }
    case 'mentions':
      return {
        kind: 'mentions',
        unit: '项',
        size: block.lines.length,
        draw: (count) => block.lines.slice(0, count).map(mentionElement),
      };
    case 'facts':
      return linesPart(
        'facts',
        '项',
        block.facts.map(({ name, value }) => line(`${name}：${value}`)),
      );
    case 'progress':
      return linesPart('progress', '项', barLines(block.bars));
    case 'taskRows':
      return rowsPart(block.rows, origin);
    case 'chart':
      return chartPart(block.title, block.bars);
    case 'buttons':
      return buttonsPart(block.buttons, origin);
  }
}
