import { describe, expect, it } from 'vitest';
import { turnedAway } from '../../../src/platforms/local/guard.ts';
import { doorRequest } from './door-request.ts';

const get = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  turnedAway(doorRequest({ headers: { host: '127.0.0.1:3000', ...headers }, remoteAddress }), 3000);
const post = (headers: Record<string, string>) =>
  turnedAway(
    doorRequest({
      method: 'POST',
      headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    }),
    3000,
  );

describe('who may use the local page', () => {
  it.each([
    '127.0.0.1:3000',
    'localhost:3000',
    '[::1]:3000',
    '127.0.0.2:3000',
    'LOCALHOST:3000',
  ])('lets in a browser that calls it %s', (host) => {
    expect(get({ host })).toBeUndefined();
  });

  it.each([
    'evil.example:3000',
    '192.168.1.7:3000',
    'localhost.evil.example:3000',
    '127.0.0.1.evil.example:3000',
    'evil127.0.0.1:3000',
    '0.0.0.0:3000',
    '',
    'a b',
    '@',
  ])('turns away the host %j, also when its name was rebound to this machine', (host) => {
    expect(get({ host })?.status).toBe(403);
  });

  it('turns away another port, and takes the one that is not written', () => {
    expect(get({ host: '127.0.0.1:3001' })?.status).toBe(403);
    expect(get({ host: '127.0.0.1' })?.status).toBe(403);
    expect(turnedAway(doorRequest({ headers: { host: 'localhost' } }), 80)).toBeUndefined();
    expect(turnedAway(doorRequest({ headers: { host: 'localhost:4711' } }), undefined)).toBeUndefined();
  });

  it.each(['192.168.1.7', '10.0.0.1', '::ffff:192.168.1.7', 'fe80::1', ''])('turns away the peer %j', (peer) => {
    expect(get({}, peer)?.status).toBe(403);
  });

  it.each(['::1', '::ffff:127.0.0.1', '127.0.0.9'])('lets in the peer %s', (peer) => {
    expect(get({}, peer)).toBeUndefined();
  });

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])('turns away what a proxy brings (%s)', (header) => {
    expect(get({ [header]: '127.0.0.1' })?.status).toBe(403);
  });
});

describe('whose script may speak', () => {
  it('lets in the page itself', () => {
    expect(post({ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });

  it.each([
    'http://evil.example',
    'http://127.0.0.1:8080',
    'http://localhost:3000',
    'null',
    'garbage',
  ])('turns away the origin %s', (origin) => {
    expect(post({ origin })?.status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('turns away a %s request', (site) => {
    expect(post({ 'sec-fetch-site': site })?.status).toBe(403);
    expect(get({ 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' })?.status).toBe(403);
  });

  it('lets a link on another page open this one', () => {
    expect(get({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBeUndefined();
  });

  it('does not take a navigation for a post', () => {
    expect(post({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })?.status).toBe(403);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    '',
  ])('turns away a body of type %j', (type) => {
    expect(post({ 'content-type': type })?.status).toBe(415);
  });

  it('takes JSON with a charset', () => {
    expect(post({ 'content-type': 'application/json; charset=utf-8' })).toBeUndefined();
  });
});
