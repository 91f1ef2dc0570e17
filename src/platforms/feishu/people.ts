import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import type { Logger } from 'pino';
import type { IncomingMessage } from '../../chat/message.ts';
import type { FeishuClient, Person } from './client.ts';
import { OPEN_ID } from './events.ts';

/** Chats whose people are kept in memory. */
const CHATS = 2_000;
/** A list this old is asked for again, in ms; names and members change seldom. */
const LIST_LIFE_MS = 6 * 3_600_000;
/** A person who is not on the list, or a failed question, is asked about again after this, in ms. */
const ASK_AGAIN_MS = 10 * 60_000;
/** Pages of a hundred; a larger chat is not a work group. */
const MOST_PAGES = 20;

/** A person as the bot knows them: the name where Feishu told it, `isOwner` where it told who owns the chat. */
type Sender = IncomingMessage['sender'];

interface Known {
  names: Map<string, string>;
  /** Null when a bot owns the chat; undefined while Feishu has not told. */
  owner: string | null | undefined;
  askedAt: number;
  failed: boolean;
}

export interface People {
  /** A person of a chat with what is known of them here: what Feishu calls them, whether they own the chat. */
  personOf(chat: string, openId: string): Sender;
  /** Somebody spoke in a chat: if the chat's people are not known, or this one is not, they are asked for in the background. */
  met(chat: string, kind: IncomingMessage['chat'], openId: string): void;
  stop(): void;
}

/** Everyone Feishu lists for a chat. */
async function membersOf(client: FeishuClient, chat: string): Promise<Person[]> {
  const all: Person[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const { members, next } = await client.members(chat, page);
    all.push(...members.filter(({ id, name }) => OPEN_ID.test(id) && name !== ''));
    if (next === null) break;
    page = next;
  }
  return all;
}

/** Who owns a chat; undefined when Feishu does not tell: without the scope for it people still have names. */
async function ownerOf(client: FeishuClient, chat: string, log: Logger): Promise<string | null | undefined> {
  try {
    return await client.chatOwner(chat);
  } catch (error) {
    log.debug({ err: error }, 'the owner of a chat not learned');
    return undefined;
  }
}

const withOwner = (people: Person[], owner: string | null | undefined): Sender[] => {
  if (owner === undefined) return people;
  const told = people.map((person) => ({ ...person, isOwner: person.id === owner }));
  return owner === null || people.some(({ id }) => id === owner)
    ? told
    : [...told, { id: owner, name: null, isOwner: true }];
};

/** Learns who the people of a chat are. What it learns goes to `learned`; a failure leaves people without names, nothing worse. */
export function createPeople(options: {
  client: FeishuClient;
  learned(chat: string, people: Sender[]): Promise<void>;
  now(): number;
  log: Logger;
}): People {
  const { client, learned, now, log } = options;
  const known = new LRUCache<string, Known>({ max: CHATS });
  // A restart meets all groups at once; the API takes 50 calls a second, answers come first.
  const queue = new PQueue({ concurrency: 2, intervalCap: 10, interval: 1_000 });

  const isDue = (entry: Known | undefined, openId: string) => {
    if (!entry) return true;
    const age = now() - entry.askedAt;
    const stranger = entry.failed || !entry.names.has(openId);
    return age < 0 || age > (stranger ? ASK_AGAIN_MS : LIST_LIFE_MS);
  };
  const ask = async (chat: string, kind: IncomingMessage['chat'], openId: string, entry: Known) => {
    try {
      // A private chat has no list of members, and nobody owns it.
      const people =
        kind === 'group' ? await membersOf(client, chat) : [{ id: openId, name: await client.personName(openId) }];
      entry.names = new Map(people.map(({ id, name }) => [id, name]));
      entry.failed = false;
      if (kind === 'group') entry.owner = await ownerOf(client, chat, log);
      await learned(chat, withOwner(people, entry.owner));
    } catch (error) {
      log.debug({ err: error }, 'names of a chat not learned');
    }
  };
  return {
    personOf(chat, openId) {
      const { names, owner } = known.get(chat) ?? {};
      const person = { id: openId, name: names?.get(openId) ?? null };
      return owner === undefined ? person : { ...person, isOwner: owner === openId };
    },
    met(chat, kind, openId) {
      const before = known.get(chat);
      if (!isDue(before, openId)) return;
      const entry: Known = {
        names: before?.names ?? new Map(),
        owner: before?.owner,
        askedAt: now(),
        failed: true,
      };
      known.set(chat, entry);
      queue.add(() => ask(chat, kind, openId, entry));
    },
    stop() {
      queue.clear();
    },
  };
}
