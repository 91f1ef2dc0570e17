/** What a button says when it is pressed: its text twin, a command a person could have typed. */
export interface Button {
  label: string;
  say: string;
  tone: 'default' | 'primary' | 'danger';
}

/** One task in a list: light, number, title, and a quiet line of owner and deadline. */
export interface TaskRow {
  light: string;
  number: number;
  title: string;
  /** `保障部 · 6月30日 周二`. */
  detail: string;
  /** Cancelled tasks are struck out. */
  struck: boolean;
  buttons: Button[];
}

/** One bar: `share` is 0–1 and may pass 1; `label` is what is written beside it (`23/500人 · 5%`). */
export interface Bar {
  name: string;
  share: number;
  label: string;
  /** 序时: the share that should be reached by now, 0–1; `label` says it too. */
  expected?: number;
}

/**
 * The parts of a card. All strings are people's text as typed: a renderer escapes them, once.
 *
 * - `text`     a paragraph; `quiet` is small and grey, `strong` bold
 * - `heading`  a part of a longer card
 * - `lines`    a list of lines, numbered 1. 2. 3. or bulleted
 * - `mentions` people who are called (@) by their platform's id, each with a line behind
 * - `taskRows` tasks with their buttons
 * - `facts`    name and value pairs
 * - `progress` bars, one per line
 * - `chart`    the same data as `progress`, drawn as a chart where the platform can
 * - `buttons`  a row of buttons
 */
export type Block =
  | { kind: 'text'; text: string; style: 'plain' | 'strong' | 'quiet' }
  | { kind: 'heading'; text: string }
  | { kind: 'lines'; lines: string[]; numbered: boolean }
  | { kind: 'mentions'; lines: { people: { id: string; name: string }[]; text: string }[] }
  | { kind: 'taskRows'; rows: TaskRow[] }
  | { kind: 'facts'; facts: { name: string; value: string }[] }
  | { kind: 'progress'; bars: Bar[] }
  | { kind: 'chart'; title: string; bars: Bar[] }
  | { kind: 'buttons'; buttons: Button[] };

/** The neutral card: plain data, drawn by one pure renderer per platform, each with a plain-text fallback. */
export interface Card {
  title: string;
  subtitle: string;
  tone: 'neutral' | 'good' | 'warning' | 'bad';
  /** The looking-up command that draws this card anew, so that a pressed button can refresh it; empty when there is none. */
  view: string;
  blocks: Block[];
}
