import type { TranscriptEntry } from '../wire.ts';
import { element } from './element.ts';
import { type EntryViewParts, entryView } from './entry-view.ts';
import { dayKey, sayClock, sayDay } from './say-time.ts';

/** Messages of one person within this time stand under one head, in ms. */
const TOGETHER_MS = 3 * 60_000;
/** A pause this long gets a line with the time, in ms. */
const PAUSE_MS = 10 * 60_000;
/** So close to the end, in pixels, is at the end. */
const NEAR_END = 60;
/** So long after an empty beginning the group counts as empty, in ms: what was said before comes right behind. */
const WELCOME_AFTER_MS = 120;
/** The place of a message that is on its way: after everything. */
export const ON_ITS_WAY = Number.MAX_SAFE_INTEGER;
/** Left free above a message that is too tall to be seen whole, in pixels. */
const ABOVE = 8;

interface Shown {
  entry: TranscriptEntry;
  view: HTMLElement;
}

/** The log: messages in their order, drawn anew in place when they change. */
export class Timeline {
  readonly #log: HTMLElement;
  readonly #toEnd: HTMLElement;
  readonly #parts: EntryViewParts;
  /** In the order of the chat. */
  readonly #shown: Shown[] = [];
  #speaker = '';
  /** True until the person scrolls away from the end: new messages come into view by themselves. */
  #following = true;
  /** Where the log was last put by itself, to tell that from the person's own scrolling. */
  #placed = 0;
  #scrolling = false;
  #welcome: HTMLElement | undefined;

  constructor(log: HTMLElement, toEnd: HTMLElement, parts: EntryViewParts) {
    this.#log = log;
    this.#toEnd = toEnd;
    this.#parts = parts;
    // It scrolls, so the keyboard must be able to reach it.
    log.tabIndex = 0;
    toEnd.addEventListener('click', () => this.#place(log.scrollHeight));
    log.addEventListener('scroll', () => {
      if (Math.abs(log.scrollTop - this.#placed) > 1) this.#following = this.#nearEnd();
      if (this.#nearEnd()) toEnd.hidden = true;
    });
    // A picture has no height until it is there; what loads does not bubble.
    log.addEventListener(
      'load',
      () => {
        if (this.#following) this.#showLast();
      },
      true,
    );
    // A growing input box or a turned phone must not hide the newest message.
    new ResizeObserver(() => {
      if (this.#following) this.#showLast();
    }).observe(log);
  }

  get empty(): boolean {
    return this.#shown.length === 0;
  }

  /** What stands in the log while nobody has said anything. */
  set welcome(view: HTMLElement) {
    this.#welcome = view;
  }

  /** Whose messages stand on the right. */
  set speaker(id: string) {
    this.#speaker = id;
    for (const { view } of this.#shown) this.#side(view);
  }

  /** Shows an entry in its place, or draws it anew where it stands. */
  show(entry: TranscriptEntry): void {
    const view = entryView(entry, this.#parts);
    this.#side(view);
    const known = this.#shown.findIndex((shown) => shown.entry.id === entry.id);
    const before = this.#shown[known];
    if (before?.entry.order === ON_ITS_WAY) {
      before.view.remove();
      this.#shown.splice(known, 1);
    } else if (before !== undefined) {
      this.#shown[known] = { entry, view };
      this.#relate(known);
      replace(before.view, view);
      return;
    }
    if (entry.kind === 'said' && entry.sender === this.#speaker) this.#following = true;
    this.#welcome?.remove();
    this.#insert({ entry, view });
    if (this.#following) this.#showLast();
    else this.#toEnd.hidden = false;
  }

  /** Somebody works on a card above the end: what comes next must not carry it away from under the finger. */
  hold(): void {
    this.#following = this.#nearEnd();
  }

  /** Empties the log but for what is still on its way; `notice` is left in it. */
  clear(notice: string): void {
    const waiting = this.#shown.filter(({ entry }) => entry.order === ON_ITS_WAY);
    this.#shown.splice(0, this.#shown.length, ...waiting);
    this.#log.replaceChildren();
    if (notice !== '') this.#log.append(element('p', { class: 'notice' }, notice));
    this.#log.append(...waiting.map(({ view }) => view));
    setTimeout(() => {
      if (this.#welcome !== undefined && this.empty) this.#log.append(this.#welcome);
    }, WELCOME_AFTER_MS);
  }

  /** Says under a message that it did not get through, with a button to send it again. */
  failed(id: string, reason: string, again: () => void): void {
    const state = this.#shown.find(({ entry }) => entry.id === id)?.view.querySelector('.entry-state');
    if (!(state instanceof HTMLElement)) return;
    const button = element('button', { type: 'button', class: 'unfold' }, '重新发送');
    button.addEventListener('click', () => {
      state.hidden = true;
      again();
    });
    state.replaceChildren(reason, ' ', button);
    state.hidden = false;
    this.#showLast();
  }

  /** Brings the end of the log into view; of a message that is taller than the log, its beginning. */
  #showLast(): void {
    if (this.#scrolling) return;
    this.#scrolling = true;
    // Once per frame: a page that has just been opened gets hundreds of messages at once.
    requestAnimationFrame(() => {
      this.#scrolling = false;
      this.#placeLast();
    });
  }

  #placeLast(): void {
    const last = this.#shown.at(-1)?.view;
    if (last === undefined) return;
    const end = this.#log.scrollHeight - this.#log.clientHeight;
    this.#place(Math.min(end, last.offsetTop - ABOVE));
  }

  #place(top: number): void {
    this.#log.scrollTop = top;
    this.#placed = this.#log.scrollTop;
    this.#following = true;
    this.#toEnd.hidden = true;
  }

  #nearEnd(): boolean {
    return this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < NEAR_END;
  }

  #side(view: HTMLElement): void {
    view.classList.toggle('mine', view.dataset.sender !== '' && view.dataset.sender === this.#speaker);
  }

  /** Nearly always at the end; a card that was drawn anew comes late to a page that has just been opened. */
  #insert(one: Shown): void {
    const next = this.#shown.findIndex((shown) => shown.entry.order > one.entry.order);
    if (next === -1) {
      this.#log.append(one.view);
      this.#relate(this.#shown.push(one) - 1);
      return;
    }
    this.#shown[next]?.view.before(one.view);
    this.#shown.splice(next, 0, one);
    this.#relate(next);
    this.#relate(next + 1);
  }

  /** After a pause a message is headed by the time; without one, a follow-up of the same person loses its head. */
  #relate(index: number): void {
    const shown = this.#shown[index];
    if (shown === undefined) return;
    const { entry, view } = shown;
    const last = this.#shown[index - 1];
    const pause = last === undefined ? Number.POSITIVE_INFINITY : entry.at - last.entry.at;
    const apart = last === undefined || pause > PAUSE_MS || dayKey(entry.at) !== dayKey(last.entry.at);
    view.querySelector('.pause')?.remove();
    if (apart) view.prepend(element('p', { class: 'pause' }, `${sayDay(entry.at, Date.now())} ${sayClock(entry.at)}`));
    const same = last?.view.dataset.sender === view.dataset.sender;
    view.classList.toggle('follows', !apart && same && pause < TOGETHER_MS);
  }
}

/** Puts `view` in the place of `before` and leaves the keyboard where it was. */
function replace(before: HTMLElement, view: HTMLElement): void {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  before.replaceWith(view);
  if (!(focused instanceof HTMLElement)) return;
  const buttons = [...view.querySelectorAll('button')];
  const same = buttons.find((button) => button.dataset.say === focused.dataset.say);
  (same ?? buttons[0])?.focus({ preventScroll: true });
}
