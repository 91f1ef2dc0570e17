import type { AnswerRoad, IncomingFile, IncomingMessage } from '../../chat/message.ts';
import type { ButtonKey } from './content.ts';
import type { ClickEvent, MessageEvent, WecomEnvelope } from './events.ts';
import { withoutMention } from './mention.ts';

/** In front of a user id, for the workspace of a single chat, which has no id of its own; no group's id begins so. */
const SINGLE = '@';

/** What the normaliser needs to know besides the event. */
export interface Surroundings {
  /** The robot's name as configured; empty when it is not. */
  robot: string;
  now: number;
  fileOf(url: string): IncomingFile;
  /** Whether anything can be pushed to the chat, and if not, what has to be done. */
  roadTo(chat: string | null): AnswerRoad;
}

/** The id of the workspace that lives in a WeCom chat; case is kept, WeCom tells it apart. */
export const workspaceOf = ({ chatid, from }: Pick<WecomEnvelope, 'chatid' | 'from'>): string =>
  `wecom:${chatid ?? `${SINGLE}${from.userid}`}`;

/** The chat a workspace lives in, as WeCom calls it. */
export const chatOf = (workspace: string): string => workspace.replace(/^wecom:/u, '');

type Content = Pick<MessageEvent, 'msgtype' | 'text' | 'voice' | 'mixed'>;

/** The words of a message or of what it quotes. Voice comes as the words it was made into. */
function wordsOf({ msgtype, text, voice, mixed }: Content): string {
  if (msgtype === 'mixed') {
    return (mixed?.msg_item ?? []).flatMap((item) => (item.text ? [item.text.content] : [])).join('\n');
  }
  return (msgtype === 'voice' ? voice?.content : text?.content) ?? '';
}

const common = (event: WecomEnvelope, around: Surroundings) => ({
  id: event.msgid,
  workspace: workspaceOf(event),
  chat: event.chatid === undefined ? ('private' as const) : ('group' as const),
  // WeCom tells no names: 我是 … binds one.
  sender: { id: event.from.userid, name: null },
  mentions: [],
  road: around.roadTo(event.chatid ?? null),
  at: around.now,
});

/** Turns a message for the robot into one for the bot; undefined when it says nothing at all. Pure. */
export function incomingMessage(event: MessageEvent, around: Surroundings): IncomingMessage | undefined {
  const said = wordsOf(event);
  const text = event.chatid === undefined ? said.trim() : withoutMention(said, around.robot);
  const files = [event.file, event.quote?.file].flatMap((file) => (file?.url ? [around.fileOf(file.url)] : []));
  const isEmpty = said.trim() === '' && files.length === 0;
  if (isEmpty) return undefined;
  const quoted = event.quote ? wordsOf(event.quote).trim() : '';
  return { ...common(event, around), text, files, quotedText: quoted === '' ? null : quoted, pressed: null };
}

/** Turns a pressed button into a message. Pure. */
export const incomingClick = (event: ClickEvent, { say, view }: ButtonKey, around: Surroundings): IncomingMessage => ({
  ...common(event, around),
  text: say,
  files: [],
  quotedText: null,
  pressed: { view },
});
