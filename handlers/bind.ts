import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { type NameSaid, readOwnName } from '../src/chat/reading/own-name.ts';
import { offer, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { knownNames } from '../src/workspace/known-names.ts';
import { bindName, namesOf } from '../src/workspace/people.ts';

const bind = (name: string, context: Context): CommandAnswer => {
  const { workspace, acting } = context;
  const before = namesOf(workspace, acting.by);
  const open = openChange(workspace, acting, 'bind');
  const outcome = bindName(open, acting.by, name);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const after = namesOf(workspace, acting.by);
  const line = `我是 ${outcome.name}:您在计划里的名字 ${before.join('、') || '未定'} → ${after.join('、')}`;
  const note =
    outcome.tasks > 0
      ? `计划里有${outcome.tasks}项写着“${outcome.name}”,发“我的”就能看到`
      : `计划里现在没有写“${outcome.name}”的任务`;
  return receipt(open, [line], [], context, { title: '已记下', note });
};

const sayNames = ({ workspace, acting }: Context): CommandAnswer => {
  const names = namesOf(workspace, acting.by);
  return sentence(
    names.length === 0 ? '还不知道您在计划里叫什么。发“我是 张三”(换成您的名字)' : `您是:${names.join('、')}`,
  );
};

/** 我是 张三: the name of the plan now stands for the speaker, so that 我的 finds their tasks. */
export const bindCommand = defineCommand<NameSaid>({
  name: '我是',
  topic: '设置',
  kind: 'change',
  words: ['我是', '我叫'],
  examples: [{ say: '我是 张三', gets: '把计划里的名字和您对上,“我的”就能用' }],
  match: readOwnName,
  wording: ({ frame, name }) => ({ frame, titles: [name], remark: '' }),
  propose: ({ name, isKnown }) =>
    isKnown ? { deed: `把计划里的“${name}”和您对上`, label: `我是 ${name}`, say: `我是 ${name}` } : undefined,
  run: ({ name, isKnown, confirmed }, context) => {
    if (name === '') return sayNames(context);
    if (isKnown || confirmed) return bind(name, context);
    const { people } = knownNames(context.workspace);
    const lead =
      people.length === 0 ? '还没有年度计划。' : `计划里没有“${name}”,有:${people.slice(0, 12).join('、')}。`;
    return offer({ deed: `记下您是“${name}”`, label: `我是 ${name}`, say: `我是 ${name} 确认` }, 'slip', lead);
  },
});
