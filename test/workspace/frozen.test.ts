import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../src/workspace/frozen.ts';

const isFrozenThrough = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every((part) => isFrozenThrough(part)));

describe('frozen', () => {
  it('changes nothing of a value and freezes all of it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = frozen(JSON.parse(text));
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
        expect(isFrozenThrough(value)).toBe(true);
      }),
    );
  });

  it('keeps one empty list for all', () => {
    const { reports, closings } = frozen({ reports: [], closings: [] });
    expect(reports).toBe(closings);
    expect(() => reports.push(1 as never)).toThrow(TypeError);
  });

  it('takes parts that are frozen already as they are', () => {
    const part = Object.freeze({ leaders: Object.freeze(['孙国平']), units: Object.freeze([]) });
    expect(frozen({ part }).part).toBe(part);
  });
});
