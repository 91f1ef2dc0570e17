import { blocksOf, bulleted, buttons, plain, quiet, strong } from './blocks.ts';
import type { Button, Card } from './card.ts';

/** What may stand on a receipt besides its lines. */
export interface ReceiptOptions {
  /** `已办结`, `已延期`…; 已记录 when not given. */
  title?: string;
  tone?: Card['tone'];
  /** What was not done and why, a line each: the rest of a batch. */
  notDone?: string[];
  /** A quiet line below: `还有3期未办结`. */
  note?: string;
  /** Buttons beside 撤销. */
  buttons?: Button[];
}

/**
 * The answer to a change: what was understood, number and title, before → after.
 * @param lines one per thing done; the only one stands in bold, several stand as a list
 * @param undoSay what takes the change back, naming it (`撤销 c17`); null when it cannot be taken back
 */
export const receiptCard = (lines: string[], undoSay: string | null, options: ReceiptOptions = {}): Card => {
  const notDone = options.notDone ?? [];
  const [first] = lines;
  return {
    title: options.title ?? '已记录',
    subtitle: '',
    tone: options.tone ?? (notDone.length > 0 ? 'warning' : 'good'),
    view: '',
    blocks: blocksOf(
      first !== undefined && lines.length === 1 ? strong(first) : bulleted(lines),
      notDone.length > 0 ? plain('未办:') : null,
      bulleted(notDone),
      options.note ? quiet(options.note) : null,
      undoSay === null ? null : quiet('发"撤销"可撤回'),
      buttons([
        ...(options.buttons ?? []),
        ...(undoSay === null ? [] : [{ label: '撤销', say: undoSay, tone: 'default' as const }]),
      ]),
    ),
  };
};
