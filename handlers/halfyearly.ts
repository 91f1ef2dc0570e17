import { digestCommand } from './digest-command.ts';

/** 半年总结 · 上半年总结: the half year's work by section of the plan, and the next half's plan. */
export const halfyearlyCommand = digestCommand(
  'halfyearly',
  ['半年总结', '年中总结'],
  [
    { say: '半年总结', gets: '7、8月给上半年的;1、2月给去年下半年的;之后给这半年到现在的' },
    { say: '上半年总结', gets: '上半年工作总结和下半年工作安排' },
    { say: '半年总结 文档', gets: '同样内容的公文(docx)' },
  ],
);
