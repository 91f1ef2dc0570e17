type Json = Record<string, unknown>;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const length = (value: unknown): number => [...String(value ?? '')].length;

/** What WeCom would refuse, or show badly, about a card of buttons (platform document 101032); empty when nothing. */
export const cardFaults = (card: Json): string[] => {
  const title = (card.main_title ?? {}) as Json;
  const buttons = list(card.button_list);
  const keys = buttons.map(({ key }) => String(key));
  return [
    card.card_type === 'button_interaction' ? '' : `card_type ${String(card.card_type)}`,
    title.title || card.sub_title_text ? '' : 'neither title nor text',
    length(title.title) <= 26 ? '' : 'a long title',
    length(title.desc) <= 30 ? '' : 'a long desc',
    length(card.sub_title_text) <= 112 ? '' : 'a long text',
    buttons.length >= 1 && buttons.length <= 6 ? '' : `${buttons.length} buttons`,
    buttons.every(({ text }) => length(text) >= 1 && length(text) <= 10) ? '' : 'a long button',
    keys.every((key) => key !== '' && Buffer.byteLength(key) <= 1024) ? '' : 'a long key',
    new Set(keys).size === keys.length ? '' : 'a key twice',
    /^[0-9A-Za-z_\-@]{1,128}$/.test(String(card.task_id)) ? '' : `task_id ${String(card.task_id)}`,
    list(card.horizontal_content_list).length <= 6 ? '' : 'too many lines',
  ].filter((fault) => fault !== '');
};
