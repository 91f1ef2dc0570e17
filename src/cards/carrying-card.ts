import type { IsoDate } from '../calendar/date.ts';
import type { Carryable, CarryPreview } from '../workspace/carrying.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { blocksOf, bulleted, button, buttons, facts, plain, quiet, taskRows } from './blocks.ts';
import type { Card } from './card.ts';
import { pageOf, pagingButtons, sayPage } from './paging.ts';
import { sayNumbers } from './say-numbers.ts';
import { shorten } from './shorten.ts';
import { rowOf, taskRow } from './task-row.ts';

const NUMBERS_NAMED = 12;

const few = (numbers: number[]): string =>
  `${sayNumbers(numbers.slice(0, NUMBERS_NAMED))}${numbers.length > NUMBERS_NAMED ? `等${numbers.length}项` : ''}`;

const numbersOf = (list: Carryable[]): number[] => list.map(({ task }) => task.number);

/** What is not carried, and why. */
const sayLeft = ({ from, to, doubled, recurring }: CarryPreview): string[] => [
  ...(doubled.length === 0
    ? []
    : [
        `${to}年计划里已有同样的${doubled.length}项(${doubled
          .slice(0, 3)
          .map(({ task, twin }) => `#${task.number}→#${twin}`)
          .join('、')}${doubled.length > 3 ? '等' : ''}),不再结转;仍要结转请发“结转 ${few(numbersOf(doubled))}”`,
      ]),
  ...(recurring.length === 0
    ? []
    : [
        `周期任务${recurring.length}项(${few(recurring.map(({ number }) => number))})不结转:各期属于${from}年,新一年的各期由新计划来定`,
      ]),
];

/** What the change and its button say: both years, so that pressing it twice carries once. */
export const sayConfirmCarrying = ({ from, to }: Pick<CarryPreview, 'from' | 'to'>): string =>
  `确认结转 ${from}年到${to}年`;

/**
 * 结转 before anything is done: how many tasks, which, which of them have ended, what stays and why.
 * @param inSeason false outside the turn of the year: the card says so
 */
export const carryingCard = (
  workspace: Workspace,
  preview: CarryPreview,
  view: { today: IsoDate; page: number; inSeason: boolean },
): Card => {
  const { from, to, carried, unplanned } = preview;
  const say = `结转 ${from}年到${to}年`;
  const page = pageOf(carried, view.page);
  const ended = numbersOf(carried.filter(({ ended: isOver }) => isOver));
  return {
    title: `结转 · ${from}年 → ${to}年`,
    subtitle: '确认前什么都没有改动',
    tone: 'neutral',
    view: sayPage(say, page.page),
    blocks: blocksOf(
      view.inSeason ? null : plain('现在不是年底年初(12月15日—3月31日),请再看一看是不是要结转'),
      unplanned ? plain(`还没有${to}年的计划,建议先导入`) : null,
      facts([
        ['要结转', `${carried.length}项未完成的任务,编号、进展、数字、延期和记录都跟着`],
        [
          '时限已过',
          ended.length === 0 ? '' : `${ended.length}项(${few(ended)}),结转后仍算逾期,可发“延期 ${ended[0]} 到…”`,
        ],
      ]),
      page.pages > 1 ? quiet(`第${page.page}/${page.pages}页`) : null,
      taskRows(
        page.items.map(({ task }) => ({ ...taskRow(rowOf(workspace, task, view.today), view.today), buttons: [] })),
      ),
      bulleted(sayLeft(preview).map((line) => shorten(line, 200))),
      quiet('只结转其中几项,发“结转 12、15”;不结转就不用回复'),
      buttons([...pagingButtons(say, page), button('确认结转', sayConfirmCarrying(preview), 'primary')]),
    ),
  };
};
