import { describe, expect, it } from 'vitest';
import { redact, redactingLog } from '../../../src/platforms/feishu/redacting-log.ts';
import { keptLog } from '../../fakes/feishu/running-platform.ts';

describe('redact', () => {
  it.each([
    ['a known secret', 'app_secret=s3cret!', 'app_secret=***'],
    ['a bearer token', 'Authorization: Bearer t-abc.DEF_123', 'Authorization: Bearer ***'],
    ['a tenant token', '"tenant_access_token":"t-g1049abcdef0123"', '"tenant_access_token":"***"'],
    [
      'a socket’s address',
      'wss://x/ws?device_id=7&access_key=k&service_id=1&ticket=q',
      'wss://x/ws?device_id=***&access_key=***&service_id=1&ticket=***',
    ],
    ['ordinary words', 'connect failed, t-shirt', 'connect failed, t-shirt'],
  ])('%s', (_, text, expected) => expect(redact(text, ['s3cret!', ''])).toBe(expected));
});

describe('redactingLog', () => {
  it('keeps plain words of warnings, nothing of objects, errors or debug lines', () => {
    const { log, lines } = keptLog();
    const sdk = redactingLog(log, ['s3cret!']);
    sdk.error(['request failed', { config: { data: '{"app_secret":"s3cret!"}' } }, new Error('body: 张三')]);
    sdk.warn('token s3cret! refused');
    sdk.debug('receive message 张三');
    sdk.trace('Bearer t-abcdefghijkl');
    const text = lines();
    expect(text).toContain('request failed Error');
    expect(text).toContain('token *** refused');
    expect(text).not.toMatch(/s3cret!|张三|t-abc/);
  });
});
