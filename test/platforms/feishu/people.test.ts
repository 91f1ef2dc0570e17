import { beforeEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import type { FeishuClient } from '../../../src/platforms/feishu/client.ts';
import { createPeople } from '../../../src/platforms/feishu/people.ts';
import { keptLog } from '../../fakes/feishu/running-platform.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let now: number;
let asked: string[];
let fails: boolean;
let owner: string | null | 'not told';
let learned: object[][];

beforeEach(() => {
  now = 0;
  asked = [];
  fails = false;
  owner = null;
  learned = [];
});

const people = () => {
  const client = {
    members: async (chat: string) => {
      asked.push(chat);
      if (fails) throw new BanjieError('not-permitted', 'no scope');
      return { members: [{ id: 'ou_known', name: '张三' }], next: null };
    },
    chatOwner: async () => {
      if (owner === 'not told') throw new BanjieError('not-permitted', 'no scope');
      return owner;
    },
  } as unknown as FeishuClient;
  const known = createPeople({
    client,
    learned: async (_chat, told) => void learned.push(told),
    now: () => now,
    log: keptLog().log,
  });
  /** Somebody speaks at this moment; resolves once what was to be asked has been asked. */
  return {
    ...known,
    speaks: async (at: number, openId = 'ou_known') => {
      now = at;
      known.met('oc_1', 'group', openId);
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
};

describe('the people of a chat', () => {
  it('are asked for once, and again after six hours', async () => {
    const { speaks } = people();
    for (const at of [0, MINUTE, HOUR, 6 * HOUR]) await speaks(at);
    expect(asked).toHaveLength(1);
    await speaks(6 * HOUR + 1);
    expect(asked).toHaveLength(2);
  });

  it('with a stranger among them are asked for again, every ten minutes at most', async () => {
    const { speaks } = people();
    for (const at of [0, MINUTE, 10 * MINUTE]) await speaks(at, 'ou_stranger');
    expect(asked).toHaveLength(1);
    await speaks(10 * MINUTE + 1, 'ou_stranger');
    expect(asked).toHaveLength(2);
  });

  it('that could not be had are asked for again after ten minutes, and what was known before stays', async () => {
    const { speaks, personOf } = people();
    await speaks(0);
    fails = true;
    await speaks(7 * HOUR);
    expect([asked.length, personOf('oc_1', 'ou_known').name]).toEqual([2, '张三']);
    await speaks(7 * HOUR + 10 * MINUTE);
    expect(asked).toHaveLength(2);
    await speaks(7 * HOUR + 11 * MINUTE);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['one of them', 'ou_known', [{ id: 'ou_known', name: '张三', isOwner: true }], true],
    [
      'somebody not listed',
      'ou_boss',
      [
        { id: 'ou_known', name: '张三', isOwner: false },
        { id: 'ou_boss', name: null, isOwner: true },
      ],
      false,
    ],
    ['a bot', null, [{ id: 'ou_known', name: '张三', isOwner: false }], false],
    ['not told', 'not told', [{ id: 'ou_known', name: '张三' }], undefined],
  ])('are learned with their owner: %s', async (_, who, told, isOwner) => {
    owner = who;
    const { speaks, personOf } = people();
    await speaks(0);
    expect(learned).toEqual([told]);
    expect(personOf('oc_1', 'ou_known').isOwner).toBe(isOwner);
  });

  it('say nothing of an owner, when Feishu does not tell any more', async () => {
    owner = 'ou_known';
    const { speaks, personOf } = people();
    await speaks(0);
    owner = 'not told';
    await speaks(7 * HOUR);
    expect(asked).toHaveLength(2);
    expect([personOf('oc_1', 'ou_known').isOwner, learned[1]]).toEqual([undefined, [{ id: 'ou_known', name: '张三' }]]);
  });

  it('are asked for again when the clock was set back', async () => {
    const { speaks } = people();
    await speaks(HOUR);
    await speaks(0);
    expect(asked).toHaveLength(2);
  });
});
