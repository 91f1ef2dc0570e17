import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { aLedger } from '../builders/ledger.ts';
import { aTask } from '../builders/task.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

describe('a time, a name and a state together ask for a list, however like a title they look', () => {
  const alike = [
    '每月召开一次主席办公会',
    '每季度开展一次走访',
    '上半年经费自查',
    '四月份发布技能培训目录',
    '组织职工成果征集',
  ];

  it.each([
    '办公室 未完成',
    '本周 办公室 未完成',
    '二季度 未完成',
    '上半年 未完成',
    '下半年未完成',
    '四月 未完成',
    '本月 组织部 未完成',
    '办公室 已完成',
    '上半年已完成',
  ])('%s', async (text) => {
    const ledger = aLedger();
    const more = alike.map((title, index) => aTask({ number: 101 + index, title, text: title, units: ['办公室'] }));
    await chat.reset({ ...ledger, tasks: [...ledger.tasks, ...more] });
    expect(await chat.say(text)).not.toMatch(/要办结|办结哪/u);
  });
});
