/** One bar of a picture. Shares are of the whole, 1 is 100 %, and may pass it. */
export interface PictureBar {
  name: string;
  share: number;
  /** What is past its end and not closed, drawn behind `share`; 0 for a target. */
  overdue: number;
  /** 序时: the share that should be reached by now; null where none is told. */
  expected: number | null;
  /** What stands at the end of the bar's line: `12/20 · 60%`. */
  label: string;
}

/** Bars under one heading and on one scale. `left`: how many more there are that have no place. */
export interface PicturePanel {
  heading: string;
  kind: 'progress' | 'targets';
  bars: PictureBar[];
  left: number;
}

/** What a picture shows, as plain data that may wait in the ledger; people's text stands in it as typed. */
export interface Picture {
  title: string;
  /** A small line below the title. */
  note: string;
  panels: PicturePanel[];
}

/** More bars than this cannot be told apart on a phone or on a page. */
export const BARS_OF_PANEL = 30;

/** A panel of as many bars as have a place. */
export const panelOf = (heading: string, kind: PicturePanel['kind'], bars: readonly PictureBar[]): PicturePanel => ({
  heading,
  kind,
  bars: bars.slice(0, BARS_OF_PANEL),
  left: Math.max(0, bars.length - BARS_OF_PANEL),
});

/** The picture in words, for who cannot see it: headings, and each bar's name and label. */
export const pictureText = ({ title, panels }: Picture): string =>
  [
    title,
    ...panels.map(({ heading, bars, left }) => {
      const told = bars.map(({ name, label }) => `${name} ${label}`).join(';');
      return `${heading}:${told}${left > 0 ? `;另有${left}项` : ''}`;
    }),
  ].join('。');
