import {
  bars,
  blocksOf,
  bulleted,
  button,
  buttons,
  chart,
  heading,
  numbered,
  plain,
  quiet,
  strong,
} from '../cards/blocks.ts';
import type { Bar, Block, Card } from '../cards/card.ts';
import type { Grouping } from '../cards/grouping.ts';
import { sayExpected, tallyBar } from '../cards/progress-bars.ts';
import { sayOwners } from '../cards/say-owners.ts';
import { shorten } from '../cards/shorten.ts';
import type { Digest, DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { orderOf } from './grouped.ts';
import { groupedBlocks, sectionCounts } from './grouped-card.ts';
import { sayDigestCommand } from './paper-title.ts';
import { reminderBlocks } from './reminders/reminder-card.ts';
import { countOf, sayAsOf, sayFigures, sayHeading, sayRoles, sayTargetName, sayTitle } from './say-digest.ts';

/** Rows shown of each part; the rest is a count and a button. */
const SHOWN = 10;
/** Bars of sections; their names stand in the lines of counts as well. */
const SECTIONS_SHOWN = 6;
const TITLE_LIMIT = 40;
const NOTE_LIMIT = 50;
const ROLES_LIMIT = 40;

/**
 * One line per task rather than a row with parts of its own: `🔴 #2 签订集体合同(权益部) · 4月15日 周三 · 逾期12天`. In a
 * 月报 the line has a numeral of its own, so the task's number stands behind: `4月3日 召开职代会(#12 办公室) · 已开展`, in
 * its plan with leaders and units by role.
 */
const line = (row: DigestRow, { numbered: paper, owners }: { numbered: boolean; owners: boolean }): string => {
  const who = owners ? '' : shorten(sayOwners({ ...row, supportingUnits: [] }), ROLES_LIMIT);
  const title = shorten(row.title, TITLE_LIMIT);
  const said = paper
    ? [row.date, `${title}(${[`#${row.number}`, who].filter((piece) => piece !== '').join(' ')})`]
    : [row.light, row.date, `#${row.number} ${title}${who === '' ? '' : `(${who})`}`];
  const behind = [shorten(row.note, NOTE_LIMIT), owners ? shorten(sayRoles(row), ROLES_LIMIT * 2) : ''];
  return [said.filter((piece) => piece !== '').join(' '), ...behind].filter((piece) => piece !== '').join(' · ');
};

const targetBar = (target: DigestTarget): Bar => ({
  name: shorten(sayTargetName(target), TITLE_LIMIT / 2),
  share: target.share,
  label: sayFigures(target),
});

/** The same beside 序时. */
const pacedBar = (target: DigestTarget, expected: number): Bar => ({
  name: shorten(sayTargetName(target), TITLE_LIMIT / 2),
  share: target.share,
  label: `${sayFigures(target)} · ${sayExpected(expected)}`,
  expected,
});

/** Bars of targets: a chart where 序时 is told of all, else one under the other. */
const barsOf = (targets: readonly DigestTarget[], isPaced: boolean): Block => {
  const paced = targets.flatMap((target) => (target.expected === undefined ? [] : [pacedBar(target, target.expected)]));
  return isPaced && paced.length === targets.length ? chart('指标与序时', paced) : bars(targets.map(targetBar));
};

const partHeading = (part: DigestPart, inChapter: boolean): Block => {
  const said = part.heading === '' ? `共${countOf(part)}项` : sayHeading(part);
  return inChapter ? strong(said) : heading(said);
};

type TasksPart = Extract<DigestPart, { kind: 'tasks' }>;
type TargetsPart = Extract<DigestPart, { kind: 'targets' }>;

const taskBlocks = (part: TasksPart): (Block | null)[] => {
  const lines = part.rows.slice(0, SHOWN).map((row) => line(row, part));
  const rest = part.rows.length - lines.length;
  return [
    part.numbered ? numbered(lines) : bulleted(lines),
    rest > 0 ? buttons([button(`还有${rest}项,看“${part.say}”`, part.say)]) : null,
  ];
};

/** Targets nobody reported a figure for are a count: a line for each would hide the others. */
const targetBlocks = (part: TargetsPart, isPaced: boolean): (Block | null)[] => {
  const reported = part.rows.filter((row) => row.reported);
  const silent = countOf(part) - reported.length;
  const rest = [
    reported.length > SHOWN ? `另有${reported.length - SHOWN}项已上报` : '',
    silent > 0 ? `${silent}项${part.unlisted > 0 && reported.length > 0 ? '没有变化或' : ''}未上报` : '',
  ].filter((piece) => piece !== '');
  return [
    barsOf(reported.slice(0, SHOWN), isPaced),
    quiet(rest.join(',')),
    rest.length > 0 ? buttons([button(`看${part.say}`, part.say)]) : null,
  ];
};

const partBlocks = (part: DigestPart, inChapter: boolean): Block[] => {
  // A 周报 is one chapter without a title; its targets tell of the week.
  const told = part.kind === 'targets' ? targetBlocks(part, inChapter) : taskBlocks(part);
  return blocksOf(partHeading(part, inChapter), ...(countOf(part) === 0 ? [quiet(part.none)] : told));
};

const chapterBlocks = (chapter: DigestChapter, bySection: boolean): Block[] => {
  const { title, parts } = chapter;
  return blocksOf(
    title === '' ? null : heading(title),
    // The last chapter is the plan of what comes next.
    bySection && parts.some(({ kind }) => kind === 'targets') ? sectionCounts(chapter) : null,
    ...parts.map((part) => partBlocks(part, title !== '')),
  );
};

/** What each section of the plan came to so far; none where there is only one, or in a 周报. */
const sectionsChart = ({ sections = [] }: Digest): Block[] => {
  if (sections.length < 2) return [];
  const shown = sections.slice(0, SECTIONS_SHOWN).map((section) => tallyBar(section, '其他'));
  const left = sections.length - shown.length;
  return blocksOf(chart('各部分办结率(全年)', shown), quiet(left > 0 ? `另有${left}个部分见文档` : ''));
};

const hasOverdue = ({ chapters }: Digest): boolean =>
  chapters.some(({ parts }) =>
    parts.some((part) => part.kind === 'tasks' && part.rows.some(({ light }) => light === '🔴')),
  );

/**
 * The digest as a card for the chat: the first ten of each part, a count and a button for the rest; a 季报 and longer with
 * the counts of each section.
 * @param by what the whole is ordered by, when that was asked for
 */
export const digestCard = (digest: Digest, by: Grouping | null = null): Card => ({
  title: sayTitle(digest),
  subtitle: shorten(digest.plan, TITLE_LIMIT),
  tone: hasOverdue(digest) ? 'warning' : 'neutral',
  view: '',
  blocks: blocksOf(
    plain(digest.counts),
    quiet([sayAsOf(digest), ...digest.notes].join('。')),
    ...(by === null ? sectionsChart(digest) : []),
    ...(by === null
      ? digest.chapters.map((chapter) => chapterBlocks(chapter, orderOf(digest.kind, by) === 'section'))
      : [groupedBlocks(digest.chapters, by)]),
    ...(digest.reminders ? [reminderBlocks(digest.reminders)] : []),
    buttons([button('文档', `${sayDigestCommand(digest, by)} 文档`)]),
  ),
});
