import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const effect = async (texts: string[]): Promise<string[]> => {
  const ledger = aLedger();
  await chat.reset(ledger);
  for (const text of texts) await chat.say(text);
  return effectOf(ledger, await chat.workspace());
};

describe('sentences that cancel', () => {
  it.each<[string, string[]]>([
    ['取消 12 经费未批', ['取消 12 经费未批']],
    ['取消12,因经费未批', ['取消 12 经费未批']],
    ['取消 12 因为经费没批了', ['取消 12 经费没批了']],
    ['取消12因经费未批', ['取消 12 经费未批']],
    ['取消12', ['取消 12']],
    ['12取消了', ['取消 12']],
    ['12已取消', ['取消 12']],
    ['把12、13取消 經費未批', ['取消 12 經費未批', '取消 13 經費未批']],
    ['取消 12、13、99 经费未批', ['取消 12 经费未批', '取消 13 经费未批']],
    ['請取消 十二 因经费未批,谢谢', ['取消 12 经费未批']],
    ['取消一下１２吧', ['取消 12']],
    ['取消第12项', ['取消 12']],
    ['作废 12', ['取消 12']],
    ['取消职代会', ['取消 11']],
    ['职代会取消了,因场地冲突', ['取消 11 场地冲突']],
    ['取消 女职工普法讲座 经费未批', ['取消 12 经费未批']],
    ['12完成,取消13', ['取消 13', '办结 12'].sort()],
  ])('%s', async (text, expected) => {
    expect((await effect([text])).sort()).toEqual([...expected].sort());
  });
});

describe('what is asked about, and answered', () => {
  it.each<[string[], string[]]>([
    [['12不办了,经费没批', '是'], ['取消 12 经费没批']],
    [['12不办了', '否'], []],
    [['12取消,改为线上', '是'], ['取消 12 改为线上']],
    [['取消12的场地', '是'], ['取消 12']],
    [['完成 12', '取消 12'], ['办结 12']],
    [['完成 12', '取消 12 的办结', '是'], []],
    [['取消培训班', '17'], ['取消 17']],
    [['取消 12、13', '撤销'], []],
    [['取消 12', '取消 12 另有原因'], ['取消 12']],
  ])('%s', async (texts, expected) => {
    expect(await effect(texts)).toEqual(expected);
  });
});

describe('sentences that bring back', () => {
  it.each(['恢复 14', '恢復14', '14恢复', '把14恢复', '恢复 春游', '恢复组织春游', '重开 14'])('%s', async (text) => {
    expect(await effect([text])).toEqual(['恢复 14']);
  });

  it.each<[string[], string[]]>([
    [['取消 12', '恢复 12'], []],
    [['恢复 14', '撤销'], []],
    [
      ['恢复 14', '完成 14'],
      ['办结 14', '恢复 14'],
    ],
    [['退回 14 缺签到表'], []],
  ])('%s', async (texts, expected) => {
    expect(await effect(texts)).toEqual(expected);
  });
});

it('the receipt tells what becomes of it and the ways back', async () => {
  await chat.reset(aLedger());
  const answer = await chat.say('取消 12 经费未批');
  expect(answer).toContain('取消 #12《女职工普法讲座》:未办结 → 已取消(原因:经费未批)');
  expect(answer).toContain('恢复 12');
  expect(answer).toContain('发"撤销"可撤回');
});
