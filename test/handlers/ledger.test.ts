import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingFile } from '../../src/chat/message.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { edited, handedOut, type OpenLedger, sayWithFiles } from '../builders/ledger-file.ts';
import { anOffice } from '../builders/office.ts';
import { aPlan } from '../builders/workspace.ts';

let chat: Chat;
beforeEach(async () => {
  chat = await openChat({ workspace: anOffice({ plans: [aPlan({ title: '临江区总工会2026年工作计划' })] }) });
});
afterEach(() => chat.close());

const asFile = (bytes: Uint8Array, name = '台账.xlsx'): IncomingFile => ({ name, read: async () => bytes });
const task = async (number: number): Promise<Task> => {
  const found = (await chat.workspace()).tasks.find((each) => each.number === number);
  if (!found) throw new Error(`no task ${number}`);
  return found;
};
/** Hands the ledger out, has it changed offline, and sends it back the next day. */
const sendBack = async (change: (ledger: OpenLedger) => void, meanwhile: string[] = [], text = '导入') => {
  const { bytes } = await handedOut(chat);
  for (const said of meanwhile) await chat.say(said);
  chat.clock.at = instant('2026-05-13', '09:00');
  return sayWithFiles(chat, text, { files: [asFile(await edited(bytes, change))] });
};

describe('导出', () => {
  it.each([
    ['导出', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['导出台账', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['台账', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['下载台账', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['發一份督辦台賬', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['导出 2026年', '临江区总工会2026年督办台账(截至5月12日).xlsx'],
    ['导出 办公室', '临江区总工会2026年督办台账(办公室 截至5月12日).xlsx'],
    ['导出办公室台账', '临江区总工会2026年督办台账(办公室 截至5月12日).xlsx'],
    ['办公室的台账', '临江区总工会2026年督办台账(办公室 截至5月12日).xlsx'],
    ['导出 宣教部 未完成', '临江区总工会2026年督办台账(宣教部 未完成 截至5月12日).xlsx'],
  ])('%s hands out %s', async (text, name) => {
    expect((await handedOut(chat, text)).name).toBe(name);
  });

  it.each([
    ['导出', Array.from({ length: 20 }, (_, index) => index + 1)],
    ['导出 办公室', [6, 8]],
    ['导出 宣教部 未完成', [1, 3]],
    ['导出 已取消', [8]],
    ['导出 5月 组织部', [2]],
  ])('%s holds %j', async (text, numbers) => {
    let held: unknown[] = [];
    await edited((await handedOut(chat, text)).bytes, ({ rows, head }) => {
      held = rows.map((row) => row[head.indexOf('任务编号')]);
    });
    expect(held).toEqual(numbers);
  });

  it('says so when nothing meets the filter, and writes nothing', async () => {
    const before = await chat.workspace();
    expect(await chat.say('导出 2025年')).toContain('没有“2025年”的任务');
    expect(await chat.say('导出 逾期 组织部')).toContain('没有“逾期 组织部”的任务');
    expect(await chat.workspace()).toEqual(before);
  });

  it('is made again the same, whatever was done meanwhile', async () => {
    const { reply } = await chat.receive(chat.message('导出'));
    const first = await handedOut(chat);
    if (reply?.kind !== 'file' || reply.paper.kind !== 'ledger') throw new Error('no ledger');
    const { ledgerXlsx } = await import('../../src/exports/ledger-xlsx.ts');
    for (const said of ['完成 1', '进展 2 已报名30人', '延期 2 到6月底', '新增 6月底前召开座谈会'])
      await chat.say(said);
    const again = await ledgerXlsx(reply.paper, await chat.workspace());
    expect(Buffer.from(again).equals(Buffer.from(first.bytes))).toBe(true);
  });
});

describe('a ledger sent back as it was', () => {
  it('brings nothing, with the word or without', async () => {
    const { bytes } = await handedOut(chat);
    for (const text of ['导入', '']) {
      expect(await sayWithFiles(chat, text, { files: [asFile(bytes)] })).toBe('台账里没有要写入的改动');
    }
    expect((await chat.workspace()).imports).toEqual([]);
  });

  it('brings nothing though the group went on', async () => {
    const said = await sendBack(
      () => undefined,
      ['完成 1', '进展 2 已报名', '延期 2 到6月底', '新增 6月底前召开座谈会'],
    );
    expect(said).toBe('台账里没有要写入的改动');
  });

  it('is none of another group', async () => {
    const { bytes } = await handedOut(chat);
    const said = await sayWithFiles(chat, '导入', { files: [asFile(bytes)], workspace: 'local:other' });
    expect(said).toContain('不是从本群导出的');
  });
});

describe('a changed ledger', () => {
  it('is shown first; nothing is written before 确认导入, then all in one record that can be taken back', async () => {
    const before = await chat.workspace();
    const preview = await sendBack((ledger) => {
      ledger.set(2, '责任单位', '组织部、办公室');
      ledger.set(2, '进展情况', `${ledger.cell(2, '进展情况')}\n讲师已定(60%)`);
      ledger.set(9, '办结日期', '2026/5/11');
      ledger.add({ 工作任务: '举办职工运动会', 责任单位: '宣教部', 完成时限: '10月底前', 量化目标: '参加 ≥300人' });
      ledger.remove(20);
    });
    expect(preview).toContain('台账(导出于5月12日)共20行:新增1项 · 修改2项 · 删去1行 · 未变17项');
    expect(preview).toContain('#2《举办工会主席培训班》责任单位 组织部 → 组织部、办公室;进展 “讲师已定 60%”');
    expect(preview).toContain('#9《走访第1批企业》办结 (5月11日 周一)');
    expect(preview).toContain('举办职工运动会 · 10月31日 周六前 · 宣教部');
    expect((await chat.workspace()).tasks).toEqual(before.tasks);

    const receipt = await chat.say('确认导入');
    expect(receipt).toContain('导入台账:0 → 1项任务(#21《举办职工运动会》),修改2项,取消1项');
    expect(receipt).toContain('取消 #20《走访第12批企业》:台账里删去了这一行');
    expect(await task(2)).toMatchObject({ units: ['组织部', '办公室'] });
    expect((await task(2)).progress.at(-1)).toMatchObject({ text: '讲师已定', percent: 60, by: 'u1' });
    expect((await task(9)).closings).toMatchObject([{ period: null, late: false, at: instant('2026-05-11', '18:00') }]);
    expect(await task(21)).toMatchObject({
      schedule: { start: null, end: '2026-10-31' },
      units: ['宣教部'],
      targets: [{ name: '参加', value: 300, unit: '人', op: '>=' }],
      plan: null,
    });
    expect((await task(20)).cancelled?.reason).toBe('台账里删去了这一行');
    expect((await chat.workspace()).history).toHaveLength(1);

    await chat.say('撤销');
    expect((await chat.workspace()).tasks).toEqual(before.tasks);
  });

  it.each([
    ['确认导入 不取消', null],
    ['确认导入', '台账里删去了这一行'],
  ])('%s: a row that was taken out', async (confirm, reason) => {
    await sendBack((ledger) => {
      ledger.remove(20);
      ledger.set(1, '责任人', '周敏');
    });
    await chat.say(confirm);
    expect((await task(20)).cancelled?.reason ?? null).toBe(reason);
    expect((await task(1)).owners).toEqual(['周敏']);
  });

  it('of which only a part came back takes nothing away', async () => {
    const preview = await sendBack((ledger) => {
      ledger.remove(...Array.from({ length: 17 }, (_, index) => index + 4));
      ledger.set(1, '责任人', '周敏');
    });
    expect(preview).toContain('只有原台账的3行(原有20行),没有的各行不动');
    await chat.say('确认导入');
    expect((await chat.workspace()).tasks.filter(({ cancelled }) => cancelled).map(({ number }) => number)).toEqual([
      8,
    ]);
  });

  it('sent twice is taken once', async () => {
    const change = (ledger: OpenLedger) => {
      ledger.set(1, '进展情况', '场地已定');
      ledger.set(9, '办结日期', '2026-05-12');
      ledger.add({ 工作任务: '举办职工运动会' });
    };
    const { bytes } = await handedOut(chat);
    const file = asFile(await edited(bytes, change));
    chat.clock.at = instant('2026-05-13');
    await sayWithFiles(chat, '导入', { files: [file] });
    await chat.say('确认导入');
    const said = await sayWithFiles(chat, '导入', { files: [file] });
    expect(said).toContain('新增0项 · 修改0项 · 冲突1项');
    expect(said).toContain('#9《走访第1批企业》办结 (5月12日 周二)(已有期办结,不写)');
    expect((await chat.workspace()).tasks).toHaveLength(21);
  });
});

describe('a conflict', () => {
  it.each([
    ['责任人 in both', ['责任人', '周敏'], [], '责任人 群里已经改过,保留李芳(台账改为周敏)'],
  ] as const)('%s', async (_, [column, value], meanwhile, line) => {
    const { bytes } = await handedOut(chat);
    await chat.reset({
      ...(await chat.workspace()),
      tasks: (await chat.workspace()).tasks.map((each) => (each.number === 1 ? { ...each, owners: ['李芳'] } : each)),
      history: [
        {
          id: 'c1',
          verb: 'edit',
          by: 'u2',
          at: instant('2026-05-12', '11:00'),
          message: 'm',
          summary: '修改',
          undoneBy: null,
          edits: [{ on: { kind: 'task', number: 1 }, field: 'owners', before: [], after: ['李芳'] }],
        },
      ],
    });
    for (const said of meanwhile) await chat.say(said);
    const preview = await sayWithFiles(chat, '导入', {
      files: [asFile(await edited(bytes, (ledger) => ledger.set(1, column, value)))],
    });
    expect(preview).toContain('台账和群里都改过,保留群里的');
    expect(preview).toContain(line);
    expect(await chat.say('确认导入')).toContain('没有要写入的改动');
    expect((await task(1)).owners).toEqual(['李芳']);
  });

  it.each([
    ['延期 2 到7月10日', '完成时限', '2026-06-20', '时限 群里已经延期,保留5月1日—7月10日(台账改为5月1日—6月20日)'],
    ['完成 9', '办结日期', '2026-05-11', '办结 (5月11日 周一)(已有期办结,不写)'],
    ['延期 6 到11月30日', '完成时限', '2026-10-31', '延期 9月30日 周三 → 10月31日 周六(群里已经延期,不写)'],
  ] as const)('%s against %s', async (said, column, value, line) => {
    const number = Number(/\d+/.exec(said)?.[0]);
    const preview = await sendBack((ledger) => ledger.set(number, column, value), [said]);
    expect(preview).toContain(line);
    const before = await task(number);
    await chat.say('确认导入');
    expect(await task(number)).toEqual(before);
  });

  it('does not stop what is none', async () => {
    await sendBack(
      (ledger) => {
        ledger.set(2, '完成时限', '2026-06-20');
        ledger.set(2, '责任领导', '王明');
      },
      ['延期 2 到7月10日'],
    );
    await chat.say('确认导入');
    expect(await task(2)).toMatchObject({ leaders: ['王明'], schedule: { end: '2026-05-31' } });
    expect((await task(2)).extensions).toHaveLength(1);
  });
});

describe('what is changed in vain is named', () => {
  it.each([
    [5, '办结日期', null, '#5 办结日期清空了:要重开请发“重开 5”'],
    [5, '办结日期', '2026-05-10', '#5 办结日期改成了“2026年5月10日”:已经办结,日期不改'],
    [9, '办结日期', '2027-01-01', '#9 办结日期改成了“2027-01-01”:这一天还没到,没有办结'],
    [9, '办结日期', '快了', '#9 办结日期改成了“快了”:没看懂'],
    [1, '状态灯', '已办结', '#1 状态灯改成了“已办结”:由机器人按时限和办结计算,要办结请填“办结日期”'],
    [2, '完成率', '80%', '#2 完成率改成了“80%”:由机器人'],
    [6, '延期次数', 3, '#6 延期次数改成了“3”:由机器人填写'],
    [6, '完成时限', '2026-08-01', '#6 完成时限改成了“2026-08-01”:已延过期'],
    [4, '完成时限', '2026-05-20', '#4 完成时限改成了“2026-05-20”:是周期任务'],
    [1, '完成时限', '尽快', '#1 完成时限改成了“尽快”:没看懂'],
    [2, '量化目标', '越多越好', '#2 量化目标改成了“越多越好”:没看懂'],
    [2, '进展情况', null, '#2 进展情况清空了:原有的内容不删'],
    [1, '工作任务', null, '#1 工作任务清空了:工作任务不能为空'],
    [8, '责任人', '周敏', '#8 责任人改成了“周敏”:这项已取消'],
    [1, '任务编号', 99, '导出时没有 #99'],
    [1, '任务编号', '一号', '任务编号“一号”不是编号'],
    [1, '任务编号', 2, '#2 有2行'],
  ] as const)('%i %s %j', async (number, column, value, line) => {
    const { bytes } = await handedOut(chat);
    const cell = value === '2026-05-10' && number === 5 ? new Date(Date.UTC(2026, 4, 10)) : value;
    const file = asFile(await edited(bytes, (ledger) => ledger.set(number, column, cell)));
    const before = (await chat.workspace()).tasks;
    const said = await sayWithFiles(chat, '导入', { files: [file] });
    const listed = said.includes('确认导入') ? await chat.say('查看导入 没有导入的') : said;
    expect(listed).toContain(line);
    await chat.say('确认导入 不取消');
    expect((await chat.workspace()).tasks).toEqual(before);
  });
});

describe('查看导入 of a ledger', () => {
  beforeEach(() =>
    sendBack((ledger) => {
      ledger.set(2, '责任领导', '王明');
      ledger.set(2, '状态灯', '已办结');
      ledger.set(1, '进展情况', '场地已定');
      ledger.add({ 工作任务: '近期举办职工运动会' });
      ledger.remove(20);
    }),
  );

  it.each([
    ['查看导入', '第1项 近期举办职工运动会 · 未排期 · 新增'],
    ['查看导入 修改', '#2《举办工会主席培训班》责任领导 无 → 王明'],
    ['查看导入 2', '进展 “场地已定”'],
    ['查看导入 取消', '#20《走访第12批企业》'],
    ['查看导入 存疑', '第1项 近期举办职工运动会 · 时间没有写明'],
    ['查看导入 没有导入的', '#2 状态灯改成了“已办结”'],
  ])('%s shows %s', async (text, line) => {
    expect(await chat.say(text)).toContain(line);
  });
});

describe('a ledger that cannot be read', () => {
  const withMark = async (name: string, value: string | null): Promise<IncomingFile> => {
    const { bytes } = await handedOut(chat);
    return asFile(
      await edited(bytes, ({ mark }) => {
        const row = mark.find(([said]) => said === name);
        if (row) row[1] = value;
      }),
    );
  };

  it.each([
    ['格式', '2', '更新版本的程序导出的'],
    ['格式', null, '不完整了'],
    ['工作群', 'zz', '不完整了'],
    ['工作群', 'abcdef0123456789', '不是从本群导出的'],
    ['截至', '很久以前', '不完整了'],
    ['改动', '9', '退回过更早的时候'],
    ['年度', '26', '不完整了'],
    ['任务', '1-999999999', '不完整了'],
  ])('%s %j: %s', async (name, value, sentence) => {
    expect(await sayWithFiles(chat, '导入', { files: [await withMark(name, value)] })).toContain(sentence);
    expect((await chat.workspace()).imports).toEqual([]);
  });

  it('without its head', async () => {
    const { bytes } = await handedOut(chat);
    const file = await edited(bytes, (ledger) => {
      ledger.head[1] = '编码';
    });
    expect(await sayWithFiles(chat, '导入', { files: [asFile(file)] })).toContain('找不到“任务编号”');
  });

  it('together with something else', async () => {
    const { bytes } = await handedOut(chat);
    expect(await sayWithFiles(chat, '导入', { files: [asFile(bytes), asFile(bytes)] })).toContain('台账请单独发');
  });

  it('without its mark is a plan like any other', async () => {
    const { bytes } = await handedOut(chat);
    const { readXlsx } = await import('hucre');
    const { writtenXlsx } = await import('../builders/sheet.ts');
    const [shown] = (await readXlsx(bytes)).sheets;
    const file = await writtenXlsx({ rows: shown?.rows ?? [] });
    expect(await sayWithFiles(chat, '导入 2026', { files: [asFile(file)] })).toContain('导入预览');
  });
});

describe('rights', () => {
  it('closings a person may not make are told, the rest is done', async () => {
    await chat.say('设置 办结 责任人');
    const workspace = await chat.workspace();
    await chat.reset({
      ...workspace,
      settings: { ...workspace.settings, rights: { ...workspace.settings.rights, close: 'owners' } },
    });
    const { bytes } = await handedOut(chat);
    const file = await edited(bytes, (ledger) => {
      ledger.set(1, '办结日期', '2026-05-12');
      ledger.set(1, '配合单位', '组织部');
    });
    await sayWithFiles(chat, '导入', { files: [asFile(file)], by: 'u3' });
    const receipt = await chat.say('确认导入', { by: 'u3' });
    expect(receipt).toContain('配合单位 无 → 组织部');
    expect(receipt).toContain('能办这件事的是:');
    expect(await task(1)).toMatchObject({ closings: [], supportingUnits: ['组织部'] });
  });
});
