import { original, produce } from 'immer';
import { LRUCache } from 'lru-cache';
import { BanjieError } from '../banjie-error.ts';
import { dateOf, type Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import { newWorkspace } from '../workspace/new-workspace.ts';
import { knowsMembers, learnMembers } from '../workspace/people.ts';
import { readable } from '../workspace/plain-data.ts';
import { cameIn } from '../workspace/presence.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carryOut, isLasting, type Prepared, type Turn } from './carry-out.ts';
import type { AnyCommand, Context, FeedAddresses } from './command.ts';
import type { Courier } from './courier.ts';
import { HandedFiles } from './handed-files.ts';
import { answerBefore, answerKey, rememberAnswer, takeMisses } from './ledger.ts';
import { linesOf } from './lines.ts';
import type { Answer, IncomingMessage, Receive, Reply } from './message.ts';
import { plainOf, saidOf } from './normalise.ts';
import { asMessage, pageTurned, redrawn, withFreshCard } from './redrawing.ts';
import { takesNote, textReply, toastOf, withNote } from './replies.ts';
import { carriesMore, divided, mayPush, withWaiting } from './returning.ts';
import { type Understood, understand } from './understand.ts';

export type { Courier } from './courier.ts';

/** The part of a logger that is needed here. Details never hold people's text. */
export interface DispatchLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface DispatchDeps {
  store: Pick<WorkspaceStore, 'read' | 'update'>;
  /** In order of precedence. */
  commands: readonly AnyCommand[];
  calendar: WorkingCalendar;
  now(): Instant;
  deliver: Courier;
  feeds?: FeedAddresses;
  /** Hears what each message was understood as and what came of it, in ms; for metrics. */
  observe?(commands: readonly string[], outcome: 'changed' | 'looked' | 'fault', ms: number): void;
  log: DispatchLog;
}

/** What one bot's dispatch works with. */
interface Handling extends DispatchDeps {
  handed: HandedFiles;
}

/** Answers of this many messages are kept in memory, so that a re-push while or soon after one is handled waits for it. */
const RECENT = 2000;
const RECENT_FOR_MS = 60 * 60_000;

const contextOf = (deps: Handling, message: IncomingMessage, workspace: Workspace): Context => {
  const at = deps.now();
  const today = dateOf(at);
  return {
    workspace,
    acting: { by: message.sender.id, at, today, message: message.id },
    today,
    calendar: deps.calendar.including(readable(workspace.settings.holidays)),
    handed: deps.handed,
    ...(deps.feeds && { feeds: deps.feeds }),
  };
};

const turnOf = (deps: Handling, message: IncomingMessage, workspace: Workspace): Turn => ({
  message,
  commands: deps.commands,
  context: contextOf(deps, message, workspace),
});

/** What was found out about a message before anything is done: to understand one may cost more than all the rest. */
interface Surveyed {
  /** Whether its answer has to last. */
  lasting: boolean;
  /** The slow reading, done outside the update. */
  prepared: Prepared;
  understood: readonly Understood[];
  lines: readonly string[];
  /** The state it was understood in. */
  stored: Workspace;
}

/** What a message will need, found out before and outside the update. */
const survey = async (
  turn: Turn,
  lines: readonly string[],
  reading: () => void,
): Promise<Omit<Surveyed, 'stored' | 'lines'>> => {
  const prepared = new Map<number, { command: AnyCommand; args: unknown }>();
  const all: Understood[] = [];
  const { workspace } = turn.context;
  const { missesToTell, pushing } = workspace.ledger;
  let lasting = missesToTell.length > 0 || pushing.goneSince !== null || carriesMore(workspace, turn.message);
  for (const [index, line] of lines.entries()) {
    const said = saidOf(turn.message, line);
    const understood = understand(said, turn.context, turn.commands);
    all.push(understood);
    lasting ||= isLasting(understood);
    if (understood.kind !== 'run' || !understood.command.prepare) continue;
    const { command, args } = understood;
    reading();
    const ready = await command.prepare?.(args, said);
    prepared.set(index, { command, args: ready });
  }
  return { lasting, prepared, understood: all };
};

/** Misses are told with the next answer that has room for a line. */
const withMisses = (reply: Reply, workspace: Workspace): Reply => {
  const misses = takesNote(reply) ? takeMisses(workspace) : [];
  return takesNote(reply) && misses.length > 0
    ? withNote(reply, `补记:${misses.join('、')}没有发出(停机,或机器人不在群里)`)
    : reply;
};

/** Handles a message within one update: seen? → change → remember the answer. */
const answerLastingly = async (
  deps: Handling,
  message: IncomingMessage,
  surveyed: Surveyed,
  begun: number,
): Promise<Answer> => {
  let understood: readonly string[] = [];
  const answer = await deps.store.update(message.workspace, (workspace): Answer => {
    const isUnchanged = original(workspace) === surveyed.stored;
    // The state so far as plain data costs a copy of its lists: only what needs it makes it.
    const view = () => turnOf(deps, message, readable(workspace));
    const redraw = () => (message.pressed ? redrawn(view()) : null);
    const before = answerBefore(workspace, message);
    if (before) return { toast: toastOf(before), redraw: redraw(), reply: before };
    learnMembers(workspace, [message.sender, ...message.mentions]);
    const turn = turnOf(deps, message, workspace);
    // Further lines meet what the first one changes.
    const known = isUnchanged ? surveyed.understood.slice(0, 1) : [];
    const lines = isUnchanged ? surveyed.lines : linesOf(view());
    const { reply: told, commands } = carryOut(turn, lines, surveyed.prepared, known);
    understood = commands;
    // Who speaks from the chat is proof that the bot is in it.
    cameIn(workspace);
    const reply = message.pressed ? withFreshCard(view(), told) : told;
    const parts = divided(message, withMisses(reply, workspace));
    const whole = { ...parts, returned: withWaiting(workspace, message, parts.returned) };
    rememberAnswer(workspace, message, whole, turn.context.acting.at);
    return { toast: toastOf(told), redraw: redraw(), reply: whole.returned };
  });
  deps.deliver.wake(message.workspace);
  deps.observe?.(understood, 'changed', performance.now() - begun);
  return answer;
};

/** Sends an answer that is kept in memory only. */
const send = (deps: Handling, message: IncomingMessage, reply: Reply, suffix = ''): Answer => {
  const { returned, pushed } = divided(message, reply);
  const key = `${answerKey(message)}${suffix}`;
  if (pushed) deps.deliver.send(message.workspace, { key, reply: pushed, since: deps.now() });
  return { toast: toastOf(reply), redraw: null, reply: returned };
};

const answerMessage = async (deps: Handling, message: IncomingMessage, reading: () => void): Promise<Answer> => {
  const begun = performance.now();
  const stored = (await deps.store.read(message.workspace)) ?? newWorkspace(message.workspace, deps.now());
  // Who has just come is known by name to what only looks, too; it is written down with the next change.
  const people = [message.sender, ...message.mentions];
  const workspace = knowsMembers(stored, people)
    ? stored
    : produce(stored, (draft) => {
        learnMembers(draft, people);
      });
  // What could not be pushed when it came into being may be pushed by now: somebody registered a way.
  if (stored.ledger.outbox.length > 0 && mayPush(message)) deps.deliver.wake(message.workspace);
  const turn = turnOf(deps, message, workspace);
  const before = answerBefore(workspace, message);
  if (before) return { toast: toastOf(before), redraw: redrawn(turn), reply: before };
  const page = pageTurned(turn);
  if (page && message.pressed?.expired) return send(deps, message, asMessage(page));
  if (page) return { toast: page.toast, redraw: page.card, reply: null };
  const lines = linesOf(turn);
  const surveyed = { ...(await survey(turn, lines, reading)), lines, stored };
  if (surveyed.lasting) return answerLastingly(deps, message, surveyed, begun);
  const looked = carryOut(turn, lines, surveyed.prepared, surveyed.understood);
  if (looked.lasting) return answerLastingly(deps, message, surveyed, begun);
  const answer = send(deps, message, looked.reply);
  deps.observe?.(looked.commands, 'looked', performance.now() - begun);
  return answer;
};

/** Where a fault lies, without its message: that may hold people's text. */
const faultOf = (error: unknown): object =>
  error instanceof Error
    ? {
        fault: error.name,
        frames: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12),
      }
    : { fault: typeof error };

const FAULT = '这句话处理时出了差错,什么都没有改动。请换个说法再试,或发“帮助”';
const BROKEN = '本群的数据文件打不开,已另存备查,暂时不能办理。请联系部署机器人的人:日志里写着最近一份备份和恢复的办法';
const DOWN = '数据暂时存不上,这次没有改动。恢复后会自动重试,也可稍后再发一次';

/** Every fault is answered with a sentence; only what the platform should push again is passed on. */
const answerFault = (
  deps: Handling,
  message: IncomingMessage,
  error: unknown,
  toldDown: LRUCache<string, true>,
  begun: number,
): Answer => {
  const where = { workspace: message.workspace, message: message.id };
  deps.observe?.([], 'fault', performance.now() - begun);
  if (error instanceof BanjieError && error.code === 'store-unavailable') {
    deps.log.warn({ ...where, code: error.code }, 'the change could not be stored; the platform will push again');
    const key = answerKey(message);
    if (!toldDown.has(key)) send(deps, message, textReply(DOWN), '-down');
    toldDown.set(key, true);
    throw error;
  }
  const isBroken = error instanceof BanjieError && error.code === 'workspace-broken';
  deps.log.error(
    { ...where, ...faultOf(error) },
    isBroken ? 'a workspace is broken' : 'a message could not be handled',
  );
  return send(deps, message, textReply(isBroken ? BROKEN : FAULT));
};

/** How long a platform waits while a document is read, in ms: Feishu gives a push 3 s, then pushes again. */
const PATIENCE_MS = 1_500;
const IN_HAND = { toast: '正在读文件,读完把预览发到群里', redraw: null, reply: null };

/**
 * The answer, or word that it will follow: reading a document may take seconds, and nothing is changed by it but a
 * preview. A change is never waited for less than it takes to be durable.
 */
const inGoodTime = (answer: Promise<Answer>, reading: Promise<void>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined;
  const late = reading.then(
    () =>
      new Promise<Answer>((resolve) => {
        timer = setTimeout(() => resolve({ ...IN_HAND, later: answer }), PATIENCE_MS);
      }),
  );
  const stop = () => clearTimeout(timer);
  answer.then(stop, stop);
  return Promise.race([answer, late]);
};

/**
 * The door to the bot: one message in, at most one message out. A re-push of the same id gets the same answer and changes
 * nothing. Rejects only with `store-unavailable`, so that the platform pushes again.
 */
export const createDispatch = (given: DispatchDeps): Receive => {
  const deps: Handling = { ...given, handed: new HandedFiles(given.now) };
  const recent = new LRUCache<string, Promise<Answer>>({ max: RECENT, ttl: RECENT_FOR_MS });
  const toldDown = new LRUCache<string, true>({ max: RECENT });
  // The dictionary is built now rather than while the first person waits.
  plainOf('開始');
  return (message) => {
    const key = answerKey(message);
    const running = recent.get(key);
    if (running) return running;
    const begun = performance.now();
    let beginReading = () => {};
    const reading = new Promise<void>((resolve) => {
      beginReading = resolve;
    });
    const answer = answerMessage(deps, message, beginReading).catch((error: unknown) =>
      answerFault(deps, message, error, toldDown, begun),
    );
    recent.set(key, answer);
    answer.then(
      () => toldDown.delete(key),
      () => recent.delete(key),
    );
    return inGoodTime(answer, reading);
  };
};
