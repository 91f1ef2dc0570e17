import type { Group, PageState, RepliedEntry, TranscriptEntry } from '../wire.ts';
import { Chat } from './chat.ts';
import { Composer, type Quoted } from './composer.ts';
import { listen, loadSamplePlan, loadState, Refused } from './connection.ts';
import { part } from './element.ts';
import { acceptDrops } from './file-drop.ts';
import { Sidebar } from './sidebar.ts';
import { Timeline } from './timeline.ts';
import { toast } from './toast.ts';
import { welcomeView } from './welcome.ts';

const SAMPLE_NAME = '临江区总工会2026年度工作要点.md';
const RESTARTED = '办结重新启动过。之前的聊天记录只放在内存里，已经清空；台账、进展和办结情况都还在。';

function start(state: PageState, group: Group): void {
  const chat: Chat = new Chat(group, () => timeline);
  const timeline: Timeline = new Timeline(part('log', HTMLElement), part('to-end', HTMLElement), {
    botName: state.botName,
    press: (entry) => chat.press(entry),
    quote: (entry) => composer.quote(quotedOf(entry, state.botName)),
  });
  const sendSample = async () => {
    try {
      await chat.send({ text: '导入', file: await loadSamplePlan(SAMPLE_NAME), quote: null, toBot: true });
    } catch (error) {
      toast(error instanceof Refused ? error.message : '没有取到示例计划。', 'bad');
    }
  };
  const composer: Composer = new Composer({
    sendSample,
    send: (draft) => void chat.send(draft),
    mentionables: () => [
      { id: '', name: state.botName, note: '机器人' },
      ...group.people.filter(({ id }) => id !== chat.speaker).map(({ id, name, post }) => ({ id, name, note: post })),
    ],
  });
  new Sidebar(state, group, (person) => {
    chat.speaker = person.id;
    timeline.speaker = person.id;
  });
  timeline.welcome = welcomeView({
    groupName: group.name,
    pickFile: () => part('file', HTMLInputElement).click(),
    say: (command) => void chat.send({ text: command, file: null, quote: null, toBot: true }),
    sendSample,
  });
  acceptDrops((file) => composer.attach(file));
  follow(group, timeline);
  // On a touch screen this would open the keyboard over the chat.
  if (matchMedia('(pointer: fine)').matches) composer.focus();
}

/** How a message that is going to be quoted is shown: a file by its name, a card by its title. */
function quotedOf(entry: TranscriptEntry, botName: string): Quoted {
  if (entry.kind === 'said') return { id: entry.id, quote: { name: entry.name, text: entry.file?.name ?? entry.text } };
  return { id: entry.id, quote: { name: botName, text: titleOf(entry.reply) } };
}

function titleOf(reply: RepliedEntry['reply']): string {
  if (reply.kind === 'card') return reply.card.title;
  return reply.kind === 'text' ? reply.text : reply.name;
}

/** Keeps the log in step with the group. */
function follow(group: Group, timeline: Timeline): void {
  const offline = part('offline', HTMLElement);
  listen(group.id, {
    hello: ({ fresh }) => {
      // Fresh on a page that shows something: another process answers now.
      if (fresh) timeline.clear(timeline.empty ? '' : RESTARTED);
    },
    entry: (entry) => timeline.show(entry),
    connected: (connected) => {
      offline.hidden = connected;
    },
  });
}

async function main(): Promise<void> {
  const state = await loadState(new URLSearchParams(location.search).get('group') ?? '');
  const group = state.groups.find((one) => one.id === state.group);
  if (group !== undefined) start(state, group);
}

main().catch((error: unknown) =>
  toast(error instanceof Refused ? error.message : '页面没有打开成功，请刷新再试。', 'bad'),
);
