import type { Line } from '../text/line.ts';
import type { Mark } from './mark.ts';

/** A stretch of one line between two numbering marks: an item, a heading, a paragraph, or the words before the first mark. */
export interface Span extends Line {
  /** The mark the span begins with; its offsets are within the span. */
  mark: Mark | null;
  /** It begins its line. */
  opens: boolean;
}

/** The span's words without the mark. */
export const bodyOf = (span: Span): Line => ({
  ...span,
  text: span.text.slice(span.mark?.to ?? 0),
  shadow: span.shadow.slice(span.mark?.to ?? 0),
});
