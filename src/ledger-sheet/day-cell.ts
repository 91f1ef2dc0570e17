import { type IsoDate, isoDate } from '../calendar/date.ts';
import { dateText, dayOfSerial } from '../plan/files/xlsx/date-text.ts';
import { readSchedule } from '../plan/read-schedule.ts';

/** `2026年6月30日` `2026/6/30` `2026.6.30` `2026-06-30 00:00`, a weekday behind it or not. */
const WITH_YEAR =
  /^(\d{4})\s?[年/.-]\s?(\d{1,2})\s?[月/.-]\s?(\d{1,2})\s?[日号]?(?:\s?\(?(?:周|星期)[一二三四五六日天]\)?)?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?$/u;
/** `6月30日` `6/30` `6.30` `6-30`. */
const WITHOUT_YEAR = /^(\d{1,2})\s?[月/.-]\s?(\d{1,2})\s?[日号]?$/u;
const IN_A_ROW = /^(20\d{2})(\d{2})(\d{2})$/u;
/** A day whose cell lost its format: 2000-01-01 to 2099-12-31 as Excel counts. */
const SERIAL = /^\d{5}$/u;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

const ofSerial = (text: string): IsoDate | undefined => {
  const serial = Number(text);
  if (!SERIAL.test(text) || serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  return readDay(dateText(dayOfSerial(serial, false), ''), 0);
};

/** The one day a cell says, however people and programs write it; `year` is that of a day without one. */
export const readDay = (cell: string, year: number): IsoDate | undefined => {
  const text = cell.normalize('NFKC').trim();
  const full = WITH_YEAR.exec(text) ?? IN_A_ROW.exec(text);
  if (full) return isoDate(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = WITHOUT_YEAR.exec(text);
  if (short) return isoDate(year, Number(short[1]), Number(short[2]));
  return ofSerial(text);
};

/** Longer words are a remark, not a time. */
const LONGEST_TIME = 40;
/** What may stand around a time without making it another. */
const AROUND = /之?前|以前|完成|办结|截止|[、,。;:·\s]/gu;

/** A time as plans state it (`6月底`, `每季度`), read as a whole; undefined when the cell says something else as well. */
export const readTimeCell = (cell: string, year: number): ReturnType<typeof readSchedule> | undefined => {
  const text = cell.normalize('NFKC').trim();
  if (text.length > LONGEST_TIME) return undefined;
  const found = readSchedule(text, year);
  if (found.start === null && found.end === null && found.freq === null) return undefined;
  const left = found.stated.split('、').reduce((rest, part) => rest.replace(part, ''), text);
  return left.replace(AROUND, '') === '' ? found : undefined;
};
