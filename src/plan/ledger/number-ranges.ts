const MOST = 20_000;

/** `1-20,25`: ascending numbers in few characters. */
export const sayRanges = (numbers: readonly number[]): string => {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open && number <= open[1] + 1) open[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
};

/** The numbers of {@link sayRanges}; undefined for anything else, and for more than any ledger has. */
export const readRanges = (text: string): number[] | undefined => {
  const numbers: number[] = [];
  for (const part of text === '' ? [] : text.split(',')) {
    const found = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    if (!found) return undefined;
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (last < first || numbers.length + last - first >= MOST) return undefined;
    for (let number = first; number <= last; number++) numbers.push(number);
  }
  return numbers;
};
