import { blocksOf, bulleted, buttons, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { type Page, pagingButtons } from './paging.ts';

/** One change as 记录 tells it. */
export interface HistoryLine {
  /** `5月3日 09:12`. */
  when: string;
  who: string;
  /** `办结`, `延期 6月30日 周二 → 7月31日 周五`. */
  what: string;
  /** Who took it back and when; empty when it stands. */
  undone: string;
}

const lineOf = ({ when, who, what, undone }: HistoryLine): string =>
  `${when} ${who} ${what}${undone === '' ? '' : `(已撤销:${undone})`}`;

/**
 * The history of one task, newest first.
 * @param say the command that shows it: `记录 12`
 */
export const historyCard = (subject: string, say: string, page: Page<HistoryLine>): Card => ({
  title: `${say.replace(/\s*第\d+页$/, '')}`,
  subtitle: page.total === 0 ? '' : `共${page.total}条`,
  tone: 'neutral',
  view: say,
  blocks: blocksOf(
    plain(subject),
    page.total === 0 ? quiet('还没有改动') : bulleted(page.items.map(lineOf)),
    page.pages > 1 ? quiet(`第${page.page}/${page.pages}页,新的在前`) : null,
    buttons(pagingButtons(say, page)),
  ),
});
