import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { JsonBytes } from '../../../src/store/document/json-bytes.ts';
import { aTask } from '../../builders/task.ts';
import { aWorkspace } from '../../builders/workspace.ts';

const textOf = (pieces: Buffer[]): string => Buffer.concat(pieces).toString();

describe('the bytes of a state', () => {
  it('are those of JSON.stringify, whatever is in it', () => {
    const anything = fc.anything({ withObjectString: true, withDate: true, withUnicodeString: true, maxDepth: 4 });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anything), (state) => {
        expect(textOf(new JsonBytes().of(state))).toBe(JSON.stringify(state));
      }),
    );
  });

  it.each([
    [{ a: undefined, b: () => 1, c: Symbol('s'), d: [undefined, () => 1] }],
    [{ a: Number.NaN, b: -0, c: [Number.POSITIVE_INFINITY] }],
    [{ a: '\ud800', '"\n': 'x\u2028' }],
    [{ at: new Date(0), list: [new Date(0)] }],
    [{ a: [], b: {}, c: [[]], d: [{}], e: null }],
  ])('are those of JSON.stringify of %j', (state) => {
    expect(textOf(new JsonBytes().of(state))).toBe(JSON.stringify(state));
  });

  it('follow a state from change to change', () => {
    const bytes = new JsonBytes();
    const change = fc.oneof(
      fc.record({ what: fc.constant('add' as const), at: fc.nat(5), title: fc.string({ unit: 'binary' }) }),
      fc.record({ what: fc.constant('rename' as const), at: fc.nat(5), title: fc.string() }),
      fc.record({ what: fc.constant('remove' as const), at: fc.nat(5), title: fc.constant('') }),
      fc.record({ what: fc.constant('see' as const), at: fc.nat(5), title: fc.string() }),
    );
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        let state = aWorkspace();
        for (const { what, at, title } of changes) {
          state = produce(state, (draft) => {
            if (what === 'add') draft.tasks.splice(at, 0, aTask({ title }));
            else if (what === 'remove') draft.tasks.splice(at, 1);
            else if (what === 'see') draft.ledger.seen.push({ id: title, at, answer: { title } });
            else for (const task of draft.tasks.slice(at, at + 1)) task.title = title;
          });
          expect(textOf(bytes.of(state))).toBe(JSON.stringify(state));
        }
      }),
    );
  });

  it('do not trust what may still change', () => {
    const bytes = new JsonBytes();
    const item = { title: '一' };
    expect(textOf(bytes.of({ list: [item] }))).toBe('{"list":[{"title":"一"}]}');
    item.title = '二';
    expect(textOf(bytes.of({ list: [item] }))).toBe('{"list":[{"title":"二"}]}');
  });
});
