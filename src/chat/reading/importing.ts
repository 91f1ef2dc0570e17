import { BanjieError } from '../../banjie-error.ts';
import type { IsoDate } from '../../calendar/date.ts';
import { readPasted, readSent } from '../../documents/read-document.ts';
import type { LedgerReading, LedgerSheet } from '../../plan/ledger/read-ledger.ts';
import type { PlanReading } from '../../plan/plan-draft.ts';
import type { Context, Said } from '../command.ts';
import type { HandedFile } from '../handed-files.ts';
import type { IncomingFile } from '../message.ts';
import { rawFrom } from '../normalise.ts';

/** 导入 as said; `reading`, `ledger` and `fault` are filled in when its documents have been read. */
export interface ImportSaid {
  year: number | null;
  today: IsoDate;
  /** Text pasted behind 导入, else the text it quotes; empty when there is none. */
  text: string;
  files: IncomingFile[];
  /** File names, or 粘贴的文字, for the preview. */
  source: string;
  reading: PlanReading | null;
  /** A ledger that came back, instead of a plan. */
  ledger: LedgerSheet | null;
  /** Why a document could not be read, as a sentence. */
  fault: string | null;
  /** Set where a file came in private without a word: it is kept until the group it is for is told. */
  keep: ((files: readonly HandedFile[]) => void) | null;
}

/** A plan of some hundred tasks is a few hundred KB in any format; what is larger is no plan. */
const LARGEST_FILE = 10 * 1024 * 1024;

const WORD = /^(?:导入|上传计划|录入计划) ?/;
const HEADER =
  /^(?:一下 ?)?(?:((?:19|20)\d\d) ?(?:年度?)?|(今年|本年度?|明年))?(?:的)?(?:年度)?(?:工作)?(?:计划|要点|安排|方案)?(?:文件|文档)? ?[:,。]? ?/;

const yearSaid = (header: RegExpExecArray | null, today: IsoDate): number | null => {
  if (header?.[1] !== undefined) return Number(header[1]);
  const now = Number(today.slice(0, 4));
  return header?.[2] === undefined ? null : now + (header[2] === '明年' ? 1 : 0);
};

/** Where in `said.text` the message's first line ends. */
const firstLineEnd = ({ raw, origin, text }: Said): number => {
  const breakAt = raw.search(/[\n\r\u2028\u2029]/);
  const end = breakAt < 0 ? -1 : origin.findIndex((from) => from >= breakAt);
  return end < 0 ? text.length : end;
};

/** Words behind 导入 on its own line that are too few for a plan: 导入情况, 导入了吗. */
const SHORTEST_PLAN = 8;

/** 导入到这里: the file is for this very chat. */
const HERE = /^导入 ?(?:到|在)?(?:这里|本群|这个群|此处)$/;

/**
 * 导入, alone or with a year, on the first line; what follows is the plan. A file sent without a word is a plan too. Where
 * nothing comes with the word, it is about the file its speaker sent in private last.
 */
export const readImport = (said: Said, { today, handed }: Context): ImportSaid | undefined => {
  const { message, text } = said;
  const sent = { today, files: message.files, source: '', reading: null, ledger: null, fault: null, keep: null };
  if (said.raw === '') {
    if (message.files.length === 0) return undefined;
    const keep =
      message.chat === 'private' && handed ? (files: readonly HandedFile[]) => handed.keep(message, files) : null;
    return { ...sent, year: null, text: '', keep };
  }
  if (HERE.test(text) && message.files.length === 0)
    return { ...sent, year: null, text: '', files: handed?.of(message) ?? [] };
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const line = text.slice(word.length, firstLineEnd(said));
  const header = HEADER.exec(line);
  const from = word.length + (header?.[0].length ?? 0);
  const rest = rawFrom(said, from);
  // 导入 2026吧 has a softener behind it, no plan; what stands on lines of its own is one.
  const pasted = from < text.length || /[\n\r]/.test(said.raw.slice(said.origin[from])) ? rest : '';
  const isBare = header?.[0] === '' && pasted !== '' && pasted.length < SHORTEST_PLAN;
  if (isBare && message.files.length === 0) return undefined;
  const quoted = pasted === '' && message.files.length === 0 ? (message.quotedText ?? '') : '';
  const isAlone = pasted === '' && quoted === '' && message.files.length === 0;
  const files = isAlone ? (handed?.of(message) ?? []) : message.files;
  return { ...sent, year: yearSaid(header, today), text: pasted || quoted, files };
};

const merged = (readings: PlanReading[]): PlanReading => ({
  plans: readings.flatMap(({ plans }) =>
    plans.map((plan) => ({ ...plan, title: plan.title || `${plan.year}年工作计划` })),
  ),
  skipped: readings.flatMap(({ skipped }) => skipped),
});

const FAULTS: Partial<Record<string, string>> = {
  'too-large': '文件超过10MB,读不了。请另存成小一点的,或把文字贴在“导入 2026”后面',
  'platform-unavailable': '文件没有取到,请重新发一次',
  'rate-limited': '文件没有取到,请过一会儿重新发一次',
  'not-permitted': '机器人没有读文件的权限,请管理员开通;也可以把文字贴在“导入 2026”后面',
  'target-gone': '文件已经不在了,请重新发一次',
};

/** Why a file that is marked as a ledger cannot be read, and the way out. */
const LEDGER_FAULTS: Record<Extract<LedgerReading, { ok: false }>['why'], string> = {
  newer: '这份台账是更新版本的程序导出的,读不了。请发“导出”重新导出一份,在新的上面改',
  broken: '这份台账里的信息(隐藏的工作表)不完整了,认不出是哪天导出的。请发“导出”重新导出一份,在新的上面改',
  'no-head': '这份台账里找不到“任务编号”“工作任务”这两栏,读不了。请保留表头,或发“导出”重新导出一份',
  'too-long': '这份台账的行数太多,读不了。请删去多余的行再发',
};
const ONE_LEDGER = '台账请单独发,一次一份,不要和别的文件或文字一起';

const withLedger = (said: ImportSaid, source: string, reading: LedgerReading): ImportSaid =>
  reading.ok ? { ...said, source, ledger: reading.ledger } : { ...said, fault: LEDGER_FAULTS[reading.why] };

/** Reads what came with 导入. A document that cannot be read becomes a sentence; the store's own faults are passed on. */
export const readDocuments = async (said: ImportSaid): Promise<ImportSaid> => {
  const options = { year: said.year, today: said.today };
  try {
    const readings: PlanReading[] = [];
    const files = await Promise.all(
      said.files.map(async ({ name, read }) => ({ name, bytes: await read(LARGEST_FILE) })),
    );
    for (const file of files) {
      const sent = await readSent(file.bytes, file.name, options);
      if (sent.kind === 'ledger') {
        const isAlone = said.files.length === 1 && said.text.trim() === '';
        if (isAlone && sent.reading.ok) said.keep?.(files);
        return isAlone ? withLedger(said, file.name, sent.reading) : { ...said, fault: ONE_LEDGER };
      }
      readings.push(sent.reading);
    }
    if (said.text.trim() !== '') readings.push(await readPasted(said.text, options));
    if (readings.length === 0) return said;
    if (readings.some(({ plans }) => plans.some(({ tasks }) => tasks.length > 0))) said.keep?.(files);
    const names = [...said.files.map(({ name }) => name), ...(said.text.trim() === '' ? [] : ['粘贴的文字'])];
    return { ...said, source: names.join('、'), reading: merged(readings) };
  } catch (error) {
    if (!(error instanceof BanjieError)) throw error;
    const fault = error.code === 'unreadable-document' ? error.message : FAULTS[error.code];
    if (fault === undefined) throw error;
    return { ...said, fault };
  }
};
