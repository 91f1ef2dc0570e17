import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chat, openChat, replyText } from '../builders/chat.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await openChat();
});
afterEach(() => chat.close());

describe('a pressed button', () => {
  it('that turns the page only redraws its card', async () => {
    const { redraw, reply } = await chat.press('全年 第2页', '全年');
    expect(reply).toBeNull();
    expect(redraw?.view).toBe('全年 第2页');
    expect(chat.sent).toEqual([]);
  });

  it('on a card too old to be changed in place posts the page as a message', async () => {
    const { redraw, reply } = await chat.press('全年 第2页', { view: '全年', expired: true });
    expect(redraw).toBeNull();
    expect(replyText(reply)).toContain('第2/2页');
    expect(chat.sent).toHaveLength(1);
  });

  it('on such a card changes, and posts the card anew behind the receipt, once', async () => {
    const { redraw, reply, toast } = await chat.press('完成 12', { view: '查看 12', expired: true });
    expect(redraw).toBeNull();
    expect(toast).toContain('#12');
    expect(replyText(reply)).toMatch(/已办结[\s\S]*#12 女职工普法讲座/u);
    expect((await chat.workspace()).ledger.outbox).toHaveLength(1);
  });

  it('on such a card that shows nothing posts the receipt alone', async () => {
    const { reply } = await chat.press('完成 12', { view: '', expired: true });
    expect(replyText(reply)).not.toContain('责任单位');
  });

  it('that looks at something else posts it', async () => {
    const { redraw, reply } = await chat.press('记录 12', '查看 12');
    expect(replyText(reply)).toContain('记录');
    expect(redraw).toBeNull();
    expect(chat.sent).toHaveLength(1);
  });

  it('that changes something posts the receipt, tells the presser, and redraws the card it stood on', async () => {
    const { redraw, reply, toast } = await chat.press('完成 12', '查看 12');
    expect(replyText(reply)).toContain('已办结');
    expect(toast).toContain('#12');
    expect(JSON.stringify(redraw)).toContain('已办结');
    expect((await chat.workspace()).ledger.outbox).toHaveLength(1);
  });

  it('on a card that shows nothing redraws nothing', async () => {
    expect((await chat.press('完成 12', '')).redraw).toBeNull();
  });

  it('pressed late says who did it and when, and changes nothing', async () => {
    await chat.press('完成 12', '本月', 'u2');
    const { toast, redraw } = await chat.press('完成 12', '本月', 'u1');
    expect(toast).toContain('李芳 5月12日 10:00');
    expect(redraw?.view).toBe('本月');
    expect((await chat.workspace()).tasks[11]?.closings).toHaveLength(1);
  });

  it('pushed twice is one press', async () => {
    const message = chat.message('上报 5 3家', { pressed: { view: '' } });
    await Promise.all([chat.receive(message), chat.receive(message)]);
    expect((await chat.workspace()).tasks[4]?.reports).toHaveLength(1);
  });

  it('of a report counts once, whoever presses it again', async () => {
    await chat.say('上报 10 2');
    await chat.press('上报 10 t1 新增2期 第1笔', '', 'u1');
    const { toast } = await chat.press('上报 10 t1 新增2期 第1笔', '', 'u2');
    expect(toast).toContain('已经上报过(周敏 5月12日 10:00');
    expect((await chat.workspace()).tasks[9]?.reports).toHaveLength(1);
  });

  it('of a progress line, an addition and an extension counts once', async () => {
    for (const say of ['进展 12 场地已定', '新增 7月开展消防演练', '延期 11 到2026-07-31']) {
      await chat.press(say, '', 'u1');
      expect((await chat.press(say, '', 'u2')).toast, say).toContain('周敏 5月12日 10:00');
    }
    expect((await chat.workspace()).history).toHaveLength(3);
  });

  it('is no question, however its words look', async () => {
    await chat.press('完成 12 能不能再办一次', '');
    expect((await chat.workspace()).tasks[11]?.closings).toHaveLength(1);
  });

  it('of 撤销 is checked on the press: not by somebody else', async () => {
    await chat.say('完成 12', { by: 'u1' });
    expect((await chat.press('撤销 c1', '', 'u2')).toast).toContain('只能由本人撤销');
    expect((await chat.workspace()).tasks[11]?.closings).toHaveLength(1);
    await chat.press('撤销 c1', '', 'u1');
    expect((await chat.workspace()).tasks[11]?.closings).toHaveLength(0);
    expect((await chat.press('撤销 c1', '', 'u1')).toast).toContain('已经撤销');
  });

  it('of a setting is for administrators', async () => {
    expect((await chat.press('设置 周报 关', '设置', 'u3')).toast).toContain('能办这件事的是:周敏');
    const { redraw } = await chat.press('设置 周报 关', '设置', 'u1');
    expect(JSON.stringify(redraw)).toContain('关');
  });

  it('否 settles the question of the one who presses it', async () => {
    await chat.say('12完成了吗');
    expect((await chat.press('否')).toast).toBe('好的,没有改动');
    expect(await chat.say('是')).toContain('没有等您回答的问题');
  });
});
