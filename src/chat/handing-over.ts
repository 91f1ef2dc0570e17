import { blocksOf, button, buttons, plain } from '../cards/blocks.ts';
import { openTasksOf } from '../workspace/handing-over.ts';
import { holderOf } from '../workspace/people.ts';
import { readable } from '../workspace/plain-data.ts';
import type { CommandAnswer, Context, Proposal } from './command.ts';
import { askWhoItIs, isUnit, nameOfParty } from './party.ts';
import type { HandOverSaid } from './reading/handing-over.ts';
import type { Party } from './reading/person.ts';
import { cardReply, sentence } from './replies.ts';

type AllSaid = Extract<HandOverSaid, { kind: 'all' }>;

/** The name tasks are written down under: of a person known, or as it was said of a stranger. */
export const nameToWrite = (party: Party | null): string | undefined =>
  party?.kind === 'stranger' ? party.name : nameOfParty(party);

const HOW = '如“移交 张三 李四”,把张三未完成的任务全部交给李四。没有改动';

/** 移交 12、13 李四 is 交办: these tasks alone get another owner. */
const asAssignment = ({ numbers, to }: Extract<HandOverSaid, { kind: 'numbers' }>): CommandAnswer => {
  const say = `交办 ${numbers.join('、')} ${to}`.trim();
  const text = `“移交”是把一个人未完成的任务全部交给另一个人,没有改动。只交这${numbers.length}项用“交办”:${say}`;
  const ways = to === '' ? [] : [button(`交办 ${numbers.slice(0, 3).join('、')}${numbers.length > 3 ? '…' : ''}`, say)];
  return {
    reply: cardReply(
      {
        title: '请用交办',
        subtitle: '',
        tone: 'neutral',
        view: '',
        blocks: blocksOf(plain(text), buttons(ways)),
      },
      text,
    ),
  };
};

/** What keeps all of a person's tasks from being handed over at once: not clear whose, to whom, or only some are meant. */
export const askForParties = (said: HandOverSaid, context: Context): CommandAnswer | undefined => {
  if (said.kind === 'unsaid') return sentence(`请说明从谁移交给谁,${HOW}`);
  if (said.kind === 'numbers') return asAssignment(said);
  const { from, to } = said;
  if (from.kind === 'stranger') return sentence(`计划和群里都没有“${from.name}”,没有改动。发“人员”看计划里有谁`);
  if (to === null) return sentence(`要把${nameToWrite(from) ?? from.said}的任务移交给谁?${HOW}`);
  const asked = askWhoItIs(from) ?? askWhoItIs(to);
  if (asked) return asked;
  if (from.kind === 'known' && isUnit(from.name, context)) {
    return sentence(`“${from.name}”是单位,移交只换责任人和责任领导,没有改动。换责任单位用“交办 12 ${nameToWrite(to)}”`);
  }
  return undefined;
};

const sayTo = (to: string, { workspace }: Context): string =>
  holderOf(workspace, to) === undefined ? `${to}(还没对上群里的人)` : to;

/** 要把张三的8项未完成任务移交给李四吗? undefined when there is nothing to ask about. */
export const proposeHandOver = ({ from, to }: AllSaid, context: Context): Proposal | undefined => {
  const [giver, taker] = [nameToWrite(from), nameToWrite(to)];
  if (giver === undefined || taker === undefined) return undefined;
  const count = openTasksOf(readable(context.workspace), giver, context.today).length;
  return count === 0
    ? undefined
    : {
        deed: `把${giver}的${count}项未完成任务移交给${sayTo(taker, context)}`,
        label: `移交${count}项`,
        say: `移交 ${giver} ${taker} 确认`,
      };
};
