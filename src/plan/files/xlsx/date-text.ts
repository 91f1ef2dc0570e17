const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system for days from 1900-03-01 on: it counts a 29 February 1900 that never was. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);

/** The day a sheet's number stands for, at UTC midnight. */
export const dayOfSerial = (serial: number, from1904: boolean): Date =>
  new Date((from1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + Math.floor(serial) * DAY_MS);

/** A number format without its literals, colours and locales: `[$-804]yyyy"年"m"月";@` → `yyyym;@`. */
export const bareFormat = (format: string): string =>
  format
    .replaceAll(/\[[^\]]*\]/gu, '')
    .replaceAll(/"[^"]*"|\\.|[_*]./gu, '')
    .toLowerCase();

const two = (number: number): string => String(number).padStart(2, '0');

/** A day, month or time of day as its cell shows it (`2026年4月30日`, `2026年4月`, `4月30日`, `4月`, `9:30`); the hour of a day is left off. */
export const dateText = (date: Date, format: string): string => {
  const shown = bareFormat(format);
  const year = `${date.getUTCFullYear()}年`;
  const month = `${date.getUTCMonth() + 1}月`;
  const day = `${date.getUTCDate()}日`;
  if (date.getUTCFullYear() <= 1900) return `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
  if (shown.includes('y')) return shown.includes('d') ? year + month + day : shown.includes('m') ? year + month : year;
  if (shown.includes('m') && !/[hs]/u.test(shown)) return shown.includes('d') ? month + day : month;
  return year + month + day;
};
