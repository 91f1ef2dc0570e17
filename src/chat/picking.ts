import type { Question, QuestionOption } from '../workspace/workspace.ts';
import { plainWords } from './normalise.ts';
import { onlyNumbers } from './reading/numbers.ts';
import { readWhole } from './reading/numerals.ts';

/**
 * What a message is to the question the bot asked last.
 *
 * - `picked`  one of its options
 * - `dropped` 否, 算了: none of them
 * - `unclear` a number that is the place of one option and the task number of another
 * - `other`   no answer at all
 */
export type Pick =
  | { kind: 'picked'; option: QuestionOption }
  | { kind: 'dropped' }
  | { kind: 'unclear'; number: number }
  | { kind: 'other' };

const YES = new Set([
  ...[
    '是',
    '是的',
    '对',
    '对的',
    '好',
    '好的',
    '嗯',
    '嗯嗯',
    '可以',
    '行',
    '确认',
    '确定',
    '没错',
    '要',
    'ok',
    'yes',
    'y',
    '没问题',
    '同意',
  ],
]);
const NO = new Set([
  ...[
    '否',
    '不',
    '不是',
    '不要',
    '不用',
    '不用了',
    '不对',
    '算了',
    '取消',
    '都不是',
    '不改',
    '别',
    'no',
    'n',
    '先不',
    '不行',
    '以后再说',
  ],
]);
/** 算了不报了, 不用了谢谢: said with more words. */
const GIVES_UP = /^(?:算了|不用了|不要了|先不|还是不|那就不|别)[^\d]{0,6}$/;
const PLACE = /^(?:选|要|就)?第 ?(\d{1,2}|[一二三四五六七八九十]) ?[个项条]?$/;

/** The task an option stands for, as its label names it: `🟢 #12 …`. */
const numberOf = ({ label }: QuestionOption): number | undefined => {
  const found = /^(?:\S{1,4} )?#(\d{1,5})(?: |$)/.exec(label);
  return found ? Number(found[1]) : undefined;
};

const pick = (option: QuestionOption | undefined): Pick => {
  if (option === undefined) return { kind: 'other' };
  return option.say === '' ? { kind: 'dropped' } : { kind: 'picked', option };
};

const byPlace = (text: string, options: QuestionOption[]): Pick | undefined => {
  if (/^最后一?[个项]$/.test(text)) return pick(options.at(-1));
  const place = PLACE.exec(text);
  const chosen = place && options[(readWhole(place[1] ?? '')?.value ?? 0) - 1];
  return chosen ? pick(chosen) : undefined;
};

const byNumber = (text: string, options: QuestionOption[]): Pick | undefined => {
  const numbers = onlyNumbers(text);
  const [number] = numbers ?? [];
  if (number === undefined || numbers?.length !== 1) return undefined;
  const named = options.find((option) => numberOf(option) === number);
  // #2 and 2号 are a task, 第2个 is a place; a bare 2 may be either.
  if (/[#号项]/.test(text)) return named && pick(named);
  const placed = options[number - 1];
  if (named && placed && named !== placed) return { kind: 'unclear', number };
  return named || placed ? pick(named ?? placed) : undefined;
};

/** Reads a message as the answer to an open question. */
export const readPick = (text: string, { options }: Question): Pick => {
  const said = text.toLowerCase();
  const named = said.replace(/^(?:是|算|选|要)(?=.{2})/u, '').replace(/(?<=.{2})的$/u, '');
  const labelled = options.find(({ label }) => [said, named].includes(plainWords(label).toLowerCase()));
  if (labelled) return pick(labelled);
  const numbered = byNumber(text, options) ?? byPlace(text, options);
  if (numbered) return numbered;
  if (NO.has(said) || GIVES_UP.test(said)) return { kind: 'dropped' };
  const yes = options.find(({ label }) => label === '是') ?? (options.length === 1 ? options[0] : undefined);
  return YES.has(said) && yes ? pick(yes) : { kind: 'other' };
};

/** Words of just one option: 书屋 for 书屋 新增≥6家. Only for a message that is nothing else. */
export const readLoosePick = (text: string, { options }: Question): QuestionOption | undefined => {
  const fitting = text.length < 2 ? [] : options.filter(({ label }) => plainWords(label).includes(text));
  return fitting.length === 1 ? fitting[0] : undefined;
};

/** True for words that only make sense as the answer to a question: 是, 否, 第一个, 累计. */
export const isAnswerOnly = (text: string): boolean =>
  YES.has(text.toLowerCase()) || NO.has(text.toLowerCase()) || PLACE.test(text) || /^(?:累计|新增)$/.test(text);
