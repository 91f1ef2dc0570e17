import { readPlanText } from '../../src/plan/read-plan-text.ts';
import { HOSTILE_TEXTS } from '../documents/hostile-documents.ts';
import { median, printTable, sayMs, sayRatio } from './figures.ts';

const OPTIONS = { year: 2026, today: '2026-05-12' };
const LARGE = 1024 * 1024;
const RUNS = 3;
/** Four times as much text may take at most this many times as long; a square law would take 16 times. */
const MOST_RATIO = 8;
/** Below this, in ms, the clock and the garbage collector are measured, not the reading. */
const TELLING_MS = 200;

const timeOf = (text: string): number => {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    readPlanText(text, OPTIONS);
    return performance.now() - began;
  });
  return median(times);
};

/** That the time of reading grows with the length of a text and no faster, whatever stands in it. Fails the bench otherwise. */
export const benchHostileTexts = (): void => {
  const rows = [['hostile text', '256 K', '1 M', 'ratio']];
  for (const [name, text] of HOSTILE_TEXTS) {
    const [quick, slow] = [timeOf(text(LARGE / 4)), timeOf(text(LARGE))];
    const isLinear = slow < TELLING_MS || slow / quick < MOST_RATIO;
    if (!isLinear) process.exitCode = 1;
    rows.push([isLinear ? name : `${name}: NOT LINEAR`, sayMs(quick), sayMs(slow), sayRatio(slow, quick)]);
  }
  printTable(`Four times as much hostile text, in characters: at most ${MOST_RATIO} × the time`, rows);
};
