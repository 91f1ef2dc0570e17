import type { Quote } from '../wire.ts';
import { saySize } from './bytes.ts';
import { element, part } from './element.ts';
import { type Mentionable, MentionList } from './mention-list.ts';
import { quoteView } from './quote-view.ts';

/** What is sent: a text, perhaps with a file or a quotation, and whether the bot is @-ed. */
export interface Draft {
  text: string;
  file: File | null;
  quote: Quoted | null;
  toBot: boolean;
}

/** A message that is quoted: its id, and how it is shown. */
export interface Quoted {
  id: string;
  quote: Quote;
}

export interface ComposerParts {
  send(draft: Draft): void;
  /** Sends the sample plan into the group, as any file. */
  sendSample(): Promise<void>;
  mentionables(): Mentionable[];
}

/** Commands that stand above the input for one press. */
const CHIPS = ['本周', '本月', '逾期', '统计', '周报', '月报', '帮助'];
/** The input grows to this height, in pixels. */
const TALLEST = 180;
/** What a file is sent with when nothing is typed. */
const IMPORT = '导入';

/** The input at the foot of the page: Enter sends, Shift+Enter breaks the line, ↑ brings back what was said. */
export class Composer {
  readonly #input = part('composer-text', HTMLTextAreaElement);
  readonly #at = part('at', HTMLButtonElement);
  readonly #attached = part('attached', HTMLElement);
  readonly #quoting = part('quoting', HTMLElement);
  readonly #parts: ComposerParts;
  readonly #mentions: MentionList;
  readonly #said: string[] = [];
  #recalled = 0;
  #file: File | null = null;
  #quoted: Quoted | null = null;

  constructor(parts: ComposerParts) {
    this.#parts = parts;
    this.#mentions = new MentionList(part('mention-list', HTMLElement), this.#input, parts.mentionables);
    // The welcome goes with the first word said; the sample stays within reach.
    const sample = element('button', { type: 'button', class: 'chip' }, '示例计划');
    sample.addEventListener('click', () => void parts.sendSample());
    part('chips', HTMLElement).append(...CHIPS.map((command) => this.#chip(command)), sample);
    part('composer', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('input', () => this.#grow());
    this.#at.addEventListener('click', () => this.#setToBot(!this.#toBot));
    const picker = part('file', HTMLInputElement);
    part('pick', HTMLButtonElement).addEventListener('click', () => picker.click());
    picker.addEventListener('change', () => {
      this.attach(picker.files?.[0] ?? null);
      picker.value = '';
    });
  }

  focus(): void {
    this.#input.focus({ preventScroll: true });
  }

  /** Puts a file beside the text, ready to send; null takes it away. */
  attach(file: File | null): void {
    this.#file = file;
    this.#attached.hidden = file === null;
    this.#attached.replaceChildren();
    if (file === null) return;
    this.#attached.replaceChildren(
      element('span', { class: 'file-name', dir: 'auto' }, file.name),
      element('span', { class: 'file-size' }, saySize(file.size)),
      this.#remove(`移除 ${file.name}`, () => this.attach(null)),
    );
    if (this.#input.value.trim() === '') this.#type(IMPORT);
    this.focus();
  }

  /** Puts a quotation above the text; null takes it away. */
  quote(quoted: Quoted | null): void {
    this.#quoted = quoted;
    this.#quoting.hidden = quoted === null;
    this.#quoting.replaceChildren();
    if (quoted === null) return;
    this.#quoting.replaceChildren(
      quoteView(quoted.quote),
      this.#remove('取消引用', () => this.quote(null)),
    );
    this.focus();
  }

  #remove(label: string, action: () => void): HTMLElement {
    const remove = element('button', { type: 'button', class: 'remove', 'aria-label': label }, '×');
    remove.addEventListener('click', () => {
      action();
      this.focus();
    });
    return remove;
  }

  get #toBot(): boolean {
    return this.#at.getAttribute('aria-pressed') === 'true';
  }

  #setToBot(on: boolean): void {
    this.#at.setAttribute('aria-pressed', String(on));
    this.#input.placeholder = on ? '发消息给办结，例如：完成 12 15-18' : '只在群里说，办结不回应';
  }

  #chip(command: string): HTMLElement {
    const chip = element('button', { type: 'button', class: 'chip' }, command);
    chip.addEventListener('click', () => this.#parts.send({ text: command, file: null, quote: null, toBot: true }));
    return chip;
  }

  #submit(): void {
    const text = this.#input.value.trim();
    if (text === '' && this.#file === null) return;
    if (text !== '') this.#said.push(text);
    this.#recalled = this.#said.length;
    const [file, quote] = [this.#file, this.#quoted];
    this.#parts.send({ text: text === '' ? IMPORT : text, file, quote, toBot: this.#toBot });
    this.attach(null);
    this.quote(null);
    this.#type('');
  }

  #key(event: KeyboardEvent): void {
    // A Chinese input method uses Enter to take its candidate.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#mentions.key(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'ArrowUp' && this.#mayRecall()) this.#recall(event, this.#recalled - 1);
    else if (event.key === 'ArrowDown' && this.#mayRecall()) this.#recall(event, this.#recalled + 1);
    else if (event.key === 'Escape') {
      this.attach(null);
      this.quote(null);
    }
  }

  /** Arrows walk through what was said only while nothing else is being written. */
  #mayRecall(): boolean {
    return this.#input.value === '' || this.#input.value === this.#said[this.#recalled];
  }

  #recall(event: KeyboardEvent, index: number): void {
    if (index < 0 || index > this.#said.length) return;
    event.preventDefault();
    this.#recalled = index;
    this.#type(this.#said[index] ?? '');
  }

  #type(text: string): void {
    this.#input.value = text;
    this.#input.setSelectionRange(text.length, text.length);
    this.#grow();
  }

  #grow(): void {
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, TALLEST)}px`;
  }
}
