import { ownerMentionsIn } from '../plan/owners/owners-in.ts';
import { shadowOf } from '../plan/text/shadow.ts';
import { titleOf } from '../plan/title.ts';
import type { Task } from '../workspace/task.ts';

/** In either width. */
const STOPS = '。;\uff1b';
const JOINTS = ',\uff0c、';

const isLoose = (sign: string): boolean => STOPS.includes(sign) || JOINTS.includes(sign) || sign.trim() === '';

/** Without what is left behind at the end where names were taken out: joints, spaces, all stops but one. */
const tidied = (text: string): string => {
  let end = text.length;
  while (end > 0 && isLoose(text.charAt(end - 1))) end -= 1;
  const stop = [...text.slice(end)].find((sign) => STOPS.includes(sign));
  return text.slice(0, end) + (stop ?? '');
};

/** (责任人:林晓,责任单位:办公室) with the names taken out. */
const EMPTY_BRACKET = /[(（【[][\s,，;；、]*[)）】\]]/gu;

/** The plan's words for a task without who does it, which has columns of its own. */
const withoutOwners = (text: string): string => {
  const shadow = shadowOf(text);
  const labelled = ownerMentionsIn(text, shadow).filter(({ from }) => !/[(【]/u.test(shadow.charAt(from)));
  const kept = labelled
    .toReversed()
    .reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text)
    .replace(EMPTY_BRACKET, '');
  const words = labelled.length === 0 ? text : tidied(kept);
  return words.trim() === '' ? text : words;
};

/** What a plan's title has that its words do not: it was given by hand or by a heading. */
const hasOwnTitle = ({ title, text }: Pick<Task, 'title' | 'text'>): boolean =>
  title !== titleOf(text) && !text.includes(title);

/** 工作任务: the plan's words; a title that says something else stands in a line above them. */
export const workOf = (task: Pick<Task, 'title' | 'text'>): string => {
  const words = withoutOwners(task.text);
  return hasOwnTitle(task) ? `${task.title}\n${words}` : words;
};

/** What an edited cell makes of title and words. A line above stays the title where there was one. */
export const readWork = (cell: string, then: Pick<Task, 'title' | 'text'>): Pick<Task, 'title' | 'text'> => {
  const stop = hasOwnTitle(then) ? cell.indexOf('\n') : -1;
  if (stop < 0) return { title: titleOf(cell), text: cell };
  const words = cell.slice(stop + 1).trim();
  // Words that were not touched stay as the plan has them, who does it included.
  const isSame = words === withoutOwners(then.text).trim();
  return { title: cell.slice(0, stop).trim(), text: isSame ? then.text : words };
};
