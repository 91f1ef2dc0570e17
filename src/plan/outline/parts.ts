import type { Block } from '../table/table.ts';
import type { Line } from '../text/line.ts';
import { isMonthHeading } from '../time/time-of.ts';
import { gluedTitle, isTitle, KnownTitles, type TitleCut, withoutGaps } from './titles.ts';

/** One plan of a document: the title above it and what stands under it. */
export interface Part {
  title: Line | null;
  blocks: Block[];
}

/** No title is glued together of more. */
const MOST_GLUED = 3;

const LINES_AHEAD = 30;
/** A line soon after begins with (二). */
const hasSecondBehind = (blocks: readonly Block[], at: number): boolean =>
  blocks
    .slice(at + 1, at + LINES_AHEAD)
    .some((block) => block.kind === 'line' && /^\( ?二 ?\)/u.test(block.line.shadow));

/** Divides a document where a title stands, alone on its line or glued to the next. */
export const partsOf = (blocks: readonly Block[]): Part[] => {
  const parts: Part[] = [{ title: null, blocks: [] }];
  const known = new KnownTitles();
  const begin = (title: Line): void => {
    known.add(title);
    parts.push({ title, blocks: [] });
  };
  for (const [at, block] of blocks.entries()) {
    let rest: Block | null = block;
    // A title may be glued to itself: …方案(一)…方案为了….
    for (let turn = 0; turn < MOST_GLUED && rest?.kind === 'line'; turn++) {
      const glued: TitleCut | undefined =
        isTitle(rest.line) && !standsUnderMonth(rest.line, blocks, at)
          ? { title: rest.line, rest: null }
          : gluedTitle(rest.line, known, () => hasSecondBehind(blocks, at));
      if (!glued) break;
      begin(glued.title);
      rest = glued.rest && glued.rest.text !== '' ? { kind: 'line', line: glued.rest } : null;
    }
    if (rest) parts.at(-1)?.blocks.push(rest);
  }
  return parts;
};

/** So many short lines may stand under a month. */
const LINES_OF_MONTH = 6;
const LONGEST_OF_MONTH = 30;
/** 工会工作总结; a plan's own name has its year, or what sets it apart from others. */
const NAMES_NO_PLAN = /^[^\d第篇(【〇零]{2,12}$/u;
/** 12月: and under it 工作总结,来年计划 is what is done in December, also behind other short lines. */
const standsUnderMonth = (line: Line, blocks: readonly Block[], at: number): boolean => {
  if (!NAMES_NO_PLAN.test(line.shadow)) return false;
  for (const before of blocks.slice(Math.max(0, at - LINES_OF_MONTH), at).reverse()) {
    if (before.kind !== 'line' || before.line.shadow.length > LONGEST_OF_MONTH) return false;
    if (isMonthHeading(before.line.shadow, false)) return true;
  }
  return false;
};

/** A plan's name as it is shown: without the signs that made its line bold, the gaps that made it wide, and the colon that led on. */
export const nameOfPart = ({ title }: Part): string =>
  withoutGaps(title?.text.replaceAll('**', '').replace(/[:：]\s*$/u, '') ?? '');
