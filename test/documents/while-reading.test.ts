import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageState } from '../../src/platforms/local/wire.ts';
import { type RunningApp, runApp } from '../e2e/running-app.ts';
import { HOSTILE_FILES, HOSTILE_TEXTS } from './hostile-documents.ts';

let app: RunningApp;
let speaker = { group: '', sender: '' };
beforeAll(async () => {
  app = await runApp();
});
afterAll(() => app.stop());

let sent = 0;
const post = async (door: 'message' | 'file', more: object): Promise<number> => {
  sent += 1;
  const said = { ...speaker, id: `message-${sent}`, toBot: true, quote: null, ...more };
  const headers = { 'content-type': 'application/json', origin: app.url };
  const response = await fetch(`${app.url}/local/${door}`, { method: 'POST', headers, body: JSON.stringify(said) });
  await response.text();
  return response.status;
};
beforeAll(async () => {
  const state = (await (await fetch(`${app.url}/local/state`)).json()) as PageState;
  const [group] = state.groups;
  speaker = { group: group?.id ?? '', sender: group?.people[0]?.id ?? '' };
});

const documents = [
  ...HOSTILE_FILES,
  ...HOSTILE_TEXTS.map(([name, text]) => [`${name}.txt`, () => new TextEncoder().encode(text())] as const),
];
const chosen = documents.filter(([name]) => /^(?:zeros|laughs|far-cells|everything)\b/u.test(name));

describe('while a hostile document is read, others are answered first', () => {
  it.each(chosen)('%s', { timeout: 40_000 }, async (name, bytes) => {
    const order: string[] = [];
    const file = { text: '导入 2026', name, bytes: Buffer.from(bytes()).toString('base64') };
    const reading = post('file', file).then((status) => order.push(`file ${status}`));
    for (let i = 0; i < 3; i++) order.push(`message ${await post('message', { text: '帮助' })}`);
    await reading;
    expect(order).toEqual(['message 200', 'message 200', 'message 200', 'file 200']);
  });
});
