import { memberOf } from '../workspace/people.ts';
import type { RosterLine } from '../workspace/roster.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { blocksOf, bulleted, buttons, heading, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { pageOf, pagingButtons, sayPage } from './paging.ts';
import { shorten } from './shorten.ts';

const PAGE_SIZE = 20;
const NAME_LIMIT = 40;

const sayWhom = ({ names, member, namesakes }: RosterLine, workspace: Workspace): string => {
  if (member === null) return namesakes > 1 ? `群里有${namesakes}个人叫这个名字,分不清` : '还没对上群里的人';
  const called = memberOf(workspace, member)?.name;
  return called === undefined || called === null || called === names[0] ? '已对上' : `是群里的${called}`;
};

const lineOf = (line: RosterLine, workspace: Workspace): string => {
  const called = line.member === null ? undefined : memberOf(workspace, line.member)?.name;
  const names = line.names
    .filter((name, index) => index === 0 || name !== called)
    .map((name) => shorten(name, NAME_LIMIT));
  const away = line.deputy === null ? '' : `(请假,代:${shorten(line.deputy, NAME_LIMIT)})`;
  return `${names.join('、')}${away}:${sayWhom(line, workspace)} · 未完成${line.open}项`;
};

/** 人员: who of the plan is who in the group, twenty a page, those still to be bound first. */
export const peopleCard = (roster: readonly RosterLine[], asked: number, workspace: Workspace): Card => {
  const page = pageOf(roster, asked, PAGE_SIZE);
  const [unbound, bound] = [true, false].map((is) => page.items.filter(({ member }) => (member === null) === is));
  const missing = roster.filter(({ member }) => member === null);
  const example = missing[0]?.names[0] ?? '王主席';
  return {
    title: '人员',
    subtitle: `共${roster.length}人,已对上${roster.length - missing.length}人`,
    tone: 'neutral',
    view: sayPage('人员', page.page),
    blocks: blocksOf(
      roster.length === 0 ? plain('计划里没有写责任人和责任领导') : null,
      unbound?.length ? heading('还没对上群里的人') : null,
      bulleted((unbound ?? []).map((line) => lineOf(line, workspace))),
      missing.length > 0 ? quiet(`本人发“我是 ${example}”,或由管理员发“绑定 ${example} @他”`) : null,
      bound?.length ? heading('已对上') : null,
      bulleted((bound ?? []).map((line) => lineOf(line, workspace))),
      page.pages > 1 ? quiet(`第${page.page}/${page.pages}页`) : null,
      buttons(pagingButtons('人员', page)),
    ),
  };
};
