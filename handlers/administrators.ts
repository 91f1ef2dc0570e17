import { sayAdministrators, sayNames } from '../src/chat/administering.ts';
import { doEach, offerIf, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand, type Proposal } from '../src/chat/command.ts';
import {
  type AdministratorsSaid,
  asksForAdministrators,
  readAdministrators,
} from '../src/chat/reading/administrators.ts';
import { sayAsPerson } from '../src/chat/reading/person.ts';
import { sentence } from '../src/chat/replies.ts';
import { type Administered, addAdministrator, removeAdministrator } from '../src/workspace/administrators.ts';
import { openChange } from '../src/workspace/history.ts';
import { nameOf } from '../src/workspace/people.ts';

const HOW = '加一位发“设置 管理员 @李四”,移除发“取消管理员 李四”';

/** 管理员: who they are. */
export const administratorsCommand = defineCommand<object>({
  name: '管理员',
  topic: '设置',
  kind: 'look',
  words: ['管理员', '谁是管理员'],
  examples: [{ say: '管理员', gets: '本群的管理员是谁' }],
  match: ({ text }) => (asksForAdministrators(text) ? {} : undefined),
  run: (_args, { workspace }) => {
    const names = sayAdministrators(workspace);
    return sentence(
      names.length === 0
        ? '本群还没有管理员,首位导入计划的人就是管理员'
        : `本群的管理员:${names.join('、')}。${HOW}(管理员)`,
    );
  },
});

const known = ({ people }: AdministratorsSaid) => people.flatMap(({ id }) => id ?? []);

const propose = (said: AdministratorsSaid, { workspace }: Context): Proposal | undefined => {
  const ids = known(said);
  if (ids.length === 0) return undefined;
  const names = ids.map((id) => nameOf(workspace, id)).join('、');
  const called = ids.map((id) => sayAsPerson(id, workspace));
  const [deed, say] = said.deed === 'add' ? ['加为管理员', '设置 管理员'] : ['从管理员里移除', '取消管理员'];
  return { deed: `把${names}${deed}`, label: `${say} ${names}`, say: `${say} ${called.join('、')}` };
};

const sayDone = ({ before, after }: Administered, { workspace }: Context): string =>
  `管理员 ${sayNames(workspace, before).join('、') || '还没有'} → ${sayNames(workspace, after).join('、')}`;

const change = (said: AdministratorsSaid, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'settings');
  const act = said.deed === 'add' ? addAdministrator : removeAdministrator;
  const { done, refused } = doEach(known(said), (id) => act(open, id));
  const strangers = said.people.flatMap(({ said: name, id }) => (id === undefined ? [name] : []));
  const note = strangers.length === 0 ? '' : `不知道“${strangers.join('、')}”是群里的哪一位,没有改。请 @ 本人再说一次`;
  if (done.length + refused.length === 0) return sentence(note === '' ? `请说明是谁:${HOW}` : note);
  const lines = done.map((each) => sayDone(each, context));
  return receipt(open, lines, refused, context, { title: '已设置', tone: 'neutral', note });
};

/** 设置 管理员 @李四 · 取消管理员 李四: by administrators; somebody always stays one. */
export const changeAdministratorsCommand = defineCommand<AdministratorsSaid>({
  name: '设置 管理员',
  topic: '设置',
  kind: 'change',
  words: ['设置管理员', '取消管理员', '添加管理员', '移除管理员'],
  examples: [
    { say: '设置 管理员 @李四', gets: '加一位管理员(管理员)' },
    { say: '取消管理员 李四', gets: '移除一位,最后一位不能移除(管理员)' },
  ],
  match: readAdministrators,
  wording: ({ text }) => ({ frame: '', titles: [], remark: text }),
  propose,
  run: (said, context) => offerIf(said.doubtful, propose(said, context), '') ?? change(said, context),
});
