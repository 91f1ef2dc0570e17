import { digestCommand } from './digest-command.ts';

/** 年终总结 · 2025年年终总结: the year's work by section of the plan, and the next year's plan once it is imported. */
export const yearlyCommand = digestCommand(
  'yearly',
  ['年终总结', '年度总结'],
  [
    { say: '年终总结', gets: '4月底以前给去年的,之后给今年到现在的' },
    { say: '年终总结 2026年', gets: '2026年工作总结和2027年工作安排' },
    { say: '年终总结 文档', gets: '同样内容的公文(docx)' },
  ],
);
