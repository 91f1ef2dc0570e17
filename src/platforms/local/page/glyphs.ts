import { element } from './element.ts';

/**
 * Signs the bot writes as emoji, drawn by the style sheet instead: the same on every system, with or without an emoji
 * font, and readable without colour.
 */
const GLYPHS: Record<string, { class: string; name: string }> = {
  '🔴': { class: 'light overdue', name: '逾期' },
  '🟡': { class: 'light soon', name: '临期' },
  '🟢': { class: 'light normal', name: '正常' },
  '⚪': { class: 'light ahead', name: '未到期' },
  '✅': { class: 'light done', name: '已办结' },
};

const SIGN = /(🔴|🟡|🟢|⚪|✅)\uFE0F?/u;

/** Text as nodes, its light signs drawn. Everything else stays text. */
export function withGlyphs(text: string): (Node | string)[] {
  return text
    .split(SIGN)
    .filter((piece) => piece !== '')
    .map((piece) => (GLYPHS[piece] === undefined ? piece : glyph(piece)));
}

/** One light; a sign that is none is shown as it is. */
export function glyph(sign: string): HTMLElement {
  const known = GLYPHS[sign];
  if (known === undefined) return element('span', { class: 'sign' }, sign);
  return element('span', { class: known.class, role: 'img', 'aria-label': known.name, title: known.name });
}
