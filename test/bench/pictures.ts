import type { Picture, PictureBar } from '../../src/cards/picture.ts';
import { createDrawing } from '../../src/exports/picture/drawing.ts';
import { median, printTable, sayMs } from './figures.ts';

const RUNS = 15;

const aBar = (index: number): PictureBar => ({
  name: `#${index + 1} 新建基层工会组织和会员发展`,
  share: (index % 13) / 10,
  overdue: 0,
  expected: (index % 7) / 7,
  label: `${index * 7}/120家 · ${(index % 13) * 10}% · 序时${Math.round(((index % 7) / 7) * 100)}%`,
});
const aPicture = (bars: number): Picture => ({
  title: '2026年工作进度',
  note: '截至5月12日',
  panels: [
    { heading: '指标与序时', kind: 'targets', bars: Array.from({ length: bars }, (_, index) => aBar(index)), left: 0 },
  ],
});

/** Pictures of more and more bars; the first also starts the process that draws. `longest stall`: of this event loop. */
export const benchPictures = async (): Promise<void> => {
  const drawing = createDrawing({ log: { error: (details, message) => console.log(message, details) } });
  const rows: string[][] = [];
  for (const bars of [3, 12, 30]) {
    const times: number[] = [];
    let [stall, last, size] = [0, performance.now(), 0];
    const timer = setInterval(() => {
      stall = Math.max(stall, performance.now() - last - 1);
      last = performance.now();
    }, 1);
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      size = (await drawing.draw(aPicture(bars))).png.length;
      times.push(performance.now() - begun);
    }
    clearInterval(timer);
    const [first = 0, ...rest] = times;
    rows.push([`${bars} bars`, sayMs(first), sayMs(median(rest)), `${Math.round(size / 1024)} KB`, sayMs(stall)]);
  }
  drawing.stop();
  printTable('Pictures', [['what', 'first', 'further', 'size', 'longest stall'], ...rows]);
};
