import type { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openEventStream } from '../../../src/platforms/local/event-stream.ts';
import { Transcript } from '../../../src/platforms/local/transcript.ts';

interface Heard {
  event: string;
  id: string;
  data: { id?: string; fresh?: boolean; boot?: string };
}

/** Everything a stream has said by now. */
async function heard(stream: Readable): Promise<Heard[]> {
  await new Promise((resolve) => setImmediate(resolve));
  const text = String(stream.read() ?? '');
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event:'))
    .map((block) => {
      const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `)) ?? '';
      return {
        event: field('event').slice(7),
        id: field('id').slice(4),
        data: JSON.parse(field('data').slice(6)),
      };
    });
}

function setting() {
  const transcript = new Transcript();
  const say = (id: string, text = '你好') =>
    transcript.add({ kind: 'replied', id, at: 0, reply: { kind: 'text', text } });
  const end = new AbortController();
  const open = (lastEventId: string) => openEventStream({ transcript, boot: 'b1', lastEventId, signal: end.signal });
  return { transcript, say, open, end };
}

describe('the event stream', () => {
  it('greets a first visit as fresh and tells everything', async () => {
    const { say, open } = setting();
    say('k1');
    const events = await heard(open(''));
    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['hello', 'b1.0'],
      ['entry', 'b1.1'],
    ]);
    expect(events[0]?.data).toEqual({ boot: 'b1', fresh: true });
  });

  it('goes on after the last event seen', async () => {
    const { say, open } = setting();
    say('k1');
    say('k2');
    const events = await heard(open('b1.1'));
    expect(events.map(({ data }) => data.id ?? data.fresh)).toEqual([false, 'k2']);
  });

  it.each([
    'b0.7',
    'nonsense',
    'b1.',
    'b1.x',
    '.1',
    'b1.-1',
  ])('starts over for the foreign event id %s', async (last) => {
    const { say, open } = setting();
    say('k1');
    const events = await heard(open(last));
    expect(events.map(({ data }) => data.id ?? data.fresh)).toEqual([true, 'k1']);
  });

  it('tells what happens later, one event whatever the text holds', async () => {
    const { say, open } = setting();
    const stream = open('');
    await heard(stream);
    say('k1', '一行\n\nevent: entry\ndata: {}\r\n二行\u2028三行');
    const events = await heard(stream);
    expect(events.map(({ data }) => data.id)).toEqual(['k1']);
  });

  it('ends with its signal and is told nothing any more', async () => {
    const { say, open, end } = setting();
    const stream = open('');
    await heard(stream);
    const closed = new Promise((resolve) => stream.once('end', resolve));
    end.abort();
    say('k1');
    stream.resume();
    await closed;
    expect(await heard(stream)).toEqual([]);
  });

  it('cuts off a page that does not read, which comes back by itself', () => {
    const { say, open } = setting();
    const stream = open('');
    const long = '长'.repeat(500_000);
    for (let n = 0; n < 12 && !stream.destroyed; n += 1) say(`k${n}`, long);
    expect(stream.destroyed).toBe(true);
  });
});
