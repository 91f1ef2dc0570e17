import type { SentButton } from './types.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a reader sees of markdown: entities decoded, font and at tags off. Enough for what the bot writes. */
export function plainOf(markdown: string): string {
  return markdown
    .replace(/<\/?(?:font|text_tag|at|b|i)\b[^>]*>/g, '')
    .replace(/\*\*|~~/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function chartText(spec: unknown): string[] {
  if (!isObject(spec)) return [];
  const title = isObject(spec.title) ? [String(spec.title.text ?? '')] : [];
  const values = isObject(spec.data) && Array.isArray(spec.data.values) ? spec.data.values.filter(isObject) : [];
  return [...title, ...values.map((value) => [value.type, value.text].filter(Boolean).join(' '))];
}

function walk(node: unknown, texts: string[], buttons: SentButton[]): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, texts, buttons);
    return;
  }
  if (!isObject(node)) return;
  if (node.tag === 'button') {
    const label = isObject(node.text) ? String(node.text.content) : '';
    const call = (Array.isArray(node.behaviors) ? node.behaviors : []).find(
      (it) => isObject(it) && it.type === 'callback',
    );
    buttons.push({ label, value: isObject(call) && isObject(call.value) ? call.value : {} });
  } else if (node.tag === 'chart') texts.push(...chartText(node.chart_spec));
  else if (node.tag === 'plain_text') texts.push(String(node.content));
  else if (node.tag === 'markdown' || node.tag === 'lark_md') texts.push(plainOf(String(node.content)));
  else if (node.tag === 'table') texts.push(JSON.stringify(node.rows ?? []));
  else
    for (const key of ['title', 'subtitle', 'header', 'text', 'columns', 'elements']) walk(node[key], texts, buttons);
}

/** The visible text and the buttons of a message's content. */
export function visibleOf(type: string, content: Json): { text: string; buttons: SentButton[] } {
  if (type === 'text') return { text: String(content.text ?? ''), buttons: [] };
  if (type !== 'interactive') return { text: JSON.stringify(content), buttons: [] };
  const texts: string[] = [];
  const buttons: SentButton[] = [];
  walk(content.header, texts, buttons);
  walk(content.body, texts, buttons);
  return { text: texts.join('\n'), buttons };
}

/** The contents Feishu interprets as markup: where people's text must stand escaped. */
export function markdownOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(markdownOf);
  if (!isObject(card)) return [];
  const own = card.tag === 'markdown' || card.tag === 'lark_md' ? [String(card.content)] : [];
  const inner = Object.entries(card).filter(([key]) => key !== 'value' && key !== 'chart_spec');
  return [...own, ...inner.flatMap(([, child]) => markdownOf(child))];
}
