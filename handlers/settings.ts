import { settingsCard } from '../src/cards/settings-card.ts';
import { sayAdministrators } from '../src/chat/administering.ts';
import { defineCommand } from '../src/chat/command.ts';
import { asksForSettings } from '../src/chat/reading/settings/showing.ts';
import { cardReply } from '../src/chat/replies.ts';
import { sayCalendarGap, sayHolders } from '../src/chat/setting-notes.ts';
import { mayChangeSettings } from '../src/workspace/rights.ts';

/** 设置: the group's settings and how to change them. */
export const settingsCommand = defineCommand<object>({
  name: '设置',
  topic: '设置',
  kind: 'look',
  words: ['设置', '查看设置'],
  examples: [{ say: '设置', gets: '本群的设置,怎么改' }],
  match: ({ text }) => (asksForSettings(text) ? {} : undefined),
  run: (_args, context) => {
    const { workspace, acting } = context;
    const card = settingsCard(workspace.settings, {
      mayChange: mayChangeSettings(workspace, acting).ok,
      administrators: sayAdministrators(workspace),
      changers: sayHolders(workspace.settings.rights.settings),
      note: sayCalendarGap(context),
    });
    return { reply: cardReply(card, card.title) };
  },
});
