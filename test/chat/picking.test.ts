import { describe, expect, it } from 'vitest';
import { readLoosePick, readPick } from '../../src/chat/picking.ts';
import type { QuestionOption } from '../../src/workspace/workspace.ts';

const asked = (...options: QuestionOption[]) => ({ to: 'u1', askedAt: 0, options });
const tasks = asked({ label: '🟢 #16 干部培训班', say: '完成 16' }, { label: '⚪ #17 财务培训班', say: '完成 17' });
const yesNo = asked({ label: '是', say: '完成 12' }, { label: '否', say: '' });
const modes = asked({ label: '新增', say: '上报 1 新增2' }, { label: '累计', say: '上报 1 累计2' });

const picked = (text: string, question: Parameters<typeof readPick>[1]) => {
  const pick = readPick(text, question);
  return pick.kind === 'picked' ? pick.option.say : pick.kind;
};

describe('an answer', () => {
  it.each([
    ['16', tasks, '完成 16'],
    ['#17', tasks, '完成 17'],
    ['17号', tasks, '完成 17'],
    ['1', tasks, '完成 16'],
    ['第二个', tasks, '完成 17'],
    ['第2个', tasks, '完成 17'],
    ['最后一个', tasks, '完成 17'],
    ['3', tasks, 'other'],
    ['5', tasks, 'other'],
    ['#5', tasks, 'other'],
    ['16、17', tasks, 'other'],
    ['是', tasks, 'other'],
    ['算了', tasks, 'dropped'],
    ['都不是', tasks, 'dropped'],
    ['是', yesNo, '完成 12'],
    ['好的', yesNo, '完成 12'],
    ['OK', yesNo, '完成 12'],
    ['否', yesNo, 'dropped'],
    ['不是', yesNo, 'dropped'],
    ['新增', modes, '上报 1 新增2'],
    ['累计', modes, '上报 1 累计2'],
    ['2', modes, '上报 1 累计2'],
    ['本周', modes, 'other'],
  ])('%s', (text, question, expected) => {
    expect(picked(text, question)).toBe(expected);
  });

  it('is unclear when a number is one option’s task and another’s place', () => {
    const mixed = asked({ label: '🟢 #2 甲', say: '完成 2' }, { label: '🟢 #5 乙', say: '完成 5' });
    expect(readPick('2', mixed)).toEqual({ kind: 'unclear', number: 2 });
    expect(picked('#2', mixed)).toBe('完成 2');
    expect(picked('第二个', mixed)).toBe('完成 5');
  });

  it('may be words of just one option', () => {
    expect(readLoosePick('财务', tasks)?.say).toBe('完成 17');
    expect(readLoosePick('培训班', tasks)).toBeUndefined();
    expect(readLoosePick('班', tasks)).toBeUndefined();
  });
});
