import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { checkAnswer, readAnswer, type WecomAnswer } from './answer.ts';
import { startApi, type WecomApi } from './api.ts';
import { type Keys, openFrom, sealFor, sign } from './seal.ts';

type Json = Record<string, unknown>;

export interface Speaking {
  /** Chat id; null for a single chat. */
  chat?: string | null;
  by?: string;
  /** The message's id; a new one unless given. */
  id?: string;
  quote?: Json;
  responseUrl?: string;
}

export const ROBOT = '办结';
export const GROUP = 'wrkSFfCgAA_Union';

/** A stand-in for WeCom that keeps its documented rules: the cipher, what may answer what, byte limits, 5 s, polls each second. */
export class FakeWecom {
  readonly keys: Keys;
  readonly api: WecomApi;
  #target = '';
  #count = 0;

  constructor(api: WecomApi, keys: Keys) {
    this.api = api;
    this.keys = keys;
  }

  pushTo(url: string): void {
    this.#target = url;
  }

  query(sealed: string, timestamp = String(Math.floor(Date.now() / 1000))): URLSearchParams {
    const nonce = randomBytes(6).toString('hex');
    return new URLSearchParams({ msg_signature: sign(this.keys, timestamp, nonce, sealed), timestamp, nonce });
  }

  /** Any request to the callback. */
  call(method: 'GET' | 'POST', query: URLSearchParams | string, body?: string): Promise<Response> {
    return fetch(`${this.#target}?${query}`, { method, ...(body === undefined ? {} : { body }) });
  }

  /** Delivers a plain message and opens the answer. @throws Error where WeCom would refuse the answer */
  async deliver(plain: Json): Promise<WecomAnswer> {
    const sealed = sealFor(this.keys, JSON.stringify(plain));
    const query = this.query(sealed);
    const begun = performance.now();
    const response = await this.call('POST', query, JSON.stringify({ encrypt: sealed }));
    const took = performance.now() - begun;
    const text = await response.text();
    if (response.status !== 200 || text === '') return readAnswer(response.status, took, null);
    const envelope = JSON.parse(text) as { encrypt: string; msgsignature: string; timestamp: number; nonce: string };
    if (envelope.nonce !== query.get('nonce')) throw new Error('another nonce came back');
    const expected = sign(this.keys, String(envelope.timestamp), envelope.nonce, envelope.encrypt);
    if (envelope.msgsignature !== expected || !Number.isInteger(envelope.timestamp)) throw new Error('wrongly signed');
    const answer = JSON.parse(openFrom(this.keys, envelope.encrypt)) as Json;
    const event = plain.event as Json | undefined;
    const to = plain.msgtype === 'event' ? String(event?.eventtype) : plain.msgtype === 'stream' ? 'stream' : 'message';
    checkAnswer(to, answer);
    return readAnswer(response.status, took, answer);
  }

  envelope({ chat = GROUP, by = 'WangFang', id }: Speaking): Json {
    return {
      msgid: id ?? `CAIQ${++this.#count}HMjQYY/NGagIOAgAMgq4KM0AI=`,
      aibotid: 'AIBOTID',
      ...(chat === null ? { chattype: 'single' } : { chatid: chat, chattype: 'group' }),
      from: { userid: by },
    };
  }

  /** Somebody @s the robot. */
  say(text: string, speaking: Speaking = {}): Promise<WecomAnswer> {
    const content = speaking.chat === null ? text : `@${ROBOT} ${text}`;
    return this.deliver({
      ...this.envelope(speaking),
      response_url: speaking.responseUrl ?? this.api.responseUrl(),
      msgtype: 'text',
      text: { content },
      ...(speaking.quote && { quote: speaking.quote }),
    });
  }

  /** The same, and polls an unfinished answer each `pollMs` until it is finished. */
  async ask(text: string, speaking: Speaking = {}, pollMs = 200): Promise<WecomAnswer> {
    let answer = await this.say(text, speaking);
    for (let polls = 0; answer.streamId !== '' && !answer.finished && polls < 100; polls += 1) {
      await wait(pollMs);
      answer = await this.poll(answer.streamId, speaking);
    }
    return answer;
  }

  poll(id: string, speaking: Speaking = {}): Promise<WecomAnswer> {
    return this.deliver({ ...this.envelope(speaking), msgtype: 'stream', stream: { id } });
  }

  /** Somebody presses a button of a card. WeCom sends it once. */
  click(card: Pick<WecomAnswer, 'taskId'>, key: string, speaking: Speaking = {}): Promise<WecomAnswer> {
    return this.event(
      'template_card_event',
      { card_type: 'button_interaction', event_key: key, task_id: card.taskId },
      speaking,
    );
  }

  event(type: string, detail: Json, speaking: Speaking = {}): Promise<WecomAnswer> {
    return this.deliver({
      ...this.envelope(speaking),
      create_time: 1_700_000_000,
      response_url: speaking.responseUrl ?? this.api.responseUrl(),
      msgtype: 'event',
      event: { eventtype: type, [type]: detail },
    });
  }

  quoteFile(name: string, bytes: Uint8Array, header?: string): Json {
    return { msgtype: 'file', file: { url: this.api.store(name, bytes, header) } };
  }
}

export const startFakeWecom = async (now: () => number = Date.now): Promise<FakeWecom> => {
  const keys: Keys = {
    token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
    encodingAesKey: randomBytes(33).toString('base64').replace(/[+/=]/g, 'a').slice(0, 43),
    receiveId: '',
  };
  return new FakeWecom(await startApi(keys, now), keys);
};
