import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/chat/message.ts';
import { plainOf, rawFrom, saidOf } from '../../src/chat/normalise.ts';

const message = (text: string, mentions: IncomingMessage['mentions'] = []): IncomingMessage => ({
  id: 'm1',
  workspace: 'local:test',
  chat: 'group',
  sender: { id: 'u1', name: null },
  text,
  mentions,
  files: [],
  quotedText: null,
  pressed: null,
  road: { kind: 'pushed' },
  at: 0,
});

describe('a message made ready for matching', () => {
  it.each([
    ['  完成　１２ ', '完成 12'],
    ['完成１２，已開展。', '完成12,已开展'],
    ['進展\u200b 12\t場地', '进展 12 场地'],
    ['请帮我把12完成一下,谢谢!', '把12完成'],
    ['麻烦查一下本周的任务吧', '查本周的任务'],
    ['12完成了', '12完成'],
    ['12完成了吗?', '12完成了吗?'],
    ['谢谢', '谢谢'],
    ['请假', '请假'],
    ['帮扶困难职工', '帮扶困难职工'],
    ['帮助', '帮助'],
    ['帮住', '帮住'],
    ['算了', '算了'],
    ['完成 12 👍', '完成 12'],
    ['十一下午', '十一下午'],
    ['@办结 本周', '本周'],
    ['', ''],
    ['。。。', '。。。'],
  ])('%j → %j', (text, expected) => {
    expect(saidOf(message(text)).text).toBe(expected);
  });

  it('keeps a person who was really @-ed', () => {
    expect(saidOf(message('@李四 本周', [{ id: 'u4', name: '李四' }])).text).toBe('@李四 本周');
  });

  it('gives people their own words back as they typed them', () => {
    const said = saidOf(message('請進展 12 場地已定，ＯＫ了,谢谢'));
    expect(said.text).toBe('进展 12 场地已定,OK');
    expect(rawFrom(said, said.text.indexOf('场'))).toBe('場地已定，ＯＫ了');
    expect(rawFrom(said, said.text.indexOf('场'), said.text.indexOf(','))).toBe('場地已定');
  });

  it('keeps line breaks and emoji in people’s own words', () => {
    const said = saidOf(message('进展 12 第一👨‍👩‍👧\n第二'));
    expect(rawFrom(said, 6)).toBe('第一👨‍👩‍👧\n第二');
  });

  it('knows where every character came from, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text, origin } = plainOf(raw);
        expect(origin).toHaveLength(text.length + 1);
        expect([...origin].sort((a, b) => a - b)).toEqual(origin);
        expect(origin.at(-1)).toBeLessThanOrEqual(raw.length);
      }),
    );
  });
});
