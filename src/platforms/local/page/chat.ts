import type { Group, PostAnswer, RepliedEntry } from '../wire.ts';
import { base64Of } from './bytes.ts';
import type { Press } from './card-view.ts';
import type { Draft } from './composer.ts';
import { Refused, sendClick, sendFile, sendMessage } from './connection.ts';
import type { Timeline } from './timeline.ts';
import { toast } from './toast.ts';

/** Largest file the bot takes, in bytes. */
const FILE_LIMIT = 10 * 1024 * 1024;

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

  /** Says something. When it does not get through, the message says so and can be sent again, as the same message. */
  async send(draft: Draft): Promise<void> {
    if (draft.file !== null && draft.file.size > FILE_LIMIT) return toast('文件超过 10 MB,请精简后再发。', 'bad');
    await this.#deliver(draft, newId(), this.speaker);
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

  async #deliver(draft: Draft, id: string, sender: string): Promise<void> {
    try {
      await this.#post(draft, id, sender);
    } catch (error) {
      const again = () => void this.#deliver(draft, id, sender);
      if (!this.#timeline().failed(id, sentence(error), again)) toast(sentence(error), 'bad');
    }
  }

  async #post({ text, file, toBot }: Draft, id: string, sender: string): Promise<PostAnswer> {
    const body = { group: this.#group.id, sender, id, text, toBot };
    if (file === null) return sendMessage(body);
    return sendFile({ ...body, name: file.name, bytes: await base64Of(file) });
  }
}
