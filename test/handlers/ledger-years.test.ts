import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingFile } from '../../src/chat/message.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { instant } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aLedger } from '../builders/ledger.ts';
import { edited, handedOut, type OpenLedger, sayWithFiles } from '../builders/ledger-file.ts';
import { aPlan } from '../builders/workspace.ts';

let chat: Chat;
beforeEach(async () => {
  const plans = [aPlan(), aPlan({ id: 'p2', title: '2027年工作计划', year: 2027 })];
  chat = await openChat({ workspace: aLedger({ plans }) });
  chat.clock.at = instant('2027-01-08');
});
afterEach(() => chat.close());

const asFile = (bytes: Uint8Array): IncomingFile => ({ name: '台账.xlsx', read: async () => bytes });

/** What a handed-out ledger holds. */
const held = async (text: string): Promise<OpenLedger> => {
  let found: OpenLedger | undefined;
  await edited((await handedOut(chat, text)).bytes, (ledger) => {
    found = ledger;
  });
  if (!found) throw new Error('no ledger');
  return found;
};

const numbersOf = ({ rows, head }: OpenLedger): unknown[] => rows.map((row) => row[head.indexOf('任务编号')]);

const sendBack = async (bytes: Uint8Array, change: (ledger: OpenLedger) => void): Promise<string> =>
  sayWithFiles(chat, '导入', { files: [asFile(await edited(bytes, change))] });

describe('the ledger of a year from which a task was carried on', () => {
  beforeEach(async () => {
    await chat.say('结转 9 到2027年 确定');
    chat.clock.at = instant('2027-01-12');
    await chat.say('完成 9');
    chat.clock.at = instant('2027-01-13');
  });

  it('has it as it was left; that of the new year as it is', async () => {
    const old = await held('导出 2026年');
    expect([old.cell(9, '办结日期'), old.cell(9, '状态灯'), old.cell(9, '备注')]).toEqual([
      null,
      '逾期',
      '已结转至2027年',
    ]);
    const now = await held('导出 2027年');
    expect(numbersOf(now)).toEqual([9]);
    expect([now.cell(9, '状态灯'), now.cell(9, '备注')]).toEqual(['已办结', expect.stringContaining('结转自2026年')]);
  });

  it('sent back as it was brings nothing', async () => {
    const { bytes } = await handedOut(chat, '导出 2026年');
    expect(await sendBack(bytes, () => undefined)).toBe('台账里没有要写入的改动');
  });

  it('changes the task in its new year alone, and does not cancel it with its old row', async () => {
    const { bytes } = await handedOut(chat, '导出 2026年');
    const { tasks, imports } = await chat.workspace();
    const changed = await sendBack(bytes, (ledger) => ledger.set(9, '责任单位', '工会办'));
    expect(changed).toContain('这项已结转至2027年,请在2027年的台账里改');
    expect(await sendBack(bytes, (ledger) => ledger.remove(9))).toBe('台账里没有要写入的改动');
    expect(await chat.workspace()).toMatchObject({ tasks, imports });
  });

  it('is that of the year a time lies in', async () => {
    expect((await handedOut(chat, '导出 2026年11月')).name).toContain('2026年督办台账(2026年11月 ');
  });
});

describe('待销号', () => {
  it('holds what waits and nothing that was cancelled', async () => {
    const workspace = aLedger({ settings: { ...DEFAULT_SETTINGS, checksClosings: true }, administrators: ['u9'] });
    await chat.reset(workspace);
    await chat.say('完成 9', { by: 'u1' });
    await chat.say('取消 10', { by: 'u1' });
    const ledger = await held('导出 待销号');
    expect(numbersOf(ledger)).toEqual([9]);
    expect(ledger.cell(9, '销号日期')).toBe('待销号');
  });
});

describe('设置 导入 管理员', () => {
  it('holds for ledgers too', async () => {
    const rights = { ...DEFAULT_SETTINGS.rights, import: 'administrators' } as const;
    await chat.reset(aLedger({ settings: { ...DEFAULT_SETTINGS, rights }, administrators: ['u9'] }));
    const { bytes } = await handedOut(chat, '导出 2026年');
    const { tasks, imports } = await chat.workspace();
    const said = await sendBack(bytes, (ledger) => ledger.set(9, '责任单位', '工会办'));
    expect(said).toContain('没有改动,能办这件事的是:');
    expect(await chat.workspace()).toMatchObject({ tasks, imports });
  });
});
