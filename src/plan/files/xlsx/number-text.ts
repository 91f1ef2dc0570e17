import { formatValue } from 'hucre';
import { bareFormat, dateText, dayOfSerial } from './date-text.ts';

/** Excel counts with 15 digits; what stands behind them is noise of the sum (0.1 + 0.2). */
const DIGITS = 15;

const plain = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** One number with words around it, as a format makes it: `第3期`, `-1,200.50元`. */
const ONE_NUMBER = /^[^\d!?#[\]]*\d[\d,]*(?:\.\d+)?%?[^\d!?#[\]]*$/u;

/** A number as its cell shows it: `95%`, `1200`, `300人`, `4月`. Groups of thousands are closed up. */
export const numberText = (value: number, format: string, from1904: boolean): string => {
  const exact = plain(value);
  if (format === '' || /^(?:General|@)$/iu.test(format)) return exact;
  // A format of the month alone is a date only to people.
  if (/^m{1,5}$/u.test(bareFormat(format).replace(/;@$/u, ''))) return dateText(dayOfSerial(value, from1904), format);
  const digits = Number.isInteger(Number(exact)) ? '0' : '0.##########';
  const shown = formatValue(Number(exact), format.replace(/\[DBNum\d\]/giu, '').replaceAll(/General/giu, digits))
    .replaceAll(/(?<=\d),(?=\d{3})/gu, '')
    .trim();
  return ONE_NUMBER.test(shown) ? shown : exact;
};
