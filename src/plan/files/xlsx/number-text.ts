import { formatValue } from 'hucre';
import { bareFormat, dateText, dayOfSerial } from './date-text.ts';

/** Excel counts with 15 digits; what stands behind them is noise of the sum (0.1 + 0.2). */
const DIGITS = 15;

const plain = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** One number with words around it, as a format makes it: `第3期`, `-1,200.50元`. */
const ONE_NUMBER = /^[^\d!?#[\]]*\d[\d,]*(?:\.\d+)?%?[^\d!?#[\]]*$/u;

/** `#,##0,` shows thousands, `0!.0,"万"` ten thousands: what is shown is not the number. */
const SCALES = /!|[0#?],+(?![0#?,])/u;

/** A number as its cell shows it: `95%`, `1200`, `300人`, `4月`. Groups of thousands are closed up. */
export const numberText = (value: number, format: string, from1904: boolean): string => {
  const exact = plain(value);
  const bare = bareFormat(format);
  if (/^(?:general|@)?$/u.test(bare) && !format.includes('"')) return exact;
  // A format of the month alone is a date only to people.
  if (/^m{1,5}(?:;@)?$/u.test(bare)) return dateText(dayOfSerial(value, from1904), format);
  if (SCALES.test(bare)) return exact;
  // The library takes every % for hundredths, a quoted one too, and rounds with the noise of the product.
  const shownValue = Number(bare.includes('%') ? plain(value * 100) : exact);
  const digits = Number.isInteger(shownValue) ? '0' : '0.##########';
  const known = format
    .replace(/\[DBNum\d\]/giu, '')
    .replaceAll(/General/giu, digits)
    .replaceAll('%', '');
  const shown = formatValue(shownValue, known)
    .replaceAll(/(?<=\d),(?=\d{3})/gu, '')
    .trim();
  if (!ONE_NUMBER.test(shown)) return exact;
  return format.includes('%') ? `${shown}%` : shown;
};
