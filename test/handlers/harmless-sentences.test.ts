import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const sayTo = async (text: string): Promise<{ answer: string; effect: string[]; history: number }> => {
  const ledger = aLedger();
  await chat.reset(ledger);
  const answer = await chat.say(text);
  const after = await chat.workspace();
  return { answer, effect: effectOf(ledger, after), history: after.history.length };
};

/** Neither the tasks nor the settings nor the history are touched, and there is an answer. */
const isHarmless = async (text: string): Promise<string> => {
  const { answer, effect, history } = await sayTo(text);
  expect(effect, answer).toEqual([]);
  expect(history).toBe(0);
  expect(answer).not.toBe('');
  return answer;
};

describe('what only asks, wishes, supposes or denies changes nothing and offers the deed', () => {
  it.each([
    ...[
      '能不能完成12',
      '可不可以把12办结',
      '12完成了吗',
      '12完成了吗?',
      '12完成了没',
      '完成 12 了吗',
      '是否可以完成12',
      '完成12好吗',
    ],
    ...['12是不是完成了', '女职工普法讲座完成了吗', '12和13完成了吗', '12完成吧?', '要不要完成12', '完成 12 可以么'],
    ...[
      '想完成12',
      '我想把12完成',
      '希望12尽快完成',
      '12应该完成了吧',
      '12要完成',
      '12必须完成',
      '争取完成12',
      '女职工普法讲座该完成了',
    ],
    ...['如果12完成了', '要是12完成了就告诉我', '等12完成后再说', '如果可以的话完成12', '12完成的话'],
    ...[
      '12没完成',
      '12还没完成',
      '12未完成',
      '12没有完成',
      '12完成不了',
      '12不能完成',
      '别完成12',
      '先别完成12',
      '不要完成12',
      '12不算完成',
    ],
    ...['12无法完成', '暂不完成12', '女职工普法讲座没完成', '女职工普法讲座还没有办结', '12、13没完成'],
    ...[
      '12快完成了',
      '12基本完成',
      '12即将完成',
      '12差不多完成了',
      '12部分完成',
      '12正在完成',
      '12大概完成了',
      '12可能完成了',
    ],
    ...[
      '12明天完成',
      '12计划下周完成',
      '女职工普法讲座预计下周完成',
      '女职工普法讲座快完成了',
      '12完成一部分',
      '12完成并归档',
    ],
  ])('%s → 要办结', async (text) => {
    expect(await isHarmless(text)).toMatch(/要办结 #12/);
  });

  it.each([
    ['能不能把11延期到7月底?', '要延期 #11'],
    ['11需要延期到7月底', '要延期 #11'],
    ['延期 11 到7月底可以吗', '要延期 #11'],
    ['不要把11延期到7月底', '要延期 #11'],
    ['5上报了3家吗', '要上报 #5'],
    ['5预计新增3家', '要上报 #5'],
    ['5没有新增3家', '要上报 #5'],
    ['进展 12 定场地了吗?', '要记进展 #12'],
    ['能不能新增 7月开展消防演练', '要新增'],
    ['能不能把周报关了', '要把周报设为关'],
    ['不要关闭周报', '要把周报设为关'],
    ['完城 12', '要办结 #12'],
    ['完 12', '要办结 #12'],
    ['廷期 11 到7月底', '要延期 #11'],
    ['上抱 5 3家', '要上报 #5'],
    ['周报每周五17:00发', '要把周报设为每周五 17:00'],
    ['女职工普法讲座', '#12 女职工普法讲座'],
    ['培训班', '#17'],
    ['能不能取消12', '要取消 #12'],
    ['12取消了吗', '要取消 #12'],
    ['12要取消', '要取消 #12'],
    ['不要取消12', '要取消 #12'],
    ['12不取消', '要取消 #12'],
    ['如果12取消', '要取消 #12'],
    ['取销 12', '要取消 #12'],
    ['取消 14 吗', '#14 组织春游'],
    ['恢复 14 可以吗', '要恢复 #14'],
  ])('%s → %s', async (text, offered) => {
    expect(await isHarmless(text)).toContain(offered);
  });
});

describe('a question for a fact is looked up', () => {
  it.each([
    ...[
      '12什么时候完成',
      '12谁完成的',
      '12怎么还没完成',
      '为什么12没完成',
      '谁负责12',
      '12的完成情况',
      '12进展如何',
      '12的进展',
      '12完成时间',
    ],
    ...['女职工普法讲座什么时候完成', '12延期到什么时候', '12怎么样了'],
  ])('%s', async (text) => {
    expect(await isHarmless(text)).toMatch(/#12 女职工普法讲座/);
  });
});

describe('全部, a time or a name never stand for tasks in a change', () => {
  it.each([
    ...[
      '完成全部',
      '全部完成',
      '所有任务都完成了',
      '都完成了',
      '完成所有未完成的',
      '完成本月的',
      '完成李芳的',
      '完成 4月',
      '全部办结',
    ],
    ...['取消全部', '全部取消', '取消本月的'],
    ...['全部延期一周', '完成一季度的任务'],
  ])('%s', async (text) => {
    expect(await isHarmless(text)).toContain('不能代替编号');
  });

  it.each([
    ...[
      '本周的都完成了',
      '办公室的任务完成了',
      '李芳的都完成了',
      '4月的完成了',
      '已完成',
      '4月 已完成',
      '完成了哪些',
      '本月完成情况',
      '完成率',
    ],
    ...['完成情况', '12月完成', '未完成', '无进展', '没有进展', '取消的', '取消了哪些', '已取消', '本周的取消'],
  ])('%s is looked up', async (text) => {
    await isHarmless(text);
  });
});

describe('what is no period, no remark and no undoing', () => {
  it.each(['完成 3 13月', '完成 4 第99周', '完成 12,撤销', '收到', '收到,谢谢'])('%s', async (text) => {
    expect(await isHarmless(text)).not.toMatch(/要撤销/u);
  });
});

describe('two tasks are never guessed between', () => {
  it.each([
    '完成培训班',
    '取消培训班',
    '培训班取消了',
    '培训班完成了',
    '完成 举办培训班',
    '进展 培训班 名单已定',
    '延期 培训班 到年底',
  ])('%s', async (text) => {
    const answer = await isHarmless(text);
    expect(answer).toContain('#16');
    expect(answer).toContain('#17');
  });
});

describe('what speaks of another task as well is not done by halves', () => {
  it.each([
    ...[
      '12和13,12完成了',
      '12完成了,13没有',
      '完成 12 但是13没完成',
      '完成12-15除13',
      '完成12并延期13',
      '重开12 完成13',
      '12完成,13还没',
    ],
    ...['完成 12、13场', '12、13只完成了12', '除了12都完成了', '12以外的都完成了', '完成除12以外的'],
  ])('%s', async (text) => {
    await isHarmless(text);
  });
});

describe('what may mean something else is asked', () => {
  it.each([
    ['完成 12 60%', '进度60%'],
    ['完成 6 2场', '上报 6 2场'],
    ['12已完成2场', '办结 #12'],
    ['完成 12 职工书画展', '#1'],
    ['女职工普法讲座方案完成了', '要办结 #12'],
    ['女职工普法讲座海报设计完成', '要办结 #12'],
    ['完成 宣讲', '要办结 #6'],
    ['完成情况摸底表的填报', ''],
    ['延期 11 15日', '还是多少天'],
    ['新增会员120人', '还是加一项任务'],
    ['新增 女职工普法讲座', '已有相近的'],
    ['我是 张三', '要记下您是'],
    ['撤销 12', '#12'],
    ['取消完成 12', '重开'],
    ['取消 12 的办结', '要重开 #12'],
    ['取消12的延期', '刚延的期'],
    ['取消延期 12', '刚延的期'],
    ['12不办了', '要取消 #12'],
    ['12不开展了,经费没批', '要取消 #12'],
    ['12取消,改为线上', '要取消 #12'],
    ['取消12的场地', '要取消 #12'],
    ['12取消一场', '要取消 #12'],
    ['恢复 12 的场地', '要恢复 #12'],
  ])('%s', async (text, mentioned) => {
    expect(await isHarmless(text)).toContain(mentioned);
  });
});

describe('what is not there or cannot be is refused in a sentence', () => {
  it.each([
    ['完成 99', '没有 #99'],
    ['完成 14', '恢复 14'],
    ['取消 14', '恢复 14'],
    ['取消 99', '没有 #99'],
    ['取消', '请带上编号'],
    ['取消 火箭发射', '没有找到'],
    ['取消导入', '没有等待确认的导入'],
    ['恢复 12', '没有取消'],
    ['恢复', '请带上编号'],
    ['完成', '请带上编号'],
    ['完成 火箭发射', '没有找到'],
    ['完成 -1', '没有找到'],
    ['完成 1-9999', '没有找到'],
    ['完成 12项', '没有找到'],
    ['完成 2 三季度', '还没开始'],
    ['完成 12 一季度', '不是周期任务'],
    ['完成 3 1-3月', '写明哪一期'],
    ['重开 12', '还没有办结'],
    ['进展 12', '请写上内容'],
    ['进展 12 120%', '0%到100%'],
    ['上报 12 3', '没有指标'],
    ['上报 5 -3', '不是能上报的数'],
    ['上报 5', '请写上数'],
    ['延期 11', '延期到哪天'],
    ['延期到7月底', '请带上编号'],
    ['延期 11 到6月10日', '延期要比它晚'],
    ['延期 11 到4月底', '已经过去'],
    ['延期 11 到2月30日', '没有“2月30日”'],
    ['撤销', '没有可以撤销的改动'],
    ['撤销 c9', '没有 c9'],
    ['确认导入', '没有等待确认的导入'],
    ['放弃', '没有等待确认的导入'],
    ['设置 周报 周八', '没看懂'],
    ['设置 周报 25:00', '没看懂'],
    ['我是李芳', '已经是'],
    ['是', '没有等您回答的问题'],
    ['累计', '没有等您回答的问题'],
    ['第一个', '没有等您回答的问题'],
  ])('%s', async (text, mentioned) => {
    expect(await isHarmless(text)).toContain(mentioned);
  });
});

describe('what is no command is never silence', () => {
  it.each([
    ...[
      '你好',
      '谢谢',
      '今天天气不错',
      '张三完成了',
      '12 场地已定',
      '12 done',
      '完成12的场地布置',
      '上报 5 3-5家',
      '5还差3家',
    ],
    ...[
      '12无进展',
      '取消报名',
      '取消提醒',
      '活动取消',
      '会议取消了',
      '12不开会',
      '恢复职工食堂',
      '12恢复正常',
      '🎉',
      '。',
      'SELECT * FROM tasks',
      '<at id=all></at>',
      '导入了吗',
      '我是来测试的',
      '做好12',
      '12完成后通知我',
      '上报了吗',
    ],
  ])('%s', async (text) => {
    await isHarmless(text);
  });
});
