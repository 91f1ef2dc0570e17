import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const mentions = [
  { id: 'u9', name: '李四' },
  { id: 'u2', name: '小李' },
];

const said = async (texts: string[]): Promise<{ effect: string[]; answer: string }> => {
  const ledger = aLedger();
  await chat.reset(ledger);
  let answer = '';
  for (const text of texts) answer = await chat.say(text, text.includes('@') ? { mentions } : {});
  return { effect: effectOf(ledger, await chat.workspace()), answer };
};

describe('sentences that give a task to somebody', () => {
  it.each<[string, string[]]>([
    ['交办 12 李芳', ['owners 12 李芳']],
    ['交办12给李芳', ['owners 12 李芳']],
    ['交辦　１２　李芳', ['owners 12 李芳']],
    ['12、13交办组织部', ['units 12 组织部', 'units 13 组织部']],
    ['12交给李芳了', ['owners 12 李芳']],
    ['把12交给李芳吧,谢谢', ['owners 12 李芳']],
    ['交给李芳 12', ['owners 12 李芳']],
    ['指派李芳:12', ['owners 12 李芳']],
    ['12由李芳负责', ['owners 12 李芳']],
    ['12改由李芳牵头', ['owners 12 李芳']],
    ['由李芳负责12', ['owners 12 李芳']],
    ['李芳负责12', ['owners 12 李芳']],
    ['12由我负责', ['owners 12 周敏']],
    ['12由办公室牵头,组织部配合', ['units 12 办公室', 'supportingUnits 12 组织部']],
    ['交办 职代会 李芳', ['owners 11 李芳']],
    ['职代会交给李芳', ['owners 11 李芳']],
    ['职代会由李芳负责', ['owners 11 李芳']],
    ['12的责任人改为李芳', ['owners 12 李芳']],
    ['把12的责任单位改为办公室、组织部', ['units 12 办公室、组织部']],
    ['12、13的责任人都改为王明', ['owners 12 王明', 'owners 13 王明']],
    ['交办 12 配合单位 组织部', ['supportingUnits 12 组织部']],
    ['交办 12 办公室 配合单位 组织部、财务部', ['units 12 办公室', 'supportingUnits 12 组织部、财务部']],
    ['交办 12 李芳和王明', ['owners 12 李芳、王明']],
    ['交办 12 李芳同志,请抓紧', ['owners 12 李芳']],
    ['交办 12 保障部', ['units 12 权益保障部']],
    ['交办 12 财务审计科', ['units 12 财务审计科']],
    ['交办 12 @李四', ['owners 12 李四']],
    ['交办12@李四', ['owners 12 李四']],
    ['@李四 负责12', ['owners 12 李四']],
    ['交办 12 @小李', ['owners 12 李芳']],
    ['交办 12 小李', ['owners 12 李芳']],
    ['交办 12、99、14 李芳', ['owners 12 李芳']],
    ['11的负责人改为李芳', ['leaders 11 李芳']],
  ])('%s', async (text, expected) => {
    const { effect, answer } = await said([text]);
    expect([...effect].sort(), answer).toEqual([...expected].sort());
  });
});

describe('what is asked about, and answered', () => {
  it.each<[string[], string[]]>([
    [['交办 12 张三', '是'], ['owners 12 张三']],
    [['交办 12 张三', '否'], []],
    [['12能不能交给李芳', '是'], ['owners 12 李芳']],
    [['交办 12 李芳 6月底前完成', '是'], ['owners 12 李芳']],
    [['12的责任人改为办公室', '是'], ['owners 12 办公室']],
    [['交办 培训班 李芳', '16'], ['owners 16 李芳']],
    [['交办 12 李芳', '撤销'], []],
    [['12交给李芳,13交给王明'], ['owners 12 李芳', 'owners 13 王明']],
  ])('%s', async (texts, expected) => {
    expect((await said(texts)).effect).toEqual(expected);
  });
});

it('the receipt shows before → after', async () => {
  const { answer } = await said(['交办 12 李芳']);
  expect(answer).toContain('交办 #12《女职工普法讲座》:责任人 李婷 → 李芳');
  expect(answer).toContain('发"撤销"可撤回');
});

it('我交办的 lists what was given', async () => {
  expect((await said(['交办 12 李芳', '我交办的'])).answer).toContain('#12 女职工普法讲座');
});

describe('what is no giving changes nothing', () => {
  it.each<[string, string]>([
    ['交办 12 张三', '都没有“张三”'],
    ['交办 12 @Tom', '都没有“Tom”'],
    ['交办 12 女职工', '都没有“女职工”'],
    ['交办 12', '交办给谁'],
    ['交办', '交办给谁'],
    ['交办 12 尽快落实', '交办给谁'],
    ['交办 12 全部', '交办给谁'],
    ['交办 李芳', '不能代替编号'],
    ['交办 12 李婷', '本来就是李婷'],
    ['交办 99 李芳', '没有 #99'],
    ['交办 14 李芳', '恢复 14'],
    ['12交给李芳不合适', '要交办 #12'],
    ['12交给李芳了吗', '要交办 #12'],
    ['不要把12交给李芳', '要交办 #12'],
    ['12要交给李芳', '要交办 #12'],
    ['如果12由李芳负责', '要交办 #12'],
    ['交办 12 李芳,13 王明', '要交办 #12'],
    ['交办培训班', '对得上2项'],
    ['12由谁负责', '#12 女职工普法讲座'],
    ['谁负责12', '#12 女职工普法讲座'],
    ['12的责任人', '#12 女职工普法讲座'],
    ['12的责任人是谁', '#12 女职工普法讲座'],
    ['李芳负责什么', '李芳'],
    ['办公室负责的任务', '办公室'],
    ['我交办的', '我交办的'],
    ['交办事项', ''],
    ['上级交办的任务', ''],
    ['12由李芳负责的部分', ''],
    ['12由办公室负责场地', ''],
    ['会议由李芳主持', ''],
  ])('%s', async (text, mentioned) => {
    const { effect, answer } = await said([text]);
    expect(effect, answer).toEqual([]);
    expect(answer).toContain(mentioned);
  });
});
