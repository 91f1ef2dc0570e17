import { type IsoDate, yearOf } from '../calendar/date.ts';
import { numberOf } from './text/numeral.ts';
import type { Shadow } from './text/shadow.ts';
import type { PlanYear } from './time/plan-year.ts';

export interface ReadingOptions {
  /** The plan's year; null → the document's own, else that of `today`. */
  year: number | null;
  today: IsoDate;
}

const YEAR =
  /(?<!\d)(20\d{2})(?!年?度? ?.{0,8}(?:年报|决算|考核|报表|完成情况|评优))(?= ?年|\)$| ?[-至到/] ?\d{4} ?学年|学年|[上下]半年|(?![万余多名人元次户家个份件台套篇项场])\p{Script=Han}{0,10}(?:计划|要点|工作安排))/u;

/** 二〇二六年 as 2026年. */
const withDigits = (line: Shadow): Shadow =>
  line.includes('二') ? line.replace(WRITTEN_YEAR, (year) => String(numberOf(year) ?? year)) : line;
const WRITTEN_YEAR = /二[〇零][〇零一二三四五六七八九]{2}(?= ?(?:年|学年|[-至到/]))/gu;

/** 2025年总结和2026年计划: what is planned comes last. */
const yearOfTitle = (title: Shadow): string | undefined => {
  const years = [...title.matchAll(new RegExp(YEAR, 'gu'))].map((match) => match[1]);
  return /总结|回顾|完成情况/u.test(title) ? years.at(-1) : years[0];
};

/** The year a document speaks of most; a plan names its own oftener than the one it looks back on. */
const yearOfDocument = (lines: readonly Shadow[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const year = YEAR.exec(line)?.[1];
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0];
};

/** The day a plan was signed, where nothing else tells its year; at a year's end the next one is planned. */
const yearSigned = (lines: readonly Shadow[]): number | undefined => {
  const day = lines.map((line) => SIGNED_DAY.exec(withDigits(line))?.groups).find(Boolean);
  if (!day) return undefined;
  return Number(day.year) + ((numberOf(day.month ?? '') ?? 0) >= FIRST_MONTH_OF_PLANNING ? 1 : 0);
};
const SIGNED_DAY = /(?<!\d)(?<year>20\d{2}) ?[年./-] ?(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})/u;
const FIRST_MONTH_OF_PLANNING = 11;

/** Where a plan's year may stand. */
export interface YearsSaid {
  title: Shadow;
  /** All lines of the document that are not the page's. */
  lines: readonly Shadow[];
  /** Lines of an official paper around it, among them the day it was signed. */
  signed: readonly Shadow[];
}

/** 2025-2026学年, 2025学年: a school's year by the one it opens in. */
const SCHOOL_YEAR = /(?<!\d)(?<opens>20\d{2}) ?(?:年? ?[-至到/~] ?20\d{2})? ?学年/u;
/** 2025年秋季学期, 2025-2026年度第一学期. */
const AUTUMN_TERM = /(?<!\d)(?<opens>20\d{2}) ?(?:[-至到/~] ?20\d{2} ?)?年(?:度)? ?(?:秋季?(?:学期|开学)|第[一1]学期)/u;
/** 2025.9-2026.1, 2025年9月至2026年7月. */
const MONTHS_OF_TWO_YEARS =
  /(?<!\d)(?<opens>20\d{2}) ?[.年/] ?(?:[89]|1[0-2]|0[89]) ?月? ?[-至到~]{1,2} ?(?<closes>20\d{2}) ?[.年/] ?0?[1-7](?!\d)/u;
const FIRST_TERM = /秋季?学期|\(秋季?\)|第[一1]学期/u;
const SECOND_TERM = /第[二2]学期|下学期|春季?学期/u;

/** The year of a school's plan as a line names it; undefined where it names none. */
const schoolYearIn = (line: Shadow): PlanYear | undefined => {
  const months = MONTHS_OF_TWO_YEARS.exec(line)?.groups;
  if (months && Number(months.closes) === Number(months.opens) + 1) return { opens: Number(months.opens) };
  const opens = (SCHOOL_YEAR.exec(line) ?? AUTUMN_TERM.exec(line))?.groups?.opens;
  if (opens === undefined) return undefined;
  // The second term lies in one calendar year, as any other plan does.
  return SECOND_TERM.test(line) ? Number(opens) + 1 : { opens: Number(opens) };
};

/** A line no longer than a title is. */
const LONGEST_TITLE = 60;
const opensIn = (year: PlanYear): number => (typeof year === 'number' ? year - 1 : year.opens);

/**
 * The year of one plan of a document: of its title, else of the line of the document that names a school's, else the one
 * the document speaks of most, else that of the day it was signed. A year that is handed in wins; when it is either half of the school's year, that is meant.
 */
export const planYearOf = (said: YearsSaid, { year, today }: ReadingOptions): PlanYear => {
  const title = withDigits(said.title);
  const lines = said.lines.map(withDigits);
  const named = yearOfTitle(title);
  const school =
    schoolYearIn(title) ??
    (named === undefined
      ? lines
          .filter((line) => line.length <= LONGEST_TITLE)
          .map(schoolYearIn)
          .find(Boolean)
      : undefined);
  if (school !== undefined) {
    if (year === null || year === opensIn(school) || year === opensIn(school) + 1) return school;
    return typeof school === 'number' ? year : { opens: year };
  }
  const plain = year ?? Number(named ?? yearOfDocument(lines) ?? yearSigned(said.signed) ?? yearOf(today));
  // 某校工会工作计划(秋季): the term without its year.
  return named === undefined && FIRST_TERM.test(title) ? { opens: plain } : plain;
};

/** The same of a plan that was read, whose year is known: a title with 2025-2026学年 has months of both. */
export const yearOfPlan = (title: Shadow, year: number): PlanYear => {
  const school = schoolYearIn(withDigits(title));
  return school !== undefined && typeof school !== 'number' && school.opens === year ? school : year;
};
