import type { IsoDate } from '../../calendar/date.ts';
import type { TaskDraft } from '../../plan/plan-draft.ts';
import { isChanged, isContested, isFresh } from '../../workspace/importing/comparison.ts';
import { blocksOf, bulleted, button, buttons, facts, heading, quiet, strong } from '../blocks.ts';
import type { Block, Button, Card } from '../card.ts';
import { sayOwners } from '../say-owners.ts';
import { saySchedule } from '../say-schedule.ts';
import { shorten } from '../shorten.ts';
import { DOUBT_NAMES, hasOwner, hasTime, type ImportItem, type ImportPreview, sayLeftOut } from './import-preview.ts';
import { itemTitle } from './item-title.ts';
import { nameCounts, ownerSamples, quantitySamples, timeSamples } from './reading-samples.ts';
import { sayGone, sayItemChange, sayItemKept, sourceOf } from './say-revision.ts';

/** Lines of a part before the rest is left to 查看导入. */
const LINES_SHOWN = 5;
const EXAMPLES_OF_DOUBT = 3;
const UNTIMED_SHOWN = 3;

const part = (title: string, lines: string[]): Block[] => (lines.length === 0 ? [] : [heading(title), bulleted(lines)]);

const some = (title: string, lines: string[]): Block[] => {
  const left = lines.length - LINES_SHOWN;
  return part(`${title} ${lines.length}项`, [
    ...lines.slice(0, LINES_SHOWN),
    ...(left > 0 ? [`……另有${left}项,点“逐项看”`] : []),
  ]);
};

/** `时间没有写明 3项:第4项《…》“适时”、第9项《…》“近期”`, a line a reason. */
const doubtLines = ({ doubts }: ImportPreview): string[] =>
  [...new Set(doubts.map(({ reason }) => reason))].map((reason) => {
    const ones = doubts.filter((each) => each.reason === reason);
    const named = ones
      .slice(0, EXAMPLES_OF_DOUBT)
      .map(
        ({ number, task, words }) =>
          `第${number}项《${itemTitle(task)}》${words === '' ? '' : `“${shorten(words, 20)}”`}`,
      );
    return `${DOUBT_NAMES[reason]} ${ones.length}项:${named.join('、')}${ones.length > named.length ? '等' : ''}`;
  });

const GONE_TITLES = {
  plan: '计划里不再有,确认后取消(留痕,可撤销)',
  ledger: '台账里删去了,确认后取消(留痕,可撤销)',
};

const revisionParts = ({ kind, items, gone, workspace, today }: ImportPreview): Block[] => [
  ...some(
    `${sourceOf(kind)}和群里都改过,保留群里的`,
    items.filter(isContested).map((item) => sayItemKept(item, today, sourceOf(kind))),
  ),
  ...some(
    '修改',
    items.filter(isChanged).map((item) => sayItemChange(item, today)),
  ),
  ...some(
    GONE_TITLES[kind],
    gone.map((number) => sayGone(number, workspace)),
  ),
];

const countFacts = (tasks: TaskDraft[]): Block => {
  const [timed, owned] = [tasks.filter(hasTime).length, tasks.filter(hasOwner).length];
  const numbered = tasks.filter(({ targets }) => targets.length > 0).length;
  const targets = tasks.reduce((sum, task) => sum + task.targets.length, 0);
  const without = (count: number, what: string) => (count === 0 ? '' : `,${count}项${what}`);
  const sections = tasks.flatMap(({ section }) => section.slice(0, 1));
  return facts([
    ['部分', nameCounts(sections)],
    ['时间', `${timed}项已读出${without(tasks.length - timed, '没写时间')}`],
    ['责任', `${owned}项已读出${without(tasks.length - owned, '没写责任人')}`],
    ['指标', targets === 0 ? '没有读到' : `${numbered}项有指标,共${targets}个`],
  ]);
};

const skippedLines = ({ leftOut }: ImportPreview): string[] => {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const ones = leftOut.filter((each) => each.reason === reason);
    return `${reason} ${ones.length}段:“${shorten(ones[0]?.text ?? '', 40)}”`;
  });
};

const previewButtons = ({ id, gone, leftOut }: ImportPreview): Button[] => [
  button('确认导入', `确认导入 ${id}`, 'primary'),
  ...(gone.length > 0 ? [button('只增改,不取消', `确认导入 ${id} 不取消`)] : []),
  button('逐项看', `查看导入 ${id}`),
  ...(leftOut.length > 0 ? [button('看没有导入的', `查看导入 ${id} 没有导入的`)] : []),
  button('放弃', `放弃 ${id}`),
];

/** How a plan was read: counts, then how time, owner and quantity were taken, what was left out and why. */
const planParts = (preview: ImportPreview): Block[] => {
  const tasks = preview.items.map(({ draft }) => draft);
  return [
    countFacts(tasks),
    ...part('时间这样读', timeSamples(tasks, preview.today)),
    ...part('责任这样读', ownerSamples(tasks)),
    ...part('指标这样读', quantitySamples(tasks)),
    ...part(
      '没写时间的',
      tasks
        .filter((task) => !hasTime(task))
        .slice(0, UNTIMED_SHOWN)
        .map(itemTitle),
    ),
    ...part(`没有导入的${preview.leftOut.length}段`, skippedLines(preview)),
  ];
};

const sayFresh = ({ draft }: ImportItem, today: IsoDate): string =>
  [itemTitle(draft), saySchedule(draft.schedule, today), sayOwners(draft)].filter((words) => words !== '').join(' · ');

/** What a ledger brings besides changes: its new rows, and what was changed in vain. */
const ledgerParts = ({ items, leftOut, today }: ImportPreview): Block[] => [
  ...some(
    '新增',
    items.filter(isFresh).map((item) => sayFresh(item, today)),
  ),
  ...some(
    '没有导入的',
    leftOut.map((span) => sayLeftOut(span, 80)),
  ),
];

/** What an import would do: what to look at first, conflicts before changes, then what was read or brought. */
export const importPreviewCard = (preview: ImportPreview): Card => ({
  title: preview.kind === 'plan' ? '导入预览' : '台账导入预览',
  subtitle: shorten(preview.source, 40),
  tone: 'neutral',
  view: '',
  blocks: blocksOf(
    preview.counts.map(strong),
    part('请先看这些', doubtLines(preview)),
    revisionParts(preview),
    preview.kind === 'plan' ? planParts(preview) : ledgerParts(preview),
    quiet('确认之前什么都没有写入'),
    buttons(previewButtons(preview)),
  ),
});
