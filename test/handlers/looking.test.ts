import { describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import type { AnyCommand } from '../../src/chat/command.ts';
import { ask } from '../builders/asking.ts';

/** The command that takes a message, by the order of the list. */
const taker = (text: string): AnyCommand | undefined => commands.find((command) => ask(command, text) !== undefined);

describe('which looking command takes a message', () => {
  it.each([
    ['本周', '本周'],
    ['查看本月', '本周'],
    ['看看逾期的', '本周'],
    ['本月有哪些任务?', '本周'],
    ['保障部4月的', '本周'],
    ['已完成', '本周'],
    ['12', '查看'],
    ['查看 12', '查看'],
    ['看看书画展', '查看'],
    ['找 书画展', '找'],
    ['统计 办公室', '统计'],
    ['4月完成情况', '统计'],
    ['组织部指标完成情况', '指标'],
    ['指标统计', '指标'],
    ['记录 12', '记录'],
    ['12的历史', '记录'],
    ['周报', '周报'],
    ['4月月报', '月报'],
    ['帮助', '帮助'],
    ['帮助 月报', '帮助'],
    ['怎么延期', '帮助'],
  ])('%s → %s', (text, name) => {
    expect(taker(text)?.name).toBe(name);
  });

  const looking = commands.filter(({ kind }) => kind === 'look');

  it.each(
    looking.flatMap(({ name, examples }) => examples.map(({ say }) => [say, name])),
  )('the example %s is a %s', (say, name) => {
    expect(taker(say)?.name).toBe(name);
  });
});
