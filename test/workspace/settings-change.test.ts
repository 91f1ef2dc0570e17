import { describe, expect, it } from 'vitest';
import { openChange } from '../../src/workspace/history.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { changeSettings, type SettingsPatch } from '../../src/workspace/settings-change.ts';
import { anActing } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (administrators: string[] = []) => openChange(aWorkspace({ administrators }), anActing(), 'settings');

describe('changing settings', () => {
  it.each<[string, SettingsPatch]>([
    ['周报 周五 17:00', { weekly: { day: 5, time: '17:00' } }],
    ['周报 关', { weekly: { on: false } }],
    ['月报 31日', { monthly: { day: 31 } }],
    ['季报 5日', { quarterly: { day: 5 } }],
    ['半年总结 关', { halfyearly: { on: false } }],
    ['年终总结 10:00', { yearly: { time: '10:00' } }],
    ['提前3天', { lights: { soonDays: 3 } }],
    ['two at once', { weekly: { on: false }, lights: { behindPoints: 0 } }],
  ])('%s', (_, patch) => {
    const open = opened();
    const { weekly, monthly, quarterly, halfyearly, yearly, lights } = DEFAULT_SETTINGS;
    const after = {
      ...DEFAULT_SETTINGS,
      weekly: { ...weekly, ...patch.weekly },
      monthly: { ...monthly, ...patch.monthly },
      quarterly: { ...quarterly, ...patch.quarterly },
      halfyearly: { ...halfyearly, ...patch.halfyearly },
      yearly: { ...yearly, ...patch.yearly },
      lights: { ...lights, ...patch.lights },
    };
    expect(changeSettings(open, patch)).toEqual({ ok: true, before: DEFAULT_SETTINGS, after });
    expect(open.workspace.settings).toEqual(after);
  });

  it.each<[string, SettingsPatch, string]>([
    ['an eighth weekday', { weekly: { day: 8 } }, 'bad-setting'],
    ['the 32nd', { monthly: { day: 32 } }, 'bad-setting'],
    ['the 32nd after a quarter', { quarterly: { day: 32 } }, 'bad-setting'],
    ['half a day', { monthly: { day: 1.5 } }, 'bad-setting'],
    ['25 o’clock', { weekly: { time: '25:00' } }, 'bad-setting'],
    ['a negative limit', { lights: { soonDays: -1 } }, 'bad-setting'],
    ['one good and one bad', { weekly: { on: false }, lights: { behindPoints: 101 } }, 'bad-setting'],
    ['what is so already', { weekly: { time: '09:00' } }, 'unchanged'],
    ['nothing', {}, 'unchanged'],
  ])('refuses %s', (_, patch, reason) => {
    const open = opened();
    expect(changeSettings(open, patch)).toMatchObject({ ok: false, reason });
    expect(open.workspace).toEqual(aWorkspace());
  });

  it('is for administrators once there are any', () => {
    const patch = { weekly: { on: false } };
    expect(changeSettings(opened(['u8']), patch)).toEqual({ ok: false, reason: 'not-allowed', may: ['u8'], names: [] });
    expect(changeSettings(opened(['u8', 'u1']), patch)).toMatchObject({ ok: true });
  });
});
