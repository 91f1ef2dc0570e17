import { describe, expect, it } from 'vitest';
import { remembering } from '../../../src/plan/text/remembering.ts';

const counting = (limits: { most: number; longest: number }) => {
  const asked: string[] = [];
  const answer = remembering(limits, (text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  return { asked, answer };
};

describe('an answer that is remembered', () => {
  it('is given once for a text, also where it is none', () => {
    const { asked, answer } = counting({ most: 10, longest: 10 });
    expect([answer('走访'), answer('走访'), answer(''), answer('')]).toEqual([2, 2, undefined, undefined]);
    expect(asked).toEqual(['走访', '']);
  });

  it('is given anew for a long text', () => {
    const { asked, answer } = counting({ most: 10, longest: 1 });
    expect([answer('走访'), answer('走访')]).toEqual([2, 2]);
    expect(asked).toHaveLength(2);
  });

  it('is forgotten when too many came', () => {
    const { asked, answer } = counting({ most: 2, longest: 10 });
    for (const text of ['a', 'b', 'c', 'a']) answer(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
