import { digestCommand } from './digest-command.ts';

/** 季报 · 季报 二季度: the quarter's work by section of the plan, and the next quarter's plan. */
export const quarterlyCommand = digestCommand(
  'quarterly',
  ['季报', '季度总结'],
  [
    { say: '季报', gets: '季度结束后第一个月给上季度的,之后给本季度到现在的' },
    { say: '季报 二季度', gets: '二季度工作总结和三季度工作安排' },
    { say: '季报 按科室', gets: '同样的内容按责任单位列;也可按人、按部分,月报等也一样' },
  ],
);
