import type { Context, Said } from '../command.ts';

const ID = /^(?:这份|本次|这次|这个)?(?:计划|导入)? ?(?:[iI](\d{1,9}))?$/;

/**
 * 确认导入, 放弃 and their variants with the draft they mean (`i3`), if it is named. A bare 确认 means it too while a draft
 * of the speaker's own waits. undefined when the message is none.
 */
export const readImportId = (
  { text }: Said,
  { workspace, acting }: Context,
  words: RegExp,
  bare: RegExp,
): { id: string | undefined } | undefined => {
  const word = words.exec(text)?.[0];
  if (word === undefined) {
    const isWaiting = workspace.imports.some(({ by, settled }) => by === acting.by && settled === null);
    return isWaiting && bare.test(text) ? { id: undefined } : undefined;
  }
  const found = ID.exec(text.slice(word.length).trim());
  return found ? { id: found[1] === undefined ? undefined : `i${found[1]}` } : undefined;
};
