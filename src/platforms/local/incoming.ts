import { BanjieError } from '../../banjie-error.ts';
import type { Instant } from '../../calendar/date.ts';
import type { IncomingFile, IncomingMessage, Mention } from '../../chat/message.ts';
import { BOT_NAME, knownPerson, workspaceOf } from './groups.ts';
import type { ClickBody, Group, MessageBody, Person } from './wire.ts';

/** The sign before a name, half-width or full-width. */
const AT = '[@\\uff20]';
const BOT_MENTION = new RegExp(`${AT}${BOT_NAME}[^\\S\\n]*`, 'gu');

/** What a person typed, with the bot's mention taken out, and whether it stood there. */
export function withoutBotMention(typed: string): { text: string; mentioned: boolean } {
  const text = typed.replace(BOT_MENTION, '').trim();
  return { text, mentioned: text.length < typed.trim().length };
}

/** People of the group who stand in the text as `@name`; the longest name wins where one begins with another. */
function mentionsIn(text: string, group: Group): Mention[] {
  const names = group.people.map(({ name }) => name).sort((one, other) => other.length - one.length);
  const said = new Set([...text.matchAll(new RegExp(`${AT}(${names.join('|')})`, 'gu'))].map(([, name]) => name));
  return group.people.filter(({ name }) => said.has(name)).map(({ id, name }) => ({ id, name }));
}

/** A file already in memory. */
export function fileOf(name: string, bytes: Uint8Array): IncomingFile {
  return {
    name,
    read: async (limit) => {
      if (bytes.byteLength > limit)
        throw new BanjieError('too-large', `file of ${bytes.byteLength} bytes over ${limit}`);
      return bytes;
    },
  };
}

interface From {
  group: Group;
  sender: Person;
  at: Instant;
}

/** A message of the page as the bot takes it. `said.text` is without the bot's mention; a quoted file is among the files. */
export function incomingMessage(
  body: MessageBody,
  said: { text: string; files: IncomingFile[]; quotedText: string | null },
  { group, sender, at }: From,
): IncomingMessage {
  return {
    id: body.id,
    workspace: workspaceOf(group),
    chat: 'group',
    sender: knownPerson(group, sender),
    text: said.text,
    mentions: mentionsIn(said.text, group),
    files: said.files,
    quotedText: said.quotedText,
    pressed: null,
    road: { kind: 'pushed' },
    at,
  };
}

/** A pressed button as the bot takes it; `view` is that of the card it stood on. */
export function incomingClick(body: ClickBody, view: string, { group, sender, at }: From): IncomingMessage {
  return {
    id: body.id,
    workspace: workspaceOf(group),
    chat: 'group',
    sender: knownPerson(group, sender),
    text: body.say,
    mentions: [],
    files: [],
    quotedText: null,
    pressed: { view },
    road: { kind: 'pushed' },
    at,
  };
}
