import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/platforms/feishu/events.ts';
import {
  incomingClick,
  incomingMessage,
  type Normalised,
  type Surroundings,
} from '../../../src/platforms/feishu/incoming.ts';

const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const BOT = 'ou_bot';

const around = (overrides: Partial<Surroundings> = {}): Surroundings => ({
  botId: BOT,
  now: NOW,
  personOf: (_chat, id) => ({ id, name: null }),
  fileOf: (messageId, key, name) => ({ name, read: async () => Buffer.from(`${messageId}/${key}`) }),
  ...overrides,
});

interface WireMention {
  key: string;
  id?: { open_id: string };
  name?: string;
  mentioned_type?: string;
}

const bot = (key = '@_user_1'): WireMention => ({ key, id: { open_id: BOT }, name: '办结', mentioned_type: 'bot' });
const otherBot = (key: string): WireMention => ({
  key,
  id: { open_id: 'ou_other' },
  name: '日历',
  mentioned_type: 'bot',
});
const person = (key: string, name: string): WireMention => ({
  key,
  id: { open_id: `ou_${name}`.replace(/[^\w-]/g, 'x') },
  name,
  mentioned_type: 'user',
});

/** The plain event with parts of its message and sender replaced. */
function plain(message: Record<string, unknown>, sender: Record<string, unknown> = {}): unknown {
  return {
    schema: '2.0',
    header: { event_id: 'e1', event_type: 'im.message.receive_v1', token: 't' },
    event: {
      sender: { sender_id: { open_id: 'ou_zhang' }, sender_type: 'user', ...sender },
      message: {
        message_id: 'om_1',
        create_time: String(NOW - 1000),
        chat_id: 'oc_1',
        chat_type: 'group',
        message_type: 'text',
        content: JSON.stringify({ text: '@_user_1 本周' }),
        mentions: [bot()],
        ...message,
      },
    },
  };
}

function normalise(event: unknown, surroundings = around()): Normalised {
  const read = readEvent(event);
  if (read.kind !== 'message') throw new Error(`read as ${read.kind}`);
  return incomingMessage(read.event, surroundings);
}

function message(event: unknown, surroundings = around()) {
  const found = normalise(event, surroundings);
  if (found.kind !== 'message') throw new Error(`not a message: ${found.kind}`);
  return found.message;
}

const said = (text: string, mentions: WireMention[]) => message(plain({ content: JSON.stringify({ text }), mentions }));

describe('what is said', () => {
  it.each([
    ['the bot in front', '@_user_1 完成 12', [bot()], '完成 12'],
    ['the bot without a space', '@_user_1完成 12', [bot()], '完成 12'],
    ['the bot behind', '完成 12 @_user_1', [bot()], '完成 12'],
    ['the bot between two words', '请 @_user_1 完成 12', [bot()], '请 完成 12'],
    ['the bot twice', '@_user_1 完成 12 @_user_1', [bot()], '完成 12'],
    ['the bot alone', '@_user_1', [bot()], ''],
    ['the bot on its own line', '@_user_1\n完成 1\n完成 2', [bot()], '完成 1\n完成 2'],
    ['blanks inside a line are as typed', '@_user_1 导入 2026\n一\t二    三', [bot()], '导入 2026\n一\t二    三'],
    ['a person', '@_user_1 交办 12 @_user_2', [bot(), person('@_user_2', '李四')], '交办 12 @李四'],
    [
      'ten people',
      '@_user_1 @_user_2 @_user_10',
      [bot(), person('@_user_2', '甲'), person('@_user_10', '乙')],
      '@甲 @乙',
    ],
    ['a name that looks like a key', '@_user_1 @_user_2', [bot(), person('@_user_2', '_user_1 撤销')], '@_user_1 撤销'],
    ['everyone', '@_user_1 @_all 开会', [bot()], '@所有人 开会'],
    ['another bot', '@_user_1 @_user_2 你好', [bot(), otherBot('@_user_2')], '@日历 你好'],
    ['a key nobody stands for', '@_user_1 @_user_7 好', [bot()], '@_user_7 好'],
  ])('%s', (_, text, mentions, expected) => expect(said(text, mentions).text).toBe(expected));

  it('takes the mention out in time that grows with the length only', () => {
    const blanks = ' '.repeat(200_000);
    expect(said(`@_user_1${blanks}完成${blanks}12`, [bot()]).text).toBe(`完成${blanks}12`);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof said(`@_user_1${text}`, [bot(), person('@_user_2', text)]).text).toBe('string');
      }),
    );
  });

  it('lists people that were @-ed, not bots', () => {
    const { mentions } = said('@_user_1 @_user_2 @_user_3', [bot(), person('@_user_2', 'li'), otherBot('@_user_3')]);
    expect(mentions).toEqual([{ id: 'ou_li', name: 'li' }]);
  });
});

describe('kinds of content', () => {
  const post = {
    title: '标题',
    content: [
      [
        { tag: 'at', user_id: '@_user_1', user_name: '' },
        { tag: 'text', text: ' 导入 2026' },
      ],
      [{ tag: 'a', href: 'http://x', text: '链接' }],
      [{ tag: 'img', image_key: 'i' }],
      [{ tag: 'code_block', language: 'X', text: '4月：召开例会' }],
    ],
  };
  it.each([
    ['rich text', 'post', post, '标题\n导入 2026\n链接\n\n4月：召开例会'],
    ['a picture', 'image', { image_key: 'img_1' }, ''],
    ['a text that is none', 'text', { no: 1 }, ''],
    ['rich text that is none', 'post', { content: 'x' }, ''],
  ])('%s', (_, type, content, text) => {
    expect(message(plain({ message_type: type, content: JSON.stringify(content) })).text).toBe(text);
  });

  it('content that is not JSON is an empty text', () => {
    expect(message(plain({ content: '{' })).text).toBe('');
  });

  it('a file in a private chat can be read', async () => {
    const content = JSON.stringify({ file_key: 'file_v3_1', file_name: '计划.docx' });
    const { files } = message(plain({ message_type: 'file', chat_type: 'p2p', content, mentions: undefined }));
    expect(files.map(({ name }) => name)).toEqual(['计划.docx']);
    expect(Buffer.from((await files[0]?.read(100)) ?? []).toString()).toBe('om_1/file_v3_1');
  });

  it('a file whose key would leave its path is no file', () => {
    const content = JSON.stringify({ file_key: '../../auth?x', file_name: 'x' });
    expect(message(plain({ message_type: 'file', chat_type: 'p2p', content })).files).toEqual([]);
  });
});

describe('who is meant', () => {
  it.each([
    ['a group message that @-s the bot', plain({}), around(), 'message'],
    ['a group message without @', plain({ mentions: undefined }), around(), 'ignored'],
    ['a group message that @-s a person', plain({ mentions: [person('@_user_1', '李')] }), around(), 'ignored'],
    ['a group message that @-s another bot', plain({ mentions: [otherBot('@_user_1')] }), around(), 'ignored'],
    ['@所有人', plain({ mentions: [{ key: '@_all', name: '所有人' }] }), around(), 'ignored'],
    ['a private message without @', plain({ chat_type: 'p2p', mentions: undefined }), around(), 'message'],
    ['a bot speaking', plain({}, { sender_type: 'bot' }), around(), 'ignored'],
    ['an app speaking', plain({}, { sender_type: 'app', sender_id: null }), around(), 'ignored'],
    ['a lone bot @-ed while the bot does not know itself', plain({}), around({ botId: null }), 'message'],
    [
      'two bots @-ed while the bot does not know itself',
      plain({ mentions: [bot(), otherBot('@_user_2')] }),
      around({ botId: null }),
      'unsure',
    ],
    [
      'somebody of an untold kind @-ed while the bot does not know itself',
      plain({ mentions: [{ key: '@_user_1', id: { open_id: BOT }, name: '办结' }] }),
      around({ botId: null }),
      'unsure',
    ],
    [
      'a person @-ed while the bot does not know itself',
      plain({ mentions: [person('@_user_1', '李')] }),
      around({ botId: null }),
      'ignored',
    ],
  ])('%s → %s', (_, event, surroundings, kind) => expect(normalise(event, surroundings).kind).toBe(kind));
});

describe('the message', () => {
  it('carries ids, chat, sender and its own time', () => {
    expect(
      message(plain({}), around({ personOf: (chat, id) => ({ id, name: `${chat}/${id}`, isOwner: true }) })),
    ).toEqual({
      id: 'om_1',
      workspace: 'feishu:oc_1',
      chat: 'group',
      sender: { id: 'ou_zhang', name: 'oc_1/ou_zhang', isOwner: true },
      text: '本周',
      mentions: [],
      files: [],
      quotedText: null,
      pressed: null,
      road: { kind: 'pushed' },
      at: NOW - 1000,
    });
  });

  it.each([
    ['a push that came late', NOW - 7 * 3_600_000, NOW - 7 * 3_600_000],
    ['a time too old to be true', NOW - 9 * 3_600_000, NOW],
    ['a time to come', NOW + 1, NOW],
    ['no time', 'soon', NOW],
  ])('%s is dated rightly', (_, create_time, at) => {
    expect(message(plain({ create_time: String(create_time) })).at).toBe(at);
  });

  it('names what it quotes', () => {
    expect(normalise(plain({ parent_id: 'om_0' }))).toMatchObject({ parent: 'om_0' });
    expect(normalise(plain({ parent_id: 'om_0/../x' }))).toMatchObject({ parent: null });
  });

  it.each([
    ['a chat id with a path in it', plain({ chat_id: 'oc_1/../../x' })],
    ['a message id with a query in it', plain({ message_id: 'om_1?x=1' })],
    ['no content', plain({ content: undefined })],
  ])('%s is malformed', (_, event) => {
    expect(() => normalise(event)).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
});

describe('a click', () => {
  const click = (value: unknown) => {
    const event = {
      operator: { open_id: 'ou_li' },
      action: { value, tag: 'button' },
      context: { open_message_id: 'om_9', open_chat_id: 'oc_1' },
      token: 'c-1',
    };
    const read = readEvent({ header: { event_id: 'e9', event_type: 'card.action.trigger' }, event });
    if (read.kind !== 'click') throw new Error(`read as ${read.kind}`);
    return incomingClick(read.id, read.event, {
      now: NOW,
      chat: 'group',
      personOf: (_chat, id) => ({ id, name: '李四' }),
    });
  };

  it('says what its button says', () => {
    expect(click({ v: 1, say: '完成 12', view: '本周' })).toEqual({
      id: 'e9',
      workspace: 'feishu:oc_1',
      chat: 'group',
      sender: { id: 'ou_li', name: '李四' },
      text: '完成 12',
      mentions: [],
      files: [],
      quotedText: null,
      pressed: { view: '本周' },
      road: { kind: 'pushed' },
      at: NOW,
    });
  });

  it.each([
    ['完成 12'],
    [null],
    [{ v: 2, say: 'x', view: '' }],
    [{ v: 1, say: '', view: '' }],
    [{ v: 1, say: 7, view: '' }],
    [[]],
  ])('of another make %j is nobody’s', (value) => expect(click(value)).toBeUndefined());
});
