import type { Instant } from '../calendar/date.ts';
import type { MemberId } from './task.ts';
import type { Question, QuestionOption, Workspace } from './workspace.ts';

/** Remembers what the bot just asked this person; an earlier question to them is forgotten. */
export declare function rememberQuestion(
  workspace: Workspace,
  to: MemberId,
  options: QuestionOption[],
  at: Instant,
): void;
/** The question this person can still answer: asked within 10 minutes. */
export declare function openQuestion(workspace: Workspace, to: MemberId, at: Instant): Question | undefined;
export declare function forgetQuestion(workspace: Workspace, to: MemberId): void;
