import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantAt } from '../src/calendar/date.ts';
import { PLAN } from './e2e/feishu-office.ts';
import { openWecomOffice, type WecomOffice } from './e2e/wecom-office.ts';

let office: WecomOffice;
beforeEach(async () => {
  office = await openWecomOffice({ at: instantAt('2026-05-12', '10:00'), webhook: true });
});
afterEach(() => office.close());

const metrics = async (): Promise<string> => {
  const response = await fetch(`${office.url()}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  return response.text();
};
const value = (text: string, line: string): number => {
  const found = text.split('\n').find((each) => each.startsWith(line));
  return found === undefined ? Number.NaN : Number(found.slice(found.lastIndexOf(' ')));
};

it('commands, answers, the store and the outbox are counted, by names of the program alone', async () => {
  await office.fake.ask(PLAN);
  await office.fake.say('确认导入');
  await office.fake.say('进展 4 秘密的话');
  await office.fake.say('完成 4');
  await office.fake.say('本月');
  await office.fake.say('今天天气不错');
  const text = await metrics();
  expect(value(text, 'banjie_commands_total{command="完成",outcome="changed"}')).toBe(1);
  expect(text).toMatch(/banjie_commands_total\{command="unknown",outcome="(looked|changed)"\} 1/u);
  expect(value(text, 'banjie_answer_seconds_count{outcome="changed"}')).toBeGreaterThanOrEqual(2);
  expect(value(text, 'banjie_store_seconds_count{operation="update"}')).toBeGreaterThanOrEqual(3);
  expect(value(text, 'banjie_outbox_entries{platform="wecom"}')).toBe(0);
  expect(value(text, 'banjie_process_cpu_seconds_total')).toBeGreaterThan(0);
  for (const words of ['秘密', '书画', 'WangFang', 'wrkSF']) expect(text).not.toContain(words);
});

it('are for this machine alone, not for whoever comes through a proxy', async () => {
  const response = await fetch(`${office.url()}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect([response.status, await response.json()]).toEqual([403, { error: 'unauthorised' }]);
});

it('/readyz says the same as /healthz', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const response = await fetch(`${office.url()}${path}`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  }
});
