import { LunarDay, SolarTerm } from 'tyme4ts';
import { addDays, type IsoDate, isoDate, weekdayOf, yearOf } from './date.ts';

/** How a festival's day is found in a year. */
type Rule =
  | { by: 'solar'; month: number; day: number }
  | { by: 'lunar'; month: number; day: number }
  | { by: 'term'; name: string }
  | { by: 'sunday'; month: number; nth: number }
  | { by: 'eve' };

interface Festival {
  /** All names it is known by, the usual one first. */
  names: string[];
  rule: Rule;
}

const solar = (month: number, day: number, ...names: string[]): Festival => ({
  names,
  rule: { by: 'solar', month, day },
});
const lunar = (month: number, day: number, ...names: string[]): Festival => ({
  names,
  rule: { by: 'lunar', month, day },
});
const term = (name: string, ...others: string[]): Festival => ({
  names: [name, ...others],
  rule: { by: 'term', name },
});
const sunday = (month: number, nth: number, ...names: string[]): Festival => ({
  names,
  rule: { by: 'sunday', month, nth },
});

/** Festivals and commemorative days that plans use as times. Whether a mention is a time is for the reader of the plan to say. */
const TABLE: readonly Festival[] = [
  solar(1, 1, '元旦', '元旦节', '新年元旦'),
  solar(3, 5, '学雷锋日', '学雷锋纪念日', '雷锋日'),
  solar(3, 8, '三八节', '三八', '三八妇女节', '三八国际妇女节', '妇女节', '国际妇女节', '国际劳动妇女节'),
  solar(3, 12, '植树节'),
  solar(3, 15, '消费者权益日', '国际消费者权益日'),
  solar(4, 15, '国家安全教育日', '全民国家安全教育日'),
  solar(4, 23, '世界读书日', '读书日'),
  solar(5, 1, '五一', '五一节', '五一劳动节', '五一国际劳动节', '劳动节', '国际劳动节'),
  solar(5, 4, '五四', '五四青年节', '青年节'),
  solar(5, 12, '护士节', '国际护士节', '防灾减灾日', '全国防灾减灾日'),
  solar(6, 1, '六一', '六一节', '六一儿童节', '六一国际儿童节', '儿童节', '国际儿童节'),
  solar(6, 5, '环境日', '世界环境日', '六五环境日'),
  solar(6, 26, '国际禁毒日', '禁毒日'),
  solar(7, 1, '七一', '七一建党节', '建党节'),
  solar(8, 1, '八一', '八一节', '八一建军节', '建军节'),
  solar(8, 8, '全民健身日'),
  solar(8, 19, '医师节', '中国医师节'),
  solar(9, 10, '教师节'),
  solar(9, 30, '烈士纪念日'),
  solar(10, 1, '国庆', '国庆节', '十一国庆', '十一国庆节'),
  solar(11, 8, '记者节'),
  solar(11, 9, '消防日', '全国消防日', '消防宣传日'),
  solar(12, 4, '国家宪法日', '宪法日', '宪法宣传日'),
  solar(12, 13, '国家公祭日'),
  // Days of observance, as the offices concerned plan by them.
  solar(3, 3, '全国爱耳日', '爱耳日'),
  solar(3, 22, '世界水日'),
  solar(3, 24, '世界防治结核病日', '防治结核病日', '结核病日'),
  solar(4, 7, '世界卫生日'),
  solar(4, 22, '世界地球日', '地球日'),
  solar(4, 25, '全国儿童预防接种日', '预防接种日'),
  solar(4, 26, '世界知识产权日', '知识产权日'),
  solar(5, 18, '国际博物馆日', '博物馆日'),
  solar(5, 30, '全国科技工作者日', '科技工作者日'),
  solar(5, 31, '世界无烟日', '无烟日'),
  solar(6, 6, '全国爱眼日', '爱眼日'),
  solar(6, 9, '国际档案日', '档案日'),
  solar(6, 14, '世界献血者日'),
  solar(6, 25, '全国土地日', '土地日'),
  solar(9, 20, '全国爱牙日', '爱牙日'),
  solar(10, 8, '全国高血压日', '高血压日'),
  solar(10, 10, '世界精神卫生日', '精神卫生日'),
  solar(10, 15, '全球洗手日', '洗手日'),
  solar(10, 16, '世界粮食日', '粮食日'),
  solar(11, 14, '世界糖尿病日', '联合国糖尿病日', '糖尿病日'),
  solar(12, 1, '世界艾滋病日', '艾滋病日'),
  solar(12, 2, '全国交通安全日', '交通安全日'),
  solar(12, 3, '国际残疾人日'),
  solar(12, 5, '国际志愿者日', '志愿者日'),
  sunday(5, 2, '母亲节'),
  sunday(5, 3, '全国助残日', '助残日'),
  sunday(6, 3, '父亲节'),
  lunar(1, 1, '春节', '大年初一', '正月初一'),
  lunar(1, 15, '元宵', '元宵节', '正月十五'),
  lunar(2, 2, '龙抬头', '二月二'),
  lunar(5, 5, '端午', '端午节'),
  lunar(7, 7, '七夕', '七夕节'),
  lunar(7, 15, '中元', '中元节'),
  lunar(8, 15, '中秋', '中秋节'),
  lunar(9, 9, '重阳', '重阳节', '敬老节', '老年节', '九九重阳节'),
  lunar(12, 8, '腊八', '腊八节'),
  lunar(12, 23, '小年'),
  { names: ['除夕', '年三十', '大年三十'], rule: { by: 'eve' } },
  term('清明', '清明节'),
  term('冬至', '冬至节'),
  term('秋分', '农民丰收节', '中国农民丰收节'),
];

const BY_NAME = new Map(TABLE.flatMap((festival) => festival.names.map((name) => [name, festival.rule] as const)));

/** Every name a festival goes by, the longest first, so that the first one found in a text is the whole of it. */
export const FESTIVALS: readonly string[] = [...BY_NAME.keys()].sort((a, b) => b.length - a.length);

type SolarDay = { getYear(): number; getMonth(): number; getDay(): number };

const dateOfSolarDay = (day: SolarDay): IsoDate | undefined => isoDate(day.getYear(), day.getMonth(), day.getDay());

const lunarDate = (lunarYear: number, month: number, day: number): IsoDate | undefined =>
  dateOfSolarDay(LunarDay.fromYmd(lunarYear, month, day).getSolarDay());

const nthSunday = (year: number, month: number, nth: number): IsoDate | undefined => {
  const first = isoDate(year, month, 1);
  return first && addDays(first, 7 - weekdayOf(first) + (nth - 1) * 7);
};

/** The day of a rule in a calendar year. The twelfth lunar month lies mostly in the next calendar year, so two lunar years are tried. */
const dateByRule = (rule: Rule, year: number): IsoDate | undefined => {
  switch (rule.by) {
    case 'solar':
      return isoDate(year, rule.month, rule.day);
    case 'sunday':
      return nthSunday(year, rule.month, rule.nth);
    case 'lunar':
      return [year - 1, year]
        .map((lunarYear) => lunarDate(lunarYear, rule.month, rule.day))
        .find((date) => date !== undefined && yearOf(date) === year);
    case 'term':
      // The library's solar year begins at the winter solstice, so 冬至 of a year is filed under the next.
      return [year, year + 1]
        .map((solarYear) => dateOfSolarDay(SolarTerm.fromName(solarYear, rule.name).getJulianDay().getSolarDay()))
        .find((date) => date !== undefined && yearOf(date) === year);
    case 'eve': {
      const newYear = lunarDate(year, 1, 1);
      return newYear && addDays(newYear, -1);
    }
  }
};

/**
 * The day of a festival in a calendar year; lunar ones by the lunar calendar.
 * undefined for an unknown name, a year outside 1900–2100, or a year in which the day does not fall (腊八 can miss one).
 */
export const festivalDate = (name: string, year: number): IsoDate | undefined => {
  const rule = BY_NAME.get(name);
  if (!rule || !Number.isInteger(year) || year < 1900 || year > 2100) return undefined;
  return dateByRule(rule, year);
};
