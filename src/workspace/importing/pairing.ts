import type { TaskDraft } from '../../plan/plan-draft.ts';
import type { Task } from '../task.ts';
import { plainTitle } from '../title-features.ts';
import { lineIdentity } from './line-identity.ts';

/** Which task of the ledger a line of a document is, by the line. */
export type Pairs = Map<TaskDraft, Task>;

/** Reworded lines are the same one from this share of common bigrams on (Dice). Two meetings of one kind stay below it. */
const ALIKE = 0.6;
/** A line is compared with this many of the tasks that share its rarest bigrams. */
const COMPARED = 6;
/** Bigrams in more tasks than this say nothing of which one it is. */
const COMMON = 40;

/** Pairs what has the same key, each once and in order: a line that stands there twice is two tasks. */
const pairByKey = (
  drafts: TaskDraft[],
  tasks: Task[],
  pairs: Pairs,
  keyOf: (one: TaskDraft | Task) => string,
  isOnlyOne = false,
): void => {
  const taken = new Set(pairs.values());
  const there = new Map<string, Task[]>();
  const group = <Item>(groups: Map<string, Item[]>, key: string, item: Item) =>
    groups.set(key, [...(groups.get(key) ?? []), item]);
  for (const task of tasks) if (!taken.has(task)) group(there, keyOf(task), task);
  const here = new Map<string, TaskDraft[]>();
  for (const draft of drafts) if (!pairs.has(draft)) group(here, keyOf(draft), draft);
  for (const [key, ones] of here) {
    const others = there.get(key) ?? [];
    if (key === '' || (isOnlyOne && (ones.length > 1 || others.length > 1))) continue;
    for (const [index, draft] of ones.entries()) {
      const task = others[index];
      if (task) pairs.set(draft, task);
    }
  }
};

const bigramsOf = (text: string): Set<string> => {
  const plain = plainTitle(text);
  const bigrams = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) bigrams.add(plain.slice(at, at + 2));
  return bigrams;
};

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const bigram of a) if (b.has(bigram)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

interface Likely {
  draft: TaskDraft;
  task: Task;
  score: number;
}

/** The tasks that share most of a line's telling bigrams; found by bigram, so that the cost follows the lines, not their square. */
const likelyOnes = (drafts: TaskDraft[], tasks: Task[]): Likely[] => {
  const features = new Map(tasks.map((task) => [task, bigramsOf(task.text)]));
  const holders = new Map<string, Task[]>();
  for (const [task, bigrams] of features) {
    for (const bigram of bigrams) {
      const list = holders.get(bigram);
      if (list) list.push(task);
      else holders.set(bigram, [task]);
    }
  }
  return drafts.flatMap((draft) => {
    const bigrams = bigramsOf(draft.text);
    const shared = new Map<Task, number>();
    for (const bigram of bigrams) {
      const list = holders.get(bigram) ?? [];
      if (list.length <= COMMON) for (const task of list) shared.set(task, (shared.get(task) ?? 0) + 1);
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, COMPARED)
      .map(([task]) => ({ draft, task, score: likeness(bigrams, features.get(task) ?? new Set()) }))
      .filter(({ score }) => score >= ALIKE);
  });
};

/** Pairs reworded lines with what they were, the most alike first, each once. */
const pairByLikeness = (drafts: TaskDraft[], tasks: Task[], pairs: Pairs): void => {
  const taken = new Set(pairs.values());
  const open = drafts.filter((draft) => !pairs.has(draft));
  const free = tasks.filter((task) => !taken.has(task));
  for (const { draft, task } of likelyOnes(open, free).sort((a, b) => b.score - a.score)) {
    if (pairs.has(draft) || taken.has(task)) continue;
    pairs.set(draft, task);
    taken.add(task);
  }
};

/** Lines that stand word for word in the ledger. */
export const pairSameTexts = (drafts: TaskDraft[], tasks: Task[]): Pairs => {
  const pairs: Pairs = new Map();
  pairByKey(
    drafts,
    tasks,
    pairs,
    ({ text, section }) => `${section.map(lineIdentity).join('>')}|${lineIdentity(text)}`,
  );
  pairByKey(drafts, tasks, pairs, ({ text }) => lineIdentity(text));
  return pairs;
};

/**
 * Which task each line of a revised plan is: word for word first, then by its title where that is one line's and one
 * task's, then by likeness. What is left is new.
 */
export const pairRevised = (drafts: TaskDraft[], tasks: Task[]): Pairs => {
  const pairs = pairSameTexts(drafts, tasks);
  pairByKey(drafts, tasks, pairs, ({ title }) => plainTitle(title), true);
  pairByLikeness(drafts, tasks, pairs);
  return pairs;
};
