import { sayDate } from '../src/calendar/date.ts';
import { askForPeriod, askForTasks, doEach, offerIf, proposeFor, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { REOPEN_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type ClosingSaid, readClosing, turnsOf } from '../src/chat/reading/closing.ts';
import { restoreIfCancelled } from '../src/chat/restoring.ts';
import { sayTurn } from '../src/chat/sentences.ts';
import { type Closed, reopenTask } from '../src/workspace/closing.ts';
import { openChange } from '../src/workspace/history.ts';
import { addProgress } from '../src/workspace/progress.ts';

const say = ({ periods, remark }: ClosingSaid, task: string): string =>
  ['重开', task, periods.join('、'), remark].filter((part) => part !== '').join(' ');

/** A closing that waited for 销号 is sent back; any other is opened again. */
const isSentBack = ({ check }: Closed, { workspace }: Context): boolean =>
  workspace.settings.checksClosings && check === 'waiting';

const sayReopened = (reopened: Closed, context: Context): string => {
  const [verb, was] = isSentBack(reopened, context) ? ['退回', '✅ 已办结,待销号'] : ['重开', '✅ 已办结'];
  return `${verb} ${sayTurn(reopened, context)}:${was} → 未办结(时限${sayDate(reopened.deadline, context.today)})`;
};

const reopen = (said: ClosingSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'reopen');
  const { done, refused } = doEach(turnsOf(said), ({ number, period }) => reopenTask(open, number, { period }));
  if (said.remark !== '') {
    for (const each of done) {
      addProgress(open, each.number, `${isSentBack(each, context) ? '退回' : '重开'}:${said.remark}`);
    }
  }
  const ask =
    done.length === 0
      ? askForPeriod('重开', refused, (task, period) => say({ ...said, periods: [period] }, task), context)
      : undefined;
  const lines = done.map((reopened) => sayReopened(reopened, context));
  const note = said.remark === '' ? '' : `原因:${said.remark}`;
  const title = done.length > 0 && done.every((each) => isSentBack(each, context)) ? '已退回' : '已重开';
  return ask ?? receipt(open, lines, refused, context, { title, tone: 'neutral', note });
};

const propose = (said: ClosingSaid, context: Context) =>
  proposeFor('重开', said.tasks, (task) => say(said, task), context);

/** 重开 12 · 退回 12 原因: opens tasks again; the closing stays in the history. */
export const reopenCommand = defineCommand<ClosingSaid>({
  name: '重开',
  topic: '办理',
  kind: 'change',
  words: wordsFor('重开', REOPEN_WORDS),
  examples: [
    { say: '重开 12', gets: '把办结的再打开,记录里仍留着那次办结' },
    { say: '退回 12 缺签到表', gets: '重开并写明原因;待销号的由管理员退回' },
  ],
  match: (said, context) => readClosing(said, context, { words: REOPEN_WORDS }),
  wording: ({ wording }) => wording,
  propose: (said, context, because) => propose(because === 'slip' ? said : { ...said, remark: '' }, context),
  run: (said, context) =>
    askForTasks('重开', said.tasks, (task) => say(said, task), context) ??
    offerIf(said.glued, propose({ ...said, remark: '' }, context)) ??
    restoreIfCancelled(said.tasks, said.remark, context) ??
    reopen(said, context),
});
