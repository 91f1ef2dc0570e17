import type { RepliedEntry, SaidEntry, TranscriptEntry } from '../wire.ts';
import { avatar, botAvatar } from './avatar.ts';
import { saySize } from './bytes.ts';
import { cardView, type Press } from './card-view.ts';
import { element, icon } from './element.ts';
import { withGlyphs } from './glyphs.ts';
import { quoteView } from './quote-view.ts';
import { sayClock } from './say-time.ts';

/** Messages with more lines or characters start folded. */
const FOLD_LINES = 12;
const FOLD_CHARACTERS = 600;
const QUOTE_ICON = 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6';
const FILE_ICON = 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6';

export interface EntryViewParts {
  botName: string;
  press(entry: RepliedEntry): Press;
  quote(entry: TranscriptEntry): void;
}

/** Draws one message: whose, when, and what. */
export function entryView(entry: TranscriptEntry, parts: EntryViewParts): HTMLElement {
  const bot = entry.kind === 'replied';
  const name = bot ? parts.botName : entry.name;
  return element(
    'article',
    { class: bot ? 'entry from-bot' : 'entry', 'data-id': entry.id, 'data-sender': bot ? '' : entry.sender },
    bot ? botAvatar() : avatar(entry.sender, entry.name),
    element(
      'div',
      { class: 'entry-main' },
      element(
        'p',
        { class: 'entry-head' },
        element('span', { class: 'entry-name' }, name),
        bot ? element('span', { class: 'bot-tag' }, '机器人') : null,
        element('time', { datetime: new Date(entry.at).toISOString() }, sayClock(entry.at)),
      ),
      element(
        'div',
        { class: 'entry-row' },
        bot ? replyView(entry, parts.press(entry)) : saidView(entry, parts.botName),
        quoteButton(entry, parts),
      ),
      element('p', { class: 'entry-state', role: 'alert', hidden: true }),
    ),
  );
}

/** Appears beside the message that is pointed at or reached by the keyboard. */
function quoteButton(entry: TranscriptEntry, parts: EntryViewParts): HTMLElement {
  const button = element('button', {
    type: 'button',
    class: 'quote-button',
    'aria-label': '引用这条消息',
    title: '引用',
  });
  button.append(icon(QUOTE_ICON));
  button.addEventListener('click', () => parts.quote(entry));
  return button;
}

function replyView(entry: RepliedEntry, press: Press): HTMLElement {
  const { reply } = entry;
  if (reply.kind === 'card') return cardView(reply.card, press);
  if (reply.kind === 'file') return paperView(reply);
  if (reply.kind === 'picture') return pictureView(reply);
  return element('div', { class: 'bubble', dir: 'auto' }, element('p', {}, ...withGlyphs(reply.text)));
}

/** A file of the bot's: a link that saves it. */
const paperView = ({ name, size, href }: { name: string; size: number; href: string }): HTMLElement =>
  element(
    'div',
    { class: 'bubble' },
    element(
      'a',
      { class: 'file', href, download: name },
      icon(FILE_ICON),
      element('span', { class: 'file-name', dir: 'auto' }, name),
      element('span', { class: 'file-size' }, saySize(size)),
    ),
  );

/** A picture in the chat; pressed, it is saved whole. */
const pictureView = ({ name, href, alt }: { name: string; href: string; alt: string }): HTMLElement =>
  element(
    'div',
    { class: 'bubble picture' },
    element('a', { href, download: name, title: `保存 ${name}` }, element('img', { src: href, alt, loading: 'lazy' })),
  );

function saidView(entry: SaidEntry, botName: string): HTMLElement {
  const words = element('p', { dir: 'auto' });
  if (entry.toBot) words.append(element('span', { class: 'mention' }, `@${botName}`), ' ');
  words.append(entry.text);
  const cut = entry.length - entry.text.length;
  const bubble = element('div', { class: 'bubble' }, entry.quote && quoteView(entry.quote), words);
  if (entry.file !== null) bubble.append(fileView(entry.file));
  if (cut > 0) bubble.append(element('p', { class: 'cut' }, `……后面还有 ${cut} 字，已全部发给${botName}`));
  if (entry.text.length > FOLD_CHARACTERS || entry.text.split('\n').length > FOLD_LINES) fold(bubble, words);
  return bubble;
}

const fileView = (file: { name: string; size: number }): HTMLElement =>
  element(
    'div',
    { class: 'file' },
    icon(FILE_ICON),
    element('span', { class: 'file-name', dir: 'auto' }, file.name),
    element('span', { class: 'file-size' }, saySize(file.size)),
  );

/** A long text shows its beginning and a button for the rest. */
function fold(bubble: HTMLElement, words: HTMLElement): void {
  words.classList.add('folded');
  const toggle = element('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false' }, '展开全文');
  toggle.addEventListener('click', () => {
    const folded = words.classList.toggle('folded');
    toggle.textContent = folded ? '展开全文' : '收起';
    toggle.setAttribute('aria-expanded', String(!folded));
  });
  words.after(toggle);
  bubble.classList.add('long');
}
