import { BanjieError } from '../banjie-error.ts';
import type { Paper } from '../cards/paper.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Draw } from './picture/drawn.ts';

const NO_DRAWING: Draw = () => Promise.reject(new BanjieError('paper-failed', '现在不能画图,请过一会儿再发一次'));

/**
 * The bytes of a paper. What makes each kind is loaded when the first of it is asked for: the libraries are large, and a
 * bot that only answers never needs them.
 * @param group the group the paper is of, as it is now; read only by those that are made of it
 * @param draw draws its pictures; without it a docx is made without them
 * @throws TypeError for a recipe of another program version, BanjieError `paper-failed` with a sentence for the person
 */
export const makePaper = async (
  paper: Paper,
  group: () => Promise<Workspace | undefined>,
  draw: Draw = NO_DRAWING,
): Promise<Uint8Array> => {
  switch (paper.kind) {
    case 'digest':
      return (await import('./digest-docx.ts')).digestDocx(paper.digest, paper.by, draw);
    case 'ledger':
      return (await import('./ledger-xlsx.ts')).ledgerXlsx(paper, await group());
    case 'calendar':
      return (await import('../feeds/calendar.ts')).calendarFile(paper, await group());
    case 'chart':
      return (await draw(paper.picture)).png;
  }
};
