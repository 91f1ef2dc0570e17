import { element, icon } from './element.ts';

/**
 * Signs the bot writes as emoji, drawn by the page instead: the same on every system, with or without an emoji font,
 * and the lights can be told apart without colour.
 */
const LIGHTS = new Map([
  ['🔴', { class: 'overdue', name: '逾期' }],
  ['🟡', { class: 'soon', name: '临期' }],
  ['🟢', { class: 'normal', name: '正常' }],
  ['⚪', { class: 'ahead', name: '未到期' }],
  ['✅', { class: 'done', name: '已办结' }],
]);

const DRAWINGS = new Map([
  ['🔍', 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20'],
  ['📊', 'M5 20V11M12 20V4M19 20v-6M3 20h18'],
  ['📋', 'M8 5H6v15h12V5h-2M9 3h6v4H9zM9 12h6M9 16h4'],
  ['📰', 'M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2M7 9h7M7 13h7M7 16h4'],
  [
    '⚙',
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1',
  ],
]);

const SIGN = /(🔴|🟡|🟢|⚪|✅|🔍|📊|📋|📰|⚙)\uFE0F?/u;

/** Text as nodes, its signs drawn. Everything else stays text. */
export function withGlyphs(text: string): (Node | string)[] {
  return text
    .split(SIGN)
    .filter((piece) => piece !== '')
    .map((piece) => (LIGHTS.has(piece) || DRAWINGS.has(piece) ? glyph(piece) : piece));
}

/** One sign; an unknown one is shown as it is. */
export function glyph(sign: string): Element {
  const light = LIGHTS.get(sign);
  if (light !== undefined) {
    return element('span', { class: `light ${light.class}`, role: 'img', 'aria-label': light.name, title: light.name });
  }
  const drawing = DRAWINGS.get(sign);
  return drawing === undefined ? element('span', { class: 'sign' }, sign) : icon(drawing);
}
