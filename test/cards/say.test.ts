import { describe, expect, it } from 'vitest';
import { sayNumbers } from '../../src/cards/say-numbers.ts';
import { ownershipFacts, sayOwners } from '../../src/cards/say-owners.ts';
import {
  sayNumber,
  sayQuantity,
  sayReached,
  sayShare,
  sayTarget,
  sayTargetName,
} from '../../src/cards/say-quantity.ts';
import { saySchedule, saySpan } from '../../src/cards/say-schedule.ts';
import { aSchedule, aTarget, aTargetDraft, aTask } from '../builders/task.ts';

describe('saySchedule', () => {
  it.each([
    [{}, '未排期'],
    [{ start: '2026-04-21', end: '2026-04-30' }, '4月21日—4月30日'],
    [{ start: '2026-06-10', end: '2026-06-10' }, '6月10日 周三'],
    [{ end: '2026-09-30' }, '9月30日 周三前'],
    [{ start: '2026-06-01' }, '6月1日起'],
    [{ freq: 'quarterly' }, '每季度'],
    [{ freq: 'monthly', start: '2026-04-01', end: '2026-07-31' }, '每月 · 4月1日—7月31日'],
    [{ end: '2027-01-31' }, '2027年1月31日 周日前'],
    [{ start: '2027-01-01', end: '2027-03-31' }, '2027年1月1日—3月31日'],
    [{ start: '2026-12-01', end: '2027-03-31' }, '12月1日—2027年3月31日'],
  ] as const)('%j is %s', (schedule, said) => {
    expect(saySchedule(aSchedule(schedule), '2026-05-12')).toBe(said);
  });
});

describe('saySpan', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '2026年'],
    ['2026-11-01', '2026-11-30', '11月1日—11月30日'],
    ['2026-05-12', '2026-05-12', '5月12日 周二'],
    ['2025-12-29', '2026-01-04', '2025年12月29日—1月4日'],
  ])('%s to %s is %s', (start, end, said) => {
    expect(saySpan({ start, end }, '2026-05-12')).toBe(said);
  });
});

describe('quantities', () => {
  it.each([
    [{}, '会员 新增≥500人'],
    [{ op: '=', kind: null, value: 3, unit: '家', name: '' }, '3家'],
    [{ op: 'approx', kind: null, value: 5, unit: '家', name: '企业' }, '企业 约5家'],
    [{ op: '>=', kind: 'level', value: 95, unit: '%', name: '签订率' }, '签订率 ≥95%'],
  ] as const)('%j is %s', (target, said) => {
    expect(sayTarget(aTargetDraft(target))).toBe(said);
  });

  it.each([
    [40000, '40000'],
    [1.25, '1.25'],
    [0.1 + 0.2, '0.3'],
    [33.333333, '33.33'],
  ])('%d is %s', (value, said) => {
    expect(sayNumber(value)).toBe(said);
  });

  it.each([
    [0, '0%'],
    [0.004, '不到1%'],
    [0.006, '1%'],
    [0.996, '99%'],
    [1, '100%'],
  ])('a share of %d is %s: begun is not nothing, nearly is not all', (share, said) => {
    expect(sayShare(share)).toBe(said);
  });

  it.each([
    [{}, 45, true, '会员(新增)', '45/500人 · 9%'],
    [{}, 600, true, '会员(新增)', '600/500人 · 120% · 超额100人'],
    [{ kind: 'level', op: 'approx' }, 0, false, '会员(累计)', '0/约500人 · 未上报'],
    [{ kind: 'level', name: '签订率', value: 95, unit: '%' }, 80, true, '签订率', '实达80%,目标≥95%'],
    [{ kind: 'level', name: '签订率', value: 95, unit: '%' }, 0, false, '签订率', '目标≥95% · 未上报'],
    [{ kind: null, name: '' }, 3, true, '指标', '3/500人 · 1%'],
  ] as const)('%j at %d (%s) is %s, %s', (overrides, cumulative, reported, name, reached) => {
    const target = aTarget(overrides);
    const share = cumulative / target.value;
    const goal = { value: target.value, each: null };
    expect([sayTargetName(target), sayReached({ target, goal, cumulative, share, reported })]).toEqual([name, reached]);
  });

  it('tells a share over one as it is', () => {
    expect(sayShare(1.256)).toBe('126%');
    expect(sayQuantity(aTargetDraft({ value: 0.5, unit: '万元', op: '=', kind: null }))).toBe('0.5万元');
  });
});

describe('sayOwners', () => {
  it.each([
    [{}, ''],
    [{ units: ['办公室'], owners: ['周敏'], leaders: ['王立'] }, '办公室 周敏'],
    [{ leaders: ['王立'] }, '王立'],
    [{ units: ['办公室', '组织部', '宣教部'] }, '办公室、组织部等3个'],
  ])('%j is %j', (names, said) => {
    expect(sayOwners(aTask(names))).toBe(said);
  });

  it('names who acts for somebody away, in every role', () => {
    const task = aTask({ units: ['办公室'], owners: ['周敏', '李芳'], leaders: ['王立'] });
    const deputies = new Map([
      ['李芳', '钱进'],
      ['王立', '周敏'],
    ]);
    expect(sayOwners(task, deputies)).toBe('办公室 周敏、李芳(代:钱进)');
    expect(ownershipFacts(task, deputies)).toEqual([
      ['责任领导', '王立(代:周敏)'],
      ['责任单位', '办公室'],
      ['配合单位', ''],
      ['责任人', '周敏、李芳(代:钱进)'],
    ]);
  });
});

describe('sayNumbers', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[3, 4], '3、4'],
    [[3, 4, 5], '3-5'],
    [[12, 3, 4, 5, 20], '12、3-5、20'],
  ])('%j is %j', (numbers, said) => {
    expect(sayNumbers(numbers)).toBe(said);
  });
});
