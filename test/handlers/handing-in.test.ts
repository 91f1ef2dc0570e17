import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../builders/acting.ts';
import { openChat } from '../builders/chat.ts';
import { aLedger } from '../builders/ledger.ts';

const PLAN = '2026年工作计划\n1. 7月召开例会。责任单位:办公室\n2. 8月组织走访。责任单位:组织部';
const file = (text = PLAN, name = '计划.txt') => ({ name, read: async () => Buffer.from(text) });

describe('a file sent in private', () => {
  let chat: Awaited<ReturnType<typeof openChat>>;
  beforeEach(async () => {
    chat = await openChat({ workspace: aLedger({ tasks: [], nextNumber: 1 }) });
  });
  afterEach(() => chat.close());

  const inPrivate = (text: string, by = 'u1', files = [file()]) =>
    chat.say(text, { workspace: `local:private-${by}`, chat: 'private', files: text === '' ? files : [], by });

  it('is asked about: which group it is for; nothing is drafted', async () => {
    expect(await inPrivate('')).toMatch(/“计划\.txt”里读出2项任务,要导入到哪个群\?[\s\S]*10分钟内/u);
    expect((await chat.store().read('local:private-u1'))?.imports ?? []).toEqual([]);
  });

  it('becomes the preview of the group where its sender says 导入, by the rights there', async () => {
    await inPrivate('');
    expect(await chat.say('导入')).toMatch(/【导入预览】[\s\S]*计划\.txt[\s\S]*2项任务/u);
    expect(await chat.say('确认导入')).toContain('#1—#2');
    expect((await chat.workspace()).tasks).toHaveLength(2);
  });

  it('takes the year that is said in the group', async () => {
    await inPrivate('', 'u1', [file('工作计划\n1. 7月召开例会。')]);
    expect(await chat.say('导入 2027')).toContain('2027年');
  });

  it('is nobody else’s', async () => {
    await inPrivate('', 'u2');
    expect(await chat.say('导入')).toContain('请把计划给我');
  });

  it('waits ten minutes and no longer', async () => {
    await inPrivate('');
    chat.clock.at = instant('2026-05-12', '10:09');
    expect(await chat.say('导入')).toContain('导入预览');
    chat.clock.at = instant('2026-05-12', '10:11');
    expect(await chat.say('导入')).toContain('请把计划给我');
  });

  it('stands back where something comes with 导入', async () => {
    await inPrivate('');
    expect(await chat.say('导入 2026\n1. 9月开展培训。')).toMatch(/粘贴的文字[\s\S]*1项任务/u);
  });

  it('may stay in the private chat', async () => {
    await inPrivate('');
    expect(await inPrivate('导入到这里')).toMatch(/【导入预览】[\s\S]*2项任务/u);
    expect(await inPrivate('确认导入')).toContain('#1—#2');
    expect((await chat.workspace()).tasks).toEqual([]);
  });

  it('that cannot be read, or holds no task, is told so at once and is not kept', async () => {
    expect(await inPrivate('', 'u1', [file('今天天气很好', '随笔.txt')])).toContain('没有读出任务');
    const unread = { name: '图.pdf', read: async () => Buffer.from('%PDF-1.7') };
    expect(await inPrivate('', 'u1', [unread])).toMatch(/PDF|pdf/u);
    expect(await chat.say('导入')).toContain('请把计划给我');
  });
});
