import { choiceCard } from '../src/cards/choice-card.ts';
import { receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { UNBIND_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { readUnbinding, type UnbindingSaid } from '../src/chat/reading/unbinding.ts';
import { cardReply, offer, sentence } from '../src/chat/replies.ts';
import { sayMember, sayRefusal } from '../src/chat/sentences.ts';
import { unbindName } from '../src/workspace/binding.ts';
import { openChange } from '../src/workspace/history.ts';
import { memberOf, nameOf, namesOf } from '../src/workspace/people.ts';

const unbind = (name: string, context: Context): CommandAnswer => {
  const { workspace, acting } = context;
  const open = openChange(workspace, acting, 'bind');
  const outcome = unbindName(open, name);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const left = namesOf(workspace, outcome.member);
  const line = `解绑 ${name}:${nameOf(workspace, outcome.member)}在计划里的名字 ${[name, ...left.filter((each) => each !== name)].join('、')} → ${left.join('、') || '未定'}`;
  return receipt(open, [line], [], context, { title: '已解绑', tone: 'neutral' });
};

const boundOf = ({ of }: UnbindingSaid, { workspace }: Context): string[] =>
  'name' in of ? [of.name] : (memberOf(workspace, of.member)?.bound ?? []);

const proposalFor = (name: string) => ({ deed: `解绑“${name}”`, label: `解绑 ${name}`, say: `解绑 ${name}` });

/** Which of a person's names; their only one is asked about where it was not named. */
const askWhich = (said: UnbindingSaid, names: readonly string[], { workspace }: Context): CommandAnswer => {
  const [only] = names;
  const who = 'name' in said.of ? said.of.name : said.isOwn ? '您' : sayMember(workspace, said.of.member);
  if (only === undefined) return sentence(`${who}没有绑定过名字,不用解绑。发“人员”看谁是谁`);
  if (names.length === 1) return offer(proposalFor(only), 'slip');
  const ways = names.map((name) => ({ label: name, say: `解绑 ${name}` }));
  const question = `${who}绑定过这些名字,要解绑哪一个?`;
  return { reply: cardReply(choiceCard(question, ways), question), question: ways };
};

/** 解绑 王主席: a name that was bound to somebody is nobody's again. */
export const unbindCommand = defineCommand<UnbindingSaid>({
  name: '解绑',
  topic: '设置',
  kind: 'change',
  words: wordsFor('解绑', UNBIND_WORDS),
  examples: [{ say: '解绑 王主席', gets: '计划里的王主席不再对上任何人' }],
  match: readUnbinding,
  wording: ({ frame }) => ({ frame, titles: [], remark: '' }),
  propose: (said, context) => {
    const [only, ...others] = boundOf(said, context);
    return only === undefined || others.length > 0 ? 'ask' : proposalFor(only);
  },
  run: (said, context) =>
    'name' in said.of ? unbind(said.of.name, context) : askWhich(said, boundOf(said, context), context),
});
