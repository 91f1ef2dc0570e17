import { dayOf, type IsoDate, monthOf, sayDate, sayDay, yearOf } from '../calendar/date.ts';
import { isPeriodKey, nextPeriod, type PeriodKey, periodOf, previousPeriod, sayPeriod } from '../calendar/period.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DIGEST_NAMES, type DigestKind } from './digest.ts';
import { firstYearAfter, type Printed } from './print-digest.ts';
import { lastDayForPast } from './slots.ts';

const WRONG_PERIOD: Record<DigestKind, string> = {
  weekly: '周报按周出,请说“周报”或“周报 上周”',
  monthly: '月报按月出,请说“月报”或“月报 4月”',
  quarterly: '季报按季度出,请说“季报”或“季报 二季度”',
  halfyearly: '半年总结按半年出,请说“半年总结”或“上半年总结”',
  yearly: '年终总结按年出,请说“年终总结”或“2025年年终总结”',
};

/** Why a digest was not printed, and what to say instead. */
export const sayNotPrinted = (printed: Extract<Printed, { ok: false }>, kind: DigestKind, today: IsoDate): string => {
  const said = isPeriodKey(printed.period) ? sayPeriod(printed.period, yearOf(today)) : '';
  switch (printed.reason) {
    case 'not-begun':
      return `${said}还没开始(${sayDate(printed.begins, today)}起),到时再发“${DIGEST_NAMES[kind]}”`;
    case 'no-plan-yet':
      return `${said}还没有计划:本群最早的是${printed.firstYear}年的计划`;
    case 'no-such-period':
      return WRONG_PERIOD[kind];
  }
};

/** Until when the digest without a period means the one that ended: `每月10日`, `4月底`. */
const sayLastDay = (kind: DigestKind, running: PeriodKey): string => {
  const last = lastDayForPast(kind, running);
  return kind === 'monthly' ? `每月${dayOf(last)}日` : `${monthOf(last)}月底`;
};

/** Which period was taken when none was named, and how to get the other. The week's is plain from its title. */
export const sayPeriodTaken = (
  kind: DigestKind,
  period: PeriodKey,
  { today, workspace }: { today: IsoDate; workspace: Workspace },
): string => {
  const name = DIGEST_NAMES[kind];
  if (period !== periodOf(kind, today)) {
    const running = nextPeriod(period);
    const other = sayPeriod(running, yearOf(today));
    const past = { weekly: '上周', monthly: '上月', quarterly: '上季度', halfyearly: '上个半年', yearly: '上一年' }[
      kind
    ];
    return `${sayLastDay(kind, running)}(含)以前,“${name}”给${past}的;要${other}到现在的,发“${name} ${other}”`;
  }
  const before = previousPeriod(period);
  const other = sayPeriod(before, yearOf(today));
  const turn = { weekly: '本周', monthly: '本月', quarterly: '本季度', halfyearly: '这半年', yearly: '今年' }[kind];
  const until = kind === 'monthly' ? `${dayOf(today)}日` : sayDay(today);
  const told = `这是${turn}到今天的(截至${until})`;
  return firstYearAfter(workspace, before) === undefined && kind !== 'yearly'
    ? `${told};要${other}的,发“${name} ${other}”`
    : told;
};
