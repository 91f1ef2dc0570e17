import type { DigestRow } from '../digests/digest.ts';
import { sayRoles } from '../digests/say-digest.ts';

/** Papers name days by their date alone. */
const withoutWeekdays = (text: string): string =>
  text.replace(/(\d日) 周[一二三四五六日](?=到期|前(?!\p{Script=Han})|(?!\p{Script=Han}))/gu, '$1');

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };
const widened = (mark: string): string => WIDE[mark] ?? mark;

/**
 * Half-width marks beside Chinese as papers write them: 已开展，参加85人（含女职工30人）. A time of day, a figure and what stands
 * among Latin letters keep theirs.
 */
export const wide = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}）”》])[,;:?!]|[,;:](?=\p{Script=Han})/gu, widened)
    .replace(
      /(?<=[\p{Script=Han}”》])\([^()]{0,200}\)|\([^()]{0,200}\p{Script=Han}[^()]{0,200}\)/gu,
      (inside) => `（${inside.slice(1, -1)}）`,
    );

/** A sentence with a full stop, unless it ends with a mark of its own. */
export const sentence = (text: string): string => (/[。!?；;…！？]$/u.test(text) ? text : `${text}。`);

const joined = (pieces: readonly string[], mark: string): string => pieces.filter((piece) => piece !== '').join(mark);

/** The pieces of a note, in words a paper uses: `每周 26期` as 每周（26期）. */
const piecesOf = (note: string): string[] =>
  note
    .split(' · ')
    .map((piece) => wide(withoutWeekdays(piece).replace(/^(每\p{Script=Han}{1,2}) (\S+)$/u, '$1（$2）')));

const LATE = '逾期办结';

/** What became of it, with its day: `每月（4月），4月29日逾期办结，…`, `6月5日进展：场地已定`. */
const sayEnd = ({ light, date, note }: DigestRow): string => {
  const pieces = piecesOf(note);
  if (date === '') return joined(pieces, '，');
  if (light !== '✅') return `${date}进展：${joined(pieces, '，')}`;
  const turns = pieces.filter((piece, index) => index === 0 && /^每\p{Script=Han}{1,2}(?:（|$)/u.test(piece));
  const rest = pieces.slice(turns.length).filter((piece) => piece !== LATE);
  return joined([...turns, `${date}${pieces.includes(LATE) ? LATE : '办结'}`, ...rest], '，');
};

/** What became of a task: `召开职工代表大会（办公室）：4月3日办结，已开展，参加85人。`. People's titles stand as written. */
export const sayDone = (row: DigestRow): string => {
  const title = row.title.replace(/[。;,；，]+$/u, '');
  const who = [...row.units, ...row.owners].join('、');
  return sentence(joined([who === '' ? title : `${title}（${who}）`, sayEnd(row)], '：'));
};

const isSaidIn = (title: string, piece: string): boolean =>
  /^每\p{Script=Han}{1,2}$/u.test(piece) && title.includes(piece);

/**
 * What is to be done: `召开职工代表大会，5月10日前。责任领导：王海；责任单位：办公室`, which reads back as the same task. How often
 * it comes round is said; how many times that is would read as a figure to reach.
 */
export const sayPlanned = (row: DigestRow): string => {
  const title = row.title.replace(/[。;,；，]+$/u, '');
  // A title says mostly itself how often: 每月召开例会 is not followed by 每月.
  const pieces = piecesOf(row.note.replace(/ \d+期/gu, '')).filter((piece) => !isSaidIn(title, piece));
  const roles = sayRoles(row)
    .replace(/(?<=责任(?:领导|单位|人)):/gu, '：')
    .replace(/;(?=责任(?:领导|单位|人)：)/gu, '；');
  return sentence(joined([title, ...pieces], '，')) + roles;
};
