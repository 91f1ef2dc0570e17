import { digestCommand } from './digest-command.ts';

/** 周报 · 周报 上周: the week so far, or a week that is over as it was first printed. */
export const weeklyCommand = digestCommand(
  'weekly',
  ['周报'],
  [
    { say: '周报', gets: '本周到现在:办结、应办、逾期、指标' },
    { say: '周报 上周', gets: '上一周的周报,和当时发的一样' },
  ],
);
