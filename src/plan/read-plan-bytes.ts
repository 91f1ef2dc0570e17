import { BanjieError } from '../banjie-error.ts';
import type { PlanReading } from './plan-draft.ts';
import { type ReadingOptions, readPlanText } from './read-plan-text.ts';

/**
 * What a plan file says. `name` is its file name; its ending chooses the reader.
 * Throws BanjieError `unreadable-document` with a Chinese sentence that says why and the way out.
 */
export const readPlanBytes = (bytes: Uint8Array, name: string, options: ReadingOptions): PlanReading => {
  if (bytes.length === 0) throw new BanjieError('unreadable-document', `“${name}”是空文件,请换一个有内容的文件。`);
  return readPlanText(new TextDecoder('utf-8').decode(bytes), options);
};
