import { choiceCard } from '../cards/choice-card.ts';
import type { PlanReading } from '../plan/plan-draft.ts';
import type { CommandAnswer } from './command.ts';
import { sayNoTasks } from './import-sentences.ts';
import { cardReply, sentence } from './replies.ts';

const HINT = '请在10分钟内到那个群里@我说“导入”,预览在那里给出。还没有写入';

/**
 * Which group a file that came in private is for: told by saying 导入 there, where it is seen who may.
 * @param reading null for a ledger
 */
export const askForGroup = (source: string, reading: PlanReading | null): CommandAnswer => {
  const tasks = reading?.plans.reduce((sum, plan) => sum + plan.tasks.length, 0) ?? 0;
  if (reading !== null && tasks === 0) return sentence(sayNoTasks(source));
  const question = `“${source}”${reading === null ? '是一份台账' : `里读出${tasks}项任务`},要导入到哪个群?`;
  const here = { label: '导入到这里(只在我和您的私聊里用)', button: '导入到这里', say: '导入到这里' };
  return { reply: cardReply(choiceCard(question, [here], HINT), question) };
};
