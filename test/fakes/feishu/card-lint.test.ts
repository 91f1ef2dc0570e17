import { describe, expect, it } from 'vitest';
import { countTags, lintCard } from './card-lint.ts';

const text = (content: string) => ({ tag: 'div', text: { tag: 'plain_text', content } });
const card = (...elements: unknown[]) => ({ schema: '2.0', body: { elements } });
const button = (overrides: Record<string, unknown> = {}) => ({
  tag: 'button',
  text: { tag: 'plain_text', content: '完成' },
  behaviors: [{ type: 'callback', value: { v: 1 } }],
  ...overrides,
});
const columns = (inner: unknown) => ({ tag: 'column_set', columns: [{ tag: 'column', elements: [inner] }] });
const form = { tag: 'form', name: 'f', elements: [button({ name: 'b', form_action_type: 'submit' })] };
const table = { tag: 'table', columns: [{ name: 'a', data_type: 'text' }], rows: [{ a: '1' }] };

describe('lintCard', () => {
  it.each([
    ['text, columns and a button', card(text('甲'), columns(button()))],
    ['a form and a table at the root', card(form, table)],
    ['200 tags', card(...Array.from({ length: 100 }, () => text('甲')))],
    ['a mention of somebody', card({ tag: 'markdown', content: '<at id=ou_1></at>' })],
  ])('%s is a card', (_, good) => expect(lintCard(good)).toEqual([]));

  it.each<[string, unknown, number]>([
    ['202 tags', card(...Array.from({ length: 101 }, () => text('甲'))), 11310],
    ['30 KB', card(text('长'.repeat(10_300))), 200860],
    ['a tag of schema 1.0', card({ tag: 'note', elements: [] }), 200861],
    ['buttons in an action', card({ tag: 'action', actions: [button()] }), 200861],
    ['schema 1.0', { elements: [] }, 200830],
    ['an unknown property', card({ ...text('甲'), colour: 'red' }), 200621],
    ['an unknown root property', { ...card(), i18n_header: {} }, 200621],
    ['an empty text', card(text('')), 200621],
    ['a long label', card(button({ text: { tag: 'plain_text', content: '标'.repeat(101) } })), 200621],
    ['a callback with a text', card(button({ behaviors: [{ type: 'callback', value: 'x' }] })), 200672],
    ['a mention of nobody', card({ tag: 'markdown', content: '<at id=zhang></at>' }), 100290],
    ['a table in a column', card(columns(table)), 200621],
    ['an undeclared row key', card({ ...table, rows: [{ b: 1 }] }), 200915],
    ['a form child without a name', card({ ...form, elements: [button({ form_action_type: 'submit' })] }), 200530],
    ['one element_id twice', card({ ...text('甲'), element_id: 'a' }, { ...text('乙'), element_id: 'a' }), 300301],
    ['a chart without data', card({ tag: 'chart', chart_spec: { type: 'bar' } }), 200550],
    [
      'six charts',
      card(...Array.from({ length: 6 }, () => ({ tag: 'chart', chart_spec: { type: 'bar', data: {} } }))),
      11310,
    ],
    ['columns six deep', card(columns(columns(columns(columns(columns(columns(text('甲')))))))), 200621],
  ])('%s is refused', (_, bad, code) => expect(lintCard(bad).map((fault) => fault.code)).toContain(code));
});

describe('countTags', () => {
  it('counts what is drawn, not data of charts and buttons', () => {
    const chart = { tag: 'chart', chart_spec: { data: { values: [{ tag: 'x' }] } } };
    expect(countTags(card(chart, button({ behaviors: [{ type: 'callback', value: { tag: 'x' } }] })))).toBe(3);
  });
});
