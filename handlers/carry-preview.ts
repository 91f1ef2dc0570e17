import { carryingCard } from '../src/cards/carrying-card.ts';
import { defineCommand } from '../src/chat/command.ts';
import { readYearCarrying, type YearCarryingSaid } from '../src/chat/reading/carrying.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { isCarryingSeason, previewCarrying } from '../src/workspace/carrying.ts';

/** 结转: what of the last year is unfinished and would go on into the new one. It changes nothing. */
export const carryPreviewCommand = defineCommand<YearCarryingSaid>({
  name: '结转',
  topic: '计划',
  kind: 'look',
  words: ['结转'],
  examples: [{ say: '结转', gets: '年初把上年没办完的带进新的一年:先列出是哪些,确认后才动' }],
  match: (said, context) => {
    const found = readYearCarrying(said, context);
    return found?.confirms ? undefined : found;
  },
  run: ({ years, page }, context) => {
    const { workspace, today } = context;
    const preview = previewCarrying(workspace, today, years);
    if (!preview.ok) return sentence(sayRefusal(preview, context));
    const card = carryingCard(workspace, preview, { today, page, inSeason: isCarryingSeason(today) });
    return { reply: cardReply(card, `${card.title}:${preview.carried.length}项`) };
  },
});
