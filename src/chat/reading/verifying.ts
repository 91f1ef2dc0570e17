import type { IsoDate } from '../../calendar/date.ts';
import type { Context, Said } from '../command.ts';
import { beginsWithCommand, VERIFY_WORDS, VERIFY_WORDS_BY_NUMBER } from '../deed-words.ts';
import { saidAs } from '../normalise.ts';
import { type ClosingSaid, readClosing } from './closing.ts';
import { readPeriods } from './deed-periods.ts';
import { readNumbers } from './numbers.ts';
import { skipSeparators, skipWords, wordAt } from './scan.ts';
import { isTakenBack } from './taken-back.ts';
import { ADVERBS } from './title-words.ts';

/** 待销号 asks for a list, 申请销号 claims that something is done, 12要核实 says what is to come: none of them grants anything. */
const NO_GRANT =
  /[要需应该会能可将得](?:核实|通过)|(?:待|等待?|申请|报请|提请|请求|申报|上报|提交)(?:管理员)?(?:销号|核实)|销号(?:申请|台账|制度|清单|单|表)/;

/** 同意13销号 */
const GRANTS = /^(?:同意|准予|予以|批准|核准)(?=#?\d{1,5}(?:号|项)?(?:的)?销号$)/;

/** 核实 12, 12已通过, 2一季度通过: a number, in front with nothing but its period between, or right behind the word. */
const namesNumber = (text: string, today: IsoDate): boolean => {
  const first = wordAt(text, 0, VERIFY_WORDS_BY_NUMBER);
  if (first !== undefined) return readNumbers(text.slice(skipSeparators(text, first.length))) !== undefined;
  const start = /^[把将]?/.exec(text)?.[0].length ?? 0;
  const numbers = readNumbers(text.slice(start));
  if (numbers === undefined) return false;
  const end = skipWords(text, start + numbers.length, ADVERBS);
  const word = skipWords(text, end + readPeriods(text.slice(end), today, true).length, ADVERBS);
  return wordAt(text, word, VERIFY_WORDS_BY_NUMBER) !== undefined;
};

/**
 * Reads 销号 with its tasks and periods. 核实 and 通过 are words of titles and remarks too: with them a task is named by its
 * number, and what runs on (核实 12 户家庭, 12通过验收) is asked about, where the group checks closings at all.
 */
export const readVerifying = (message: Said, context: Context): ClosingSaid | undefined => {
  const said = GRANTS.test(message.text) ? saidAs(message, message.text.slice(2)) : message;
  const { text } = said;
  if (NO_GRANT.test(text)) return undefined;
  const sure = readClosing(said, context, { words: VERIFY_WORDS, isAgainst: isTakenBack });
  if (sure) return sure;
  const isNamed = namesNumber(text, context.today);
  const loose = isNamed
    ? readClosing(said, context, { words: VERIFY_WORDS_BY_NUMBER, isAgainst: isTakenBack })
    : undefined;
  // 同意12延期到6月底 is about something else.
  if (!loose || beginsWithCommand(loose.wording.remark)) return undefined;
  const isApart = loose.remark === '' || /[,:;。!]$/.test(loose.wording.frame);
  if (isApart && !loose.glued) return loose;
  return context.workspace.settings.checksClosings ? { ...loose, glued: true } : undefined;
};
