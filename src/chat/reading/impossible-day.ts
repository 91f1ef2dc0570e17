import { isoDate } from '../../calendar/date.ts';
import { plainWords } from '../normalise.ts';
import { readWhole } from './numerals.ts';

const NUMERAL = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const DAY = new RegExp(`(${NUMERAL})月(?:份)?(${NUMERAL})[日号]`, 'g');

/** 2月30日 in a text: no such day in that year, and so no such deadline. */
export const impossibleDay = (text: string, year: number): string | undefined => {
  for (const found of plainWords(text).matchAll(DAY)) {
    const [month, day] = [found[1], found[2]].map((numeral) => readWhole(numeral ?? '')?.value ?? 0);
    if (isoDate(year, month ?? 0, day ?? 0) === undefined) return found[0];
  }
  return undefined;
};
