import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { type Chat, openChat, replyText } from '../builders/chat.ts';

const DAY_MS = 24 * 3_600_000;

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
});
afterEach(() => chat.close());

const closingsOf = async (number: number) => (await chat.workspace()).tasks[number - 1]?.closings.length;
const outbox = async () => (await chat.workspace()).ledger.outbox;

describe('a document that takes long to read', () => {
  it('is acknowledged meanwhile; its preview follows', async () => {
    let finish = () => {};
    const read = () =>
      new Promise<Uint8Array>((resolve) => {
        finish = () => resolve(new TextEncoder().encode('某局工会工作计划\n1、4月召开职工代表大会\n2、5月慰问劳模'));
      });
    const message = chat.message('导入 2026', { files: [{ name: '计划.txt', read }] });
    expect(await chat.receive(message)).toMatchObject({ reply: null, toast: expect.stringContaining('正在读') });
    expect(await outbox()).toEqual([]);
    finish();
    await vi.waitFor(async () => expect(await outbox()).toHaveLength(1));
    expect(replyText((await chat.receive(message)).reply)).toContain('2项任务');
    expect(await outbox()).toHaveLength(1);
  });
});

describe('a change', () => {
  it('is written together with its answer, which waits in the outbox', async () => {
    const message = chat.message('完成 12');
    const { reply, toast } = await chat.receive(message);
    const { ledger } = await chat.workspace();
    expect(await closingsOf(12)).toBe(1);
    expect(ledger.seen).toEqual([{ id: message.id, at: chat.clock.at, answer: reply }]);
    expect(ledger.outbox).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{40}$/), reply, since: chat.clock.at }]);
    expect(chat.woken).toEqual(['local:test']);
    expect(chat.sent).toEqual([]);
    expect(toast).toContain('#12');
  });

  it('refused is remembered as well, so that a later push of it still changes nothing', async () => {
    const message = chat.message('重开 12');
    const first = await chat.receive(message);
    await chat.say('完成 12');
    await chat.restart();
    expect((await chat.receive(message)).reply).toEqual(first.reply);
    expect(await closingsOf(12)).toBe(1);
  });

  it('pushed four times at once is made once and answered alike', async () => {
    const message = chat.message('上报 5 3家');
    const answers = await Promise.all([1, 2, 3, 4].map(() => chat.receive({ ...message })));
    expect(new Set(answers.map(({ reply }) => replyText(reply))).size).toBe(1);
    expect((await chat.workspace()).tasks[4]?.reports).toHaveLength(1);
    expect(await outbox()).toHaveLength(1);
  });

  it('pushed again after a restart is answered alike and not made again', async () => {
    const message = chat.message('上报 5 3家');
    const first = await chat.receive(message);
    await chat.restart();
    expect(await chat.receive(message)).toEqual(first);
    expect((await chat.workspace()).tasks[4]?.reports).toHaveLength(1);
    expect(await outbox()).toHaveLength(1);
  });

  it('is forgotten when no platform pushes it any more', async () => {
    await chat.say('完成 12');
    chat.clock.at += DAY_MS + 1;
    await chat.say('完成 13');
    expect((await chat.workspace()).ledger.seen.map(({ id }) => id)).toEqual(['om_2']);
  });

  it('learns the names of who speaks and who is @-ed', async () => {
    const message = chat.message('完成 12');
    await chat.receive({ ...message, sender: { id: 'u7', name: '赵六' }, mentions: [{ id: 'u8', name: '钱七' }] });
    expect((await chat.workspace()).members.slice(-2)).toEqual([
      { id: 'u7', name: '赵六', bound: [] },
      { id: 'u8', name: '钱七', bound: [] },
    ]);
  });
});

describe('a look', () => {
  it('writes nothing and is sent from memory', async () => {
    const before = await chat.workspace();
    const { reply } = await chat.receive(chat.message('本周'));
    expect(await chat.workspace()).toBe(before);
    expect(chat.sent).toEqual([{ key: expect.any(String), reply, since: chat.clock.at }]);
  });

  it('pushed twice is sent once', async () => {
    const message = chat.message('本周');
    await Promise.all([chat.receive(message), chat.receive(message)]);
    await chat.receive(message);
    expect(chat.sent).toHaveLength(1);
  });

  it('of a group that never spoke is answered and makes no group', async () => {
    await chat.receive({ ...chat.message('本周'), workspace: 'local:other' });
    expect(replyText(chat.sent[0]?.reply as never)).toContain('还没有年度计划');
  });
});

describe('a question', () => {
  it('waits ten minutes', async () => {
    await chat.say('完成 培训班');
    chat.clock.at += 10 * 60_000;
    await chat.say('16');
    expect(await closingsOf(16)).toBe(1);
  });

  it('waits no longer', async () => {
    await chat.say('完成 培训班');
    chat.clock.at += 10 * 60_000 + 1;
    expect(await chat.say('16')).toContain('#16 举办工会干部培训班');
    expect(await closingsOf(16)).toBe(0);
  });

  it('is for the one who was asked', async () => {
    await chat.say('完成 培训班', { by: 'u1' });
    await chat.say('16', { by: 'u2' });
    expect(await closingsOf(16)).toBe(0);
    await chat.say('16', { by: 'u1' });
    expect(await closingsOf(16)).toBe(1);
  });

  it('survives a restart', async () => {
    await chat.say('完成 培训班');
    await chat.restart();
    await chat.say('第二个');
    expect(await closingsOf(17)).toBe(1);
  });

  it('is asked once: its answer cannot be given twice', async () => {
    await chat.say('12完成了吗');
    await chat.say('是');
    expect(await chat.say('是')).toContain('没有等您回答的问题');
  });

  it('stays open when the answer was not understood', async () => {
    await chat.say('完成 培训班');
    await chat.say('呃呃呃');
    await chat.say('第一个');
    expect(await closingsOf(16)).toBe(1);
  });

  it('asks again when a number is the place of one task and the number of another', async () => {
    await chat.say('上报 9 3');
    const ledger = await chat.workspace();
    expect(ledger.questions).toHaveLength(1);
    await chat.reset({
      ...ledger,
      questions: [
        {
          to: 'u1',
          askedAt: chat.clock.at,
          options: [
            { label: '🟢 #2 甲', say: '完成 2' },
            { label: '🟢 #5 乙', say: '完成 5' },
          ],
        },
      ],
    });
    expect(await chat.say('2')).toContain('还是列出的第2个');
    expect([await closingsOf(2), await closingsOf(5)]).toEqual([0, 0]);
    await chat.say('#2');
    expect([await closingsOf(2), await closingsOf(5)]).toEqual([1, 0]);
  });
});

describe('several lines', () => {
  it('are carried out in order and answered in one message', async () => {
    const answer = await chat.say('完成 12\n重开 12\n上报 5 3家\n完成 99\n本周');
    expect(answer.match(/▎/g)).toHaveLength(5);
    expect(await closingsOf(12)).toBe(0);
    expect((await chat.workspace()).history.map(({ verb }) => verb)).toEqual(['close', 'reopen', 'report']);
    expect(await outbox()).toHaveLength(1);
  });

  it('behind 导入 are the plan, whatever they say', async () => {
    const answer = await chat.say('导入 2026\n完成 12\n完成 13');
    expect(answer).not.toContain('已办结');
    expect(await closingsOf(12)).toBe(0);
  });
});

describe('what goes wrong', () => {
  const broken = defineCommand<object>({
    name: '坏',
    topic: '查看',
    kind: 'change',
    words: ['坏'],
    examples: [{ say: '坏', gets: '坏' }],
    match: ({ text }) => (text.startsWith('坏') ? {} : undefined),
    run: (_args, { workspace }) => {
      workspace.tasks.length = 0;
      throw new Error('秘密的话');
    },
  });

  it('in a handler changes nothing, is answered, and logged without what people wrote', async () => {
    await chat.close();
    chat = await openChat({ commands: [broken] });
    const before = await chat.workspace();
    expect(await chat.say('坏 秘密的话')).toContain('什么都没有改动');
    expect(await chat.workspace()).toBe(before);
    expect(chat.faults).toHaveLength(1);
    expect(JSON.stringify(chat.faults)).toContain('dispatch.test.ts');
    expect(JSON.stringify(chat.faults)).not.toContain('秘密');
  });

  it('in the store is passed to the platform, told once, and made good by the next push', async () => {
    await chat.close();
    let isDown = true;
    const around = (store: WorkspaceStore) => ({
      read: (id: string) => store.read(id),
      update: <T>(id: string, change: (workspace: Workspace) => T): Promise<T> =>
        isDown ? Promise.reject(new BanjieError('store-unavailable', 'disk full')) : store.update(id, change),
    });
    chat = await openChat({ around });
    const message = chat.message('完成 12');
    await expect(chat.receive(message)).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(chat.receive(message)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(chat.sent.map(({ reply }) => replyText(reply as never))).toEqual([expect.stringContaining('没有改动')]);
    isDown = false;
    expect(replyText((await chat.receive(message)).reply)).toContain('已办结');
    expect(await closingsOf(12)).toBe(1);
  });

  it('with a broken workspace file is said to the group', async () => {
    await chat.close();
    const around = (store: WorkspaceStore) => ({
      read: () => Promise.reject(new BanjieError('workspace-broken', 'set aside')),
      update: <T>(id: string, change: (workspace: Workspace) => T) => store.update(id, change),
    });
    chat = await openChat({ around });
    expect(await chat.say('本周')).toContain('打不开');
  });
});

describe('digests that were missed', () => {
  it('are told with the next answer, once', async () => {
    const ledger = await chat.workspace();
    await chat.reset({ ...ledger, ledger: { ...ledger.ledger, missesToTell: ['周报(5月4日)'] } });
    expect(await chat.say('本周')).toContain('周报(5月4日)');
    expect(await chat.say('下周')).not.toContain('周报(5月4日)');
  });
});

describe('the group’s owner', () => {
  const asOwner = (text: string, by: string, isOwner: boolean) =>
    chat.message(text, { sender: { id: by, name: null, isOwner } });

  it('is learned from what they say, may at once, and is remembered over a restart', async () => {
    await chat.receive(asOwner('设置 临期 3天', 'u3', true));
    expect(await chat.workspace()).toMatchObject({ owner: 'u3', settings: { lights: { soonDays: 3 } } });
    await chat.restart();
    expect(await chat.say('设置 临期 4天', { by: 'u3' })).toContain('→ 到期前4天内');
  });

  it('who is one no longer may not any more, whatever was remembered', async () => {
    await chat.receive(asOwner('完成 11', 'u3', true));
    expect(replyText((await chat.receive(asOwner('设置 临期 3天', 'u3', false))).reply)).toContain('能办这件事的是');
    expect((await chat.workspace()).owner).toBeNull();
  });

  it('may by a pressed button too', async () => {
    await chat.receive({ ...asOwner('设置 临期 3天', 'u3', true), pressed: { view: '设置' } });
    expect((await chat.workspace()).settings.lights.soonDays).toBe(3);
  });
});
