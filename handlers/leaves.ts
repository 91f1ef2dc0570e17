import { leavesCard } from '../src/cards/leaves-card.ts';
import { type Context, defineCommand, type Said } from '../src/chat/command.ts';
import { isLikeAName, readPerson } from '../src/chat/reading/person.ts';
import { cardReply } from '../src/chat/replies.ts';
import { leavesFrom } from '../src/workspace/leave.ts';

const ASKS_ALL =
  /^(?:查看|看看|看)?(?:(?:今天|现在|目前|最近|本周|这周|还)?(?:有)?(?:谁|哪些人|哪个|什么人)(?:在|正在)?请(?:了)?假(?:了)?(?:没有?|吗|呢)?|请假|请假(?:情况|名单|列表|人员|的人|记录)(?:有哪些|有谁)?|(?:今天|现在)?有(?:没有)?人请假(?:了)?(?:吗|没有?)?)\??$/;
const ASKS_ONE =
  /^(.{1,12}?)(?:是不是|有没有|现在|今天)?(?:在|正在|还在)?请(?:了)?假(?:了|中)?(?:吗|没有?|么|呢|到什么时候|到哪天|到几号|多久|几天)(?:了|呢)?\??$/;

const whose = (said: Said, context: Context): string | undefined => {
  const words = ASKS_ONE.exec(said.text)?.[1]?.trim();
  if (words === undefined) return undefined;
  const person = readPerson(words, said, context);
  if (person?.length === words.length && person.kind === 'known') return person.name;
  return isLikeAName(words) ? '' : undefined;
};

/** 请假, 谁请假了, 李四请假了吗: who is away, until when, and who acts. */
export const leavesCommand = defineCommand<{ of: string }>({
  name: '谁请假了',
  topic: '查看',
  kind: 'look',
  words: ['谁请假了', '请假情况'],
  examples: [{ say: '谁请假了', gets: '谁请假到哪天、由谁代' }],
  match: (said, context) => {
    if (ASKS_ALL.test(said.text)) return { of: '' };
    const of = whose(said, context);
    return of === undefined ? undefined : { of };
  },
  run: ({ of }, { workspace, today }) => {
    const card = leavesCard(leavesFrom(workspace, today, of === '' ? undefined : of), of, today);
    return { reply: cardReply(card, card.title) };
  },
});
