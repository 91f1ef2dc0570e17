import type { IsoDate } from '../../calendar/date.ts';
import type { PeriodKey } from '../../calendar/period.ts';
import type { Grouping } from '../../cards/grouping.ts';
import type { DigestKind } from '../../workspace/settings.ts';
import { readPeriod } from './periods.ts';

/** A digest asked for. `period` null: none was named; `said` is how it was. `by`: ordered so. `paper`: as a docx. */
export interface DigestWanted {
  period: PeriodKey | null;
  said: string;
  by: Grouping | null;
  paper: boolean;
}

/** Longer texts are no such command, whatever they hold. */
const LONGEST = 60;

/** Behind it: 月报 4月 文档. */
const AS_PAPER = /[ ,]*(?:的)?(?:文档|文件|公文|docx|word)(?:版|格式)?$/i;

/** 发月报, 看看4月月报: looking is what is meant anyway. */
const ASKS_FOR = /^(?:查看|看看|看|发|出|打印|生成|要|来一份|来份|一份) ?/;

/** 按科室, 按责任单位分, 按人列出, anywhere beside the name. */
const ORDERED_BY: Record<Grouping, RegExp> = {
  unit: /[ ,]*(?:按照?|分)各?(?:责任|牵头)?(?:科室|部门|单位|处室|股室)(?:分组|分列|列出|汇总|分|列)?(?:的(?! ?\d))?/,
  person: /[ ,]*(?:按照?|分)各?(?:责任人员?|负责人|个人|人员|人)(?:分组|分列|列出|汇总|分|列)?(?:的(?! ?\d))?/,
  section: /[ ,]*(?:按照?|分)各?(?:部分|板块|章节|章|类别|类)(?:分组|分列|列出|汇总|分|列)?(?:的(?! ?\d))?/,
};

/**
 * What each digest is called. What stands in `period` is part of the period's own name: 上半年总结, 二季度总结, 2025年总结;
 * a bare 季度, 半年 or 年 names none.
 */
const NAMES: Record<DigestKind, RegExp> = {
  weekly: /周报/,
  monthly: /月报/,
  quarterly: /季报|(?<period>季度?)的?(?:工作)?总结/,
  halfyearly: /半年报|年中(?:工作)?总结|(?<period>半年)(?:度|的)?(?:工作)?总结/,
  yearly: /年终的?(?:工作)?总结|(?<![半中])年报|(?<![半中])(?<period>年)度?的?(?:工作)?总结/,
};
const NO_PERIOD = /^(?:季度?|半年|年)$/;

/** The text without the name of the digest; undefined when it is not named. */
const withoutName = (text: string, kind: DigestKind): string | undefined => {
  const found = NAMES[kind].exec(text);
  if (!found) return undefined;
  const before = text
    .slice(0, found.index)
    .replace(ASKS_FOR, '')
    .replace(/[ 的份]*$/, '');
  // 半年总结 上半年 names its period behind; 上半年总结 with its own name.
  const own = found.groups?.period ?? '';
  const behind = text.slice(found.index + found[0].length);
  const around = `${before === '' && NO_PERIOD.test(own) ? '' : `${before}${own}`} ${behind}`.trim();
  return NO_PERIOD.test(around) ? '' : around;
};

/** What it is ordered by, and the text without it. */
const withoutOrder = (text: string): { by: Grouping | null; rest: string } => {
  for (const by of ['unit', 'person', 'section'] as const) {
    const rest = text.replace(ORDERED_BY[by], ' ');
    if (rest !== text) return { by, rest: rest.replace(/ {2,}/g, ' ').trim() };
  }
  return { by: null, rest: text };
};

/**
 * `月报`, `月报 4月`, `4月的月报`, `上半年总结`, `季报 二季度 按科室 文档`: around the name stand a period, an order, a form and
 * nothing else. undefined for any other text.
 */
export const readDigestWanted = (text: string, kind: DigestKind, today: IsoDate): DigestWanted | undefined => {
  if (text.length > LONGEST) return undefined;
  const inForm = text.replace(AS_PAPER, '');
  const { by, rest } = withoutOrder(inForm);
  const around = withoutName(rest, kind);
  if (around === undefined) return undefined;
  const wanted = { said: around, by, paper: inForm !== text };
  if (around === '') return { ...wanted, period: null };
  const found = readPeriod(around, today);
  return found?.length === around.length ? { ...wanted, period: found.period } : undefined;
};
