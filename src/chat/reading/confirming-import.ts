import type { Context, Said } from '../command.ts';
import { readImportId } from './import-id.ts';

/** 确认导入 as said: the draft if it is named, and whether what the document dropped is to stay. */
export interface ConfirmationSaid {
  id: string | undefined;
  keepGone: boolean;
}

const CONFIRMS = /^(?:确认导入|确定导入|导入确认|确认并导入|同意导入)/;
const BARE = /^(?:确认|确定)$/;
const KEEP = /[ ,]*(?:但?不要?取消|只增改(?:,?不取消)?|只加不减|保留(?:没了的|原有的?|其他的?)?)$/;

/** 确认导入 · 确认导入 i3 · 确认导入 不取消; undefined when the message is none. */
export const readConfirmation = (said: Said, context: Context): ConfirmationSaid | undefined => {
  const text = said.text.replace(KEEP, '');
  const found = readImportId({ ...said, text }, context, CONFIRMS, BARE);
  return found && { ...found, keepGone: text !== said.text };
};
