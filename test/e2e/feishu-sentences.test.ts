import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { type Office, openOffice, PLAN } from './feishu-office.ts';

const GROUP = 'oc_sentences';

let office: Office;
const ask = async (text: string) => (await office.fake.ask(text, { chat: GROUP })).text;

/** In order, in one group: what a clerk says, and what the group reads. */
const sentences: [said: string, answer: RegExp][] = [
  ['完成4有困难', /要办结 #4/u],
  ['否', /没有改动|不改|好/u],
  ['4完成了吗', /#4/u],
  ['张三说4完成了', /没有改动/u],
  ['书画展还没办完', /#4|没有改动/u],
  ['今天把4办完了,来了46人', /办结 #4[\s\S]*来了46人/u],
  ['搞错了', /要撤销“办结 #4/u],
  ['是', /已撤销/u],
  ['5往后推一周', /延期 #5[\s\S]*5月19日/u],
  ['延期5到2月30日', /2月/u],
  ['会员发展了30人', /会员 新增30人/u],
  ['上报 3 累计400', /吗/u],
  ['是', /400/u],
  ['會員還差多少', /400/u],
  ['1、完成4\n2、进展 1 已走访5户', /办结 #4[\s\S]*已走访5户/u],
  ['把5交给宣教部,组织部', /#5/u],
  ['6不搞了', /要取消 #6/u],
  ['否', /没有改动|不改|好/u],
  ['组织部未完成5月', /组织部/u],
  ['临期', /临期/u],
  ['各单位进度', /办结率/u],
  ['有没有关于慰问的任务', /没有找到|#1/u],
  ['所有任务都完成了', /编号|没有改动/u],
  ['明天下午3点开会', /没有改动/u],
  ['帮助 延期', /延期 12 到6月底/u],
];

describe('sentences over Feishu', () => {
  beforeAll(async () => {
    office = await openOffice(instantAt('2026-05-12', '10:00'));
    await ask(PLAN);
    await ask('确认导入');
  });
  afterAll(() => office.close());

  it.each(sentences)('%s', async (said, answer) => {
    expect(await ask(said)).toMatch(answer);
  });

  it('leaves nothing done but what was ordered', async () => {
    expect(await ask('已完成')).toMatch(/#4/u);
    expect(await ask('已取消')).toMatch(/没有/u);
    expect(await ask('5')).toMatch(/5月19日/u);
  });
});
