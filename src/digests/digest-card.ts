import { bars, blocksOf, button, buttons, heading, numbered, plain, quiet, strong, taskRows } from '../cards/blocks.ts';
import type { Bar, Block, Card, TaskRow } from '../cards/card.ts';
import { sayOwners } from '../cards/say-owners.ts';
import { shorten } from '../cards/shorten.ts';
import type { Digest, DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { countOf, sayAsOf, sayFigures, sayHeading, sayRoles, sayTargetName, sayTitle } from './say-digest.ts';

/** Rows shown of each part; the rest is a count and a button. Six parts of ten keep a card well under 30 KB and 200 elements. */
const SHOWN = 10;
const TITLE_LIMIT = 40;
const NOTE_LIMIT = 50;
const ROLES_LIMIT = 40;

const taskRow = (row: DigestRow): TaskRow => ({
  light: row.light,
  number: row.number,
  title: shorten(row.title, TITLE_LIMIT),
  detail: [shorten(sayOwners({ ...row, supportingUnits: [] }), ROLES_LIMIT), row.date, shorten(row.note, NOTE_LIMIT)]
    .filter((piece) => piece !== '')
    .join(' · '),
  struck: false,
  buttons: [],
});

/** A line of a 月报: `4月3日 #12 召开职代会(办公室) · 已开展`, in a plan with its leaders and units by role. */
const line = (row: DigestRow, owners: boolean): string => {
  const who = owners ? '' : sayOwners({ ...row, supportingUnits: [] });
  const said = [
    row.date,
    `#${row.number} ${shorten(row.title, TITLE_LIMIT)}${who === '' ? '' : `(${shorten(who, ROLES_LIMIT)})`}`,
  ];
  const behind = [shorten(row.note, NOTE_LIMIT), owners ? shorten(sayRoles(row), ROLES_LIMIT * 2) : ''];
  return [said.filter((piece) => piece !== '').join(' '), ...behind].filter((piece) => piece !== '').join(' · ');
};

const targetBar = (target: DigestTarget): Bar => ({
  name: shorten(sayTargetName(target), TITLE_LIMIT / 2),
  share: target.share,
  label: sayFigures(target),
});

const shown = (part: DigestPart): Block => {
  if (part.kind === 'targets') return bars(part.rows.slice(0, SHOWN).map(targetBar));
  const rows = part.rows.slice(0, SHOWN);
  return part.numbered ? numbered(rows.map((row) => line(row, part.owners))) : taskRows(rows.map(taskRow));
};

const partHeading = (part: DigestPart, inChapter: boolean): Block => {
  const said = part.heading === '' ? `共${countOf(part)}项` : sayHeading(part);
  return inChapter ? strong(said) : heading(said);
};

const partBlocks = (part: DigestPart, inChapter: boolean): Block[] => {
  const rest = countOf(part) - Math.min(part.rows.length, SHOWN);
  return blocksOf(
    partHeading(part, inChapter),
    countOf(part) === 0 ? quiet(part.none) : shown(part),
    rest > 0 ? buttons([button(`还有${rest}项,看全部`, part.say)]) : null,
  );
};

const chapterBlocks = ({ title, parts }: DigestChapter): Block[] =>
  blocksOf(title === '' ? null : heading(title), ...parts.map((part) => partBlocks(part, title !== '')));

const hasOverdue = ({ chapters }: Digest): boolean =>
  chapters.some(({ parts }) =>
    parts.some((part) => part.kind === 'tasks' && part.rows.some(({ light }) => light === '🔴')),
  );

/** The digest as a card for the chat: the first ten of each part, a count and a button for the rest. */
export const digestCard = (digest: Digest): Card => ({
  title: sayTitle(digest),
  subtitle: shorten(digest.plan, TITLE_LIMIT),
  tone: hasOverdue(digest) ? 'warning' : 'neutral',
  view: '',
  blocks: blocksOf(
    plain(digest.counts),
    ...digest.chapters.map(chapterBlocks),
    quiet([sayAsOf(digest), ...digest.notes].join('。')),
  ),
});
