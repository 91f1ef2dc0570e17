import type { Block, Card } from '../../cards/card.ts';
import { type Element, paragraph, plainText, QUIET } from './elements.ts';
import { clip, oneLine } from './escape.ts';
import { type Part, partOf } from './parts.ts';

/** Feishu takes 200 elements and 30 KB of request; how it counts is not published, so some is left over. */
const MOST_TAGS = 190;
const MOST_BYTES = 27_000;
/** Buttons turn pages; they get their place first, but never more than half. */
const BUTTONS_SHARE = 0.5;
/** Feishu advises no more; further ones are drawn as text. */
const MOST_CHARTS = 5;
const TITLE = 200;

const TEMPLATES: Record<Card['tone'], string> = { neutral: 'blue', good: 'green', warning: 'orange', bad: 'red' };

interface Cost {
  tags: number;
  bytes: number;
}

/** What elements weigh: every `tag`, and their bytes in the request, where the card is JSON inside JSON. */
function weigh(elements: Element[]): Cost {
  const inner = JSON.stringify(elements);
  return { tags: inner.split('"tag":').length - 1, bytes: Buffer.byteLength(JSON.stringify(inner)) };
}

const moreLine = (count: number, unit: string) => paragraph(`…其余 ${count} ${unit}`, QUIET);
const NOTE: Cost = weigh([moreLine(1_000_000, '项未显示，请换一个小些的范围')]);

const sum = (a: Cost, b: Cost): Cost => ({ tags: a.tags + b.tags, bytes: a.bytes + b.bytes });
const fits = (cost: Cost, room: Cost) => cost.tags <= room.tags && cost.bytes <= room.bytes;

/** How many units of a part fit into the room, and what they weigh; room for its own 「其余」 line is kept. Weight grows with the count. */
function measure(part: Part, room: Cost): { count: number; cost: Cost } {
  const costOf = (count: number) => {
    const drawn = weigh(part.draw(count));
    return count < part.size ? sum(drawn, NOTE) : drawn;
  };
  const whole = costOf(part.size);
  if (fits(whole, room)) return { count: part.size, cost: whole };
  let [least, most] = [0, part.size - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(costOf(middle), room)) least = middle;
    else most = middle - 1;
  }
  return least === 0 ? { count: 0, cost: { tags: 0, bytes: 0 } } : { count: least, cost: costOf(least) };
}

/** Decides how many units of each part are shown: buttons first, then from the top. */
function share(parts: Part[], room: Cost): number[] {
  const counts = parts.map(() => 0);
  let left = room;
  const take = (part: Part, index: number, allowed: Cost) => {
    const { count, cost } = measure(part, allowed);
    counts[index] = count;
    left = { tags: left.tags - cost.tags, bytes: left.bytes - cost.bytes };
    return cost;
  };
  let forButtons = { tags: room.tags * BUTTONS_SHARE, bytes: room.bytes * BUTTONS_SHARE };
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'buttons') continue;
    const cost = take(part, index, forButtons);
    forButtons = { tags: forButtons.tags - cost.tags, bytes: forButtons.bytes - cost.bytes };
  }
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'buttons') take(part, index, left);
  }
  return counts;
}

/** The parts as elements, each cut one followed by how much is missing; what found no place at all is told at the end. */
function draw(parts: Part[], counts: number[]): Element[] {
  const elements: Element[] = [];
  let missing = 0;
  for (const [index, part] of parts.entries()) {
    const count = counts[index] ?? 0;
    if (count > 0) elements.push(...part.draw(count));
    if (count === 0) missing += part.size;
    else if (count < part.size) elements.push(moreLine(part.size - count, part.unit));
  }
  if (missing > 0) elements.push(moreLine(missing, '项未显示，请换一个小些的范围'));
  return elements;
}

/** The blocks with charts beyond the fifth as bars of text. */
function withFewCharts(blocks: Block[]): Block[] {
  let charts = 0;
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'chart') return [block];
    charts += 1;
    if (charts <= MOST_CHARTS) return [block];
    return [
      { kind: 'heading', text: block.title },
      { kind: 'progress', bars: block.bars },
    ];
  });
}

function header(card: Card): Element {
  const subtitle = clip(oneLine(card.subtitle), TITLE);
  return {
    template: TEMPLATES[card.tone],
    title: plainText(clip(oneLine(card.title), TITLE) || '办结'),
    ...(subtitle === '' ? {} : { subtitle: plainText(subtitle) }),
  };
}

/**
 * Draws a card as Card JSON 2.0. Whatever the card holds, the result keeps Feishu's limits (200 tags, 30 KB); what had no
 * place is counted in a line. People's text stands in plain text or escaped, never as markup. Pure.
 * @param sentAt when its message was sent, ms since the epoch: its buttons tell it, for a card grows too old to be changed
 */
export function renderCard(card: Card, sentAt?: number): Record<string, unknown> {
  const parts = withFewCharts(card.blocks)
    .map((block) => partOf(block, { view: card.view, sentAt }))
    .filter(({ size }) => size > 0);
  const frame = {
    schema: '2.0',
    config: {
      update_multi: true,
      width_mode: 'fill',
      summary: { content: clip(oneLine(card.title), TITLE) || '办结' },
    },
    header: header(card),
  };
  const taken = sum(weigh([frame]), NOTE);
  const counts = share(parts, { tags: MOST_TAGS - taken.tags, bytes: MOST_BYTES - taken.bytes });
  const elements = draw(parts, counts);
  return {
    ...frame,
    body: { vertical_spacing: '8px', elements: elements.length > 0 ? elements : [paragraph('（没有内容）', QUIET)] },
  };
}
