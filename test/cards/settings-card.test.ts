import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { sayDigestTime, settingLines } from '../../src/cards/say-setting.ts';
import { settingsCard } from '../../src/cards/settings-card.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';

describe('sayDigestTime', () => {
  it.each([
    ['weekly', { on: true, day: 'first-working-day', time: '09:00' }, '每周首个工作日 09:00'],
    ['weekly', { on: true, day: 5, time: '17:00' }, '每周五 17:00'],
    ['weekly', { on: true, day: 7, time: '17:00' }, '每周日 17:00'],
    ['monthly', { on: true, day: 'first-working-day', time: '09:00' }, '每月首个工作日 09:00'],
    ['monthly', { on: true, day: 31, time: '08:30' }, '每月31日 08:30'],
    ['monthly', { on: false, day: 1, time: '09:00' }, '关'],
    ['quarterly', { on: true, day: 'first-working-day', time: '09:00' }, '每季度首个工作日 09:00'],
    ['quarterly', { on: true, day: 5, time: '09:00' }, '每季度首月5日 09:00'],
    ['halfyearly', { on: true, day: 10, time: '15:00' }, '每半年首月10日 15:00'],
    ['yearly', { on: true, day: 'first-working-day', time: '09:00' }, '每年首个工作日 09:00'],
    ['yearly', { on: true, day: 15, time: '09:00' }, '每年1月15日 09:00'],
  ] as const)('%s %j is %s', (kind, time, said) => {
    expect(sayDigestTime(kind, time)).toBe(said);
  });
});

describe('settingLines', () => {
  it('says what is different, before → after', () => {
    const after = {
      ...DEFAULT_SETTINGS,
      checksClosings: true,
      lights: { soonDays: 3, behindPoints: 10 },
      rights: { close: 'owners', import: 'everyone', settings: 'administrators' } as const,
    };
    expect(settingLines(DEFAULT_SETTINGS, after)).toEqual([
      '办结权限:所有人 → 责任人',
      '办结:不需核实 → 需核实(由管理员销号)',
      '临期:到期前7天内 → 到期前3天内',
    ]);
    expect(settingLines(after, after)).toEqual([]);
  });
});

describe('settingsCard', () => {
  it('shows an administrator how to change them', () => {
    const said = cardText(
      settingsCard(DEFAULT_SETTINGS, { mayChange: true, administrators: ['张三'], changers: '管理员' }),
    );
    expect(said).toContain('周报:每周首个工作日 09:00');
    expect(said).toContain('管理员:张三');
    for (const name of ['月报', '季报', '半年总结', '年终总结']) expect(said).toMatch(new RegExp(`^${name}:每`, 'mu'));
    expect(said).toContain('· 设置 周报 周五 17:00');
    for (const line of ['办结权限:所有人', '办结:不需核实', '导入权限:所有人', '设置权限:管理员', '临期:到期前7天内']) {
      expect(said).toContain(line);
    }
    for (const how of [
      '设置 办结 责任人',
      '设置 办结 需核实',
      '设置 导入',
      '设置 设置',
      '设置 临期',
      '设置 管理员 @',
    ]) {
      expect(said).toContain(`· ${how}`);
    }
  });

  it('tells others who may', () => {
    const said = cardText(
      settingsCard(DEFAULT_SETTINGS, { mayChange: false, administrators: ['张三'], changers: '管理员' }),
    );
    expect(said).toContain('由管理员修改');
    expect(said).not.toContain('设置 周报 周五');
  });
});
