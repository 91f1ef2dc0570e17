import { BanjieError } from '../banjie-error.ts';
import { dateOf, type IsoDate, sayDay, yearOf } from '../calendar/date.ts';
import type { Grouping } from '../cards/grouping.ts';
import { type Picture, pictureText } from '../cards/picture.ts';
import { sayNumber, sayShare } from '../cards/say-quantity.ts';
import { type Digest, type DigestChapter, type DigestPart, type DigestTarget, isDigest } from '../digests/digest.ts';
import { sectionsPicture, targetsPicture } from '../digests/digest-picture.ts';
import { type DigestGroup, groupsOf, orderOf, sayUnlisted, withoutMark } from '../digests/grouped.ts';
import { organisationOf, paperTitle } from '../digests/paper-title.ts';
import { countOf, sayAsOf, sayHeading } from '../digests/say-digest.ts';
import { type Level, officialPaper, type PaperBlock } from './docx/official-paper.ts';
import { sayDone, sayPlanned, sentence, wide } from './paper-words.ts';
import type { Draw } from './picture/drawn.ts';

const TARGET_HEAD = ['序号', '指标', '任务编号', '年度目标', '本期变化', '累计', '完成年度任务'];
const TARGET_WIDTHS = [8, 24, 14, 14, 14, 12, 14];

const changeOf = ({ changes, unit }: DigestTarget): string => {
  const last = changes.at(-1);
  if (!last) return '—';
  if (last.value === null) return '首次上报';
  return `${sayNumber(last.value)}${unit === '%' ? '个百分点' : unit}`;
};

const targetRow = (target: DigestTarget, index: number): string[] => {
  const { number, name, title, goal, cumulative, unit, share, reported } = target;
  const figures = reported
    ? [changeOf(target), `${sayNumber(cumulative)}${unit}`, unit === '%' ? '—' : sayShare(share)]
    : ['—', '未上报', '—'];
  return [`${index + 1}`, name === '' ? title : name, `#${number}`, goal, ...figures];
};

const plain = (text: string): PaperBlock => ({ kind: 'plain', text: sentence(wide(text)) });
const headed = (level: number, text: string): PaperBlock => ({
  kind: 'numbered',
  level: Math.min(level, 3) as Level,
  heading: true,
  text,
});
/** Items are 1. 2. 3. wherever there is no heading of that rank above them; else (1) (2) (3). */
const item = (level: number, text: string): PaperBlock => ({
  kind: 'numbered',
  level: level > 2 ? 3 : 2,
  heading: false,
  text,
});

/** The pictures of a digest as blocks: progress by section, and the targets, where they could be drawn. */
interface Pictures {
  sections: PaperBlock[];
  targets: PaperBlock[];
}

const drawnBlock = async (picture: Picture | undefined, draw: Draw | null): Promise<PaperBlock[]> => {
  if (!picture || !draw) return [];
  try {
    const drawn = await draw(picture);
    return [{ kind: 'picture', ...drawn, title: picture.title, alt: pictureText(picture) }];
  } catch (error) {
    // A paper is handed in all the same: what a picture shows stands in it in figures, and the log has the reason.
    if (error instanceof BanjieError && error.code === 'paper-failed') return [];
    throw error;
  }
};

const picturesOf = async (digest: Digest, draw: Draw | null): Promise<Pictures> => {
  if (digest.kind === 'weekly') return { sections: [], targets: [] };
  const targets = digest.chapters.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'targets' ? part.rows : [])),
  );
  return {
    sections: await drawnBlock(sectionsPicture(digest), draw),
    targets: await drawnBlock(targetsPicture(digest, targets), draw),
  };
};

const rowBlocks = (part: DigestPart, level: number): PaperBlock[] => {
  if (part.kind === 'tasks') return part.rows.map((row) => item(level, part.owners ? sayPlanned(row) : sayDone(row)));
  const table: PaperBlock[] =
    part.rows.length === 0
      ? []
      : [{ kind: 'table', head: TARGET_HEAD, rows: part.rows.map(targetRow), widths: TARGET_WIDTHS }];
  const rest = sayUnlisted([part]);
  return rest === '' ? table : [...table, plain(rest)];
};

const partBlocks = (part: DigestPart, level: number): PaperBlock[] => {
  const heading = part.heading === '' ? [] : [headed(level, wide(sayHeading(part)).replace(' · ', '，共'))];
  const inside = part.heading === '' ? level : level + 1;
  return countOf(part) === 0 ? [...heading, plain(part.none)] : [...heading, ...rowBlocks(part, inside)];
};

const groupBlocks = ({ name, parts }: DigestGroup, by: Grouping, level: number): PaperBlock[] => [
  headed(level, by === 'section' ? withoutMark(name) : name),
  ...parts.flatMap((part) => partBlocks(part, level + 1)),
];

/** A plan under the headings it stands under in the plan; what stands under none comes first, under none. */
const planBlocks = (parts: readonly DigestPart[], level: number): PaperBlock[] => {
  const groups = groupsOf(parts, 'section');
  const bare = groups.filter(({ isRest }) => isRest).flatMap((group) => group.parts);
  return [
    ...bare.flatMap((part) => partBlocks(part, level)),
    ...groups.filter(({ isRest }) => !isRest).flatMap((group) => groupBlocks(group, 'section', level)),
  ];
};

const isPlan = (parts: readonly DigestPart[]): boolean =>
  parts.every((part) => part.kind === 'tasks' && part.owners && part.heading === '');

const chapterBlocks = ({ title, parts }: DigestChapter, by: Grouping | null): PaperBlock[] => {
  const level = title === '' ? 0 : 1;
  if (parts.every((part) => countOf(part) === 0)) return parts.flatMap((part) => partBlocks(part, level));
  if (isPlan(parts) && (by === null || by === 'section')) return planBlocks(parts, level);
  if (by === null) return parts.flatMap((part) => partBlocks(part, level));
  const rest = sayUnlisted(parts);
  return [
    ...groupsOf(parts, by).flatMap((group) => groupBlocks(group, by, level)),
    ...(rest === '' ? [] : [plain(rest)]),
  ];
};

const signedOn = (date: IsoDate): string => `${yearOf(date)}年${sayDay(date)}`;

/** 一、 … for the chapters; a digest of one chapter without a title begins with its parts. */
const digestBlocks = (digest: Digest, by: Grouping | null, pictures: Pictures): PaperBlock[] => [
  { kind: 'title', text: paperTitle(digest) },
  {
    kind: 'note',
    text: `（${[`${digest.late ? '补发，' : ''}${sayAsOf(digest)}`, ...digest.notes.map(wide)].join('。')}）`,
  },
  ...digest.chapters.flatMap((chapter, index): PaperBlock[] => [
    ...(chapter.title === '' ? [] : [headed(0, wide(chapter.title))]),
    ...(index === 0 ? [plain(digest.counts.replace(/ · /gu, ',')), ...pictures.sections] : []),
    ...chapterBlocks(chapter, by),
    ...(chapter.parts.some(({ kind }) => kind === 'targets') ? pictures.targets : []),
  ]),
  { kind: 'signature', organisation: organisationOf(digest.plan), date: signedOn(dateOf(digest.asOf)) },
];

/**
 * A digest as a paper that can be sent up: docx in the form of an official document.
 * @param by what it is ordered by, when that was asked for
 * @param draw draws its pictures; without it, and where one cannot be drawn, the paper has none
 * @throws TypeError when the recipe holds no digest this program can read
 */
export const digestDocx = async (
  digest: unknown,
  by: Grouping | null = null,
  draw: Draw | null = null,
): Promise<Uint8Array> => {
  if (!isDigest(digest)) throw new TypeError('no digest of this version');
  const pictures = await picturesOf(digest, draw);
  return officialPaper(paperTitle(digest), digestBlocks(digest, orderOf(digest.kind, by), pictures));
};
