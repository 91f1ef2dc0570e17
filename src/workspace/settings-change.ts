import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { DigestTime, LightLimits, Settings } from './settings.ts';

/** What is to be different; the rest stays. */
export interface SettingsPatch {
  weekly?: Partial<DigestTime>;
  monthly?: Partial<DigestTime>;
  lights?: Partial<LightLimits>;
}

/** 设置, by administrators (by anybody while there are none). */
export declare function changeSettings(
  open: OpenChange,
  patch: SettingsPatch,
): Outcome<{ before: Settings; after: Settings }>;
