import { avatar, botAvatar } from './avatar.ts';
import { element } from './element.ts';

/** Someone who can be @-ed; `id` is empty for the bot. */
export interface Mentionable {
  id: string;
  name: string;
  note: string;
}

/** The list that opens on typing `@`: arrows choose, Enter or Tab takes, Esc closes. The keyboard stays in the input. */
export class MentionList {
  readonly #list: HTMLElement;
  readonly #input: HTMLTextAreaElement;
  readonly #everybody: () => Mentionable[];
  #offered: Mentionable[] = [];
  #chosen = 0;

  constructor(list: HTMLElement, input: HTMLTextAreaElement, everybody: () => Mentionable[]) {
    this.#list = list;
    this.#input = input;
    this.#everybody = everybody;
    input.addEventListener('input', () => this.#update());
    input.addEventListener('blur', () => this.close());
  }

  get open(): boolean {
    return !this.#list.hidden;
  }

  close(): void {
    this.#list.hidden = true;
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** Takes a key that belongs to the open list; false when it does not. */
  key(event: KeyboardEvent): boolean {
    if (!this.open) return false;
    const count = this.#offered.length;
    if (event.key === 'ArrowDown') this.#choose((this.#chosen + 1) % count);
    else if (event.key === 'ArrowUp') this.#choose((this.#chosen + count - 1) % count);
    else if (event.key === 'Enter' || event.key === 'Tab') this.#take(this.#offered[this.#chosen]);
    else if (event.key === 'Escape') this.close();
    else return false;
    return true;
  }

  /** What has been typed after the `@` at the caret, undefined when there is none. */
  #typed(): string | undefined {
    const before = this.#input.value.slice(0, this.#input.selectionStart);
    return /[@\uff20]([^\s@\uff20]{0,12})$/u.exec(before)?.[1];
  }

  #update(): void {
    const typed = this.#typed();
    this.#offered = typed === undefined ? [] : this.#everybody().filter(({ name }) => name.startsWith(typed));
    if (this.#offered.length === 0) {
      this.close();
      return;
    }
    this.#list.replaceChildren(...this.#offered.map((one, index) => this.#option(one, index)));
    this.#list.hidden = false;
    this.#choose(0);
  }

  #option(one: Mentionable, index: number): HTMLElement {
    const option = element(
      'div',
      { class: 'option', role: 'option', id: `mention-${index}` },
      one.id === '' ? botAvatar() : avatar(one.id, one.name),
      element('span', {}, one.name),
      element('span', { class: 'option-note' }, one.note),
    );
    // Pressing must not take the focus off the input, or the list would close before the click.
    option.addEventListener('pointerdown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.#take(one));
    return option;
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    this.#input.setAttribute('aria-activedescendant', `mention-${index}`);
  }

  #take(one: Mentionable | undefined): void {
    const typed = this.#typed();
    if (one === undefined || typed === undefined) return;
    const end = this.#input.selectionStart;
    this.#input.setRangeText(`@${one.name} `, end - typed.length - 1, end, 'end');
    this.#input.dispatchEvent(new Event('input'));
    this.close();
  }
}
