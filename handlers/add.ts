import { ownershipFacts } from '../src/cards/say-owners.ts';
import { sayTarget } from '../src/cards/say-quantity.ts';
import { saySchedule } from '../src/cards/say-schedule.ts';
import { shorten } from '../src/cards/shorten.ts';
import { askBeforeAdding } from '../src/chat/adding.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { ADD_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type AdditionSaid, readAddition, statementOf } from '../src/chat/reading/adding.ts';
import { sayTask } from '../src/chat/sentences.ts';
import { readTask } from '../src/plan/read-task.ts';
import { addTask } from '../src/workspace/adding.ts';
import { openChange } from '../src/workspace/history.ts';
import { planYearOf } from '../src/workspace/plan-year.ts';
import type { Task } from '../src/workspace/task.ts';

const sayAdded = (task: Task, { today }: Context): string => {
  const time = saySchedule(task.schedule, today);
  const who = ownershipFacts(task)
    .filter(([, names]) => names !== '')
    .map(([role, names]) => `${role}${names}`);
  const targets = task.targets.map(sayTarget);
  return `新增 ${sayTask(task)}:${[`时限${time}`, ...who, ...(targets.length > 0 ? [`指标${targets.join('、')}`] : [])].join(';')}`;
};

const add = ({ text }: AdditionSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'add');
  const year = planYearOf(context.workspace, context.today);
  const task = addTask(open, readTask(text, year), year);
  const isPast = task.schedule.end !== null && task.schedule.end < context.today;
  return receipt(open, [sayAdded(task, context)], [], context, {
    title: '已新增',
    ...(isPast && { note: '时限已经过去,这项从现在起算逾期' }),
  });
};

/** 新增 5月底前召开职代会 负责人:李四: adds a task, read by the same rules as the plan. */
export const addCommand = defineCommand<AdditionSaid>({
  name: '新增',
  topic: '计划',
  kind: 'change',
  words: wordsFor('新增', ADD_WORDS),
  examples: [
    { say: '新增 5月底前召开职代会 负责人:李四 责任单位:办公室', gets: '加一项任务,时间、责任和指标照计划的写法读' },
  ],
  match: readAddition,
  wording: ({ text }) => ({ frame: '', titles: [], remark: text }),
  propose: (said) => {
    const text = statementOf(said);
    return text === '' ? undefined : { deed: `新增“${shorten(text, 40)}”`, label: '新增', say: `新增 ${text}` };
  },
  run: (said, context) => askBeforeAdding(said, context) ?? add(said, context),
});
