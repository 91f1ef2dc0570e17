import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import type { IncomingFile, IncomingMessage } from '../../chat/message.ts';
import type { DoorRequest, DoorResponse, PlatformPorts } from '../platform.ts';
import { groupOf, knownPerson, personOf, workspaceOf } from './groups.ts';
import { fileOf, incomingClick, incomingMessage, withoutBotMention } from './incoming.ts';
import { json } from './json-response.ts';
import { Quotables, quoteOf } from './quotable.ts';
import { FILE_LIMIT, readClick, readFile, readMessage } from './requests.ts';
import type { Transcript } from './transcript.ts';
import type { Group, MessageBody, Person, ShownFile } from './wire.ts';

/** Characters of a message that the page shows; the bot gets all of them. */
const SHOWN_CHARACTERS = 3_000;

const NOT_READY = '办结还没有准备好，请稍候再试。';
const NOT_SAVED = '没有保存成功，可能是磁盘已满或数据目录不可写。这次什么都没有改，请稍后重新发送。';
const NOT_UNDERSTOOD = '页面和办结的版本可能不一致，请刷新页面再试。';
const QUOTE_GONE = '引用的消息已经不在了，请重新发送它。';
const TOO_LARGE = `文件超过 ${FILE_LIMIT / 1024 / 1024} MB，请精简后再发，或把计划文字直接粘贴在“导入”后面。`;

export interface SpeakingParts {
  transcriptOf(group: Group): Transcript;
  /** Undefined until the platform is started. */
  ports(): PlatformPorts | undefined;
  log: Logger;
}

interface Speaker {
  group: Group;
  sender: Person;
  transcript: Transcript;
  quotables: Quotables;
  ports: PlatformPorts;
}

/** A file that came with a message: as the page shows it, and as the bot reads it. */
interface SentFile {
  shown: ShownFile;
  incoming: IncomingFile;
}

/** What people of the page do: say something, send a file, press a button. */
export class Speaking {
  readonly #parts: SpeakingParts;
  readonly #introduced = new Set<string>();
  readonly #quotables = new Map<string, Quotables>();

  constructor(parts: SpeakingParts) {
    this.#parts = parts;
  }

  async message(request: DoorRequest): Promise<DoorResponse> {
    const body = readMessage(request);
    return body === undefined ? json(400, { error: NOT_UNDERSTOOD }) : this.#say(body, null);
  }

  async file(request: DoorRequest): Promise<DoorResponse> {
    const body = readFile(request);
    if (body === undefined) return json(400, { error: NOT_UNDERSTOOD });
    const bytes = Buffer.from(body.bytes, 'base64');
    if (bytes.byteLength > FILE_LIMIT) return json(413, { error: TOO_LARGE });
    const shown = { name: body.name, size: bytes.byteLength };
    return this.#say(body, { shown, incoming: fileOf(body.name, bytes) });
  }

  async click(request: DoorRequest): Promise<DoorResponse> {
    const body = readClick(request);
    if (body === undefined) return json(400, { error: NOT_UNDERSTOOD });
    const speaker = this.#speakerOf(body);
    if ('status' in speaker) return speaker;
    const view = speaker.transcript.card(body.entry)?.view ?? '';
    return this.#ask(speaker, incomingClick(body, view, { ...speaker, at: speaker.ports.now() }), body.entry);
  }

  /** Shows what was said to everybody in the group, and hands it to the bot where it is @-ed. */
  async #say(body: MessageBody, file: SentFile | null): Promise<DoorResponse> {
    const speaker = this.#speakerOf(body);
    if ('status' in speaker) return speaker;
    const { sender, transcript, quotables, ports } = speaker;
    const quoted = body.quote === null ? null : quotables.find(body.quote);
    if (quoted === undefined) return json(410, { error: QUOTE_GONE });
    const { text, mentioned } = withoutBotMention(body.text);
    const toBot = body.toBot || mentioned;
    const at = ports.now();
    transcript.add({
      kind: 'said',
      id: body.id,
      at,
      sender: sender.id,
      name: sender.name,
      text: text.slice(0, SHOWN_CHARACTERS),
      length: text.length,
      toBot,
      file: file?.shown ?? null,
      quote: quoted && quoteOf(quoted),
    });
    quotables.keep(body.id, { name: sender.name, text, file: file?.incoming ?? null }, file?.shown.size ?? 0);
    if (!toBot) return json(200, { toast: '' });
    const files = [file?.incoming, quoted?.file].filter((one) => one !== undefined && one !== null);
    return this.#ask(
      speaker,
      incomingMessage(body, { text, files, quotedText: quoted?.text ?? null }, { ...speaker, at }),
    );
  }

  /** Hands a message to the bot; `entry` is the card a button was pressed on. */
  async #ask(speaker: Speaker, message: IncomingMessage, entry?: string): Promise<DoorResponse> {
    try {
      await this.#introduce(speaker);
      const answer = await speaker.ports.receive(message);
      if (entry !== undefined && answer.redraw !== null) speaker.transcript.redraw(entry, answer.redraw);
      return json(200, { toast: answer.toast });
    } catch (error) {
      if (!(error instanceof BanjieError && error.code === 'store-unavailable')) throw error;
      this.#parts.log.error({ err: error, workspace: message.workspace }, 'message not made durable');
      return json(503, { error: NOT_SAVED });
    }
  }

  /** Who speaks where, or the answer that says why nobody does. */
  #speakerOf(body: { group: string; sender: string }): Speaker | DoorResponse {
    const ports = this.#parts.ports();
    if (ports === undefined) return json(503, { error: NOT_READY });
    const group = groupOf(body.group);
    const sender = group && personOf(group, body.sender);
    if (group === undefined || sender === undefined) return json(400, { error: NOT_UNDERSTOOD });
    const transcript = this.#parts.transcriptOf(group);
    const quotables = this.#quotables.get(group.id) ?? new Quotables(transcript);
    this.#quotables.set(group.id, quotables);
    return { group, sender, transcript, quotables, ports };
  }

  /** Tells the bot who is in the group, once per process, before its first message. */
  async #introduce({ group, ports }: Speaker): Promise<void> {
    if (this.#introduced.has(group.id)) return;
    await ports.membersLearned(
      workspaceOf(group),
      group.people.map((person) => knownPerson(group, person)),
    );
    this.#introduced.add(group.id);
  }
}
