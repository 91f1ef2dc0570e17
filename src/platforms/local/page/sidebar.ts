import type { Group, PageState, Person } from '../wire.ts';
import { avatar } from './avatar.ts';
import { element, part } from './element.ts';

/** The groups and people at the left, the head of the chat, and whose turn it is to speak. */
export class Sidebar {
  readonly #select = part('speaker', HTMLSelectElement);
  readonly #group: Group;
  readonly #spoken: (person: Person) => void;

  constructor(state: PageState, group: Group, spoken: (person: Person) => void) {
    this.#group = group;
    this.#spoken = spoken;
    document.title = `${group.name} · ${state.botName}`;
    part('group-name', HTMLElement).textContent = group.name;
    part('group-note', HTMLElement).textContent = `${group.people.length} 人 · ${state.botName}在群里`;
    part('people-count', HTMLElement).textContent = String(group.people.length);
    part('groups', HTMLElement).replaceChildren(...state.groups.map((one) => groupLink(one, one.id === group.id)));
    part('people', HTMLElement).replaceChildren(...group.people.map((person) => this.#personButton(person)));
    this.#select.replaceChildren(...group.people.map(({ id, name }) => element('option', { value: id }, name)));
    this.#select.addEventListener('change', () => this.speak(this.#select.value));
    drawer();
    this.speak(remembered(group) ?? group.people[0]?.id ?? '');
  }

  /** From now on this person speaks. */
  speak(id: string): void {
    const person = this.#group.people.find((one) => one.id === id);
    if (person === undefined) return;
    this.#select.value = id;
    part('speaker-face', HTMLElement).replaceChildren(avatar(person.id, person.name));
    for (const button of part('people', HTMLElement).querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.id === id));
    }
    remember(this.#group, id);
    this.#spoken(person);
  }

  #personButton(person: Person): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'person', 'data-id': person.id, 'aria-pressed': 'false' },
      avatar(person.id, person.name),
      element('span', { class: 'person-name' }, person.name),
      element('span', { class: 'person-post' }, person.post),
      element('span', { class: 'person-now', 'aria-hidden': 'true' }, '我'),
    );
    button.addEventListener('click', () => this.speak(person.id));
    return element('li', {}, button);
  }
}

const groupLink = (group: Group, current: boolean): HTMLElement =>
  element(
    'li',
    {},
    element(
      'a',
      { class: 'group', href: `/?group=${encodeURIComponent(group.id)}`, 'aria-current': current ? 'page' : undefined },
      element('span', { class: 'group-sign', 'aria-hidden': 'true' }, [...group.name].slice(0, 2).join('')),
      element('span', { class: 'group-name' }, group.name),
    ),
  );

/** On a narrow page the sidebar is a drawer. */
function drawer(): void {
  const app = part('app', HTMLElement);
  const menu = part('menu', HTMLButtonElement);
  const open = (on: boolean) => {
    app.classList.toggle('drawer-open', on);
    menu.setAttribute('aria-expanded', String(on));
    if (on) part('sidebar', HTMLElement).querySelector('a')?.focus();
    else menu.focus();
  };
  menu.addEventListener('click', () => open(!app.classList.contains('drawer-open')));
  part('scrim', HTMLButtonElement).addEventListener('click', () => open(false));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && app.classList.contains('drawer-open')) open(false);
  });
}

const keyOf = (group: Group): string => `banjie-speaker-${group.id}`;

/** A browser may forbid the storage; then the choice lasts as long as the page. */
function remember(group: Group, id: string): void {
  try {
    localStorage.setItem(keyOf(group), id);
  } catch {}
}

function remembered(group: Group): string | undefined {
  try {
    const id = localStorage.getItem(keyOf(group));
    return group.people.some((person) => person.id === id) && id !== null ? id : undefined;
  } catch {
    return undefined;
  }
}
