import { askIfNew, askWhom, proposeBinding } from '../src/chat/binding.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { BIND_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type BindingSaid, readBinding } from '../src/chat/reading/binding.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { bindFor } from '../src/workspace/binding.ts';
import { openChange } from '../src/workspace/history.ts';
import { administratorsOf, isAdministrator, nameOf, namesOf } from '../src/workspace/people.ts';
import type { MemberId } from '../src/workspace/task.ts';

const bind = ({ name, confirmed }: BindingSaid, id: MemberId, context: Context): CommandAnswer => {
  const { workspace, acting } = context;
  const open = openChange(workspace, acting, 'bind');
  const before = namesOf(workspace, id);
  const who = nameOf(workspace, id);
  const isOffice = administratorsOf(workspace).length === 0 || isAdministrator(workspace, acting.by);
  const outcome = bindFor(open, id, name, { evenIfCalled: confirmed && isOffice });
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const line = `绑定 ${outcome.name}:${who}在计划里的名字 ${before.join('、') || '未定'} → ${namesOf(workspace, id).join('、')}`;
  const written = outcome.tasks > 0 ? `有${outcome.tasks}项写着` : '现在没有写';
  const note = `计划里${written}“${outcome.name}”,这些名字都算一个人`;
  return receipt(open, [line], [], context, { title: '已绑定', note });
};

/** 绑定 王主席 @王五: a name of the plan now stands for a chat user; 别名 王主席 王强: for whoever has the other name. */
export const bindMemberCommand = defineCommand<BindingSaid>({
  name: '绑定',
  topic: '设置',
  kind: 'change',
  words: [...wordsFor('绑定', BIND_WORDS), '别名'],
  examples: [
    { say: '绑定 王主席 @王五', gets: '计划里的王主席就是群里的王五,“我的”和按名字查都算他的' },
    { say: '别名 王主席 王强', gets: '两个名字是同一个人(其中一个要已对上群里的人)' },
  ],
  match: readBinding,
  wording: ({ frame, name }) => ({ frame, titles: [name], remark: '' }),
  propose: proposeBinding,
  run: (said, context) =>
    askWhom(said) ??
    askIfNew(said, context) ??
    (said.whom.kind === 'member' ? bind(said, said.whom.id, context) : sentence('没有改动')),
});
