import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { readProcessConfig } from '../config.ts';
import { checksFor } from '../doctor/checks.ts';
import { settle } from '../doctor/configuration.ts';
import { examine } from '../doctor/examine.ts';
import { isWell, sayReport } from '../doctor/report.ts';

/**
 * `npm run doctor`: says what keeps the bot, or part of it, from working, and what to do, in Chinese and English. Ends
 * with 0 when nothing is wrong, else with 1. It may run beside the bot.
 */
// For `.env` alone: what is wrong with the values is told below.
const reading = readProcessConfig();
const unread = reading.ok ? [] : reading.faults.filter((wrong) => wrong.startsWith('.env:'));
const { config, faults } = settle(process.env);
const parts = { now: Date.now, log: pino({ level: 'silent' }), tag: randomBytes(4).toString('hex') };
const examined = await examine(checksFor({ config, faults: [...unread, ...faults] }, parts));
process.stdout.write(sayReport(examined));
// A check that hangs must not keep the process.
process.exit(isWell(examined) ? 0 : 1);
