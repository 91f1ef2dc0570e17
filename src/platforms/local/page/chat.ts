import type { Group, PostAnswer, RepliedEntry, SaidEntry } from '../wire.ts';
import { base64Of } from './bytes.ts';
import type { Press } from './card-view.ts';
import type { Draft } from './composer.ts';
import { Refused, sendClick, sendFile, sendMessage } from './connection.ts';
import { ON_ITS_WAY, type Timeline } from './timeline.ts';
import { toast } from './toast.ts';

/** Largest file the bot takes, in bytes. */
const FILE_LIMIT = 10 * 1024 * 1024;

/** Characters of a long message that are shown while it is on its way. */
const SHOWN_CHARACTERS = 3_000;

const newId = (): string => crypto.randomUUID();

const sentence = (error: unknown): string => (error instanceof Refused ? error.message : '页面出了错，请刷新再试。');

/** What the speaker does in the group: say something or press a button. */
export class Chat {
  readonly #group: Group;
  readonly #timeline: () => Timeline;
  speaker = '';

  constructor(group: Group, timeline: () => Timeline) {
    this.#group = group;
    this.#timeline = timeline;
  }

  /** Says something; it is seen at once. When it does not get through it says so and can be sent again, as the same message. */
  async send(draft: Draft): Promise<void> {
    if (draft.file !== null && draft.file.size > FILE_LIMIT) return toast('文件超过 10 MB，请精简后再发。', 'bad');
    const entry = this.#entryOf(draft);
    this.#timeline().show(entry);
    await this.#deliver(draft, entry);
  }

  /** What a button of this entry's card does. */
  press(entry: RepliedEntry): Press {
    return async (say) => {
      this.#timeline().hold();
      const body = { group: this.#group.id, sender: this.speaker, id: newId(), entry: entry.id, say };
      try {
        toast((await sendClick(body)).toast);
      } catch (error) {
        toast(sentence(error), 'bad');
      }
    };
  }

  /** The message as it stands in the log until the group has it. */
  #entryOf({ text, file, quote, toBot }: Draft): SaidEntry {
    const sender = this.#group.people.find(({ id }) => id === this.speaker);
    return {
      kind: 'said',
      id: newId(),
      revision: 0,
      order: ON_ITS_WAY,
      at: Date.now(),
      sender: this.speaker,
      name: sender?.name ?? '',
      text: text.slice(0, SHOWN_CHARACTERS),
      length: text.length,
      toBot,
      file: file && { name: file.name, size: file.size },
      quote: quote?.quote ?? null,
    };
  }

  async #deliver(draft: Draft, entry: SaidEntry): Promise<void> {
    try {
      await this.#post(draft, entry);
    } catch (error) {
      this.#timeline().failed(entry.id, sentence(error), () => void this.#deliver(draft, entry));
    }
  }

  async #post({ text, file, quote, toBot }: Draft, { id, sender }: SaidEntry): Promise<PostAnswer> {
    const body = { group: this.#group.id, sender, id, text, toBot, quote: quote?.id ?? null };
    if (file === null) return sendMessage(body);
    return sendFile({ ...body, name: file.name, bytes: await base64Of(file) });
  }
}
