import type { Digest, DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { countOf, sayAsOf, sayFigures, sayHeading, sayRoles, sayTargetName, sayTitle } from './say-digest.ts';

const rowLine = (row: DigestRow, { owners }: { owners: boolean }): string => {
  const names = owners ? '' : [...row.units, ...row.owners].join('、');
  const what = [row.date, `#${row.number} ${row.title}${names === '' ? '' : `(${names})`}`];
  return [what.filter((piece) => piece !== '').join(' '), row.note, owners ? sayRoles(row) : '']
    .filter((piece) => piece !== '')
    .join(' · ');
};

const targetLine = (target: DigestTarget): string => `${sayTargetName(target)}:${sayFigures(target)}`;

const partLines = (part: DigestPart): string[] => {
  const rows =
    part.kind === 'targets'
      ? [...part.rows.map(targetLine), ...(part.unlisted > 0 ? [`另有${part.unlisted}项没有变化`] : [])]
      : part.rows.map((row) => rowLine(row, part));
  const told = countOf(part) === 0 ? [part.none] : rows.map((row, index) => `${index + 1}. ${row}`);
  const said = part.heading === '' ? `共${countOf(part)}项` : `【${sayHeading(part)}】`;
  return [...(part.heading === '' ? [] : ['']), said, ...told];
};

const chapterLines = ({ title, parts }: DigestChapter): string[] => [
  ...(title === '' ? [] : ['', title]),
  ...parts.flatMap(partLines),
];

/** The whole digest as plain text, nothing left out. People's text stands in it as typed. */
export const digestText = (digest: Digest): string =>
  [
    sayTitle(digest),
    ...(digest.plan === '' ? [] : [digest.plan]),
    digest.counts,
    ...digest.chapters.flatMap(chapterLines),
    '',
    [sayAsOf(digest), ...digest.notes].join('。'),
  ].join('\n');
