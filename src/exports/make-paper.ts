import type { Paper } from '../cards/paper.ts';

/**
 * The bytes of a paper. What makes each kind is loaded when the first of it is asked for: the libraries are large, and a
 * bot that only answers never needs them.
 * @throws TypeError for a recipe of another program version
 */
export const makePaper = async (paper: Paper): Promise<Uint8Array> => {
  switch (paper.kind) {
    case 'digest':
      return (await import('./digest-docx.ts')).digestDocx(paper.digest, paper.by);
  }
};
