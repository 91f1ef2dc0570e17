import { blocksOf, bulleted, button, buttons, heading, quiet, strong } from '../cards/blocks.ts';
import type { Block } from '../cards/card.ts';
import type { Grouping } from '../cards/grouping.ts';
import { shorten } from '../cards/shorten.ts';
import type { DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { type DigestGroup, groupsOf, sayUnlisted } from './grouped.ts';
import { countOf, sayFigures, sayTargetName } from './say-digest.ts';

/** A real card holds some seventy lines of this length; they are shared out evenly, so that no group hides another. */
const LINES_OF_ALL = 70;
const LINES_OF_PART = 10;
/** Groups shown of all chapters together; beyond that a card is no place for them. */
const GROUPS_OF_ALL = 30;
const BUTTONS_OF_CHAPTER = 6;
const NAME_LIMIT = 24;
const TITLE_LIMIT = 24;
const NOTE_LIMIT = 28;

const rowLine = (row: DigestRow): string => {
  const said = [row.light, row.date, `#${row.number} ${shorten(row.title, TITLE_LIMIT)}`];
  return [said.filter((piece) => piece !== '').join(' '), shorten(row.note, NOTE_LIMIT)]
    .filter((piece) => piece !== '')
    .join(' · ');
};

const targetLine = (target: DigestTarget): string =>
  `📊 ${shorten(sayTargetName(target), TITLE_LIMIT)} ${shorten(sayFigures(target), NOTE_LIMIT * 2)}`;

const linesOf = (part: DigestPart): string[] =>
  part.kind === 'tasks' ? part.rows.map(rowLine) : part.rows.filter(({ reported }) => reported).map(targetLine);

const sayCount = (part: DigestPart): string =>
  `${part.heading.replace(/\(.*\)$|及原因$|完成情况$/u, '')}${countOf(part)}项`;

const groupBlocks = ({ name, parts }: DigestGroup, lines: number): Block[] => [
  strong([shorten(name, NAME_LIMIT), ...parts.map(sayCount)].join(' · ')),
  bulleted(parts.flatMap((part) => linesOf(part).slice(0, lines))),
];

/** The list in which the first cut part of a group stands whole. */
const listButton = ({ filter, parts }: DigestGroup, lines: number) => {
  const cut = parts.find((part) => part.kind === 'tasks' && part.rows.length > lines);
  return cut && filter !== '' ? [button(`看“${cut.say}”`, cut.say)] : [];
};

const chapterBlocks = (
  { title, parts }: DigestChapter,
  groups: DigestGroup[],
  { lines, most }: { lines: number; most: number },
): Block[] => {
  const left = groups.length - most;
  const none = parts.map((part) => part.none).filter((said) => said !== '')[0] ?? '';
  return blocksOf(
    title === '' ? null : heading(title),
    ...groups.slice(0, most).map((group) => blocksOf(...groupBlocks(group, lines))),
    groups.length === 0 ? quiet(none) : null,
    quiet([left > 0 ? `另有${left}组见文档` : '', sayUnlisted(parts)].filter((said) => said !== '').join('。')),
    buttons(groups.flatMap((group) => listButton(group, lines)).slice(0, BUTTONS_OF_CHAPTER)),
  );
};

/** The chapters of a digest by section, unit or person: a line of counts for each, and as many rows as there is room for. */
export const groupedBlocks = (chapters: readonly DigestChapter[], by: Grouping): Block[] => {
  const grouped = chapters.map((chapter) => ({ chapter, groups: groupsOf(chapter.parts, by) }));
  const most = Math.floor(GROUPS_OF_ALL / chapters.length);
  const shown = grouped.flatMap(({ groups }) => groups.slice(0, most).flatMap(({ parts }) => parts)).length;
  const lines = Math.min(LINES_OF_PART, Math.floor(LINES_OF_ALL / Math.max(1, shown)));
  return grouped.flatMap(({ chapter, groups }) => chapterBlocks(chapter, groups, { lines, most }));
};

/** How many sections a card of a 季报 or longer counts. */
const SECTIONS_COUNTED = 12;

/** `宣传教育 · 已办结12项 · 未办结3项`, a line for each section of the plan; none when the plan has no sections. */
export const sectionCounts = ({ parts }: DigestChapter): Block[] => {
  const groups = groupsOf(parts, 'section');
  if (groups.length < 2) return [];
  const counted = groups.slice(0, SECTIONS_COUNTED);
  const left = groups.length - counted.length;
  return blocksOf(
    bulleted(counted.map(({ name, parts: own }) => [shorten(name, NAME_LIMIT), ...own.map(sayCount)].join(' · '))),
    quiet(left > 0 ? `另有${left}个部分见文档` : ''),
  );
};
