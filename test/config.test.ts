import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const FEISHU = { FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718', FEISHU_APP_SECRET: 'secret', FEISHU_ENCRYPT_KEY: 'key' };

const configOf = (environment: Record<string, string>) => {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.faults.join('\n'));
  return reading.config;
};

const faultsOf = (environment: Record<string, string>) => {
  const reading = readConfig(environment);
  return reading.ok ? [] : reading.faults.map((fault) => fault.split(':')[0]);
};

describe('readConfig', () => {
  it('needs nothing: an empty environment is the local chat page on 127.0.0.1:3000', () => {
    expect(configOf({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: './data/store',
      databaseUrl: null,
      metricsToken: '',
      publicUrl: null,
      logLevel: 'info',
      localChat: true,
      feishu: null,
      wecom: null,
    });
  });

  it('takes an empty value for one that is not set, as a copied example file has it', () => {
    expect(configOf({ PORT: '', HOST: ' ', FEISHU_APP_ID: '' }).port).toBe(3000);
  });

  it.each([
    ['no platform', {}, true],
    ['Feishu', FEISHU, false],
    ['Feishu in production', { ...FEISHU, NODE_ENV: 'production' }, false],
    ['Feishu, asked for', { ...FEISHU, LOCAL_CHAT: 'on' }, true],
    ['switched off', { LOCAL_CHAT: 'off' }, false],
  ])('local chat page with %s → %s', (_, environment, served) => {
    expect(configOf(environment).localChat).toBe(served);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['a port that is no number', { PORT: 'http' }, ['PORT']],
    ['a port beyond 65535', { PORT: '65536' }, ['PORT']],
    ['a host with a path', { HOST: '127.0.0.1/x' }, ['HOST']],
    ['half a bracket', { HOST: '[::1' }, ['HOST']],
    ['a domain that only looks like one', { ...FEISHU, FEISHU_DOMAIN: 'https://a:b:c' }, ['FEISHU_DOMAIN']],
    ['a domain with an impossible port', { ...FEISHU, FEISHU_DOMAIN: 'http://h:99999' }, ['FEISHU_DOMAIN']],
    ['a public address that is none', { PUBLIC_URL: 'banjie.example.com' }, ['PUBLIC_URL']],
    ['a public address with a query', { PUBLIC_URL: 'https://a.example/?x=1' }, ['PUBLIC_URL']],
    ['a misspelt public address', { PUBLIC_URLS: 'https://a.example' }, ['PUBLIC_URLS']],
    ['a database of another kind', { DATABASE_URL: 'mysql://a@b/c' }, ['DATABASE_URL']],
    ['a metrics token anybody guesses', { METRICS_TOKEN: 'secret' }, ['METRICS_TOKEN']],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
    ['a misspelt variable', { FEISHU_APPID: 'cli_1' }, ['FEISHU_APPID']],
    ['webhook without an encrypt key', { ...FEISHU, FEISHU_ENCRYPT_KEY: '' }, ['FEISHU_ENCRYPT_KEY']],
    ['a key without an app', { FEISHU_ENCRYPT_KEY: 'k' }, ['FEISHU_APP_ID', 'FEISHU_APP_SECRET']],
    [
      'several at once',
      { PORT: '-1', LOCAL_CHAT: 'yes', FEISHU_APP_ID: 'x' },
      ['PORT', 'LOCAL_CHAT', 'FEISHU_APP_ID', 'FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY'],
    ],
  ])('%s → faults named together', (_, environment, names) => {
    expect(faultsOf(environment)).toEqual(names);
  });

  it('DATABASE_URL is taken as it stands', () => {
    const url = 'postgres://bot:p%40ss@db.example:5432/banjie?sslmode=require';
    expect(configOf({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  it.each([
    ['::1', '::1'],
    ['[::1]', '::1'],
    ['fe80::1%eth0', 'fe80::1%eth0'],
    ['0.0.0.0', '0.0.0.0'],
  ])('HOST %s listens on %s', (given, host) => {
    expect(configOf({ HOST: given }).host).toBe(host);
  });

  it('never repeats a secret in a fault', () => {
    const reading = readConfig({ FEISHU_APP_ID: 'wrong', FEISHU_APP_SECRET: 'hunter2', FEISHU_ENCRYPT_KEY: 'hunter3' });
    expect(JSON.stringify(reading)).not.toMatch(/hunter/);
  });

  it('drops the trailing slash that would break every call', () => {
    expect(configOf({ ...FEISHU, FEISHU_DOMAIN: 'http://127.0.0.1:9/' }).feishu?.domain).toBe('http://127.0.0.1:9');
  });

  it.each([
    ['https://banjie.example.com/', 'https://banjie.example.com'],
    ['https://example.com/tools/banjie/', 'https://example.com/tools/banjie'],
    ['http://10.0.0.2:3000', 'http://10.0.0.2:3000'],
  ])('PUBLIC_URL %s is %s', (given, url) => {
    expect(configOf({ PUBLIC_URL: given }).publicUrl).toBe(url);
  });

  it('does without an encrypt key on the long connection', () => {
    expect(configOf({ ...FEISHU, FEISHU_ENCRYPT_KEY: '', FEISHU_TRANSPORT: 'websocket' }).feishu?.transport).toBe(
      'websocket',
    );
  });
});
