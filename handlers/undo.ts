import { receiptCard } from '../src/cards/receipt-card.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { readUndo, type UndoSaid } from '../src/chat/reading/undoing.ts';
import { cardReply, offer, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { changeOf, lastChangeOf, taskNumbersOf } from '../src/workspace/history.ts';
import { undoLast } from '../src/workspace/undo.ts';

const NOTHING = { frame: '', titles: [], remark: '' };

const undo = (change: string | undefined, context: Context): CommandAnswer => {
  const outcome = undoLast(context.workspace, context.acting, change);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const { undone } = outcome;
  const line = `撤销了(${undone.id}):${undone.summary}`;
  const card = receiptCard([line], null, { title: '已撤销', tone: 'neutral', note: '再发“撤销”收回更早的一次' });
  return { reply: cardReply(card, line) };
};

/** 撤销 12 and the like: 撤销 takes back one's own last change, which may be another one. */
const askWhichChange = ({ number }: UndoSaid, context: Context): CommandAnswer => {
  const { workspace, acting } = context;
  const about = workspace.history.findLast(
    (change) =>
      change.by === acting.by &&
      change.undoneBy === null &&
      change.verb !== 'undo' &&
      number !== null &&
      taskNumbersOf(change).includes(number),
  );
  if (number !== null && !about) {
    return sentence(`您没有可以撤销的 #${number} 的改动。#${number} 已办结的话,发“重开 ${number}”`);
  }
  const last = about ?? lastChangeOf(workspace, acting.by);
  if (!last) return sentence(sayRefusal({ reason: 'nothing-to-undo' }, context));
  return offer({ deed: `撤销“${last.summary}”`, label: `撤销 ${last.id}`, say: `撤销 ${last.id}` }, 'slip');
};

/** 撤销: takes back the speaker's own last change in this group; said again, the one before. */
export const undoCommand = defineCommand<UndoSaid>({
  name: '撤销',
  topic: '办理',
  kind: 'change',
  words: ['撤销', '撤回', '收回'],
  examples: [{ say: '撤销', gets: '收回您在本群最近的一次改动,再发一次收回更早的' }],
  match: readUndo,
  wording: ({ remark }) => ({ ...NOTHING, remark }),
  propose: ({ change }, { workspace, acting }) => {
    const last = change === undefined ? lastChangeOf(workspace, acting.by) : changeOf(workspace, change);
    return last && { deed: `撤销“${last.summary}”`, label: `撤销 ${last.id}`, say: `撤销 ${last.id}` };
  },
  run: (said, context) => (said.doubtful ? askWhichChange(said, context) : undo(said.change, context)),
});
