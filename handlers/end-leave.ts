import { sayDate } from '../src/calendar/date.ts';
import { sayLeave } from '../src/cards/say-leave.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { RETURN_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { askAboutParty } from '../src/chat/party.ts';
import { type ReturnSaid, readReturn } from '../src/chat/reading/returning.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { endLeave } from '../src/workspace/leave.ts';

const end = (name: string, coming: boolean, context: Context): CommandAnswer => {
  const { workspace, acting, today } = context;
  const open = openChange(workspace, acting, 'leave');
  const outcome = endLeave(open, name, coming);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const lines = outcome.ended.map(
    (leave) =>
      `销假 ${name}:${sayLeave(leave, today)} → ${leave.from > today ? '不请了' : `${sayDate(today, today)}起不再代`}`,
  );
  return receipt(open, lines, [], context, { title: '已销假' });
};

/** 李四销假: back today, and the deputy acts no longer. */
export const endLeaveCommand = defineCommand<ReturnSaid>({
  name: '销假',
  topic: '办理',
  kind: 'change',
  words: wordsFor('销假', RETURN_WORDS),
  examples: [
    { say: '李四销假', gets: '李四今天回来,不再由人代' },
    { say: '我销假', gets: '自己回来了' },
  ],
  match: readReturn,
  wording: () => ({ frame: '', titles: [], remark: '' }),
  propose: ({ who }) =>
    who.kind === 'known' ? { deed: `给${who.name}销假`, label: `销假 ${who.name}`, say: `销假 ${who.name}` } : 'ask',
  run: ({ who, confirmed }, context) => {
    const asked = askAboutParty(who, context);
    if (asked || who.kind !== 'known') return asked ?? sentence('没有改动');
    return end(who.name, confirmed, context);
  },
});
