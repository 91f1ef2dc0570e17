import {
  askOutOfSeason,
  type CarryingSaid,
  carryingMeant,
  noteOnCarried,
  proposeYear,
  sayCarried,
  sayTaskCarrying,
} from '../src/chat/carrying.ts';
import { askForTasks, doEach, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { readTaskCarrying, readYearCarrying } from '../src/chat/reading/carrying.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { carryTask } from '../src/workspace/carrying.ts';
import { openChange } from '../src/workspace/history.ts';
import { mayCarry } from '../src/workspace/rights.ts';

const carry = (said: CarryingSaid, context: Context): CommandAnswer => {
  const may = mayCarry(context.workspace, context.acting);
  if (!may.ok) return sentence(sayRefusal(may, context));
  const meant = carryingMeant(said, context);
  if (!meant.ok) return sentence(sayRefusal(meant, context));
  const asked = askOutOfSeason(said, meant, context);
  if (asked) return asked;
  const open = openChange(context.workspace, context.acting, 'carry');
  const { done, refused } = doEach(meant.numbers, (number) => carryTask(open, number, meant.to));
  const note = noteOnCarried(done, meant, context);
  return receipt(open, done.map(sayCarried), refused, context, { title: `已结转${done.length}项`, note });
};

/** 确认结转 · 结转 12、15: unfinished tasks go on into the new year with their numbers and history. One change, undoable. */
export const carryCommand = defineCommand<CarryingSaid>({
  name: '确认结转',
  topic: '计划',
  kind: 'change',
  words: ['确认结转'],
  examples: [
    { say: '确认结转', gets: '把列出的都结转,编号、进展和记录都跟着,上年仍可查(管理员)' },
    { say: '结转 12、15', gets: '只结转这几项' },
  ],
  match: (said, context) => {
    const year = readYearCarrying(said, context);
    if (year) return year.confirms ? year : undefined;
    return readTaskCarrying(said, context);
  },
  wording: (said) => ('tasks' in said ? said.wording : { frame: '', titles: [], remark: '' }),
  propose: (said, context) =>
    'tasks' in said
      ? proposeFor('结转', said.tasks, (task) => sayTaskCarrying(said, task), context)
      : proposeYear(said, context),
  run: (said, context) => {
    const say = (task: string) => ('tasks' in said ? sayTaskCarrying(said, task) : '');
    return ('tasks' in said ? askForTasks('结转', said.tasks, say, context) : undefined) ?? carry(said, context);
  },
});
