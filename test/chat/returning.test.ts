import { describe, expect, it } from 'vitest';
import type { AnswerRoad, IncomingMessage, Reply } from '../../src/chat/message.ts';
import { carriesMore, divided, withWaiting } from '../../src/chat/returning.ts';
import type { OutboxEntry } from '../../src/workspace/ledger.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aWorkspace } from '../builders/workspace.ts';

const ADVICE = '请登记推送';
const NO_ROAD: AnswerRoad = { kind: 'returned', pushes: false, advice: ADVICE };
const message = (road: AnswerRoad, chat: IncomingMessage['chat'] = 'group'): IncomingMessage => ({
  id: 'm1',
  workspace: 'local:test',
  chat,
  sender: { id: 'u1', name: null },
  text: '本月',
  mentions: [],
  files: [],
  quotedText: null,
  pressed: null,
  road,
  at: 0,
});
const text = (said: string): Reply => ({ kind: 'text', text: said });
const file: Reply = { kind: 'file', paper: { kind: 'digest', name: '月报.docx', digest: null }, toast: '月报.docx' };
const waiting = (key: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key,
  reply: text(key),
  since: 0,
  ...more,
});
const owing = (...outbox: OutboxEntry[]): Workspace => {
  const workspace = aWorkspace();
  return { ...workspace, ledger: { ...workspace.ledger, outbox } };
};

describe('an answer', () => {
  const link: Reply = { kind: 'text', text: 'https://x/secret', to: 'u1' };
  it.each<[string, AnswerRoad, Reply, IncomingMessage['chat'], unknown, unknown]>([
    ['pushed', { kind: 'pushed' }, file, 'group', file, file],
    ['returned', { kind: 'returned', pushes: true }, text('a'), 'group', text('a'), null],
    [
      'a file that can be pushed',
      { kind: 'returned', pushes: true },
      file,
      'group',
      text('“月报.docx”已生成,马上发到群里'),
      file,
    ],
    ['a file that cannot', NO_ROAD, file, 'group', text(`“月报.docx”发不出来:${ADVICE}`), null],
    ['for one person, alone with them', NO_ROAD, link, 'private', text('https://x/secret'), null],
  ])('%s', (_, road, reply, chat, returned, pushed) => {
    expect(divided(message(road, chat), reply)).toEqual({ returned, pushed });
  });

  it('for one person is not shown to the group', () => {
    const { returned, pushed } = divided(message({ kind: 'returned', pushes: true }), link);
    expect(JSON.stringify([returned, pushed])).not.toContain('secret');
  });
});

describe('what waits for a chat nothing can be pushed to', () => {
  it('goes along with the next answer, once; what is for one person stays where it is', () => {
    const workspace = owing(waiting('周报'), waiting('私下的话', { to: 'u2' }));
    expect(carriesMore(workspace, message(NO_ROAD))).toBe(true);
    const whole = JSON.stringify(withWaiting(workspace, message(NO_ROAD), text('好的')));
    for (const words of ['好的', '周报', ADVICE]) expect(whole).toContain(words);
    expect(whole).not.toContain('私下的话');
    expect(workspace.ledger.outbox.map(({ key }) => key)).toEqual(['私下的话']);
    expect(carriesMore(workspace, message(NO_ROAD))).toBe(false);
    expect(withWaiting(workspace, message(NO_ROAD), text('好的'))).toEqual(text('好的'));
  });

  it('is left to the outbox where it can be pushed', () => {
    const workspace = owing(waiting('周报'));
    expect(withWaiting(workspace, message({ kind: 'returned', pushes: true }), text('好的'))).toEqual(text('好的'));
    expect(workspace.ledger.outbox).toHaveLength(1);
  });
});
