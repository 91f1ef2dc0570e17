import type { Instant, IsoDate } from '../calendar/date.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Grouping } from './grouping.ts';
import type { Picture } from './picture.ts';

/**
 * A file the bot hands out, as a recipe: plain data that may wait in the ledger. Its bytes are made when it is sent, from
 * this and the workspace as it stood at the moment the recipe names, so that making it again gives the same.
 *
 * - `digest` a 周报, 月报 … as docx; the compiled digest itself, and `by` what it is ordered by when that was asked for
 * - `ledger` the 督办台账 as xlsx: under `title` the tasks `numbers` (`1-20,25`) as the group's change `change` left them
 *   (0 before the first) and as they looked at `asOf`; `year` is the plan year
 * - `calendar` deadlines as iCalendar, of the group or of one `member`, around the day `on`: of the group as it is when sent
 * - `chart`  a picture as PNG, shown in the chat where the platform can
 */
export type Paper =
  | { kind: 'digest'; name: string; digest: unknown; by?: Grouping | null }
  | {
      kind: 'ledger';
      name: string;
      title: string;
      asOf: Instant;
      change: number;
      year: number;
      numbers: string;
    }
  | { kind: 'calendar'; name: string; member: MemberId | null; on: IsoDate }
  | { kind: 'chart'; name: string; picture: Picture };

/** What may not stand in a file's name on some system people use, control characters included. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\\/:*?"<>|]/gu;
/** Characters; with the ending it stays below the 255 bytes a file name may have. */
const LONGEST_NAME = 70;

/** A file name people's own text may stand in: `临江区总工会2026年4月份工作总结` and `.docx`. */
export const paperName = (words: string, ending: string): string => {
  const plain = [...words.normalize('NFC').replace(NOT_IN_NAMES, '').trim()].slice(0, LONGEST_NAME).join('');
  return `${plain === '' ? '文件' : plain}.${ending}`;
};
