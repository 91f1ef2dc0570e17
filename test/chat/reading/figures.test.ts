import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/chat/reading/figures.ts';

const figure = (value: number, unit = '', mode: 'add' | 'total' | null = null, name = '', about = '') => ({
  name,
  value,
  unit,
  about,
  mode,
});

describe('figures of a report', () => {
  it.each([
    ['3', [figure(3)]],
    ['3家', [figure(3, '家')]],
    ['3 家', [figure(3, '家')]],
    ['新增3家', [figure(3, '家', 'add')]],
    ['累计45', [figure(45, '', 'total')]],
    ['累计达到45家', [figure(45, '家', 'total')]],
    ['会员 120人', [figure(120, '人', null, '会员')]],
    ['会员新增120人', [figure(120, '人', 'add', '会员')]],
    ['驿站3个、书屋2家', [figure(3, '个', null, '驿站'), figure(2, '家', null, '书屋')]],
    ['3家企业', [figure(3, '家', null, '', '企业')]],
    ['三家', [figure(3, '家')]],
    ['96%', [figure(96, '%')]],
    ['1.2万人', [figure(12_000, '人')]],
    ['50万元', [figure(500_000, '元')]],
    ['-3', [figure(-3)]],
    ['3盏', [figure(3, '盏')]],
  ])('%s', (text, figures) => {
    expect(readFigures(text)?.figures).toEqual(figures);
  });

  it.each([
    '',
    '场地已定',
    '3-5家',
    '3/5',
    '5月底前召开联席会',
    '三八节活动',
    '3 5',
    '其中3',
    '3家和更多',
  ])('%s is none', (text) => {
    expect(readFigures(text)).toBeUndefined();
  });

  it('carry the marks that buttons put there', () => {
    expect(readFigures('t2 新增30人 确认 第4笔')).toEqual({
      figures: [figure(30, '人', 'add')],
      confirmed: true,
      nth: 4,
      target: 't2',
      when: '',
    });
  });

  it('prefer the units of the plan', () => {
    expect(readFigures('3户次慰问', { units: ['户次'] })?.figures[0]).toMatchObject({ unit: '户次', about: '慰问' });
  });
});
