import type { Logger } from 'pino';
import { webhookFileIn } from '../platforms/wecom/webhooks.ts';
import { checkCalendarYears } from './calendar-years.ts';
import { checkClock } from './clock.ts';
import { checkConfiguration, type Settled } from './configuration.ts';
import { checkDataFolder } from './data-folder.ts';
import { checkDatabase } from './database.ts';
import { checkFeishu } from './feishu.ts';
import type { Check } from './finding.ts';
import { checkFonts } from './fonts.ts';
import { checkWecom } from './wecom.ts';

export interface DoctorParts {
  now(): number;
  log: Logger;
  /** Names the one file a check of the folder writes and takes back. */
  tag: string;
}

/** What there is to check for these settings, in the order of the report. */
export const checksFor = (settled: Settled, { now, log, tag }: DoctorParts): Check[] => {
  const { config } = settled;
  if (config === null) return [checkConfiguration(settled), checkClock(null, now), checkFonts()];
  const { dataDir, databaseUrl, feishu, wecom } = config;
  return [
    checkConfiguration(settled),
    checkClock(feishu?.domain ?? wecom?.apiBase ?? null, now),
    databaseUrl === null ? checkDataFolder(dataDir, tag, now) : checkDatabase(databaseUrl, now),
    checkCalendarYears(dataDir, now),
    checkFonts(),
    ...(feishu ? [checkFeishu(feishu, log)] : []),
    ...(wecom ? [checkWecom(wecom, webhookFileIn(dataDir))] : []),
  ];
};
