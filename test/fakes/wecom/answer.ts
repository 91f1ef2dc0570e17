import { cardFaults } from './card-rules.ts';

type Json = Record<string, unknown>;

/** What the robot answered, as WeCom would take it. */
export interface WecomAnswer {
  status: number;
  /** ms from push to answer. */
  took: number;
  /** The plain answer; null for an empty body. */
  plain: Json | null;
  /** The text people see, of a stream or a card. */
  text: string;
  finished: boolean;
  streamId: string;
  taskId: string;
  buttons: { text: string; key: string; style: number }[];
}

const ALLOWED: Record<string, string[]> = {
  message: ['stream', 'template_card', 'stream_with_template_card'],
  stream: ['stream', 'stream_with_template_card'],
  enter_chat: ['text', 'template_card'],
  template_card_event: ['update_template_card'],
  feedback_event: [],
};

/** Checks an answer against what may answer what (platform document 101031). @throws Error naming what WeCom would refuse */
export const checkAnswer = (to: string, plain: Json): void => {
  const kind = String(plain.response_type ?? plain.msgtype);
  if (!ALLOWED[to]?.includes(kind)) throw new Error(`${kind} may not answer ${to}`);
  const stream = (plain.stream ?? {}) as Json;
  if (kind === 'stream') {
    if (typeof stream.id !== 'string' || stream.id === '') throw new Error('a stream without id');
    if (Buffer.byteLength(String(stream.content ?? '')) > 20_480) throw new Error('a stream over 20480 bytes');
    if (typeof stream.finish !== 'boolean') throw new Error('a stream without finish');
  }
  const faults = plain.template_card ? cardFaults(plain.template_card as Json) : [];
  if (faults.length > 0) throw new Error(faults.join('; '));
};

export const readAnswer = (status: number, took: number, plain: Json | null): WecomAnswer => {
  const stream = (plain?.stream ?? {}) as Json;
  const card = (plain?.template_card ?? {}) as Json;
  const title = (card.main_title ?? {}) as Json;
  const lines = ((card.horizontal_content_list ?? []) as Json[]).map(({ keyname, value }) => `${keyname}:${value}`);
  const words = [title.title, card.sub_title_text, ...lines, (plain?.text as Json | undefined)?.content];
  const buttons = ((card.button_list ?? []) as Json[]).map(({ text, key, style }) => ({
    text: String(text),
    key: String(key),
    style: Number(style),
  }));
  return {
    status,
    took,
    plain,
    text: String(stream.content ?? words.filter(Boolean).join('\n')),
    finished: stream.finish === true,
    streamId: String(stream.id ?? ''),
    taskId: String(card.task_id ?? ''),
    buttons,
  };
};
