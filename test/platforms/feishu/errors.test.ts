import { describe, expect, it } from 'vitest';
import { errorOf, failureOf, failureOfThrown, isTokenFailure } from '../../../src/platforms/feishu/errors.ts';

describe('errorOf', () => {
  it.each([
    ['a chat that is asked too much of', { code: 230020, status: 400 }, 'rate-limited'],
    ['an app that asks too much', { code: 99991400, status: 429 }, 'rate-limited'],
    ['429 from a proxy', { status: 429 }, 'rate-limited'],
    ['the bot put out of the group', { code: 230002, status: 400 }, 'target-gone'],
    ['a dissolved chat', { code: 232009, status: 400 }, 'target-gone'],
    ['an unknown chat', { code: 230034, status: 400 }, 'target-gone'],
    ['a missing scope', { code: 99991672, status: 400 }, 'not-permitted'],
    ['a missing scope, told with 200', { code: 99991672, status: 200 }, 'not-permitted'],
    ['a wrong secret, to be put right', { code: 10015, status: 200 }, 'platform-unavailable'],
    ['a muted bot', { code: 230035, status: 400 }, 'not-permitted'],
    [
      'a card it cannot draw',
      { code: 230099, status: 400, message: 'ext=ErrCode: 200550; ErrMsg: x' },
      'reply-rejected',
    ],
    ['a text too long', { code: 230025, status: 400 }, 'reply-rejected'],
    [
      'a card that is being pressed',
      { code: 230099, message: 'ErrCode: 11310; ErrMsg: card action is lock' },
      'platform-unavailable',
    ],
    ['the same uuid under way', { code: 230049, status: 400 }, 'platform-unavailable'],
    ['an inner error', { code: 2200, status: 500 }, 'platform-unavailable'],
    ['an HTML page', { status: 502 }, 'platform-unavailable'],
    ['a code nobody knows', { code: 424242, status: 400 }, 'refused'],
    ['a code nobody knows, told with 200', { code: 424242, status: 200 }, 'refused'],
    ['a code nobody knows, of a broken server', { code: 424242, status: 500 }, 'platform-unavailable'],
    ['an address that is not allowed, to be put right', { code: 99991401, status: 400 }, 'platform-unavailable'],
    ['a token refused twice', { code: 99991663, status: 400 }, 'platform-unavailable'],
    ['no answer', { cause: 'ECONNRESET' }, 'platform-unavailable'],
  ])('%s → %s', (_, failure, code) => expect(errorOf(failure, 'send').code).toBe(code));

  it.each([
    ['52', 52_000],
    ['0', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('x-ogw-ratelimit-reset %j → wait %j ms', (reset, wait) => {
    const failure = { code: 99991400, status: 429, headers: { 'x-ogw-ratelimit-reset': reset } };
    expect(errorOf(failure, 'send').retryAfter).toBe(wait);
  });

  it.each(['token', 'members', 'download'])('a code nobody knows, to %s, may be tried again', (what) => {
    expect(errorOf({ code: 424242, status: 400 }, what).code).toBe('platform-unavailable');
  });

  it('tells numbers only: Feishu quotes people’s text in its messages', () => {
    const message = 'Failed to create card content, ext=ErrCode: 200621; ErrMsg: bad; ErrorValue: 张三的任务';
    expect(errorOf({ code: 230099, status: 400, message }, 'send').message).toBe(
      'feishu send: HTTP 400, code 230099, sub-code 200621',
    );
  });
});

describe('failureOf', () => {
  it.each([
    [{ code: 0, data: {} }, undefined],
    [
      { code: 230020, msg: 'x' },
      { code: 230020, status: 200, message: 'x' },
    ],
    ['<html>', { code: undefined, status: 200, message: undefined }],
    [null, { code: undefined, status: 200, message: undefined }],
  ])('%j → %j', (answer, failure) => expect(failureOf(answer)).toEqual(failure));
});

describe('failureOfThrown', () => {
  it('keeps nothing of the request', () => {
    const error = Object.assign(new Error('Request failed'), {
      config: { headers: { Authorization: 'Bearer t-secret' } },
      response: { status: 400, data: { code: 230001, msg: 'no' }, headers: { a: 'b' } },
    });
    expect(failureOfThrown(error)).toEqual({ code: 230001, status: 400, message: 'no', headers: { a: 'b' } });
  });

  it.each([
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), 'ECONNRESET'],
    [new TypeError('x'), 'TypeError'],
    ['thrown text', 'unknown'],
  ])('%o → %s', (error, cause) => expect(failureOfThrown(error)).toEqual({ cause }));
});

describe('isTokenFailure', () => {
  it.each([
    [99991663, true],
    [99991661, true],
    [99991672, false],
    [undefined, false],
  ])('%j → %s', (code, is) => expect(isTokenFailure({ code })).toBe(is));
});
