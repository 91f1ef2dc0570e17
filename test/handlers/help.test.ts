import { describe, expect, it } from 'vitest';
import { findCommand } from '../../handlers/find.ts';
import { helpCommand } from '../../handlers/help.ts';
import { historyCommand } from '../../handlers/history.ts';
import { monthlyCommand } from '../../handlers/monthly.ts';
import type { AnyCommand } from '../../src/chat/command.ts';
import { ask, cardOf, textOf } from '../builders/asking.ts';

const commands: AnyCommand[] = [findCommand, historyCommand, monthlyCommand];
const help = helpCommand(() => [...commands, help]);

describe('帮助', () => {
  it.each([
    '帮助',
    'help',
    '怎么用',
    '使用说明',
    '?',
    '你能做什么?',
    '幫助',
  ])('%s tells an example of every command', (text) => {
    const said = textOf(help, text);
    for (const command of commands) expect(said).toContain(command.examples[0]?.say);
    expect(said).toContain('▎📰 汇报');
  });

  it.each([
    ['帮助 记录', '帮助 · 记录'],
    ['帮助历史', '帮助 · 记录'],
    ['帮助 月报', '帮助 · 月报'],
    ['怎么找?', '帮助 · 找'],
    ['帮助 没有的命令', '办结 · 能说什么'],
  ])('%s shows %s', (text, title) => {
    expect(cardOf(help, text).title).toBe(title);
  });

  it('shows one topic', () => {
    const said = textOf(help, '帮助 汇报');
    expect(said).toContain('月报');
    expect(said).not.toContain('找 培训');
  });

  it.each(['帮我完成 12', '本周', '帮扶困难职工', '怎么报销?', ''])('is not %j', (text) => {
    expect(ask(help, text)).toBeUndefined();
  });
});
