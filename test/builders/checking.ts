import { DEFAULT_SETTINGS, type Settings } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from './acting.ts';
import { aLedger } from './ledger.ts';

/** 设置 办结 需核实. */
export const CHECKING: Settings = { ...DEFAULT_SETTINGS, checksClosings: true };

/**
 * The ledger of a group that checks closings: u2 李芳 closed #12, #13, the first quarter of #2 and April and March of #3, all
 * waiting for 销号; u1 周敏 granted #16; #17 was closed before closings were checked.
 */
export const aCheckedLedger = (overrides: Partial<Workspace> = {}): Workspace => {
  const ledger = aLedger({ settings: CHECKING, ...overrides });
  const at = instant('2026-05-11', '10:00');
  const close = (number: number, period: string | null, check: 'waiting' | null | { by: string; at: number }) =>
    ledger.tasks[number - 1]?.closings.push({ period, late: false, check, by: 'u2', at });
  close(12, null, 'waiting');
  close(13, null, 'waiting');
  close(2, '2026-Q1', 'waiting');
  close(3, '2026-04', 'waiting');
  close(3, '2026-03', 'waiting');
  close(16, null, { by: 'u1', at: instant('2026-05-11', '15:00') });
  close(17, null, null);
  return ledger;
};
