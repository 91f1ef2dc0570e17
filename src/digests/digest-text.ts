import type { Grouping } from '../cards/grouping.ts';
import type { Digest, DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { groupsOf, orderOf, sayUnlisted } from './grouped.ts';
import { reminderLines } from './reminders/reminder-card.ts';
import { countOf, sayAsOf, sayFigures, sayHeading, sayRoles, sayTargetName, sayTitle } from './say-digest.ts';

/** `#2 签订集体合同(权益部) · …`; where lines have numerals of their own `签订集体合同(#2 权益部) · …`. */
const rowLine = (row: DigestRow, { numbered, owners }: { numbered: boolean; owners: boolean }): string => {
  const who = owners ? '' : [...row.units, ...row.owners].join('、');
  const number = `#${row.number}`;
  const behind = [numbered ? number : '', who].filter((piece) => piece !== '').join(' ');
  const what = [row.date, `${numbered ? '' : `${number} `}${row.title}${behind === '' ? '' : `(${behind})`}`];
  return [what.filter((piece) => piece !== '').join(' '), row.note, owners ? sayRoles(row) : '']
    .filter((piece) => piece !== '')
    .join(' · ');
};

const targetLine = (target: DigestTarget): string => `${sayTargetName(target)}:${sayFigures(target)}`;

/** Lines that begin with a task's number are not numbered themselves. */
const listed = (part: DigestPart): string[] => {
  if (part.kind === 'tasks') {
    return part.rows.map((row, index) => `${part.numbered ? `${index + 1}.` : '·'} ${rowLine(row, part)}`);
  }
  const rest = part.unlisted > 0 ? [`另有${part.unlisted}项没有变化或未上报`] : [];
  return [...part.rows.map(targetLine), ...rest].map((said) => `· ${said}`);
};

const partLines = (part: DigestPart): string[] => {
  const told = countOf(part) === 0 ? [part.none] : listed(part);
  const said = part.heading === '' ? `共${countOf(part)}项` : `【${sayHeading(part)}】`;
  return [...(part.heading === '' ? [] : ['']), said, ...told];
};

/** `■ 一、宣传教育`, and what belongs to it under the headings of the whole. */
const groupedLines = (parts: readonly DigestPart[], by: Grouping): string[] => {
  const rest = sayUnlisted(parts);
  const lines = groupsOf(parts, by).flatMap(({ name, parts: own }) => ['', `■ ${name}`, ...own.flatMap(partLines)]);
  return [...lines, ...(rest === '' ? [] : ['', rest])];
};

const chapterLines = ({ title, parts }: DigestChapter, by: Grouping | null): string[] => {
  const isEmpty = parts.every((part) => countOf(part) === 0);
  const told = by === null || isEmpty ? parts.flatMap(partLines) : groupedLines(parts, by);
  return [...(title === '' ? [] : ['', title]), ...told];
};

/**
 * The whole digest as plain text, nothing left out; a 季报 and longer section by section. People's text stands in it as typed.
 * @param by what it is ordered by, when that was asked for
 */
export const digestText = (digest: Digest, by: Grouping | null = null): string =>
  [
    sayTitle(digest),
    ...(digest.plan === '' ? [] : [digest.plan]),
    digest.counts,
    ...digest.chapters.flatMap((chapter) => chapterLines(chapter, orderOf(digest.kind, by))),
    ...(digest.reminders ? ['', ...reminderLines(digest.reminders)] : []),
    '',
    [sayAsOf(digest), ...digest.notes].join('。'),
  ].join('\n');
