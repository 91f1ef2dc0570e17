import type { Instant } from '../calendar/date.ts';
import type { MemberId } from './task.ts';
import type { Question, QuestionOption, Workspace } from './workspace.ts';

/** How long a question of the bot waits for its answer (PRODUCT.md "Finer points": 10 minutes). */
export const QUESTION_OPEN_MS = 10 * 60_000;

const isOpen = (question: Question, at: Instant): boolean => at - question.askedAt <= QUESTION_OPEN_MS;

/** Remembers what the bot just asked this person; an earlier question to them is forgotten, and so are stale ones. */
export const rememberQuestion = (workspace: Workspace, to: MemberId, options: QuestionOption[], at: Instant): void => {
  const others = workspace.questions.filter((question) => question.to !== to && isOpen(question, at));
  workspace.questions = [...others, { to, options, askedAt: at }];
};

/** The question this person can still answer: asked within 10 minutes. */
export const openQuestion = (workspace: Workspace, to: MemberId, at: Instant): Question | undefined =>
  workspace.questions.find((question) => question.to === to && isOpen(question, at));

/** Forgets the question to this person, answered or not. Changes nothing when there is none. */
export const forgetQuestion = (workspace: Workspace, to: MemberId): void => {
  const index = workspace.questions.findIndex((question) => question.to === to);
  if (index !== -1) workspace.questions.splice(index, 1);
};
