import type { Picture } from '../../cards/picture.ts';

/** A picture to draw, as it goes to the child process; `id` comes back with its answer. */
export interface DrawingJob {
  id: number;
  picture: Picture;
}

/** A picture as bytes of a PNG; its size in pixels before it was enlarged for sharp screens. */
export interface Drawn {
  png: Uint8Array;
  width: number;
  height: number;
}

/** What the child sends: that it is up or has no font, then an answer to each job. `fault` says where, without people's text. */
export type DrawingAnswer =
  | { kind: 'up' }
  | { kind: 'no-font'; fault: string }
  | { kind: 'drawn'; id: number; drawn: Drawn }
  | { kind: 'failed'; id: number; fault: string };

/** Draws a picture. @throws BanjieError `paper-failed` with a sentence for the person */
export type Draw = (picture: Picture) => Promise<Drawn>;
