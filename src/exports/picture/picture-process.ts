import { Resvg } from '@resvg/resvg-js';
import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Picture } from '../../cards/picture.ts';
import { chartOption } from './chart-option.ts';
import type { DrawingAnswer, DrawingJob, Drawn } from './drawn.ts';
import { fontFile, type Letters, readFont } from './font.ts';
import { WIDTH } from './layout.ts';
import { withOutlines } from './outlined.ts';

/** Sharp on a phone; a large picture is enlarged less, so that it takes no longer. */
const ZOOM = 1.5;
const MOST_PIXELS = 1_400_000;

use([BarChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const send = (answer: DrawingAnswer): void => {
  process.send?.(answer);
};

/** Every text of a picture as the font can show it. */
const shown = ({ title, note, panels }: Picture, letters: Letters): Picture => {
  // Half an emoji becomes the sign for what cannot be shown.
  const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
  const clean = (text: string): string => letters.shown(wellFormed(text).replace(/\s+/gu, ' ')).trim();
  return {
    title: clean(title),
    note: clean(note),
    panels: panels.map((panel) => ({
      ...panel,
      heading: clean(panel.heading),
      bars: panel.bars.map((bar) => ({ ...bar, name: clean(bar.name), label: clean(bar.label) })),
    })),
  };
};

const svgOf = (picture: Picture): { svg: string; height: number } => {
  const { option, height } = chartOption(picture);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption(option);
    return { svg: chart.renderToSVGString(), height };
  } finally {
    chart.dispose();
  }
};

const draw = (picture: Picture, letters: Letters): Drawn => {
  const { svg, height } = svgOf(shown(picture, letters));
  const zoom = Math.min(ZOOM, Math.max(1, Math.sqrt(MOST_PIXELS / (WIDTH * height))));
  const drawing = new Resvg(withOutlines(svg, letters), {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  });
  return { png: drawing.render().asPng(), width: WIDTH, height };
};

/** Where it went wrong, without the message: that may quote people's text. */
const faultOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}${error.stack?.match(/\n +at .*/u)?.[0] ?? ''}` : 'unknown';

const begin = async (font: string): Promise<void> => {
  const letters = await readFont(font);
  process.on('message', ({ id, picture }: DrawingJob) => {
    try {
      send({ kind: 'drawn', id, drawn: draw(picture, letters) });
    } catch (error) {
      send({ kind: 'failed', id, fault: faultOf(error) });
    }
  });
  send({ kind: 'up' });
};

process.once('disconnect', () => process.exit());
try {
  await begin(process.argv[2] ?? fontFile());
} catch (error) {
  send({ kind: 'no-font', fault: error instanceof Error ? error.message : 'unknown' });
}
