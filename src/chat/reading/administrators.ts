import type { Context, Said } from '../command.ts';
import { type PersonNamed, readPeople } from './people-named.ts';

/** 管理员 as said: who is made one, or is one no longer. */
export interface AdministratorsSaid {
  deed: 'add' | 'remove';
  /** Empty when nobody was named. */
  people: PersonNamed[];
  /** Said as a fact rather than as a setting: it is asked about. */
  doubtful: boolean;
  /** The whole message: it may be a question. */
  text: string;
}

const SHOWS =
  /^(?:(?:查看|看看|看|显示|设置|设定|本群|群里|群)的? ?)*管理员(?:名单|列表|有谁|都有谁|有哪些人?|是谁|是哪位|都是谁)?[?呢]?$|^(?:谁|哪些人)(?:能|可以|有权)(?:销号|核实|退回)[?呢]?$|^谁是(?:本群的?|群里的?|群)?管理员[?呢]?$/;

/** 管理员, 谁是管理员, 谁能销号: asks who they are. */
export const asksForAdministrators = (text: string): boolean => SHOWS.test(text);

interface Form {
  deed: AdministratorsSaid['deed'];
  /** The group `who` holds the names; `gap` is what parts them from the words, where a name nobody has may stand. */
  pattern: RegExp;
  doubtful?: boolean;
}

/** In order: 设置 管理员 移除 李四 is no adding of 移除. */
const FORMS: readonly Form[] = [
  {
    deed: 'remove',
    pattern:
      /^(?:(?:设置|设定) ?)?(?:本群的?|群)?管理员(?:名单)? ?(?:移除|取消|删除|去掉|去除|撤掉|撤销|移出|减去|减)(?<gap>[ :]?)(?<who>.*)$/,
  },
  {
    deed: 'remove',
    pattern:
      /^(?:取消|移除|删除|去掉|去除|撤销|撤掉|免去|移出|解除)(?:本群的?|群)? ?管理员(?:权限|身份)?(?<gap>[ :]?)(?<who>.*)$/,
  },
  {
    deed: 'remove',
    pattern:
      /^(?:把|将)? ?(?:取消|移除|撤销|解除|免去) ?(?<gap>)(?<who>[^的]{1,40}?) ?的(?:本群|群)?管理员(?:权限|身份|资格)?$/,
  },
  {
    deed: 'remove',
    pattern:
      /^(?:把|将)? ?(?<gap>)(?<who>[^的]{1,40}?) ?的?(?:本群|群)?管理员(?:权限|身份|资格)? ?(?:取消|移除|撤销|去掉|撤掉|免去)掉?$/,
  },
  {
    deed: 'remove',
    pattern: /^(?<gap>)(?<who>[^的]{1,40}?) ?(?:不再是|不再当|不再做|不再担任|不当|不做|不担任)(?:本群的?|群)?管理员$/,
    doubtful: true,
  },
  {
    deed: 'add',
    pattern:
      /^(?:设置|设定|任命|指定|增设)(?:本群的?|群)? ?管理员(?: ?(?:添加|增加|新增|加上|加入|加|为|是))?(?<gap>[ :]?)(?<who>.*)$/,
  },
  {
    deed: 'add',
    pattern: /^(?:添加|增加|新增|加)(?:一[个位名])?(?:本群的?|群)? ?管理员(?<gap>[ :]?)(?<who>.*)$/,
  },
  {
    deed: 'add',
    pattern: /^(?:本群的?|群)?管理员 ?(?:添加|增加|新增|加上|加入|加)(?<gap>[ :]?)(?<who>.*)$/,
  },
  {
    deed: 'add',
    pattern:
      /^(?:把|将|设置|设)? ?(?<gap>)(?<who>[^的]{1,40}?) ?(?:设置为|设置成|设为|设成|加为|升为|提为|任命为|指定为|为)(?:本群的?|群)?管理员$/,
  },
  {
    deed: 'add',
    pattern: /^(?:让|由)? ?(?<gap>)(?<who>[^的]{1,40}?) ?(?:当|做|担任|来当|来做)(?:本群的?|群)?管理员$/,
    doubtful: true,
  },
];

const read = ({ deed, pattern, doubtful = false }: Form, said: Said, context: Context) => {
  const found = pattern.exec(said.text)?.groups;
  if (!found) return undefined;
  const { who = '', gap = '' } = found;
  // 新增管理员培训 adds a task; 新增管理员 李四 somebody the group does not know.
  const people = readPeople(who, said, context, gap !== '');
  return people && (people.length > 0 || deed === 'remove') ? { deed, people, doubtful, text: said.text } : undefined;
};

/** 设置 管理员 @李四 · 取消管理员 李四 · 把李四设为管理员. undefined when the message is no such thing. */
export const readAdministrators = (said: Said, context: Context): AdministratorsSaid | undefined => {
  if (!said.text.includes('管理员') || said.text.length > 200) return undefined;
  for (const form of FORMS) {
    const found = read(form, said, context);
    if (found) return found;
  }
  return undefined;
};
