import type { Paper } from '../cards/paper.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The bytes of a paper. What makes each kind is loaded when the first of it is asked for: the libraries are large, and a
 * bot that only answers never needs them.
 * @param group the group the paper is of, as it is now; read only by those that are made of it
 * @throws TypeError for a recipe of another program version
 */
export const makePaper = async (paper: Paper, group: () => Promise<Workspace | undefined>): Promise<Uint8Array> => {
  switch (paper.kind) {
    case 'digest':
      return (await import('./digest-docx.ts')).digestDocx(paper.digest, paper.by);
    case 'ledger':
      return (await import('./ledger-xlsx.ts')).ledgerXlsx(paper, await group());
  }
};
