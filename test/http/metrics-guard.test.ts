import { expect, it } from 'vitest';
import { mayReadMetrics } from '../../src/http/metrics-guard.ts';

const TOKEN = '0123456789abcdef';
const LOCAL = { remoteAddress: '127.0.0.1', authorization: undefined, throughProxy: false };

it.each([
  ['this machine', LOCAL, '', true],
  ['this machine, IPv6', { ...LOCAL, remoteAddress: '::1' }, '', true],
  ['this machine, as IPv4 in IPv6', { ...LOCAL, remoteAddress: '::ffff:127.0.0.1' }, '', true],
  ['another machine', { ...LOCAL, remoteAddress: '10.0.0.7' }, '', false],
  ['another machine through a proxy here', { ...LOCAL, throughProxy: true }, '', false],
  [
    'an empty bearer where there is no token',
    { ...LOCAL, remoteAddress: '10.0.0.7', authorization: 'Bearer ' },
    '',
    false,
  ],
  [
    'the token, from anywhere',
    { remoteAddress: '10.0.0.7', authorization: `Bearer ${TOKEN}`, throughProxy: true },
    TOKEN,
    true,
  ],
  ['a wrong token', { ...LOCAL, authorization: `Bearer ${TOKEN}x` }, TOKEN, false],
  ['no token, from this machine', LOCAL, TOKEN, false],
])('%s', (_, request, token, may) => {
  expect(mayReadMetrics(request, token)).toBe(may);
});
