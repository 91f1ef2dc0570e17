import { describe, expect, it } from 'vitest';
import { findCommand } from '../../handlers/find.ts';
import { ask, cardOf, numbersOn, saysOn, textOf } from '../builders/asking.ts';

describe('找', () => {
  it.each([
    ['找 培训', 2],
    ['找培训', 2],
    ['搜索 培训班', 2],
    ['查找“书画”', 1],
    ['找 peixun', 2],
    ['找 sqhz', undefined],
    ['找 職工書畫展', 1],
    ['找 作品80件', 1],
    ['找一下公众号', 3],
  ])('%s', (text, first) => {
    expect(numbersOn(cardOf(findCommand, text))[0]).toBe(first);
  });

  it.each([
    '找“书画展”',
    '找 《书画展》',
    '找 "书画展"',
    '找「书画展」',
  ])('%s has one pair of quotation marks in its title', (text) => {
    const card = cardOf(findCommand, text);
    expect([card.title, card.view]).toEqual(['找“书画展”', '找 书画展']);
  });

  it('pages what it finds', () => {
    const first = cardOf(findCommand, '找 走访企业');
    expect(numbersOn(first)).toHaveLength(10);
    expect(saysOn(first)).toContain('找 走访企业 第2页');
    expect(numbersOn(cardOf(findCommand, '找 走访企业 第2页')).length).toBeGreaterThan(0);
  });

  it('says so when nothing is like it', () => {
    expect(textOf(findCommand, '找 量子计算机')).toContain('没有找到“量子计算机”');
  });

  it.each(['找', '本周', '寻常的一天', ''])('is not %j', (text) => {
    expect(ask(findCommand, text)).toBeUndefined();
  });
});
