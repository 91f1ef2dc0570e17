import type { PlanReading, SkipReason, TaskDraft } from '../plan/plan-draft.ts';

const REASONS: Readonly<Record<SkipReason, string>> = {
  boilerplate: '网页文字',
  heading: '标题',
  introduction: '导语',
  'past-work': '总结或问题',
  duplicate: '重复',
  hidden: '隐藏的行',
};

const ABOUT = { '>=': '≥', '=': '', approx: '约' } as const;
const TURNS = { weekly: '每周', monthly: '每月', quarterly: '每季度', halfyearly: '每半年', yearly: '每年' } as const;
/** What is left out is shown shortened; the JSON form has it whole. */
const LONGEST_SKIPPED = 40;

const saySchedule = ({ schedule }: TaskDraft): string[] => {
  const turn = schedule.freq === null ? '' : TURNS[schedule.freq];
  const window =
    schedule.end === null
      ? schedule.start
        ? `${schedule.start} 起`
        : ''
      : schedule.start
        ? `${schedule.start} 至 ${schedule.end}`
        : `${schedule.end} 前`;
  const said = [turn, window].filter((part) => part !== '').join(' ');
  return said === '' ? [] : [`时限 ${said}(${schedule.stated})`];
};

const sayOwners = (task: TaskDraft): string[] =>
  (
    [
      ['责任领导', task.leaders],
      ['责任单位', task.units],
      ['配合单位', task.supportingUnits],
      ['责任人', task.owners],
    ] as const
  ).flatMap(([label, names]) => (names.length > 0 ? [`${label} ${names.join('、')}`] : []));

const sayTargets = (task: TaskDraft): string[] =>
  task.targets.length === 0
    ? []
    : [
        `指标 ${task.targets.map((target) => `${target.name}${ABOUT[target.op]}${target.value}${target.unit}`).join('、')}`,
      ];

const sayTask = (task: TaskDraft, number: number): string => {
  const facts = [...saySchedule(task), ...sayOwners(task), ...sayTargets(task)];
  return [`  ${number}. ${task.title}`, ...(facts.length > 0 ? [`     ${facts.join(' · ')}`] : [])].join('\n');
};

/** What an import would create, for reading in a terminal. Tasks are numbered through all plans, as an import would. */
export const planListing = (reading: PlanReading): string => {
  const lines: string[] = [];
  let number = 0;
  for (const plan of reading.plans) {
    lines.push(`${plan.title || '(无标题)'} · ${plan.year}年 · ${plan.tasks.length}项任务`);
    let section = '';
    for (const task of plan.tasks) {
      const path = task.section.join(' / ');
      if (path !== section && path !== '') lines.push(`  【${path}】`);
      section = path;
      number += 1;
      lines.push(sayTask(task, number));
    }
    lines.push('');
  }
  if (number === 0) lines.push('没有读出任务。', '');
  lines.push(`未列为任务 ${reading.skipped.length} 处${reading.skipped.length > 0 ? ':' : ''}`);
  for (const { text, reason } of reading.skipped) {
    const short = text.replace(/\s+/gu, ' ');
    lines.push(
      `  [${REASONS[reason]}] ${short.length > LONGEST_SKIPPED ? `${short.slice(0, LONGEST_SKIPPED)}…` : short}`,
    );
  }
  return lines.join('\n');
};

/** The reading in the form scripts use: tasks numbered through all plans. */
export const planJson = (reading: PlanReading): unknown => {
  let number = 0;
  return {
    plans: reading.plans.map((plan) => ({
      ...plan,
      tasks: plan.tasks.map((task) => {
        number += 1;
        return { number, ...task };
      }),
    })),
    skipped: reading.skipped,
  };
};
