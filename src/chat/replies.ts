import { blocksOf, buttons, heading, plain, quiet } from '../cards/blocks.ts';
import type { Block, Button, Card } from '../cards/card.ts';
import type { Paper } from '../cards/paper.ts';
import { shorten } from '../cards/shorten.ts';
import type { MemberId } from '../workspace/task.ts';
import type { CommandAnswer, Doubt, Proposal } from './command.ts';
import type { Reply } from './message.ts';

const TOAST_LIMIT = 100;

export const textReply = (text: string): Reply => ({ kind: 'text', text });

/** A text for one person alone; in a group it does not stand where others read. */
export const privateReply = (text: string, to: MemberId): Reply => ({ kind: 'text', text, to });

/** A sentence as a command's whole answer. */
export const sentence = (text: string): CommandAnswer => ({ reply: textReply(text) });

/** A card as a command's whole answer; `toast` is its one-line form. */
export const cardReply = (card: Card, toast: string): Reply => ({
  kind: 'card',
  card,
  toast: shorten(toast, TOAST_LIMIT),
});

const isPrivate = (reply: Reply): boolean => reply.kind === 'text' && reply.to !== undefined;

/** A reply in one line, for the presser of a button. */
export const toastOf = (reply: Reply): string =>
  isPrivate(reply)
    ? '已私下发给您'
    : shorten(reply.kind === 'text' ? (reply.text.split('\n')[0] ?? '') : reply.toast, TOAST_LIMIT);

/** A card that says one thing and offers buttons. */
export const offerCard = (text: string, offers: Button[], hint: string): Card => ({
  title: '请确认',
  subtitle: '',
  tone: 'neutral',
  view: '',
  blocks: blocksOf(plain(text), quiet(hint), buttons(offers)),
});

/** Why the bot asks back instead of doing it. */
const LEADS: Record<Doubt, string> = {
  question: '',
  wish: '',
  condition: '',
  negation: '没有改动。',
  partly: '还没有记为办结。',
  slip: '',
  phrasing: '',
};

/** 要办结 #12《…》吗? with a button, 是 and 否; `lead` is a sentence before it. Nothing has been changed. */
export const offer = ({ deed, label, say }: Proposal, because: Doubt, lead = ''): CommandAnswer => {
  const text = `${lead}${because === 'partly' && !deed.startsWith('办结') ? '' : LEADS[because]}要${deed}吗?`;
  const offers: Button[] = [
    { label, say, tone: 'primary' },
    { label: '不用', say: '否', tone: 'default' },
  ];
  return {
    reply: cardReply(offerCard(text, offers, '点按钮,或回复“是”;回复“否”就不改'), text),
    question: [
      { label: '是', say },
      { label: '否', say: '' },
    ],
  };
};

/** A file cannot stand in a card, nor what is for one person alone; its command said alone sends it. */
const blocksOfReply = (reply: Reply): Block[] => {
  if (isPrivate(reply)) return [plain('这条的答复只给您本人,请单独发这条命令')];
  if (reply.kind === 'card') return reply.card.blocks;
  return [
    plain(reply.kind === 'text' ? reply.text : `“${reply.paper.name}”请单独发这条命令,文件不能和别的答复放在一起`),
  ];
};

/** A reply and behind it a card, as one card. */
export const withCard = (reply: Reply, card: Card): Reply =>
  cardReply(
    {
      ...card,
      title: reply.kind === 'card' ? reply.card.title : card.title,
      tone: reply.kind === 'card' ? reply.card.tone : card.tone,
      blocks: [...blocksOfReply(reply), heading(shorten(card.title, 40)), ...card.blocks],
    },
    toastOf(reply),
  );

/** The answers to several lines as one card, each under the line it answers. */
export const joinReplies = (answered: { line: string; reply: Reply }[]): Reply => {
  const card: Card = {
    title: `${answered.length}条都看了`,
    subtitle: '',
    tone: 'neutral',
    view: '',
    blocks: answered.flatMap(({ line, reply }) => [heading(shorten(line, 40)), ...blocksOfReply(reply)]),
  };
  return cardReply(card, answered.map(({ reply }) => toastOf(reply)).join(';'));
};

/** An answer with others under it, each under its own title. */
export const withReplies = (reply: Reply, others: readonly Reply[]): Reply => {
  const own: Card =
    reply.kind === 'card'
      ? reply.card
      : { title: '办结', subtitle: '', tone: 'neutral', view: '', blocks: blocksOfReply(reply) };
  const titleOf = (other: Reply): Block[] => (other.kind === 'card' ? [heading(other.card.title)] : []);
  const blocks = [...own.blocks, ...others.flatMap((other) => [...titleOf(other), ...blocksOfReply(other)])];
  return cardReply({ ...own, blocks }, toastOf(reply));
};

/** A file as a command's whole answer. */
export const fileReply = (paper: Paper): Reply => ({ kind: 'file', paper, toast: shorten(paper.name, TOAST_LIMIT) });

/** True where one more line can stand. */
export const takesNote = (reply: Reply): reply is Exclude<Reply, { kind: 'file' }> =>
  reply.kind !== 'file' && !isPrivate(reply);

/** A reply with one more quiet line at its end. */
export const withNote = (reply: Exclude<Reply, { kind: 'file' }>, note: string): Reply =>
  reply.kind === 'text'
    ? textReply(`${reply.text}\n${note}`)
    : { ...reply, card: { ...reply.card, blocks: [...reply.card.blocks, quiet(note)] } };
