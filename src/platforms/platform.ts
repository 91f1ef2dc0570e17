import type { Readable } from 'node:stream';
import type { Outgoing, Receive, Reply } from '../chat/message.ts';
import type { KnownPerson } from '../workspace/people.ts';
import type { MemberId } from '../workspace/task.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';

/** An HTTP request as a platform's door sees it: header names in lower case, the body as raw bytes. */
export interface DoorRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: Buffer;
  /** The peer's address as the socket tells it. */
  remoteAddress: string;
  /** Aborted when the client goes away; ends a streaming answer. */
  signal: AbortSignal;
}

export interface DoorResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | Readable;
}

/** A route a platform wants mounted. `bodyLimit` in bytes; a larger body is answered 413 before `handle` sees it. */
export interface Door {
  method: 'GET' | 'POST';
  path: string;
  bodyLimit: number;
  handle(request: DoorRequest): Promise<DoorResponse>;
}

/** What a platform is given at start. */
export interface PlatformPorts {
  receive: Receive;
  /** People of a chat as the platform lists them, and which of them owns it, where it tells. */
  membersLearned(workspace: WorkspaceId, members: KnownPerson[]): Promise<void>;
  /** The answer a message was given, where it changed or asked something; for a platform that asks how a slow one goes on. */
  answerGiven(workspace: WorkspaceId, message: string): Promise<Reply | undefined>;
  /** The bot was added to a chat; `key` names the event, for it may be told twice. */
  joined(workspace: WorkspaceId, key: string): Promise<void>;
  /** The bot was taken out of a chat, or the chat is gone. */
  left(workspace: WorkspaceId): Promise<void>;
  /** Current time, ms since the epoch. */
  now(): number;
}

/** A chat platform. The rest of the bot knows platforms only through this. */
export interface Platform {
  /** Prefix of the workspace ids it serves: `feishu`, `local`. */
  readonly name: string;
  readonly doors: Door[];
  /** How many messages it takes for one chat, and within how many ms; missing: as they come. */
  readonly pace?: { most: number; withinMs: number };
  start(ports: PlatformPorts): Promise<void>;
  stop(): Promise<void>;
  /** How its own connection stands, where it keeps one: for `/healthz`. */
  connection?(): 'up' | 'down';
  /**
   * Sends one reply to the workspace's chat. `key` (at most 50 characters) is the same over retries of the same reply.
   * @throws BanjieError `rate-limited`, `platform-unavailable` (try again); `refused` (try again, not for ever);
   * `no-road` (not before something happens in the chat); `target-gone`, `not-permitted`, `reply-rejected` (do not)
   */
  deliver(workspace: WorkspaceId, reply: Outgoing, key: string): Promise<void>;
  /**
   * Sends one reply to a person of the workspace in private; missing where the platform cannot. `key` as above. Throws as
   * `deliver` does; `target-gone` and `not-permitted` are about this person alone: out of the app's range, gone, stopped the bot.
   */
  tell?(workspace: WorkspaceId, person: MemberId, reply: Outgoing, key: string): Promise<void>;
}
