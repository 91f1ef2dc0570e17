import type { Context, Said } from '../command.ts';
import { VERIFY_WORDS, VERIFY_WORDS_BY_NUMBER } from '../deed-words.ts';
import { type ClosingSaid, readClosing } from './closing.ts';
import { readNumbers } from './numbers.ts';
import { skipSeparators, wordAt } from './scan.ts';

/** 待销号 asks for a list, 申请销号 claims that something is done, 12要核实 says what is to come: none of them grants anything. */
const NO_GRANT =
  /[要需应该会能可将得](?:核实|通过)|(?:待|等待?|申请|报请|提请|请求|申报|上报|提交)(?:管理员)?(?:销号|核实)|销号(?:申请|台账|制度|清单|单|表)/;

/** 核实 12, 12通过: the task is named by its number, in front or right behind the word. */
const namesNumber = (text: string): boolean => {
  const word = wordAt(text, 0, VERIFY_WORDS_BY_NUMBER) ?? '';
  const at = word === '' ? /^[把将]?/.exec(text)?.[0].length : skipSeparators(text, word.length);
  return readNumbers(text.slice(at)) !== undefined;
};

/**
 * Reads 销号 with its tasks and periods. 核实 and 通过 are words of titles and remarks too: with them a task is named by its
 * number, and what runs on (核实 12 户家庭, 12通过验收) is asked about, where the group checks closings at all.
 */
export const readVerifying = (said: Said, context: Context): ClosingSaid | undefined => {
  const { text } = said;
  if (NO_GRANT.test(text)) return undefined;
  const sure = readClosing(said, context, { words: VERIFY_WORDS });
  if (sure) return sure;
  const loose = namesNumber(text) ? readClosing(said, context, { words: VERIFY_WORDS_BY_NUMBER }) : undefined;
  if (!loose) return undefined;
  const isApart = loose.remark === '' || /[,:;。!]$/.test(loose.wording.frame);
  if (isApart && !loose.glued) return loose;
  return context.workspace.settings.checksClosings ? { ...loose, glued: true } : undefined;
};
