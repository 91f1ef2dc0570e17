import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf, pagingButtons } from '../../src/cards/paging.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('pageOf', () => {
  it.each([
    [0, 1, { page: 1, pages: 1, items: [] }],
    [10, 1, { page: 1, pages: 1, items: upTo(10) }],
    [11, 2, { page: 2, pages: 2, items: [11] }],
    [11, 9, { page: 2, pages: 2, items: [11] }],
    [11, 0, { page: 1, pages: 2, items: upTo(10) }],
  ])('of %d items, page %d', (count, asked, page) => {
    expect(pageOf(upTo(count), asked)).toEqual({ ...page, total: count });
  });

  it('shows every item on exactly one page', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (items) => {
        const { pages } = pageOf(items, 1);
        expect(upTo(pages).flatMap((page) => pageOf(items, page).items)).toEqual(items);
      }),
    );
  });
});

describe('pagingButtons', () => {
  it.each([
    [1, 1, []],
    [1, 3, ['4月 办公室 第2页']],
    [2, 3, ['4月 办公室', '4月 办公室 第3页']],
    [3, 3, ['4月 办公室 第2页']],
  ])('on page %d of %d', (page, pages, says) => {
    expect(pagingButtons('4月 办公室', { page, pages }).map(({ say }) => say)).toEqual(says);
  });
});
