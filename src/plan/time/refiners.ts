import { addDays, daysBetween } from '../../calendar/date.ts';
import type { Shadow } from '../text/shadow.ts';
import type { Mention, Refiner } from './mention.ts';
import { notTimesIn, quotationsIn } from './not-times.ts';
import { firstYearOf } from './plan-year.ts';
import * as words from './words.ts';

const BEFORE = new RegExp(`^${words.BEFORE}`, 'u');
const NOT_LATER = new RegExp(`${words.NOT_LATER}$`, 'u');

/** Of phrases that overlap, the one that begins first, then the longest. */
const alone: Refiner = (mentions) => {
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || mention.from >= last.to) kept.push(mention);
  }
  return kept;
};

/** What stands in names, honours, titles and counts is no time. */
const notInNames: Refiner = (mentions, text) => {
  if (mentions.length === 0) return mentions;
  const blocked = notTimesIn(text);
  const quoted = quotationsIn(text);
  return mentions.filter(
    (mention) =>
      !blocked.some((stretch) => stretch.from < mention.to && mention.from < stretch.to) &&
      !quoted.some(
        (stretch) =>
          stretch.from < mention.from &&
          mention.to < stretch.to &&
          stretch.to - stretch.from > mention.to - mention.from + 2,
      ),
  );
};

/** `9月30日前` includes the day; before a stretch (国庆前, 6月前) is before it begins. */
const deadlines: Refiner = (mentions, text) =>
  mentions.map((mention) => {
    if (mention.kind === 'freq' || mention.end === null) return mention;
    const before = BEFORE.exec(text.slice(mention.to, mention.to + 4));
    const prefix = NOT_LATER.exec(text.slice(Math.max(0, mention.from - 8), mention.from));
    if (!before && !prefix) return mention;
    const stretch =
      before && !prefix && mention.start !== null && (mention.kind === 'month' || mention.kind === 'part');
    const eve = stretch && mention.start !== null ? addDays(mention.start, -1) : mention.end;
    return {
      ...mention,
      kind: 'deadline',
      from: mention.from - (prefix?.[0].length ?? 0),
      to: mention.to + (before?.[0].length ?? 0),
      start: null,
      end: eve.slice(0, 4) < mention.end.slice(0, 4) ? mention.end : eve,
    };
  });

/** 持续到10月: a month run up to is a last day; 提前到5月 moves the whole. */
const runsUpTo: Refiner = (mentions, text) =>
  mentions.map((mention) => {
    const upTo = /(?:持续|延续|延伸|截止|截至|一直|直)(?:到|至)$|[,(。;]到$/u.test(
      text.slice(Math.max(0, mention.from - 4), mention.from),
    );
    return upTo && (mention.kind === 'month' || mention.kind === 'part')
      ? { ...mention, kind: 'deadline', start: null }
      : mention;
  });

/** A time that is over when the plan's year begins is told, not planned. */
const notOver: Refiner = (mentions, _text, context) =>
  mentions.filter((mention) => mention.end === null || mention.end >= `${firstYearOf(context.year)}-01-01`);

const clauseAround = (text: Shadow, mention: Mention): string => {
  const before = text.slice(Math.max(0, mention.from - 60), mention.from);
  const after = text.slice(mention.to, mention.to + 60);
  return (
    before.slice(Math.max(...[...'。;!?\n'].map((stop) => before.lastIndexOf(stop))) + 1) +
    after.split(/[。;!?\n]/u, 1)[0]
  );
};

/** `6月10日,发放了…`, `春节前已走访…` tell what was done. */
const notDone: Refiner = (mentions, text) =>
  mentions.filter(
    (mention) =>
      mention.kind === 'freq' ||
      !(
        words.DONE.test(clauseAround(text, mention)) ||
        /^已(?:走访|慰问|完成|开展|举办|组织|召开|发放|培训|评选)(?!的)/u.test(text.slice(mention.to, mention.to + 4))
      ),
  );

/** `完成全年任务`, `总结上半年工作`: the time belongs to the thing, not to the doing. */
const notOfThings: Refiner = (mentions, text) => {
  const verdicts = mentions.map((mention) => ofThing(mention, text));
  const certain = mentions.filter((_, i) => verdicts[i] === 'no');
  if (certain.some((mention) => mention.kind !== 'freq')) return certain;
  return mentions.filter((_, i) => verdicts[i] !== 'yes');
};

const ofThing = (mention: Mention, text: Shadow): 'yes' | 'likely' | 'no' => {
  if (!['year', 'span', 'month'].includes(mention.kind)) return 'no';
  const before = text.slice(Math.max(0, mention.from - 6), mention.from);
  const after = text.slice(mention.to, mention.to + 32);
  if (mention.kind !== 'month' && words.REACHES.test(before) && words.FIGURE_AFTER.test(after)) return 'no';
  if (words.TAKES_TIME_AS_OBJECT.test(before) && /^\p{Script=Han}/u.test(after)) return 'yes';
  if (mention.kind !== 'month' && words.EXAMINES.test(before) && /^\p{Script=Han}/u.test(after)) return 'yes';
  const alone = /(?:^|[,。;:( ])$/u.test(before) && /^安排[,。;]?$/u.test(after);
  if (mention.kind !== 'month' && words.TIME_DESCRIBES.test(after) && !alone) return 'yes';
  if (words.LIKELY_TAKES_TIME_AS_OBJECT.test(before) && /^\p{Script=Han}/u.test(after))
    return mention.kind === 'year' ? 'yes' : 'likely';
  return 'no';
};

const LONGEST_CLAUSE = 40;
/** 五一值班表4月25日前报送: a festival with an earlier day behind it in its clause is what the thing is for. */
const notOfLater: Refiner = (mentions, text) =>
  mentions.filter(
    (mention) =>
      mention.kind !== 'festival' ||
      !mentions.some(
        (other) =>
          other.from > mention.to &&
          other.from - mention.to < LONGEST_CLAUSE &&
          other.end !== null &&
          mention.start !== null &&
          other.end < mention.start &&
          !/[,。;、]/u.test(text.slice(mention.to, other.from)),
      ),
  );

/** 纳入年终考核, 板报、年末互动, 年终奖金: the year's end describes. With 前 behind it, it is a last day whatever stands before. */
const notDescribing: Refiner = (mentions, text) =>
  mentions.filter((mention) => {
    const said = text.slice(mention.from, mention.to);
    if (!/年[底终末]$/u.test(said)) return true;
    if (/^奖金?/u.test(text.slice(mention.to, mention.to + 2))) return false;
    return !/(?:纳入|列入|作为|计入|与|和|、|同|的|健全|完善)[^,。;]{0,4}$/u.test(
      text.slice(Math.max(0, mention.from - 8), mention.from),
    );
  });

/** 4月起, 自7月1日起, 从5月开始: a beginning without an end. */
const beginnings: Refiner = (mentions, text) =>
  mentions.map((mention) => {
    const opened = /[从自]$/u.test(text.slice(Math.max(0, mention.from - 1), mention.from));
    const from = (opened ? /^(?:份)?(?:起|开始|以后)/u : /^(?:份)?起(?![草步点至到])/u).exec(
      text.slice(mention.to, mention.to + 4),
    );
    if (!from || mention.start === null || mention.kind === 'year') return mention;
    return { ...mention, kind: 'day', to: mention.to + from[0].length, end: null };
  });

/** 3月参展,…,年内另择: beside a time that begins, the year only says by when. */
const onlyUntil: Refiner = (mentions) =>
  mentions.map((mention) =>
    mention.kind === 'deadline' && mentions.some((other) => other !== mention && other.start !== null)
      ? { ...mention, start: null }
      : mention,
  );

/** 元旦、春节送温暖,…,1月20日前全部慰问到位: the day by which it is done is said; the festivals are what it is for. */
const notBesideDone: Refiner = (mentions, text) =>
  mentions.some(
    (mention) =>
      mention.kind === 'deadline' &&
      /^(?:全部|全面)?(?:完成|办结|结束|[^,。;]{0,4}到位)/u.test(text.slice(mention.to, mention.to + 10)),
  )
    ? mentions.filter((mention) => mention.kind !== 'festival' && mention.kind !== 'eve')
    : mentions;

/** How far apart a part of a month and the eve it falls on may end, in days. */
const SAME_TIME_DAYS = 15;
/** 5月上旬护士节前夕表彰…: the part of the month says it closer; the eve only names the festival it is for. */
const notBesidePart: Refiner = (mentions) =>
  mentions.filter(
    ({ kind, end: eve }) =>
      kind !== 'eve' ||
      eve === null ||
      !mentions.some(
        ({ kind: other, end }) => other === 'part' && end !== null && Math.abs(daysBetween(end, eve)) <= SAME_TIME_DAYS,
      ),
  );

const MANNER = /^[按逐][周月]$/u;
/** 10月至12月开展竞赛,按周晒进度: in a clause behind the time of the whole, 按周 says how it is gone about. */
const notManner: Refiner = (mentions, text) => {
  const whole = mentions.find(({ kind, start, end }) => kind !== 'freq' && start !== null && end !== null);
  if (!whole) return mentions;
  const isManner = ({ kind, from, to }: Mention): boolean =>
    kind === 'freq' &&
    from > whole.to &&
    MANNER.test(text.slice(from, to)) &&
    /,/u.test(text.slice(whole.to, from)) &&
    /^(?:晒|评|通报|调度|排名|亮|考核|点评|汇总)/u.test(text.slice(to, to + 2));
  return mentions.filter((mention) => !isManner(mention));
};

/** In this order: what is no time must be gone before the longest phrase is chosen and before things are told from doing. */
export const REFINERS: readonly Refiner[] = [
  notInNames,
  alone,
  beginnings,
  deadlines,
  runsUpTo,
  notDescribing,
  notOver,
  notDone,
  notOfThings,
  notOfLater,
  onlyUntil,
  notBesideDone,
  notBesidePart,
  notManner,
];
