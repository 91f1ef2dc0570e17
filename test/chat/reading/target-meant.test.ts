import { describe, expect, it } from 'vitest';
import type { FigureSaid } from '../../../src/chat/reading/figures.ts';
import { targetMeant } from '../../../src/chat/reading/target-meant.ts';
import { aTarget, aTask } from '../../builders/task.ts';

const task = aTask({
  targets: [
    aTarget({ id: 't1', name: '会员', value: 4000, unit: '名', kind: 'increase' }),
    aTarget({ id: 't2', name: '会员总数', value: 12_000, unit: '人', kind: 'level' }),
    aTarget({ id: 't3', name: '驿站', value: 15, unit: '个', kind: 'increase' }),
    aTarget({ id: 't4', name: '书屋', value: 6, unit: '家', kind: 'increase' }),
  ],
});
const figure = (overrides: Partial<FigureSaid>): FigureSaid => ({
  name: '',
  value: 300,
  unit: '人',
  about: '',
  mode: null,
  ...overrides,
});
const meant = (overrides: Partial<FigureSaid>, id: string | null = null) => {
  const found = targetMeant(task, figure(overrides), id);
  return found.ok ? found.target.id : found.reason;
};

describe('the target a figure is for', () => {
  it.each<[string, Partial<FigureSaid>, string]>([
    ['people of two targets are asked about', {}, 'which-target'],
    ['what is added is no total', { mode: 'add' }, 't1'],
    ['a cumulative figure may be either', { mode: 'total' }, 'which-target'],
    ['its own name decides', { name: '会员' }, 't1'],
    ['part of a name decides', { name: '总数' }, 't2'],
    ['a unit of its own decides', { unit: '个' }, 't3'],
    ['the unit said decides before a like one', { unit: '家' }, 't4'],
    ['no unit leaves all of them', { unit: '' }, 'which-target'],
    ['a unit of none is refused', { unit: '场' }, 'which-target'],
  ])('%s', (_, overrides, expected) => {
    expect(meant(overrides)).toBe(expected);
  });

  it('is the one a button names', () => {
    expect(meant({}, 't2')).toBe('t2');
    expect(meant({ unit: '场' }, 't2')).toBe('which-target');
  });

  it('of a task without targets is refused', () => {
    expect(targetMeant(aTask(), figure({}))).toMatchObject({ ok: false, reason: 'no-targets' });
  });
});
