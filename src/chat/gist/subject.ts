import { readable } from '../../workspace/plain-data.ts';
import type { Task } from '../../workspace/task.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';
import { readNumbers } from '../reading/numbers.ts';
import { tasksByWords } from '../reading/tasks.ts';

/** Stands for the task in {@link Subject.rest}. */
export const TASK = '~';

/** The task a sentence is about. */
export interface Subject {
  /** As a command says it: `12`, `12、13`. */
  numbers: string;
  task: Task;
  /** The sentence with the task's own words, each run of them, put as {@link TASK}. */
  rest: string;
  /** The name of one of its targets, where the sentence says it. */
  target: string;
}

/** Words of every other title; alone they name none. */
const COMMON = new Set(
  `工作 活动 任务 开展 举办 组织 召开 推进 加强 建设 情况 职工 工会 会议 培训 管理 服务 完成 落实 做好 检查 学习 宣传 材料 方案 制度 项目 企业 单位 人员 干部 全年 年度 本年
  每月 每季 每周 季度 一次 进度 指标 任务 月份 前完成 底前完成 完成率 表 导出 走访 慰问 报送 上报 更新 汇总 开会 通知 名单 资料`.split(
    /\s+/,
  ),
);
/** How far the second must lie behind, in characters shared that tell. */
const CLEAR_BY = 1.5;

/** A time, or what runs on from one (6月开 in 6月开始): it is the sentence's own. */
const isOfTime = (text: string, at: number, length: number): boolean =>
  /^[\d年月日号上中下旬季度半底前-]+$/u.test(text.slice(at, at + length)) || /\d/.test(text[at - 1] ?? '');

/** Runs of two characters or more that both texts have, left to right, the longest first at each place. */
const runsOf = (text: string, title: string): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = [];
  for (let at = 0; at < text.length; ) {
    let length = 0;
    while (at + length < text.length && title.includes(text.slice(at, at + length + 1))) length += 1;
    if (length >= 2 && !isOfTime(text, at, length)) runs.push({ from: at, to: at + length });
    at += length >= 2 ? length : 1;
  }
  return runs;
};

const masked = (text: string, runs: readonly { from: number; to: number }[]): string =>
  [...runs].reverse().reduce((rest, { from, to }) => `${rest.slice(0, from)}${TASK}${rest.slice(to)}`, text);

/** What the runs tell: their characters, common words left out. */
const weightOf = (text: string, runs: readonly { from: number; to: number }[]): number =>
  runs.reduce((sum, { from, to }) => {
    const words = text.slice(from, to);
    return sum + (COMMON.has(words) ? 0 : words.length);
  }, 0);

const targetIn = (text: string, task: Task): string =>
  task.targets.map(({ name }) => plainWords(name)).find((name) => name.length > 1 && text.includes(name)) ?? '';

/** Before the number: to whom it is told, where it comes from. */
const LEAD = /^(?:[^\d,:]{1,8}[,:] ?(?=[#第]?\d))?(?:刚才|刚刚|关于|那个|这个|给|在|把|将|我的?|我们的?)*/u;

const byNumber = (text: string, context: Context): Subject | undefined => {
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const found = readNumbers(text.slice(lead));
  const [first] = found?.numbers ?? [];
  const tasks = (found?.numbers ?? []).map((number) => taskOf(context.workspace, number));
  const task = first === undefined ? undefined : tasks[0];
  if (!found || !task || tasks.includes(undefined)) return undefined;
  const rest = text.slice(lead + found.length).replace(/^ ?(?:号|项|条|个)?(?:任务|工作|事)?/u, '');
  // Beside its number its own title says nothing more.
  const said = masked(rest, runsOf(rest, plainWords(task.title)));
  return { numbers: found.numbers.join('、'), task, rest: `${TASK}${said}`, target: targetIn(text, task) };
};

const byWords = (text: string, context: Context): Subject | undefined => {
  const ranked = readable(context.workspace.tasks)
    .map((task) => {
      const runs = runsOf(text, plainWords(task.title));
      const target = targetIn(text, task);
      return { task, runs, target, weight: Math.max(weightOf(text, runs), target.length) };
    })
    .filter(({ weight }) => weight >= 2)
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  if (!first || (second && first.weight < second.weight + CLEAR_BY)) return undefined;
  const { task, runs, target } = first;
  return { numbers: `${task.number}`, task, rest: masked(text, runs), target };
};

const SHORTEST_NAME = 3;
const LONGEST_NAME = 8;

/** 职代会 for 职工代表大会: a name in front that holds no stretch of the title. */
const byShortName = (said: Said, context: Context): Subject | undefined => {
  for (let length = Math.min(LONGEST_NAME, said.text.length); length >= SHORTEST_NAME; length -= 1) {
    const named = tasksByWords(said.text.slice(0, length), said, context);
    const task = named.kind === 'numbers' ? taskOf(context.workspace, named.numbers[0] ?? 0) : undefined;
    if (task) return { numbers: `${task.number}`, task, rest: `${TASK}${said.text.slice(length)}`, target: '' };
  }
  return undefined;
};

/** The one task, or the tasks by number in front, that a sentence is about; undefined where that is not plain. */
export const subjectOf = (said: Said, context: Context): Subject | undefined =>
  byNumber(said.text, context) ?? byWords(said.text, context) ?? byShortName(said, context);
