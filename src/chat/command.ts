import type { IsoDate } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Acting } from '../workspace/acting.ts';
import type { QuestionOption, Workspace, WorkspaceId } from '../workspace/workspace.ts';
import type { HandedFiles } from './handed-files.ts';
import type { IncomingMessage, Reply } from './message.ts';

/** A message made ready for matching; made by `saidOf`. */
export interface Said {
  /** Half-width, Simplified, single spaces, polite tails off. Match on this. */
  text: string;
  /** Where each character of `text` came from in `raw`, and past the last one where it ended; `rawFrom` reads by it. */
  origin: readonly number[];
  /** As typed, trimmed, the command's own line only. Take remarks, titles and reasons from this. */
  raw: string;
  message: IncomingMessage;
}

/** Calendar feeds: where they are to be had, and what makes their addresses unguessable. */
export interface FeedAddresses {
  /** The address of a feed; null when nobody could open it, because no public address is configured. */
  address(workspace: WorkspaceId, secret: string): string | null;
  /** A secret that was never given before. */
  newSecret(): string;
}

/** What a command may know. `workspace` is a draft it may change inside a change command and frozen in a looking one. */
export interface Context {
  workspace: Workspace;
  acting: Acting;
  today: IsoDate;
  calendar: WorkingCalendar;
  /** Missing where no feeds are served. */
  feeds?: FeedAddresses;
  /** Files sent in private that wait for their group; missing where nobody keeps them. */
  handed?: HandedFiles;
}

/** A command's answer. With `question`, the next bare number, 第一个, 是/否 or label of the same person picks an option. */
export interface CommandAnswer {
  reply: Reply;
  question?: QuestionOption[];
}

/** `say` is a whole message a person could send; a test runs every one on the sample workspace. */
export interface Example {
  say: string;
  /** What it gets, in one short Chinese phrase, for 帮助. */
  gets: string;
}

/** A change put as something a person may still say no to: `要办结 #12《…》吗?` with a button. */
export interface Proposal {
  /** What would be done, to stand between 要 and 吗: `办结 #12《三八节活动》`. */
  deed: string;
  /** The button's words: `办结 12`. */
  label: string;
  /** The command that does it, safe to say twice. */
  say: string;
  /** The tasks it is done to, if any: a question for a fact about them is answered by showing them. */
  numbers?: readonly number[];
}

/** Why a change is not simply made: the mood the message is in, a slip in the command word, or words that are no command's own. */
export type Doubt = 'question' | 'wish' | 'condition' | 'negation' | 'partly' | 'slip' | 'phrasing';

/** The parts of a message a change command was read from. */
export interface Wording {
  /** The command's own words, the tasks' among them; searched for a question, a wish, a denial. */
  frame: string;
  /** Titles of the tasks named: their words in `frame` say nothing of the mood. */
  titles: readonly string[];
  /** People's own words behind: a remark, a reason. They may ask and deny. */
  remark: string;
  /** The command's own word where it would deny what follows: 取消. */
  own?: string;
}

export type Topic = '查看' | '办理' | '指标' | '计划' | '汇报' | '设置';

/** One thing a person can say. */
export interface Command<Args> {
  /** The word people know it by, as in 帮助: 完成. */
  name: string;
  topic: Topic;
  /** `look` writes nothing; `change` runs inside one durable update. */
  kind: 'look' | 'change';
  /** Other words that may stand for it, for 帮助 and for offering near misses. */
  words: string[];
  examples: Example[];
  /** The arguments when the message is this command, else undefined. Must never throw, and look at nothing but its arguments. */
  match(said: Said, context: Context): Args | undefined;
  /**
   * A change command's deed as a proposal, for a message that only asks, wishes, supposes or denies it, or that slips in
   * the command word. `'ask'` when `run` would change nothing with these arguments but ask; undefined when they name
   * nothing that could be done. A change without it is harmless: it is made whatever the mood (周报 freezes what it shows).
   */
  propose?(args: Args, context: Context, because: Doubt): Proposal | 'ask' | undefined;
  /** How the message words it, for telling a statement from a question; without it the whole text is the command's own. */
  wording?(args: Args): Wording;
  /** The command takes every line of the message: a plan pasted after 导入. */
  takesAllLines?: true;
  /** Slow reading (a file) done before the update, outside its lock. */
  prepare?(args: Args, said: Said): Promise<Args>;
  run(args: Args, context: Context): CommandAnswer;
}

/** A command whose argument type is forgotten, as `handlers/index.ts` lists them. */
export type AnyCommand = Command<unknown>;

/** Declares a command; `match` and `run` are checked against each other, then the argument type is forgotten. */
export const defineCommand = <Args>(command: Command<Args>): AnyCommand => command as unknown as AnyCommand;
