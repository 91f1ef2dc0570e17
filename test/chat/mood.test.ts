import { describe, expect, it } from 'vitest';
import { moodOfRemark, readMood } from '../../src/chat/mood.ts';

describe('the mood of a sentence', () => {
  it.each([
    ['完成12', 'plain'],
    ['12已完成', 'plain'],
    ['12差点完成', 'plain'],
    ['特别会议完成', 'plain'],
    ['12完成了吗', 'question'],
    ['能不能完成12', 'question'],
    ['12什么时候完成', 'question'],
    ['是不是没完成', 'question'],
    ['12没完成', 'negation'],
    ['12别完成', 'negation'],
    ['取消完成12', 'negation'],
    ['如果完成12', 'condition'],
    ['等12完成', 'condition'],
    ['想完成12', 'wish'],
    ['12要完成', 'wish'],
    ['12应该完成', 'wish'],
    ['12基本完成', 'partly'],
    ['12差不多完成', 'partly'],
    ['12快完成', 'partly'],
    ['12明天完成', 'partly'],
  ])('%s is %s', (text, mood) => {
    expect(readMood(text).mood).toBe(mood);
  });

  it.each([
    ['基本公共服务宣传完成', '推进基本公共服务宣传'],
    ['未成年人保护完成', '做好未成年人保护'],
    ['如何做好工会主席讲座完成', '举办“如何做好工会主席”讲座'],
    ['表彰会完成', '召开表彰大会'],
    ['不忘初心主题活动完成', '开展不忘初心主题活动'],
  ])('%s is plain when the title accounts for it', (text, title) => {
    expect(readMood(text, [title]).mood).toBe('plain');
  });

  it('is still told when the title accounts for other words', () => {
    expect(readMood('基本公共服务宣传基本完成', ['推进基本公共服务宣传']).mood).toBe('partly');
    expect(readMood('表彰大会没完成', ['召开表彰大会']).mood).toBe('negation');
  });

  it.each([
    ['能不能把11延期到下周五', '把11延期到下周五'],
    ['想让12完成', '12完成'],
    ['12完成了吗', '12完成'],
    ['取消完成12', '取消完成12'],
  ])('of %s leaves %s', (text, core) => {
    expect(readMood(text).core).toBe(core);
  });

  it('that asks for a fact is told apart', () => {
    expect(readMood('谁完成了12').asksFor).toBe(true);
    expect(readMood('12完成了吗').asksFor).toBe(false);
  });
});

describe('the mood of what people write behind a command', () => {
  it.each([
    ['场地还没定', 'plain'],
    ['没有发生事故', 'plain'],
    ['研究了如何提升服务', 'plain'],
    ['场地定了吗', 'question'],
    ['场地定了?', 'question'],
    ['行不行', 'question'],
    ['还没有', 'negation'],
    ['没', 'negation'],
    ['如果下雨就改期', 'condition'],
    ['下雨的话', 'condition'],
    ['', 'plain'],
  ])('%s is %s', (text, mood) => {
    expect(moodOfRemark(text)).toBe(mood);
  });
});
