import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { commands } from '../handlers/index.ts';
import { readConfig } from '../src/config.ts';

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

const VARIABLES = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'LOCAL_CHAT',
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
  'FEISHU_DOMAIN',
  'FEISHU_TRANSPORT',
  'WECOM_TOKEN',
  'WECOM_ENCODING_AES_KEY',
  'WECOM_RECEIVE_ID',
  'WECOM_BOT_NAME',
  'WECOM_WEBHOOKS',
  'WECOM_API_BASE',
  'WECOM_MEDIA_HOSTS',
];

describe('.env.example', () => {
  const text = read('.env.example');

  it('names every variable, each under a comment', () => {
    expect(Object.keys(parseEnv(text)).sort()).toEqual([...VARIABLES].sort());
    for (const name of VARIABLES) expect(text, name).toMatch(new RegExp(`^#[^\n]+\n${name}=`, 'm'));
  });

  it('starts the bot as nothing set does', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
    expect(readConfig({})).toMatchObject({ ok: true });
  });
});

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  const text = read(name);
  const quoted = new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, words]) => words));

  it('has the two commands, each on a line of its own', () => {
    expect(text).toMatch(/^npm ci && npm start$/m);
    expect(text).toMatch(/^npm ci && npm test$/m);
  });

  it.each(VARIABLES)('explains %s', (variable) => {
    expect(quoted).toContain(variable);
  });

  it.each(commands.map((command) => [command.name, command] as const))('shows how to say %s', (_, command) => {
    // 导入 goes on over several lines; its first is what one says.
    const said = command.examples.flatMap(({ say }) => say.split('\n').slice(0, 1));
    expect(said.filter((line) => quoted.has(line))).not.toEqual([]);
  });
});

describe('links between the documents', () => {
  const names = [
    'README.md',
    'README.zh-CN.md',
    ...readdirSync(new URL('../docs/', import.meta.url)).map((name) => `docs/${name}`),
  ];
  const pages = names.filter((name) => name.endsWith('.md'));

  it.each(pages)('of %s lead somewhere', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    for (const link of links) {
      expect(existsSync(new URL(link, new URL(`../${page}`, import.meta.url))), link).toBe(true);
    }
  });
});
