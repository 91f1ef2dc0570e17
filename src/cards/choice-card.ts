import type { Row } from '../workspace/selection.ts';
import { blocksOf, buttons, numbered, plain, quiet } from './blocks.ts';
import type { Button, Card } from './card.ts';
import { sayOwners } from './say-owners.ts';
import { shorten } from './shorten.ts';

/** One thing to choose. `say` is the command the choice stands for. */
export interface Choice {
  /** As it stands in the list: `🟢 #12 召开职代会(办公室 · 6月30日 周二)`. */
  label: string;
  say: string;
  /** On the button; when not given the label, if those of all choices are short enough, else its place in the list. */
  button?: string;
  tone?: Button['tone'];
}

/** More than this is no choice any more; the card says how many were left off. */
export const CHOICES_SHOWN = 10;
/** Longest label that is written on a button as it stands. */
const BUTTON_LABEL_LIMIT = 12;

/** Labels as they stand when all are short enough for a button, else all by their place: one look for one card. */
const buttonLabels = (choices: Choice[]): string[] => {
  const isShort = choices.every(({ label }) => Array.from(label).length <= BUTTON_LABEL_LIMIT);
  return choices.map(({ button, label }, index) => button ?? (isShort ? label : `第${index + 1}个`));
};

/**
 * A question with its answers as numbered lines and buttons: between tasks, 新增 or 累计, 是 or 否.
 * @param hint the text way to answer, `回复序号,或点按钮` when not given
 */
export const choiceCard = (question: string, choices: Choice[], hint = '回复序号,或点按钮'): Card => {
  const shown = choices.slice(0, CHOICES_SHOWN);
  const left = choices.length - shown.length;
  const labels = buttonLabels(shown);
  return {
    title: '请确认',
    subtitle: '',
    tone: 'neutral',
    view: '',
    blocks: blocksOf(
      plain(question),
      numbered(shown.map((choice) => shorten(choice.label, 100))),
      left > 0 ? quiet(`另有${left}个未列出,请说得具体些`) : null,
      quiet(hint),
      buttons(
        shown.map((choice, index) => ({
          label: labels[index] ?? '',
          say: choice.say,
          tone: choice.tone ?? 'default',
        })),
      ),
    ),
  };
};

/** A task to choose, by its light, number and title; `say` is what choosing it says. */
export const taskChoice = (
  { task, light, deputies }: Pick<Row, 'task' | 'light' | 'deputies'>,
  say: string,
): Choice => {
  const who = sayOwners(task, deputies);
  return {
    label: `${light.light} #${task.number} ${shorten(task.title)}${who === '' ? '' : `(${who})`}`,
    button: `#${task.number}`,
    say,
  };
};
