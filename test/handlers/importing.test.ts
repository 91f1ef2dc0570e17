import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import type { IncomingFile } from '../../src/chat/message.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aWorkspace } from '../builders/workspace.ts';

const PLAN = `一、组织建设
1. 4月召开职工代表大会,到会不少于100人。责任单位:办公室
2. 每季度走访企业。责任人:王强`;

let chat: Chat;
beforeEach(async () => {
  chat = await openChat({ workspace: aWorkspace() });
});
afterEach(() => chat.close());

const file = (text: string, name = '计划.txt'): IncomingFile => ({
  name,
  read: async () => new TextEncoder().encode(text),
});
const titles = async () => (await chat.workspace()).tasks.map(({ text }) => text);

describe('导入', () => {
  it('shows first and writes on 确认导入', async () => {
    const preview = await chat.say(`导入 2026\n${PLAN}`);
    expect(preview).toContain('2项任务');
    expect(preview).toContain('确认导入 i1');
    expect(await titles()).toEqual([]);
    const receipt = await chat.say('确认导入');
    expect(receipt).toContain('0 → 2项任务(#1—#2)');
    expect(receipt).toContain('管理员');
    expect(receipt).toContain('撤销 c1');
    expect(await titles()).toHaveLength(2);
    expect((await chat.workspace()).administrators).toEqual(['u1']);
  });

  it.each([
    ['a file with the word', { text: '导入 2026', files: [file(PLAN)] }],
    ['a file alone', { text: '', files: [file(PLAN)] }],
    ['a quoted message', { text: '导入2026年工作计划', quotedText: PLAN }],
    ['the same line', { text: '请导入 2026年计划:4月召开职工代表大会。5月组织健步走。' }],
    ['a bare 导入 before the text', { text: `導入\n${PLAN}` }],
  ])('takes %s', async (_, message) => {
    expect(await chat.say(message.text, message)).toContain('确认导入 i1');
    expect(await titles()).toEqual([]);
    await chat.say('确认导入 i1');
    expect((await titles()).length).toBeGreaterThan(0);
  });

  it('reads the year said', async () => {
    await chat.say(`导入 2027\n${PLAN}`);
    await chat.say('确认导入');
    expect((await chat.workspace()).plans.map(({ year }) => year)).toEqual([2027]);
  });

  it('says how when there is nothing to read', async () => {
    for (const text of ['导入', '导入 2026']) expect(await chat.say(text)).toContain('换行贴上计划文字');
    expect(await chat.say('导入 2026\n啊')).toContain('没有读出任务');
    expect((await chat.workspace()).imports).toEqual([]);
  });

  it.each([
    [new BanjieError('unreadable-document', '这个文件读不了,请另存为 txt。'), '另存为 txt'],
    [new BanjieError('too-large', 'x'), '超过10MB'],
    [new BanjieError('platform-unavailable', 'x'), '没有取到'],
  ])('tells why a file could not be read: %s', async (error, sentence) => {
    const unreadable = { name: '计划.doc', read: () => Promise.reject(error) };
    expect(await chat.say('导入 2026', { files: [unreadable] })).toContain(sentence);
    expect((await chat.workspace()).imports).toEqual([]);
  });

  it('is dropped by 放弃', async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    expect(await chat.say('放弃')).toContain('已放弃');
    expect(await chat.say('确认导入 i1')).toContain('已经放弃');
    expect(await titles()).toEqual([]);
  });

  it('is confirmed once, whoever presses', async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.press('确认导入 i1', '', 'u2');
    expect((await chat.press('确认导入 i1', '', 'u1')).toast).toContain('已经确认');
    expect(await titles()).toHaveLength(2);
  });

  it('is taken back whole by 撤销, and its numbers are not given again', async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    await chat.say('撤销');
    expect(await titles()).toEqual([]);
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    expect((await chat.workspace()).tasks.map(({ number }) => number)).toEqual([3, 4]);
  });

  it('of the same plan again brings nothing new', async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    expect(await chat.say(`导入 2026\n${PLAN}`)).toContain('没有新任务');
  });

  it('shows people’s text as written', async () => {
    const hostile = '4月开展<at id=all></at>@all =cmd|calc **宣传**活动。';
    await chat.say(`导入 2026\n1. ${hostile}`);
    await chat.say('确认导入');
    expect(await titles()).toEqual([expect.stringContaining('<at id=all></at>@all =cmd|calc **宣传**')]);
    expect(await chat.say('查看 1')).toContain('<at id=all></at>@all =cmd|calc **宣传**');
  });
});

describe('查看导入', () => {
  const shown = async (text: string) => {
    await chat.say(`导入 2026\n下载次数:20\n${PLAN}`);
    return chat.say(text);
  };

  it.each([
    ['查看导入', '第1项 4月召开职工代表大会,到会不少于100人 · 4月1日—4月30日 · 办公室'],
    ['查看导入 2', '责任人:王强'],
    ['看看导入的第2项', '责任人:王强'],
    ['查看导入 i1 第二项', '时限:每季度(原文“每季度”)'],
    ['查看导入 存疑', '指标没说新增还是累计:“到会100人”'],
    ['查看导入 没有导入的', '套话:下载次数:20'],
    ['查看导入 第9页', '第2项 每季度走访企业'],
    ['查看导入 9', '没有第9项'],
    ['查看导入 i7', '没有等待确认的导入'],
  ])('%s shows %s and writes nothing', async (text, line) => {
    expect(await shown(text)).toContain(line);
    expect(await titles()).toEqual([]);
  });

  it('says so when nothing waits', async () => {
    expect(await chat.say('查看导入')).toContain('没有等待确认的导入');
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    expect(await chat.say('查看导入 i1')).toContain('已经确认');
  });
});

describe('a revised plan', () => {
  const REVISED = `一、组织建设
1. 6月召开职工代表大会,到会不少于100人。责任单位:办公室
2. 9月举办职工书画展。责任单位:宣教部`;
  const REVISION = `导入 2026\n${REVISED}`;

  beforeEach(async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    await chat.say('进展 1 场地已定');
    await chat.say('上报 1 新增98人');
  });

  it('shows what is new, changed and gone, and writes nothing yet', async () => {
    const preview = await chat.say(REVISION);
    expect(preview).toContain('新增1项 · 修改1项 · 取消1项 · 未变0项');
    expect(preview).toContain('时限 4月1日—4月30日 → 6月1日—6月30日');
    expect(preview).toContain('#2《每季度走访企业》');
    expect((await chat.workspace()).tasks.map(({ cancelled }) => cancelled)).toEqual([null, null]);
    expect(await chat.say('查看导入 修改')).toContain('#1《6月召开职工代表大会');
    expect(await chat.say('查看导入 取消')).toContain('#2《每季度走访企业》');
  });

  it('confirmed changes the tasks with their work and numbers, and tells each before → after', async () => {
    await chat.say(REVISION);
    const receipt = await chat.say('确认导入');
    expect(receipt).toContain('0 → 1项任务(#3《9月举办职工书画展》)');
    expect(receipt).toContain('时限 4月1日—4月30日 → 6月1日—6月30日');
    expect(receipt).toContain('取消 #2《每季度走访企业》');
    const [first, second] = (await chat.workspace()).tasks;
    expect(first).toMatchObject({ number: 1, schedule: { end: '2026-06-30' }, progress: [{ text: '场地已定' }] });
    expect(first?.reports).toHaveLength(1);
    expect(second?.cancelled).not.toBeNull();
    expect(await chat.say('记录 1')).toContain('时限 4月1日—4月30日 → 6月1日—6月30日');
    expect(await chat.say('记录 2')).toContain('取消:修订后的计划中没有这一项');
    await chat.say('撤销');
    expect((await chat.workspace()).tasks.map(({ number, cancelled }) => [number, cancelled])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it.each(['确认导入 不取消', '确认导入,不取消', '确认导入 i2 只增改'])('%s leaves what is gone', async (text) => {
    await chat.say(REVISION);
    expect(await chat.say(text)).toContain('#3《9月举办职工书画展》');
    expect((await chat.workspace()).tasks.every(({ cancelled }) => cancelled === null)).toBe(true);
  });
});

describe('a group without a plan', () => {
  it.each([
    '完成 12',
    '完成 培训班',
    '进展 12 场地已定',
    '上报 12 3',
    '延期 12 到6月底',
    '重开 12',
    '本周',
    '统计',
    '你在干嘛',
    '周报',
  ])('%s tells how to begin', async (text) => {
    expect(await chat.say(text)).toContain('导入');
  });

  it('may add a task without one', async () => {
    expect(await chat.say('新增 6月底前召开职代会')).toContain('新增 #1');
  });
});

describe('two groups', () => {
  it('see nothing of each other', async () => {
    await chat.say(`导入 2026\n${PLAN}`);
    await chat.say('确认导入');
    const other = { workspace: 'local:other' };
    expect(await chat.say('本年', other)).not.toContain('职工代表大会');
    expect(await chat.say('完成 1', other)).toContain('没有 #1');
    expect(await chat.say('撤销', other)).toContain('没有可以撤销');
    expect((await chat.workspace()).tasks.every(({ closings }) => closings.length === 0)).toBe(true);
  });
});

describe('a confirmation that is not plainly one', () => {
  it.each([
    '确认导人',
    '确仞导入',
    '要不要确认导入',
    '能不能确认导入',
    '先别确认导入',
  ])('%s only offers it', async (text) => {
    await chat.say(`导入 2026\n${PLAN}`);
    expect(await chat.say(text)).toContain('确认导入 i1');
    expect(await titles()).toEqual([]);
  });
});
