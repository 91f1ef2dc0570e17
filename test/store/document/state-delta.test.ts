import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, type Delta, deltaOf } from '../../../src/store/document/state-delta.ts';

const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
/** What a reader gets: the state before, and the steps, each through JSON. */
const followed = (before: object, after: object): object => {
  const state = asJson(before);
  applyDelta(state, asJson(deltaOf(before, after)));
  return state;
};

const item = (number: number, text = '') => ({ number, text, list: [1, 2] });

describe('the steps between two states', () => {
  const shared = [item(1), item(2), item(3), item(4)];
  const [one, two, three, four] = shared as [object, object, object, object];
  const cases: [string, object, object, string[]][] = [
    ['nothing', { tasks: shared }, { tasks: shared }, []],
    ['a field', { a: 1, tasks: shared }, { a: 2, tasks: shared }, ['set a']],
    ['a new field', { tasks: shared }, { tasks: shared, b: null }, ['set b']],
    ['a field that is gone', { a: 1, b: 2 }, { b: 2 }, ['drop a']],
    ['a field that JSON leaves out', { a: 1, b: 2 }, { a: undefined, b: 2 }, ['drop a']],
    ['one item', { tasks: shared }, { tasks: [one, { ...two, text: 'x' }, three, four] }, ['set tasks.1.text']],
    ['an item at the end', { tasks: shared }, { tasks: [...shared, item(5)] }, ['splice tasks 4 0 1']],
    ['the first ones gone', { tasks: shared }, { tasks: [three, four] }, ['splice tasks 0 2 0']],
    ['first gone, one more', { tasks: shared }, { tasks: [two, three, four, item(5)] }, ['set', 'set', 'set', 'set']],
    ['an item in the middle', { tasks: [one, four] }, { tasks: shared }, ['splice tasks 1 0 2']],
    ['a list in place of fields', { a: { b: 1 } }, { a: [1] }, ['set a']],
  ];

  const said = (step: Delta[number]): string =>
    step.kind === 'splice'
      ? `splice ${step.path.join('.')} ${step.from} ${step.remove} ${step.items.length}`
      : `${step.kind} ${step.path.join('.')}`;

  it.each(cases)('%s', (_, before, after, steps) => {
    const delta = deltaOf(before, after);
    if (steps[0] !== 'set') expect(delta.map(said)).toEqual(steps);
    expect(followed(before, after)).toEqual(asJson(after));
  });

  it('lead from any state to any other', () => {
    const key = fc.constantFrom('a', 'b', '__proto__', '0', '标题');
    const state = fc.dictionary(
      key,
      fc.letrec((tie) => ({
        value: fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constantFrom<unknown>(null, 1, 'x', '\u001e', true),
          fc.array(tie('value'), { maxLength: 4 }),
          fc.dictionary(key, tie('value'), { maxKeys: 3 }),
        ),
      })).value,
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(followed(before, after)).toEqual(asJson(after));
      }),
    );
  });

  it.each<[string, object]>([
    ['a path that leads nowhere', { kind: 'set', path: ['no', 'such'], value: 1 }],
    ['a list that is none', { kind: 'splice', path: ['a'], from: 0, remove: 0, items: [] }],
    ['the whole', { kind: 'set', path: [], value: 1 }],
  ])('of another state are refused: %s', (_, step) => {
    expect(() => applyDelta({ a: 1 }, [step] as unknown as Delta)).toThrow(TypeError);
  });
});
