import type { EChartsOption, SeriesOption } from 'echarts';
import type { Picture, PictureBar, PicturePanel } from '../../cards/picture.ts';
import { fitted, LABELS, LEFT, NAMES, type Place, placesOf, RIGHT, WIDTH } from './layout.ts';

/** Apart from each other in grey too: dark, middling and light, by 35, 68 and 93 % of light. */
const COLOURS = { done: '#1f5a9c', behind: '#e8a04c', track: '#eceff3', mark: '#111111' };
const INK = { title: '#1a1a1a', text: '#333333', quiet: '#666666', line: '#cfd4da' };
/** Bars longer than this are cut there; their label tells the figure. In percent. */
const LONGEST = 200;

/** The panel's scale in percent: 100, and as much more as its bars need. */
const scaleOf = ({ bars }: PicturePanel): number => {
  const most = Math.max(...bars.map(({ share, expected }) => 100 * Math.max(share, expected ?? 0)));
  return Math.min(LONGEST, Math.max(100, Math.ceil(most / 25) * 25));
};

const percent = (share: number): number => Math.round(1_000 * Math.max(0, Number.isFinite(share) ? share : 0)) / 10;

const isBehind = ({ share, expected }: PictureBar): boolean => expected !== null && percent(share) < percent(expected);

const lengthOf = (share: number, scale: number): number => Math.min(scale, percent(share));

/** What each colour stands for, in the panel's words. */
const legendOf = (kind: PicturePanel['kind']): { name: string; colour: string }[] =>
  kind === 'progress'
    ? [
        { name: '已办结', colour: COLOURS.done },
        { name: '逾期', colour: COLOURS.behind },
      ]
    : [
        { name: '达到序时', colour: COLOURS.done },
        { name: '落后序时', colour: COLOURS.behind },
        { name: '序时', colour: COLOURS.mark },
      ];

const barsOf = (panel: PicturePanel, index: number, { bar }: Place): SeriesOption[] => {
  const scale = scaleOf(panel);
  const [dark, light] = legendOf(panel.kind);
  const lengths = (of: (bar: PictureBar) => number) => panel.bars.map((each) => lengthOf(of(each), scale));
  const series = (name: string, color: string, data: number[], isFirst: boolean): SeriesOption => ({
    type: 'bar',
    name,
    stack: `panel ${index}`,
    xAxisIndex: index,
    yAxisIndex: 2 * index,
    barWidth: bar,
    data,
    itemStyle: { color },
    showBackground: isFirst,
    backgroundStyle: { color: COLOURS.track },
  });
  const first = panel.kind === 'progress' ? () => true : (each: PictureBar) => !isBehind(each);
  const second = (each: PictureBar) => (panel.kind === 'progress' ? each.overdue : isBehind(each) ? each.share : 0);
  return [
    series(
      dark?.name ?? '',
      COLOURS.done,
      lengths((each) => (first(each) ? each.share : 0)),
      true,
    ),
    series(light?.name ?? '', COLOURS.behind, lengths(second), false),
  ];
};

/** 序时 as an upright stroke across each bar. */
const marksOf = ({ kind, bars }: PicturePanel, index: number, { bar }: Place): SeriesOption[] =>
  kind === 'progress'
    ? []
    : [
        {
          type: 'scatter',
          name: '序时',
          xAxisIndex: index,
          yAxisIndex: 2 * index,
          symbol: 'rect',
          symbolSize: [3, bar + 8],
          itemStyle: { color: COLOURS.mark },
          data: bars.flatMap(({ expected }, at) => (expected === null ? [] : [[percent(expected), at]])),
          z: 5,
        },
      ];

const isCut = (bar: PictureBar): boolean => percent(bar.share) > LONGEST;

/** The names on the left of a panel, and what each came to on its right. */
const linesOf = ({ bars }: PicturePanel, index: number): EChartsOption['yAxis'] & object[] => {
  const axis = (position: 'left' | 'right', texts: string[], size: number, color: string) => ({
    type: 'category' as const,
    gridIndex: index,
    position,
    inverse: true,
    // Names may be the same; their places tell them apart.
    data: texts.map((_, at) => String(at)),
    axisLine: { show: position === 'left', lineStyle: { color: INK.line } },
    axisTick: { show: false },
    axisLabel: { interval: 0, fontSize: size, color, margin: 10, formatter: (at: string) => texts[Number(at)] ?? '' },
  });
  return [
    axis(
      'left',
      bars.map(({ name }) => fitted(name, NAMES)),
      NAMES.size,
      INK.text,
    ),
    axis(
      'right',
      bars.map((bar) => fitted(`${isCut(bar) ? '→ ' : ''}${bar.label}`, LABELS)),
      LABELS.size,
      INK.text,
    ),
  ];
};

const titlesOf = ({ title, note, panels }: Picture, places: readonly Place[]): EChartsOption['title'] & object[] => {
  const text = (words: string, top: number, size: number, color: string, left = 16) => ({
    text: words,
    left,
    top,
    padding: 0,
    textStyle: { fontSize: size, color, fontWeight: 'normal' as const },
  });
  return [
    text(fitted(title, { width: WIDTH - 40, size: 22 }), 16, 22, INK.title),
    text(fitted(note, { width: WIDTH - 40, size: 13 }), 48, 13, INK.quiet),
    ...panels.map(({ heading }, index) => text(heading, (places[index]?.heading ?? 0) + 8, 17, INK.title)),
    ...panels.flatMap(({ left }, index) =>
      left > 0 ? [text(`另有${left}项未画出`, places[index]?.foot ?? 0, 13, INK.quiet, LEFT)] : [],
    ),
  ];
};

const legends = (panels: readonly PicturePanel[], places: readonly Place[]): EChartsOption['legend'] & object[] =>
  panels.map(({ kind }, index) => ({
    top: (places[index]?.heading ?? 0) + 9,
    right: 16,
    padding: 0,
    itemWidth: 14,
    itemHeight: 12,
    selectedMode: false,
    data: legendOf(kind).map(({ name, colour }) => ({
      name,
      itemStyle: { color: colour },
      icon: name === '序时' ? 'path://M0,0 L2,0 L2,12 L0,12 Z' : 'rect',
    })),
    textStyle: { fontSize: 13, color: INK.text },
  }));

/** A picture as ECharts draws it, with its height. Pure. */
export const chartOption = (picture: Picture): { option: EChartsOption; height: number } => {
  const { panels } = picture;
  const { places, height } = placesOf(panels);
  const option: EChartsOption = {
    animation: false,
    backgroundColor: '#ffffff',
    title: titlesOf(picture, places),
    legend: legends(panels, places),
    grid: places.map(({ top, height: tall }) => ({ top, height: tall, left: LEFT, right: RIGHT })),
    xAxis: panels.map((panel, index) => ({
      type: 'value' as const,
      gridIndex: index,
      min: 0,
      max: scaleOf(panel),
      interval: scaleOf(panel) > 100 ? 50 : 25,
      splitLine: { lineStyle: { color: INK.line } },
      axisLabel: { formatter: '{value}%', fontSize: 12, color: INK.quiet },
    })),
    yAxis: panels.flatMap(linesOf),
    series: panels.flatMap((panel, index) => {
      const place = places[index];
      return place ? [...barsOf(panel, index, place), ...marksOf(panel, index, place)] : [];
    }),
  };
  return { option, height };
};
