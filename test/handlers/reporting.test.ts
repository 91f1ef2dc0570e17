import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

/** The ledger, with a second task that counts 会员, one that is counted per week, and one of money. */
const office = () => {
  const ledger = aLedger();
  const more = [
    aTask({ number: 19, title: '慰问困难会员', targets: [aTarget({ name: '会员', value: 60, unit: '人' })] }),
    aTask({
      number: 20,
      title: '编发信息',
      text: '每周编发信息2篇',
      schedule: aSchedule({ freq: 'weekly' }),
      targets: [aTarget({ name: '信息', value: 2, unit: '篇' })],
    }),
    aTask({
      number: 21,
      title: '筹集帮扶资金',
      targets: [aTarget({ name: '资金', value: 500_000, unit: '元', kind: null })],
    }),
    aTask({
      number: 22,
      title: '提高参与度',
      targets: [aTarget({ name: '增长率', value: 30, unit: '%', kind: 'level' })],
    }),
  ];
  return { ...ledger, tasks: [...ledger.tasks, ...more], nextNumber: 23 };
};

const talk = async (...texts: string[]) => {
  const before = office();
  await chat.reset(before);
  chat.clock.at = instant('2026-05-12', '10:00');
  let last = '';
  for (const text of texts) {
    chat.clock.at += 1000;
    last = await chat.say(text);
  }
  return { last, effect: effectOf(before, await chat.workspace()) };
};

describe('上报 in every form', () => {
  it.each<[string, string[]]>([
    ['上报5:3家', ['基层工会 0→3']],
    ['上报 5:新增3家', ['基层工会 0→3']],
    ['基层工会上报3家', ['基层工会 0→3']],
    ['上报3家基层工会', ['基层工会 0→3']],
    ['上报 建设服务阵地 驿站3个', ['驿站 0→3']],
    ['上报 新建基层工会80家 3家', ['基层工会 0→3']],
    ['上报 书屋 2', ['书屋 0→2']],
    ['上报 9 驿站 3、书屋 2', ['驿站 0→3', '书屋 0→2']],
    ['上报 建设服务阵地:驿站3个、书屋2家', ['驿站 0→3', '书屋 0→2']],
    ['上报 9 驿站新增3个,书屋累计2家', ['驿站 0→3', '书屋 0→2']],
    ['上报 7 一万二千人', ['会员 0→12000']],
    ['上报 7 1万2千人', ['会员 0→12000']],
    ['上报 7 3千人', ['会员 0→3000']],
    ['上报 7 两百人', ['会员 0→200']],
    ['上报 资金 累计12.5万元', ['资金 0→125000']],
    ['上报 8 百分之九十六', ['签订率 0→96']],
    ['上报 签订率达到96%', ['签订率 0→96']],
    ['上报 22 120%', ['增长率 0→120']],
    ['上报 20 3篇', ['信息 0→3']],
    ['上报 5 48家(累计)', ['基层工会 0→48']],
    ['上报 5 48家（累计）', ['基层工会 0→48']],
    ['上报 5 3家(新增)', ['基层工会 0→3']],
    ['上报 5 3家,累计48家', ['基层工会 0→48']],
    ['上报 5 新增3家累计48家', ['基层工会 0→48']],
    ['把5的累计更正为40', ['基层工会 0→40']],
    ['5的累计数改为40', ['基层工会 0→40']],
    ['上报 5 3家企业,5月12日签的', ['基层工会 0→3', '进展 5:5月12日签的']],
  ])('%s', async (text, expected) => {
    expect((await talk(text)).effect).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ['上报 5 5月新增3家', ['基层工会 0→3'], ''],
    ['上报 5 5月12日新增3家', ['基层工会 0→3'], ''],
    ['上报 5 本月新增3家', ['基层工会 0→3'], ''],
    ['上报 5 截至目前累计45家', ['基层工会 0→45'], ''],
    ['上报 5 截至5月累计45家', ['基层工会 0→45'], ''],
    ['上报 5 上半年累计30家', ['基层工会 0→30'], ''],
    ['上报 5 截至4月底累计45家', ['基层工会 0→45'], '“截至4月底”没有另记'],
    ['上报 5 4月份新增3家', ['基层工会 0→3'], '“4月份”没有另记'],
    ['上报 5 1-4月累计30家', ['基层工会 0→30'], '“1-4月”没有另记'],
    ['上报 5 6月新增3家', [], '要上报 #5'],
    ['上报 5 截至年底累计80家', [], ''],
  ])('with a time: %s', async (text, expected, said) => {
    const { last, effect } = await talk(text);
    expect(effect).toEqual(expected);
    expect(last).toContain(said);
  });

  it.each([
    ['上报 会员 120人', '要上报哪一项'],
    ['上报120名会员', '要上报哪一项'],
    ['会员上报120人', '要上报哪一项'],
    ['会员新增120人', '要上报哪一项'],
    ['会员 120人', '要上报哪一项'],
    ['上报 21 5万元', '本次新增,还是累计'],
    ['更正 9 3', '哪个指标的'],
    ['更正 5 新增40', '要怎么更正'],
    ['上报 5 -3', '不能是负数'],
    ['上报 5 负三家', '不能是负数'],
    ['上报 5 3.5家', '要是整数'],
    ['上报 5 99999999999999家', '太大了'],
    ['上报 8 120%', '不会超过100%'],
    ['上报 8 0.96', '上报 8 96%'],
    ['上报 5 3家4家', '有几个数'],
    ['上报 5 三五家', '不是一个确切的数'],
    ['上报 5 3-5家', '不是一个确切的数'],
    ['上报 5 约3家', '不是一个确切的数'],
    ['上报 5 十几家', '不是一个确切的数'],
    ['上报 7 1万2', '不是一个确切的数'],
    ['上报 5 3家 6 2场', '不是一个确切的数'],
    ['上报 12 3', '没有指标'],
    ['上报 14 3', '已取消'],
    ['上报 2026年一季度报表', ''],
    ['上报 三季度台账', ''],
    ['上报 5 区总工会材料', ''],
  ])('%s changes nothing', async (text, said) => {
    const { last, effect } = await talk(text);
    expect(effect, last).toEqual([]);
    expect(last).toContain(said);
  });

  it.each<[string[], string[]]>([
    [['上报 会员 120人', '7'], ['会员 0→120']],
    [['上报 会员 20人', '第二个'], ['会员 0→20']],
    [['更正 9 3', '书屋'], ['书屋 0→3']],
    [['上报 书屋 5', '更正 9 3', '书屋'], ['书屋 0→3']],
    [['上报 5 10', '上报 5 20', '更正 5 新增8', '1'], ['基层工会 0→8']],
    [['上报 5 10', '上报 5 20', '更正 5 新增8', '2'], ['基层工会 0→18']],
    [
      ['上报 9 驿站1个', '上报 9 驿站20个、书屋2家', '是'],
      ['驿站 0→21', '书屋 0→2'],
    ],
    [
      ['上报 9 驿站1个', '上报 9 驿站20个、书屋2家', '否'],
      ['驿站 0→1', '书屋 0→2'],
    ],
    [
      ['完成 5', '上报 5 3家'],
      ['办结 5', '基层工会 0→3'],
    ],
    [['上报 8 80%', '上报 8 91%', '上报 8 88%', '是'], ['签订率 0→88']],
  ])('%j', async (texts, expected) => {
    expect((await talk(...texts)).effect).toEqual(expected);
  });
});

describe('the answer to 上报', () => {
  it.each([
    [['上报 5 3家'], '基层工会 新增3家,累计0 → 3家,完成4%'],
    [['上报 5 90家'], '完成113%,超额10家'],
    [['上报 8 96%'], '签订率 未上报 → 96%(目标≥95%,已达标)'],
    [['上报 8 80%', '上报 8 91%'], '签订率 80% → 91%(目标≥95%)'],
    [['上报 20 3篇'], '累计0 → 3篇,完成3%'],
    [['完成 5', '上报 5 3家'], '#5 已办结,数字照记'],
    [['上报 5 10家', '上报 5 新增3家,累计48家'], '原来10加新增3是13,请核对'],
    [['上报 5 10家', '上报 5 新增3家,累计13家', '查看 5'], '上报 基层工会 累计13家(10 → 13家)'],
  ])('%j tells %s', async (texts, said) => {
    expect((await talk(...texts)).last).toContain(said);
  });

  it('keeps the trail of a correction, in 记录 and on the card', async () => {
    for (const look of ['记录 7', '查看 7']) {
      const { last } = await talk('上报 7 50人', '上报 7 累计60人', '更正 7 55', look);
      expect(last).toContain('上报 会员 +50人(0 → 50人)');
      expect(last).toContain('上报 会员 累计60人(50 → 60人)');
      expect(last).toContain('更正 会员 累计55人(60 → 55人)');
    }
  });

  it('of a correction that was taken back tells no figures', async () => {
    expect((await talk('上报 7 50人', '更正 7 55', '撤销', '记录 7')).last).toContain('更正 会员 累计55人(已撤销');
  });
});

describe('the questions on a fall and on a tenfold jump', () => {
  const FALL = ['上报 7 50人', '上报 7 累计30人'];
  const JUMP = ['上报 7 5人', '上报 7 60人'];

  it.each([FALL, JUMP])('%s, then %s asks', async (...texts) => {
    expect((await talk(...texts)).last).toContain('10分钟内有效');
  });

  it('are never asked of a first report', async () => {
    expect((await talk('上报 7 12000人')).effect).toEqual(['会员 0→12000']);
  });

  it('are answered by whom they were asked, and by nobody else', async () => {
    await talk(...FALL);
    expect(await chat.say('是', { by: 'u2' })).toContain('没有等您回答的问题');
    expect(effectOf(office(), await chat.workspace())).toEqual(['会员 0→50']);
    await chat.say('是');
    expect(effectOf(office(), await chat.workspace())).toEqual(['会员 0→30']);
  });

  it('of two people wait side by side', async () => {
    await talk(...FALL);
    await chat.say('上报 6 2场', { by: 'u2' });
    await chat.say('上报 6 累计1场', { by: 'u2' });
    await chat.say('是');
    await chat.say('是', { by: 'u2' });
    expect(effectOf(office(), await chat.workspace())).toEqual(['宣讲 0→1', '会员 0→30']);
  });

  it.each([
    [10 * 60_000, ['会员 0→30']],
    [10 * 60_000 + 1, ['会员 0→50']],
  ])('wait %d ms', async (later, expected) => {
    await talk(...FALL);
    chat.clock.at += later;
    await chat.say('是');
    expect(effectOf(office(), await chat.workspace())).toEqual(expected);
  });

  it('are answered by the button once, whoever presses it', async () => {
    const { last } = await talk(...FALL);
    const [, say = ''] = /可发送:(上报 [^((]*)/u.exec(last) ?? [];
    await chat.press(say, '', 'u2');
    const again = await chat.press(say, '', 'u1');
    expect(effectOf(office(), await chat.workspace())).toEqual(['会员 0→30']);
    expect(again.toast).toContain('已经上报过');
  });
});
