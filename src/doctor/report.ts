import type { Examined } from './examine.ts';
import type { Finding, Words } from './finding.ts';

const SIGNS: Record<Finding['level'], string> = { good: '✔', note: '·', fault: '✘' };

const both = ({ zh, en }: Words): string => `${zh} / ${en}`;

const linesOf = ({ level, says, todo }: Finding): string[] => [
  `  ${SIGNS[level]} ${both(says)}`,
  ...(todo ? [`      → ${both(todo)}`] : []),
];

/** Whether nothing stands in the bot's way. */
export const isWell = (examined: readonly Examined[]): boolean =>
  examined.every(({ findings }) => findings.every(({ level }) => level !== 'fault'));

/** The report as it is printed: each check under its name, what to do below each fault, and how many there are. */
export const sayReport = (examined: readonly Examined[]): string => {
  const faults = examined.flatMap(({ findings }) => findings).filter(({ level }) => level === 'fault').length;
  const end: Words =
    faults === 0
      ? { zh: '没有发现问题', en: 'nothing wrong was found' }
      : { zh: `发现 ${faults} 个问题`, en: faults === 1 ? '1 fault was found' : `${faults} faults were found` };
  const parts = examined.map(({ check, findings }) => [both(check.about), ...findings.flatMap(linesOf)].join('\n'));
  return `${[...parts, both(end)].join('\n\n')}\n`;
};
