import { fontFile, readFont } from '../exports/picture/font.ts';
import { type Check, fault, good } from './finding.ts';

/** The font pictures are drawn with; `file` for tests. */
export const checkFonts = (file: () => string = fontFile): Check => ({
  about: { zh: '字体', en: 'Fonts' },
  async look() {
    try {
      await readFont(file());
      return [good('图里的中文字体在', 'the Chinese font of pictures is there')];
    } catch {
      return [
        fault(
          {
            zh: '图里的中文字体缺失或打不开：统计图画不出来',
            en: 'the Chinese font is missing or does not load: no pictures',
          },
          { zh: '重新运行 npm ci（字体随它一起来）', en: 'run npm ci again; the font comes with it' },
        ),
      ];
    }
  },
});
