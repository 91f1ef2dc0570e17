import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aCrowd, mentionsIn } from '../builders/people.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat({ workspace: aCrowd() });
});
afterAll(() => chat.close());

/** `u3: 我的` is said by u3, everything else by u1, who administers. */
const say = (line: string): Promise<string> => {
  const [, by = 'u1', text = ''] = /^(?:(u\d): )?(.*)$/s.exec(line) ?? [];
  return chat.say(text, { by, mentions: mentionsIn(text) });
};

const saying = async (...lines: string[]): Promise<{ answer: string; effect: string[] }> => {
  const before = aCrowd();
  await chat.reset(before);
  let answer = '';
  for (const line of lines) answer = await say(line);
  expect(chat.faults).toEqual([]);
  return { answer, effect: effectOf(before, await chat.workspace()) };
};

describe('sentences that bind', () => {
  it.each<[string, string[]]>([
    ['绑定 王明 @钱进', ['u4=王明']],
    ['绑定王明@钱进', ['u4=王明']],
    ['绑定 @钱进 王明', ['u4=王明']],
    ['綁定　王明　@钱进', ['u4=王明']],
    ['请帮我绑定 王明 @钱进,谢谢', ['u4=王明']],
    ['绑定 王明 到 @钱进', ['u4=王明']],
    ['绑定:王明 = @钱进', ['u4=王明']],
    ['绑定 王明 钱进', ['u4=王明']],
    ['绑定王明钱进', ['u4=王明']],
    ['绑定 钱进 王明', ['u4=王明']],
    ['把王明绑定到@钱进', ['u4=王明']],
    ['将王明绑定给钱进', ['u4=王明']],
    ['王明绑定@钱进', ['u4=王明']],
    ['@钱进 绑定 王明', ['u4=王明']],
    ['@钱进 是 王明', ['u4=王明']],
    ['@钱进 就是王明', ['u4=王明']],
    ['王明是@钱进', ['u4=王明']],
    ['u4: 绑定 王明 我', ['u4=王明']],
    ['u4: 绑定 王明 @钱进', ['u4=王明']],
    ['绑定 办公室 @钱进', ['u4=办公室']],
    ['绑定 王明 @小李', ['u2=王明']],
    ['绑定 王明 @陈晨', ['u6=王明']],
    ['绑定 李婷 @访客 确认', ['u3=李婷']],
    ['别名 王明 李芳', ['u2=王明']],
    ['別名 李芳 王明', ['u2=王明']],
    ['王明就是李芳', ['u2=王明']],
    ['王明和李芳是同一个人', ['u2=王明']],
    ['解绑 李芳', ['解绑 u2=李芳']],
    ['u2: 解绑 李芳', ['解绑 u2=李芳']],
    ['把李芳解绑', ['解绑 u2=李芳']],
    ['取消绑定 李芳', ['解绑 u2=李芳']],
    ['解除绑定李芳吧', ['解绑 u2=李芳']],
  ])('%s', async (line, expected) => {
    expect((await saying(line)).effect).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    [['绑定 老王 @钱进', '是'], ['u4=老王']],
    [['绑定 老王 @钱进', '否'], []],
    [['绑定 老王 @陈晨', '是'], ['u6=老王']],
    [['u2: 取消绑定', 'u2: 是'], ['解绑 u2=李芳']],
    [['解绑 @小李', '是'], ['解绑 u2=李芳']],
    [['绑定 王明 @小李', '解绑 @小李', '王明'], []],
    [['绑定 王明 @钱进', '撤销'], []],
    [['解绑 李芳', '撤销'], []],
    [
      ['解绑 李芳', '绑定 李芳 @钱进'],
      ['u4=李芳', '解绑 u2=李芳'],
    ],
    [['能不能绑定 王明 @钱进', '是'], ['u4=王明']],
  ])('%j', async (lines, expected) => {
    expect((await saying(...lines)).effect).toEqual(expected);
  });
});

describe('sentences that hand over', () => {
  const handed = ['owners 3 王明', 'owners 13 王明'];

  it.each([
    '移交 李芳 王明',
    '移交李芳王明',
    '移交 李芳 给 王明',
    '移交 小李 王明',
    '把李芳的任务移交给王明',
    '将李芳名下的任务全部转交给王明',
    '李芳的工作交给王明',
    '李芳的工作都交给王明办',
    '李芳的任务改由王明负责',
    '李芳移交给王明',
    '將李芳的任務轉交給王明吧,謝謝',
    'u2: 我的工作移交给王明',
  ])('%s asks, and is done on 是', async (line) => {
    const { answer, effect } = await saying(line);
    expect(effect).toEqual([]);
    expect(answer).toContain('要把李芳的2项未完成任务移交给王明');
    const by = line.startsWith('u2') ? 'u2: ' : '';
    expect((await saying(line, `${by}是`)).effect).toEqual(handed);
    expect((await saying(line, `${by}否`)).effect).toEqual([]);
  });

  it('says who, how many, which, before and after, and is taken back whole', async () => {
    const { answer } = await saying('移交 李芳 王明', '是');
    expect(answer).toContain('移交2项未完成任务:李芳 → 王明(#3、13)');
    expect((await saying('移交 李芳 王明', '是', '记录 3')).answer).toContain('责任人 李芳 → 王明');
    expect((await saying('移交 李芳 王明', '是', '撤销')).effect).toEqual([]);
  });

  it('pressed again tells who did it', async () => {
    const { answer, effect } = await saying('移交 李芳 王明 确认', '移交 李芳 王明 确认');
    expect(answer).toContain('周敏 5月12日 10:00已移交给王明');
    expect(effect).toEqual(handed);
  });

  it('goes to somebody by an @, and to a name nobody knows yet', async () => {
    expect((await saying('移交 李芳 @钱进', '是')).effect).toContain('owners 3 钱进');
    expect((await saying('移交 王明 赵新', '是')).effect).toContain('leaders 1 赵新');
  });
});

describe('sentences of leaves', () => {
  it.each<[string, string]>([
    ['李芳 请假到6月1日 由钱进代', '2026-05-12~2026-06-01'],
    ['李芳请假到6月1日由钱进代', '2026-05-12~2026-06-01'],
    ['李芳請假到６月１日,由@钱进代', '2026-05-12~2026-06-01'],
    ['李芳请假到6月1日 钱进代', '2026-05-12~2026-06-01'],
    ['李芳请假了,到6月1日,由钱进代理,谢谢', '2026-05-12~2026-06-01'],
    ['请假 李芳 到6月1日 由钱进代', '2026-05-12~2026-06-01'],
    ['由钱进代李芳,请假到6月1日', '2026-05-12~2026-06-01'],
    ['李芳请假 代:钱进 到6月1日', '2026-05-12~2026-06-01'],
    ['@小李 请假到6月1日 由@钱进代', '2026-05-12~2026-06-01'],
    ['李芳请假5月20日到6月1日 钱进代', '2026-05-20~2026-06-01'],
    ['李芳5月20日至6月1日请假,由钱进代', '2026-05-20~2026-06-01'],
    ['李芳从五月二十日到六月一日请假由钱进代', '2026-05-20~2026-06-01'],
    ['李芳请假5月20-25日由钱进代', '2026-05-20~2026-05-25'],
    ['李芳请假5月20日到25日由钱进代', '2026-05-20~2026-05-25'],
    ['李芳请假5.20-6.1由钱进代', '2026-05-20~2026-06-01'],
    ['李芳请假5月1日到6月1日由钱进代', '2026-05-01~2026-06-01'],
    ['李芳请假从下周一到下周五,由钱进代', '2026-05-18~2026-05-22'],
    ['李芳请假到月底由钱进代', '2026-05-12~2026-05-31'],
    ['李芳请假三天由钱进代', '2026-05-12~2026-05-14'],
    ['李芳明天起请假三天,由钱进代', '2026-05-13~2026-05-15'],
    ['李芳周五开始请假,共3个工作日,由钱进代', '2026-05-15~2026-05-19'],
    ['李芳明天请假,由钱进代', '2026-05-13~2026-05-13'],
    ['李芳休年假到6月1日,期间工作由钱进负责', '2026-05-12~2026-06-01'],
    ['李芳出差到6月1日,由钱进代', '2026-05-12~2026-06-01'],
    ['u2: 我请假到下周五,由钱进代', '2026-05-12~2026-05-22'],
    ['u2: 请假到下周五,由钱进代', '2026-05-12~2026-05-22'],
    ['u2: 本人5月20日请假 钱进代', '2026-05-20~2026-05-20'],
  ])('%s', async (line, days) => {
    expect((await saying(line)).effect).toEqual([`请假 李芳 ${days} 钱进`]);
  });

  const away = '李芳请假到6月1日由钱进代';

  it.each<[string[], string[]]>([
    [[away, '李芳销假'], []],
    [[away, '销假 李芳'], []],
    [[away, '李芳已销假了'], []],
    [[away, 'u2: 我销假'], []],
    [[away, 'u2: 销假'], []],
    [[away, '取消李芳的请假'], []],
    [[away, '撤销'], []],
    [[away, away], ['请假 李芳 2026-05-12~2026-06-01 钱进']],
    [[away, '李芳请假到6月5日由周敏代'], ['请假 李芳 2026-05-12~2026-06-05 周敏']],
    [[away, '李芳销假', '撤销'], ['请假 李芳 2026-05-12~2026-06-01 钱进']],
    [['李芳请假5月20日到6月1日由钱进代', '李芳销假'], ['请假 李芳 2026-05-20~2026-06-01 钱进']],
    [['李芳请假5月20日到6月1日由钱进代', '销假 李芳 确认'], []],
    [['李芳请假到6月31日由钱进代', '是'], ['请假 李芳 2026-05-12~2026-06-30 钱进']],
    [['能不能让李芳请假到6月1日由钱进代', '是'], ['请假 李芳 2026-05-12~2026-06-01 钱进']],
  ])('%j', async (lines, expected) => {
    expect((await saying(...lines)).effect).toEqual(expected);
  });

  it('marks the person in lists and on cards, as long as they are away', async () => {
    for (const look of ['13', '5月 李芳', '找 走访']) {
      expect((await saying(away, look)).answer, look).toContain('李芳(代:钱进)');
      expect((await saying(away, '李芳销假', look)).answer, look).not.toContain('代:钱进');
    }
    expect((await saying(away, '谁请假了')).answer).toContain('李芳 5月12日 周二—6月1日 周一(代:钱进)');
    expect((await saying(away, '人员')).answer).toContain('请假,代:钱进');
  });

  it('lets the deputy close where only those who answer may', async () => {
    const strict = aCrowd();
    const owners = {
      ...strict,
      settings: { ...strict.settings, rights: { ...strict.settings.rights, close: 'owners' as const } },
    };
    await chat.reset(owners);
    expect(await say('u4: 完成 13')).toContain('能办这件事的是');
    expect(await say(`u4: ${away}`)).toContain('能办这件事的是:李芳、周敏');
    await say(`u2: ${away}`);
    expect(await say('u4: 完成 13')).toContain('已办结');
  });
});

describe('who is who', () => {
  it.each(['人员', '谁是谁?', '名单', '看看人员', '绑定情况'])('%s', async (line) => {
    const { answer } = await saying(line);
    expect(answer).toMatch(/王明:还没对上.*未完成2项[\s\S]*李芳:是群里的小李 · 未完成2项/);
    expect(answer).toContain('绑定 王明 @他');
  });

  it.each([
    '请假',
    '谁请假了',
    '现在谁在请假?',
    '李芳请假了吗',
    '孙大请假了吗',
    '李芳请假到什么时候',
  ])('%s is looked up', async (line) => {
    const { answer, effect } = await saying(line);
    expect(answer).toMatch(/现在(?:没有人|李芳没有)请假/);
    expect(effect).toEqual([]);
  });
});

describe('what is refused says why and the way out', () => {
  it.each([
    ['绑定 李芳 @钱进', '“李芳”已经是小李的,没有改动。弄错了,请对方或管理员先发“解绑 李芳”'],
    ['绑定 李婷 @钱进', '绑定 李婷 @他 确认'],
    ['u3: 绑定 李婷 @访客 确认', '“李婷”已经是李婷的'],
    ['绑定 李芳 @小李', '已经是'],
    ['u3: 绑定 王明 @钱进', '能办这件事的是:钱进、周敏'],
    ['u3: 解绑 李芳', '能办这件事的是:李芳、周敏'],
    ['绑定 王明 陈晨', '群里有2个人叫“陈晨”'],
    ['绑定 王明 赵六', '群里还不认得“赵六”'],
    ['绑定 王明', '要把“王明”绑定给谁'],
    ['别名 王明 钱多多', '都还没有对上群里的人'],
    ['解绑 李婷', '没有绑定过'],
    ['解绑 王明', '没有绑定过'],
    ['u3: 解绑', '没有绑定过名字'],
    ['移交', '请说明从谁移交给谁'],
    ['移交 李芳', '移交给谁'],
    ['移交 孙大 李芳', '计划和群里都没有“孙大”'],
    ['把孙大的工作交给李芳', '计划和群里都没有“孙大”'],
    ['移交 李芳 小李', '两边都是'],
    ['移交 钱进 李芳', '钱进没有未完成的任务'],
    ['移交 李芳 陈晨', '群里有2个人叫“陈晨”'],
    ['移交 办公室 李芳', '“办公室”是单位'],
    ['移交 12、13 王明', '交办 12、13 王明'],
    ['把12移交给王明', '交办 12 王明'],
    ['李芳请假', '到哪天、由谁代'],
    ['李芳请假到6月1日', '李芳请假到6月1日 周一,由谁代'],
    ['李芳请假由钱进代', '请假到哪天'],
    ['李芳请假到5月1日由钱进代', '5月1日 周五)已经过去'],
    ['李芳请假到2月30日由钱进代', '没有“2月30日”这一天'],
    ['李芳请假6月1日到5月20日由钱进代', '结束早于开始'],
    ['李芳请假到6月1日由李芳代', '两边都是“李芳”'],
    ['李芳请假到6月1日由小李代', '两边都是“李芳”'],
    ['李芳请假到6月1日由孙大代', '计划和群里都没有“孙大”'],
    ['孙大请假到6月1日由李芳代', '计划和群里都没有“孙大”'],
    ['李芳请假到6月1日由陈晨代', '群里有2个人叫“陈晨”'],
    ['办公室请假到6月1日由李芳代', '“办公室”是单位'],
    ['u6: 我请假到6月1日,由李芳代', '还不知道您在计划里叫什么'],
    ['李芳销假', '现在没有请假'],
  ])('%s', async (line, mentioned) => {
    const { answer, effect } = await saying(line);
    expect(answer).toContain(mentioned);
    expect(effect).toEqual([]);
  });

  it('so is a deputy who is away', async () => {
    const { answer, effect } = await saying('钱进请假5月20日到6月5日由周敏代', '李芳请假到6月1日由钱进代');
    expect(answer).toContain('自己也请假,不能代');
    expect(effect).toEqual(['请假 钱进 2026-05-20~2026-06-05 周敏']);
  });
});

describe('what people say of people changes nothing by accident', () => {
  it.each([
    ...['王明是办公室的', '@钱进 是办公室的', '@钱进 是办公室', '钱进是王明', '@钱进 不是王明', '@钱进 是 王明吗'],
    ...['不要绑定 王明 @钱进', '王明是谁', '李芳就是认真', '王明和李芳是同事', '绑定会员卡', '绑定手机号的通知已发'],
    ...['取消绑定手机', '王明就是办公室主任', '我就是来问问的', '别名册上有王明'],
    ...['不要移交 李芳 王明', '能不能把李芳的任务移交给王明', '李芳的工作总结交给王明', '李芳的工作移交清单'],
    ...['移交档案', '移交档案给李芳', '移交档案给市局', '李芳把材料交给王明', '李芳交给王明一份材料', '交接班记录'],
    ...['李芳的任务书移交给王明', '如果李芳的工作交给王明', '李芳的工作应该交给王明', '李芳移交了材料'],
    ...['李芳请假条交了', '李芳不请假了', '李芳没请假', '李芳想请假到6月1日由钱进代', '请假制度修订'],
    ...['如果李芳请假到6月1日由钱进代', '李芳请假到6月1日由钱进代吗', '李芳请假到6月1日由钱进代可以吗'],
    ...['钱进代李芳开会', '李芳出差', '李芳出差到6月1日', '李芳休息', '李芳请假扣工资', '请假流程是什么'],
    ...['批准李芳请假', '李芳的请假单由钱进交', '李芳什么时候销假', '销假流程', '李芳还没销假', '人员培训', '名单已报'],
  ])('%s', async (line) => {
    const { answer, effect } = await saying(line);
    expect(effect, answer).toEqual([]);
    expect((await chat.workspace()).history).toEqual([]);
    expect(answer).not.toBe('');
  });
});
