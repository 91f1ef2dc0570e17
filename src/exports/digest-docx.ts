import { sayNumber, sayShare } from '../cards/say-quantity.ts';
import { type Digest, type DigestPart, type DigestRow, type DigestTarget, isDigest } from '../digests/digest.ts';
import { paperTitle } from '../digests/paper-title.ts';
import { countOf, sayAsOf, sayHeading, sayRoles } from '../digests/say-digest.ts';
import { officialPaper, type PaperBlock } from './docx/official-paper.ts';

/** Papers name days by their date alone. */
const withoutWeekdays = (text: string): string =>
  text.replace(/(\d日) 周[一二三四五六日](?!\p{Script=Han}{2})/gu, '$1');

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };
/** Half-width marks of the bot's own sentences as papers write them; a time of day and a figure keep theirs. */
const wide = (text: string): string => text.replace(/(?<!\d)[,;:]|[,;:](?!\d)|[()]/gu, (mark) => WIDE[mark] ?? mark);

/** A sentence with a full stop, unless it ends with a mark of its own. */
const sentence = (text: string): string => (/[。!?；;…！？]$/u.test(text) ? text : `${text}。`);

/**
 * `4月3日,召开职工代表大会;已开展,参加85人。`, in a plan `召开职工代表大会,5月10日前。责任领导:王海;责任单位:办公室`, which
 * reads back as the same task.
 */
const itemOf = (row: DigestRow, { owners }: { owners: boolean }): string => {
  const title = row.title.replace(/[。;,；，]+$/u, '');
  const note = wide(withoutWeekdays(row.note).replace(/ · /gu, ','));
  if (owners) {
    // How often it comes round is said; how many times that is would read as a figure to reach.
    const plan = [title, note.replace(/ \d+期/gu, '')].filter((piece) => piece !== '').join('，');
    return sentence(plan) + wide(sayRoles(row));
  }
  const units = [...row.units, ...row.owners].join('、');
  const said = [row.date, units === '' ? title : `${title}（${units}）`].filter((piece) => piece !== '').join('，');
  return sentence([said, note.replace(/^(每\S+) (\S+)/u, '$1（$2）')].filter((piece) => piece !== '').join('：'));
};

type TasksPart = Extract<DigestPart, { kind: 'tasks' }>;
type TargetsPart = Extract<DigestPart, { kind: 'targets' }>;

/** The rows of a plan under the headings they stand under there; those under none first. */
const bySection = (rows: DigestRow[]): Map<string, DigestRow[]> => {
  const sections = new Map<string, DigestRow[]>([['', []]]);
  for (const row of rows) {
    const section = row.section.replace(/^[(（]?(?:[一二三四五六七八九十]+|\d+)[)）、.．]\s*/u, '');
    sections.set(section, [...(sections.get(section) ?? []), row]);
  }
  return sections;
};

const planBlocks = (part: TasksPart): PaperBlock[] =>
  [...bySection(part.rows)].flatMap(([section, rows]): PaperBlock[] => [
    ...(section === '' ? [] : [{ kind: 'part' as const, text: section }]),
    ...rows.map((row) => ({ kind: 'item' as const, text: itemOf(row, part) })),
  ]);

const TARGET_HEAD = ['序号', '指标', '任务编号', '年度目标', '本期变化', '累计', '完成年度任务'];
const TARGET_WIDTHS = [8, 26, 12, 14, 14, 12, 14];

const changeOf = ({ changes, unit }: DigestTarget): string => {
  const last = changes.at(-1);
  if (!last) return '—';
  return last.value === null ? '首次上报' : `${sayNumber(last.value)}${unit}`;
};

const targetRow = (target: DigestTarget, index: number): string[] => {
  const { number, name, title, goal, cumulative, unit, share, reported } = target;
  const figures = reported
    ? [changeOf(target), `${sayNumber(cumulative)}${unit}`, unit === '%' ? '—' : sayShare(share)]
    : ['—', '未上报', '—'];
  return [`${index + 1}`, name === '' ? title : name, `#${number}`, goal, ...figures];
};

const targetBlocks = (part: TargetsPart): PaperBlock[] => {
  const rest = part.unlisted > 0 ? [{ kind: 'plain' as const, text: `另有${part.unlisted}项没有变化或未上报。` }] : [];
  return [{ kind: 'table', head: TARGET_HEAD, rows: part.rows.map(targetRow), widths: TARGET_WIDTHS }, ...rest];
};

const partBlocks = (part: DigestPart): PaperBlock[] => {
  const heading: PaperBlock[] =
    part.heading === '' ? [] : [{ kind: 'part', text: sayHeading(part).replace(' · ', '，共') }];
  if (countOf(part) === 0) return [...heading, { kind: 'plain', text: sentence(wide(part.none)) }];
  if (part.kind === 'targets') return [...heading, ...targetBlocks(part)];
  if (part.owners && part.heading === '') return planBlocks(part);
  return [...heading, ...part.rows.map((row) => ({ kind: 'item' as const, text: itemOf(row, part) }))];
};

/** 一、 … for the chapters; a digest of one chapter without a title begins with its parts. */
const digestBlocks = (digest: Digest): PaperBlock[] => [
  { kind: 'title', text: paperTitle(digest) },
  {
    kind: 'note',
    text: `（${[`${digest.late ? '补发，' : ''}${sayAsOf(digest)}`, ...digest.notes.map(wide)].join('。')}）`,
  },
  ...digest.chapters.flatMap(({ title, parts }, index): PaperBlock[] => [
    ...(title === '' ? [] : [{ kind: 'chapter' as const, text: title }]),
    ...(index === 0 ? [{ kind: 'plain' as const, text: sentence(wide(digest.counts.replace(/ · /gu, ','))) }] : []),
    ...parts.flatMap((part) => (title === '' ? partBlocks(part).map(asChapter) : partBlocks(part))),
  ]),
];

/** Without a chapter above them parts are 一、二、. */
const asChapter = (block: PaperBlock): PaperBlock => (block.kind === 'part' ? { ...block, kind: 'chapter' } : block);

/**
 * A digest as a paper that can be sent up: docx in the form of an official document.
 * @throws TypeError when the recipe holds no digest this program can read
 */
export const digestDocx = async (digest: unknown): Promise<Uint8Array> => {
  if (!isDigest(digest)) throw new TypeError('no digest of this version');
  return officialPaper(paperTitle(digest), digestBlocks(digest));
};
