import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aCheckedLedger } from '../builders/checking.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
beforeEach(() => chat.reset(aLedger()));
afterAll(() => chat.close());

/** Pieces of everything that can be said, so that random sentences come near to commands. */
const PIECES = [
  ...[
    '完成',
    '办结',
    '重开',
    '退回',
    '进展',
    '上报',
    '更正',
    '延期',
    '新增',
    '撤销',
    '导入',
    '确认导入',
    '放弃',
    '结转',
    '确认结转',
    '指标',
    '设置',
    '销号',
    '核实',
    '通过',
    '管理员',
    '需核实',
    '我是',
    '绑定',
    '解绑',
    '别名',
    '移交',
    '请假',
    '销假',
    '由',
    '代',
    '就是',
    '周报',
    '月报',
    '取消',
    '交办',
    '由',
    '负责',
    '修改',
    '时限',
    '标题',
    '责任人',
    '指标',
    '改为',
    '恢复',
  ],
  ...[
    '12',
    '5',
    '#3',
    '十二',
    '第十一项',
    '99',
    '15-18',
    '-1',
    '0',
    '1e9',
    '女职工普法讲座',
    '培训班',
    '职代会',
    '会员',
    '办公室',
    '李芳',
  ],
  ...[
    '到',
    '6月底',
    '下周五',
    '2月30日',
    '一周',
    '一季度',
    '4月',
    '3家',
    '新增3家',
    '累计45',
    '60%',
    '因场地装修',
    '全部',
    '本月',
    '已完成',
  ],
  ...[
    '了',
    '吗',
    '?',
    '没',
    '不',
    '能不能',
    '如果',
    '快',
    '要',
    '的',
    '把',
    ' ',
    ',',
    '、',
    ':',
    '\n',
    '@李四 ',
    '<at id=all></at>',
    '=cmd',
    '是',
    '否',
  ],
];

describe('whatever is said', () => {
  it('is answered, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }), async (pieces) => {
        expect(await chat.say(pieces.join(''))).not.toBe('');
        expect(chat.faults).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('in any characters is answered, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect(await chat.say(text)).not.toBe('');
        expect(chat.faults).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is taken back by as many 撤销', async () => {
    const CHANGES = [
      '完成 12',
      '完成 2、3',
      '完成 3 4月 已报',
      '进展 12 60%',
      '上报 5 3家',
      '延期 11 一周',
      '新增 走访企业',
      '重开 12',
      '我是 李婷',
      '绑定 王明 @李芳',
      '解绑 李芳',
      '移交 李芳 周敏 确认',
      '李芳 请假到6月1日 由周敏代',
      '李芳销假',
      '结转 12、15 到2027年 确定',
      '设置 周报 关',
      '取消 12、13 经费未批',
      '恢复 14',
      '交办 12、13 李芳',
      '修改 12 时限 6月底',
      '修改 7 指标 600',
      '设置 办结 需核实',
      '设置 导入 管理员',
      '设置 临期 5天',
      '设置 管理员 小李',
      '取消管理员 小李',
      '销号 12、13',
      '退回 13',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...CHANGES), { maxLength: 8 }), async (said) => {
        const ledger = aCheckedLedger();
        await chat.reset(ledger);
        for (const text of said) await chat.say(text);
        const changes = (await chat.workspace()).history.length;
        for (let index = 0; index < changes; index += 1) await chat.say('撤销');
        const { tasks, settings, members, leaves, administrators } = await chat.workspace();
        expect({ tasks, settings, members, leaves, administrators }).toEqual({
          tasks: ledger.tasks,
          settings: ledger.settings,
          members: ledger.members,
          leaves: ledger.leaves,
          administrators: ledger.administrators,
        });
        expect(await chat.say('撤销')).toContain('没有可以撤销的改动');
      }),
      { numRuns: 30 },
    );
  });
});

describe('every example of 帮助', () => {
  it.each(commands.flatMap(({ name, examples }) => examples.map(({ say }) => [say, name])))('%s is %s', async (say) => {
    const answer = await chat.say(say);
    expect(answer).not.toContain('没看懂');
    expect(chat.faults).toEqual([]);
  });

  it('belongs to a command whose match takes it', async () => {
    for (const { name, examples } of commands) expect(examples.length, name).toBeGreaterThan(0);
  });
});
