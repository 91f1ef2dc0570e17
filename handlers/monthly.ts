import { digestCommand } from './digest-command.ts';

/** 月报 · 月报 5月: the month's work and the next month's plan. */
export const monthlyCommand = digestCommand(
  'monthly',
  ['月报'],
  [
    { say: '月报', gets: '10日(含)以前给上月的,之后给本月到现在的' },
    { say: '月报 5月', gets: '5月份工作总结和6月份工作安排' },
    { say: '月报 按科室', gets: '同样的内容按责任单位列;也可按人、按部分' },
    { say: '月报 文档', gets: '同样内容的公文(docx),可直接报送' },
  ],
);
