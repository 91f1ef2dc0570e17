import { withTables } from '../table/pasted-tables.ts';
import type { Block } from '../table/table.ts';
import { lineOf } from './line.ts';

/** A Markdown heading; the signs go, the level stays. */
const HEADING = /^\s{0,3}(#{1,6})\s+/u;
/** A quotation; the sign goes. */
const QUOTED = /^\s{0,3}>\s?/u;
/** Bars that kept the only cell of a row apart from nothing. */
const withoutBars = (text: string): string => {
  const from = text.search(/[^|｜\s]/u);
  if (from <= 0 && !/[|｜]\s*$/u.test(text.slice(-8))) return text;
  let to = text.length;
  while (to > from && /[|｜\s]/u.test(text.charAt(to - 1))) to--;
  return from < 0 ? '' : text.slice(from, to);
};
/** Labels of what a line tells of the item above it. */
const LABEL =
  '[^*:：]{0,4}(?:时间(?:安排)?|日期|地点|对象|期限|时限|负责人|责任人|领导|部门|单位|科室|内容|形式|目标|措施|要求|時間(?:安排)?|時限|負責人|責任人|領導|部門|單位|科室|內容|目標)[:：]?';
/** **15** 家, `6月底`前, **负责人**:何敏: what Markdown stresses of a figure or a label; the signs would part it from what belongs to it. */
const STRESSED = new RegExp(
  `\\*\\*(\\d[^*]{0,20}|${LABEL}(?=\\*\\*[:：])|${LABEL}(?<=[:：]))\\*\\*|\`([^\`]{1,40})\``,
  'gu',
);
const withoutStress = (text: string): string =>
  text.replace(STRESSED, (_, stressed?: string, quoted?: string) => stressed ?? quoted ?? '');
/** ### **二、主要任务**: a heading stressed as a whole. */
const STRESSED_HEADING = /^\*\*([^*]{1,80})\*\*$/u;

/** 1️⃣: a number in a key's frame. */
const KEYCAP = /^(?:\u{1f51f}|(?:\d\ufe0f?\u20e3){1,2})\s*/u;
const withoutKeys = (keys: string): string => `${keys.includes('\u{1f51f}') ? '10' : keys.replace(/\D/gu, '')}. `;
/** 📌责任单位, ✅ 5月: a picture in front of a line is its ornament; signs that open an item stay. */
const PICTURES = /^(?:(?![▶▷►✓◼◾])\p{Extended_Pictographic}(?:\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}])*\s*)+/u;
const withoutPictures = (text: string): string => text.trimStart().replace(KEYCAP, withoutKeys).replace(PICTURES, '');

/** A rule or the fence of a code block. */
const RULE = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}|```.*)\s*$/u;

/** The lines and tables of a text, in the form every reader gives. */
export const blocksOfText = (text: string): Block[] => {
  const blocks: Block[] = [];
  let spaced = false;
  for (const block of withTables(text.split(/\r\n|[\n\r\u2028\u2029]/u))) {
    if (block.kind === 'table') {
      blocks.push(block);
      spaced = true;
      continue;
    }
    const heading = HEADING.exec(block.text);
    const line = lineOf(
      withoutPictures(
        withoutStress(
          heading
            ? block.text.slice(heading[0].length).trim().replace(STRESSED_HEADING, '$1')
            : withoutBars(block.text.replace(QUOTED, '')),
        ),
      ),
      heading?.[1]?.length ?? null,
      spaced,
    );
    spaced = line.text === '';
    if (line.text !== '' && !RULE.test(block.text)) blocks.push({ kind: 'line', line });
  }
  return blocks;
};
