import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import { answerOnce } from '../../chat/answer-once.ts';
import type { Answer } from '../../chat/message.ts';
import type { PlatformPorts } from '../platform.ts';
import {
  answerOf,
  finishedStream,
  isLong,
  longMarkdown,
  nextQuestion,
  readKey,
  settledCard,
  streamOf,
  triedCard,
  type WireReply,
} from './content.ts';
import { type ClickEvent, type MessageEvent, type RefreshEvent, readEvent } from './events.ts';
import { incomingClick, incomingMessage, type Surroundings, workspaceOf } from './incoming.ts';
import { Streams, streamId } from './streams.ts';

/** WeCom may push a message again; it names no time. Answers are remembered this long, in ms; beyond a restart the ledger has them. */
const REMEMBER_MS = 3_600_000;
const REMEMBER_SIZE = 16 * 1024 * 1024;

const READING = '正在读文件，请稍候…';
const LOST = '这次没有读完（机器人刚刚重启过，或用时太久），请重新发一次';
const UNSAVED = '数据暂时存不上，这次没有改动，请过一会儿再发一次';
const FAULT = '处理时出了差错，什么都没有改动，请稍后再试';
const WELCOME =
  '您好，我是办结：管年度工作计划的任务、期限和进度。\n在工作群里 @我 发“导入”并贴上计划，就能开始；发“帮助”看能说什么。\n文件请先发到群里，再引用它 @我 发“导入”。';

/** What WeCom hears; `null`: nothing. */
export type InboxAnswer = WireReply | null;

export interface InboxParts {
  ports: PlatformPorts;
  around(): Surroundings;
  /** Sends the one message that may follow a click. */
  respond(url: string, content: string): Promise<void>;
  log: Logger;
}

const taskIdOf = (message: string): string => `b_${Buffer.from(message).toString('base64url')}`.slice(0, 120);

const isUnsaved = (error: unknown): boolean => error instanceof BanjieError && error.code === 'store-unavailable';

/** What a click came to. An answer too long for the card follows as a message of its own. */
function clicked(event: ClickEvent, task: string, answer: Answer, { respond, log }: InboxParts): WireReply {
  const { reply, redraw, toast } = answer;
  const by = event.from.userid;
  const next = reply?.kind === 'card' ? nextQuestion(task, reply.card, by) : undefined;
  if (next) return next;
  if (reply && isLong(reply) && event.response_url) {
    respond(event.response_url, longMarkdown(reply)).catch((error: unknown) => {
      log.warn({ err: error }, 'the answer to a click could not follow it');
    });
  }
  const again = reply === null && redraw ? nextQuestion(task, redraw, by) : undefined;
  return again ?? settledCard(task, reply?.kind === 'text' ? reply.text : toast, by);
}

/** Takes plain messages and gives what WeCom is to hear. Never rejects: whatever goes wrong is said in the chat. */
export function createInbox(parts: InboxParts): (plain: unknown) => Promise<InboxAnswer> {
  const { ports, log } = parts;
  const streams = new Streams(ports);
  const once = answerOnce<WireReply>({ ttl: REMEMBER_MS, size: REMEMBER_SIZE });

  const onMessage = async (event: MessageEvent): Promise<InboxAnswer> => {
    const message = incomingMessage(event, parts.around());
    if (!message) return null;
    const stream = streamId(event.msgid, ports.now());
    try {
      return await once(event.msgid, async () => {
        const answer = await ports.receive(message);
        if (answer.later) {
          streams.follow(stream, answer.later);
          return streamOf(stream, READING, false);
        }
        const reply = answer.reply ?? { kind: 'text' as const, text: answer.toast };
        return answerOf(reply, { stream, task: taskIdOf(event.msgid) });
      });
    } catch (error) {
      log.error({ err: error }, 'message not handled');
      return streamOf(stream, isUnsaved(error) ? UNSAVED : FAULT, true);
    }
  };

  const onRefresh = async (event: RefreshEvent): Promise<WireReply> => {
    const { id } = event.stream;
    try {
      const progress = await streams.progress(workspaceOf(event), id);
      if (progress.kind === 'done') return finishedStream(id, progress.reply);
      return progress.kind === 'working' ? streamOf(id, READING, false) : streamOf(id, LOST, true);
    } catch (error) {
      // Asked again in a second.
      log.warn({ err: error }, 'a slow answer could not be looked up');
      return streamOf(id, READING, false);
    }
  };

  const onClick = async (event: ClickEvent): Promise<WireReply> => {
    const { event_key: key, task_id: task } = event.event.template_card_event;
    const by = event.from.userid;
    const button = readKey(key);
    if (!button) return settledCard(task, '这个按钮已经不能用了，请重新发送指令', by);
    if (button.say === '') return settledCard(task, '已经处理过了', by);
    try {
      return await once(event.msgid, async () => {
        const answer = await ports.receive(incomingClick(event, button, parts.around()));
        return clicked(event, task, answer, parts);
      });
    } catch (error) {
      log.error({ err: error }, 'click not handled');
      return triedCard(task, isUnsaved(error) ? UNSAVED : FAULT, key, by);
    }
  };

  return async (plain) => {
    const read = readEvent(plain);
    switch (read.kind) {
      case 'message':
        return onMessage(read.event);
      case 'refresh':
        return onRefresh(read.event);
      case 'click':
        return onClick(read.event);
      case 'entered':
        return { msgtype: 'text', text: { content: WELCOME } };
      case 'other':
        log.debug({ type: read.type.slice(0, 40) }, 'wecom message without use');
        return null;
    }
  };
}
