import { yearWindow } from '../calendar/window.ts';
import { datedLines } from './outline/dated-lines.ts';
import type { Piece } from './outline/node.ts';
import { outlineOf } from './outline/outline-of.ts';
import { nameOfPart, type Part, partsOf } from './outline/parts.ts';
import { spansOf } from './outline/spans-of.ts';
import { withoutCredits } from './outline/titles.ts';
import { ledByBracketed } from './owners/bracketed-people.ts';
import { isListOfNames } from './owners/names-in.ts';
import { isOwnerLine } from './owners/owners-in.ts';
import type { PlanDraft, PlanReading, Skipped } from './plan-draft.ts';
import { planYearOf, type ReadingOptions, type YearsSaid } from './plan-year-of.ts';
import { isByline, isPaperLine, pageLines } from './sorting/boilerplate.ts';
import { withoutGlued } from './sorting/glued.ts';
import { kindOfHeading } from './sorting/heading-words.ts';
import { linesApart } from './sorting/lines-apart.ts';
import type { Block } from './table/table.ts';
import { tasksOfOutline } from './tasks-of-outline.ts';
import type { Line } from './text/line.ts';
import { mended } from './text/mend.ts';
import { type Shadow, shadowOf } from './text/shadow.ts';
import { firstYearOf, type PlanYear } from './time/plan-year.ts';
import { isMonthHeading, type Scope, scopeOf } from './time/time-of.ts';

const piecesOf = (blocks: readonly Block[]): Piece[] => {
  const pieces: Piece[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    const { lines: whole } = mended(withNames(lines), standsAlone);
    for (const span of spansOf(whole.flatMap(datedLines))) pieces.push({ kind: 'span', span });
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block.line);
    else {
      flush();
      pieces.push({ kind: 'table', table: block.table });
    }
  }
  flush();
  return pieces;
};

/** Names that stand one on a line under an owner line go with it. */
const withNames = (lines: readonly Line[]): Line[] => {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const names =
      last && isOwnerLine(last.text, last.shadow) && !isOwnerLine(line.text, line.shadow) && isListOfNames(line.text);
    if (last && names)
      result[result.length - 1] = {
        ...last,
        text: `${last.text}\n${line.text}`,
        shadow: `${last.shadow}\n${line.shadow}`,
      };
    else result.push(line);
  }
  return result;
};

/** Lines that begin something of their own, whatever the line before them lacks. */
const standsAlone = (line: Line): boolean =>
  isOwnerLine(line.text, line.shadow) ||
  isMonthHeading(line.shadow, true) ||
  (/:$/u.test(line.shadow) && line.shadow.length <= 16);

/** What a document of any format says, once it is lines and tables. */
export const readBlocks = (given: readonly Block[], options: ReadingOptions): PlanReading => {
  // Before the page's lines are told from the document's: words to the reader may stand in front of the first month.
  const blocks = given.flatMap((block): Block[] =>
    block.kind === 'line'
      ? withoutCredits(block.line)
          .flatMap(linesApart)
          .flatMap(datedLines)
          .map((line) => ({ kind: 'line', line }))
      : [block],
  );
  const skipped: Skipped[] = [];
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line] : []));
  const verdicts = pageLines(lines);
  const ofPage = new Set(lines.filter((_, i) => verdicts[i]));
  const kept = blocks.flatMap((block): Block[] => {
    if (block.kind === 'table') return [block];
    if (ofPage.has(block.line)) {
      skipped.push({ text: block.line.text, reason: 'boilerplate' });
      return [];
    }
    const { line, cut } = withoutGlued(block.line);
    for (const piece of cut) skipped.push({ text: piece.text, reason: 'boilerplate' });
    return line.text === '' ? [] : [{ kind: 'line', line }];
  });
  const shadowsOf = (wanted: (line: Line) => boolean): Shadow[] => lines.filter(wanted).map(({ shadow }) => shadow);
  const said = {
    lines: [...shadowsOf((line) => !ofPage.has(line)), ...cellsOf(kept)],
    signed: shadowsOf((line) => ofPage.has(line) && isPaperLine(line)),
  };
  const read = (each: boolean): PlanReading => plansOf(kept, said, options, each);
  const reading = read(false);
  const { plans, skipped: left } = reading.plans.length === 0 && speaksOfPlan(kept) ? read(true) : reading;
  return { plans, skipped: [...skipped, ...left] };
};

/** A line no longer than a heading is. */
const LONGEST_HEADING = 40;

/**
 * A document with nothing but a summary's title may be left with no task; any other that names a plan has some. Where a
 * summary's title stands above all, only a heading can name one: that a plan is still to come is said in passing.
 */
const speaksOfPlan = (blocks: readonly Block[]): boolean => {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line.shadow] : []));
  const isSummary = lines.slice(0, 2).some((shadow) => kindOfHeading(shadow) === 'past');
  return lines.some(
    (shadow) =>
      /计划|打算|思路|要点|安排|下一?步|下一?阶段/u.test(shadow) &&
      (!isSummary || shadow.length <= LONGEST_HEADING) &&
      kindOfHeading(shadow) !== 'past',
  );
};

/** Who made a plan is no section of it, though all of it stands underneath. */
const skipByline = (part: Part, skipped: Skipped[]): void => {
  const [first] = part.blocks;
  if (part.title === null || first?.kind !== 'line' || !isByline(first.line)) return;
  skipped.push({ text: first.line.text, reason: 'boilerplate' });
  part.blocks.shift();
};

const cellsOf = (blocks: readonly Block[]): Shadow[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? block.table.rows.flatMap(({ cells }) => cells.map(shadowOf)) : [],
  );

/**
 * What a plan is called behind its time: 下半年|工作计划, and not what its office is called by (计划生育协会). Within a sentence
 * the same words name a paper and no time.
 */
const PLAN_NOUN =
  /(?<=[年季月周期]度?份?)(?:重点|主要|各项)?(?:工作|活动)*(?:计划|规划|要点|安排|思路|打算|方案|重点|任务)/u;
/** 上半年工作总结及|下半年工作计划: what is told of the time gone by stands in front. */
const TOLD_BEFORE = /^.*(?:总结|回顾|小结|情况)[及和与、暨 ]/u;

/** 下半年工作计划 gives its items their time; that a plan is one for all of its year says nothing of them. */
const scopeOfTitle = (title: Line, year: PlanYear): Scope | null => {
  const from = TOLD_BEFORE.exec(title.shadow)?.[0].length ?? 0;
  const noun = PLAN_NOUN.exec(title.shadow.slice(from));
  const to = noun ? from + noun.index : title.shadow.length;
  const scope = scopeOf(title.text.slice(from, to), shadowOf(title.text.slice(from, to)), year);
  const whole = yearWindow(firstYearOf(year));
  return scope?.start === whole.start && scope.end === whole.end ? null : scope;
};

/** The plans of a document's blocks, once the page's lines are gone from them. */
const plansOf = (
  kept: readonly Block[],
  said: Omit<YearsSaid, 'title'>,
  options: ReadingOptions,
  each: boolean,
): PlanReading => {
  const plans: PlanDraft[] = [];
  const skipped: Skipped[] = [];
  const parts = partsOf(kept);
  for (const [at, part] of parts.entries()) {
    skipByline(part, skipped);
    const title = part.title?.shadow ?? '';
    const year = planYearOf({ title, ...said }, options);
    const kind = kindOfHeading(title);
    const found = tasksOfOutline(
      outlineOf(piecesOf(part.blocks)),
      {
        section: [],
        scope: part.title && kind !== 'past' ? scopeOfTitle(part.title, year) : null,
        owners: null,
        year,
      },
      { past: kind === 'past', preface: part.title === null && parts.length > at + 1, each },
    );
    for (const one of found.skipped) skipped.push(one);
    if (found.tasks.length > 0)
      plans.push({ title: nameOfPart(part), year: firstYearOf(year), tasks: ledByBracketed(found.tasks) });
    else if (part.title) skipped.push({ text: part.title.text, reason: 'heading' });
  }
  return { plans, skipped };
};
