import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Button, Card } from '../../../src/cards/card.ts';
import { renderCard } from '../../../src/platforms/feishu/render.ts';
import { HOSTILE_TITLES } from '../../builders/card.ts';
import { countTags, lintCard } from '../../fakes/feishu/card-lint.ts';
import { markdownOf } from '../../fakes/feishu/visible.ts';

/** What people could type to be something else than text; long ones too. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...HOSTILE_TITLES,
    '',
    ' ',
    '\n\n',
    '\u202e',
    '&#60;at id=all&#62;',
    "<font color='red'>x</font>",
    '~~',
    '"\\',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .constantFrom('长', '"', '\\', '<', '😀', '\u0001')
    .chain((unit) => fc.integer({ min: 1, max: 4000 }).map((times) => unit.repeat(times))),
);

const button: fc.Arbitrary<Button> = fc.record({
  label: hostile,
  say: hostile,
  tone: fc.constantFrom('default', 'primary', 'danger'),
});
const row = fc.record({
  light: hostile,
  number: fc.nat(),
  title: hostile,
  detail: hostile,
  struck: fc.boolean(),
  buttons: fc.array(button, { maxLength: 6 }),
});
const bars = fc.array(fc.record({ name: hostile, share: fc.double(), label: hostile }), { maxLength: 40 });
const many = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 60, size: 'max' });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text'), text: hostile, style: fc.constantFrom('plain', 'strong', 'quiet') }),
  fc.record({ kind: fc.constant('heading'), text: hostile }),
  fc.record({ kind: fc.constant('lines'), lines: many(hostile), numbered: fc.boolean() }),
  fc.record({ kind: fc.constant('taskRows'), rows: many(row) }),
  fc.record({ kind: fc.constant('facts'), facts: many(fc.record({ name: hostile, value: hostile })) }),
  fc.record({ kind: fc.constant('progress'), bars }),
  fc.record({ kind: fc.constant('chart'), title: hostile, bars }),
  fc.record({ kind: fc.constant('buttons'), buttons: many(button) }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: hostile,
  subtitle: hostile,
  tone: fc.constantFrom('neutral', 'good', 'warning', 'bad'),
  view: hostile,
  blocks: fc.array(block, { maxLength: 12 }),
});

/** What markdown may hold: text without ASCII punctuation, numeric entities, and one pair of ~~ around the end. */
const INERT = /^(?:[^!-/:-@[-`{-~\n]|&#\d+;)*~~(?:[^!-/:-@[-`{-~\n]|&#\d+;)+~~$/;

describe('any card of any strings', () => {
  it('keeps Feishu’s rules and limits, and people’s text is never markup', () => {
    fc.assert(
      fc.property(card, (neutral) => {
        const drawn = renderCard(neutral);
        expect(lintCard(drawn)).toEqual([]);
        expect(countTags(drawn)).toBeLessThanOrEqual(200);
        const request = JSON.stringify({ receive_id: 'oc_1', msg_type: 'interactive', content: JSON.stringify(drawn) });
        expect(Buffer.byteLength(request)).toBeLessThanOrEqual(30 * 1000);
        // JSON writes half a character as an escape, a whole one as itself.
        expect(JSON.stringify(drawn)).not.toMatch(/\\ud[89a-f]/);
        for (const markdown of markdownOf(drawn)) expect(markdown).toMatch(INERT);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
