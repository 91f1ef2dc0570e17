import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

/** What one sentence does to the ledger as it was. */
const effect = async (text: string): Promise<string[]> => {
  const ledger = aLedger();
  await chat.reset(ledger);
  await chat.say(text);
  return effectOf(ledger, await chat.workspace());
};

const done = (...numbers: number[]) => numbers.map((number) => `办结 ${number}`);

describe('sentences that close', () => {
  it.each<[string, string[]]>([
    ['完成 12', done(12)],
    ['完成12', done(12)],
    ['办结 12', done(12)],
    ['辦結12', done(12)],
    ['12完成了', done(12)],
    ['12已经办完', done(12)],
    ['12 搞定', done(12)],
    ['搞定 12 啦', done(12)],
    ['１２完成', done(12)],
    ['完成十二', done(12)],
    ['完成第十二项', done(12)],
    ['第12项已完成', done(12)],
    ['12号完成了', done(12)],
    ['#12 完成', done(12)],
    ['完成 # 12', done(12)],
    ['任务12已经圆满完成', done(12)],
    ['把12完成', done(12)],
    ['把12标记为完成', done(12)],
    ['我完成了12', done(12)],
    ['已完成12', done(12)],
    ['完成12吧', done(12)],
    ['请帮我把12完成一下,谢谢', done(12)],
    ['麻烦完成12,謝謝!', done(12)],
    ['完成 12。', done(12)],
    ['完成【12】', done(12)],
    ['@办结 完成 12', done(12)],
    ['完成 12、13', done(12, 13)],
    ['完成 12,13', done(12, 13)],
    ['完成 12 13', done(12, 13)],
    ['完成12和13', done(12, 13)],
    ['12、13 已完成', done(12, 13)],
    ['12和13都完成了', done(12, 13)],
    ['十二、十三都办结了', done(12, 13)],
    ['完成 15-18', done(15, 16, 17, 18)],
    ['完成15到18', done(15, 16, 17, 18)],
    ['完成 12 15~17', done(12, 15, 16, 17)],
    ['完成 12、99', done(12)],
    ['完成 12、14', done(12)],
    ['完成 女职工普法讲座', done(12)],
    ['完成女职工讲座', done(12)],
    ['女职工普法讲座完成了', done(12)],
    ['女职工普法讲座 已完成', done(12)],
    ['女職工普法講座已經順利完成', done(12)],
    ['完成“女职工普法讲座”', done(12)],
    ['完成 普法讲座女职工', done(12)],
    ['完成 nvzhigongpufajiangzuo', done(12)],
    ['完成 职代会', done(11)],
    ['12 女职工普法讲座 完成', done(12)],
    ['完成 12 女职工普法讲座', done(12)],
    ['完成 2', ['办结 2/2026-Q2']],
    ['完成 2 一季度', ['办结 2/2026-Q1']],
    ['2一季度完成了', ['办结 2/2026-Q1']],
    ['换届情况摸底一季度完成了', ['办结 2/2026-Q1']],
    ['一季度的换届情况摸底完成了', ['办结 2/2026-Q1']],
    ['完成 3 4月', ['办结 3/2026-04']],
    ['完成 3 2026-04', ['办结 3/2026-04']],
    ['完成 3 上个月', ['办结 3/2026-04']],
    ['完成 3 3月、4月', ['办结 3/2026-03', '办结 3/2026-04']],
    ['完成 4 上周', ['办结 4/2026-W19']],
    ['完成 4 第18周', ['办结 4/2026-W18']],
    ['完成3的4月份', ['办结 3/2026-04']],
    ['完成换届摸底一季度', ['办结 2/2026-Q1']],
    ['公众号上周的完成了', ['办结 4/2026-W19']],
    ['完成第12、13项', done(12, 13)],
    ['12标记完成', done(12)],
    ['请将12办结', done(12)],
    ['讲座12完成了', []],
  ])('%s', async (text, expected) => {
    expect(await effect(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['完成 12 已开展,参加85人', [...done(12), '进展 12:已开展,参加85人']],
    ['完成12:已开展', [...done(12), '进展 12:已开展']],
    ['12完成,參加85人', [...done(12), '进展 12:參加85人']],
    ['12已完成,场地没出问题', [...done(12), '进展 12:场地没出问题']],
    ['完成女职工普法讲座,请了两位讲师', [...done(12), '进展 12:请了两位讲师']],
    ['完成 书画展 已布展', [...done(1), '进展 1:已布展']],
    ['完成 12 3人获奖', [...done(12), '进展 12:3人获奖']],
    ['完成 2 一季度 已报送', ['办结 2/2026-Q1', '进展 2:已报送']],
    ['完成 12\n明细见群文件', [...done(12), '进展 12:明细见群文件']],
  ])('%s keeps what was written', async (text, expected) => {
    expect(await effect(text)).toEqual(expected);
  });
});
