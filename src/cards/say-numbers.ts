/** `3、5-8`: task numbers as a person would say them, runs of three and more as a range. */
export const sayNumbers = (numbers: readonly number[]): string => {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (last === first ? `${first}` : `${first}${last - first > 1 ? '-' : '、'}${last}`))
    .join('、');
};
