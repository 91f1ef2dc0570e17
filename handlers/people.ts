import { peopleCard } from '../src/cards/people-card.ts';
import { defineCommand } from '../src/chat/command.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { readable } from '../src/workspace/plain-data.ts';
import { rosterOf } from '../src/workspace/roster.ts';

/** The whole of the message: 人员培训 and 名单已报 are something else. */
const ASKS =
  /^(?:查看|看看|看|显示|列出)? ?(?:本群|群里|计划|计划里)?的?(?:人员|人员名单|人员列表|人员情况|人员绑定|名单|谁是谁|都有谁|有哪些人|绑定|绑定情况|绑定名单|绑定列表|责任人名单|谁绑定了谁)\??(?: ?第(\d{1,3})页)?$/;

/** 人员: who of the plan is who in the group, and how much each still has to do. */
export const peopleCommand = defineCommand<{ page: number }>({
  name: '人员',
  topic: '查看',
  kind: 'look',
  words: ['人员', '谁是谁', '名单'],
  examples: [{ say: '人员', gets: '计划里的人各是群里的谁、还有几项未完成,没对上的在前' }],
  match: ({ text }) => {
    const found = ASKS.exec(text);
    return found ? { page: Number(found[1] ?? 1) } : undefined;
  },
  run: ({ page }, { workspace, today }) => {
    if (workspace.tasks.length === 0) return sentence(NO_PLAN);
    const known = readable(workspace);
    const card = peopleCard(rosterOf(known, today), page, known);
    return { reply: cardReply(card, `${card.title}:${card.subtitle}`) };
  },
});
