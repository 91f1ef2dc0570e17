import { sayNumbers } from '../src/cards/say-numbers.ts';
import { offerIf, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { HAND_OVER_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { askForParties, nameToWrite, proposeHandOver } from '../src/chat/handing-over.ts';
import { type HandOverSaid, readHandOver } from '../src/chat/reading/handing-over.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { handingOver, handOver } from '../src/workspace/handing-over.ts';
import { openChange } from '../src/workspace/history.ts';
import { holderOf } from '../src/workspace/people.ts';
import { readable } from '../src/workspace/plain-data.ts';

/** Numbers told in the receipt; the rest is in 记录. */
const NUMBERS_TOLD = 20;

const hand = (from: string, to: string, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'hand-over');
  const outcome = handOver(open, from, to);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const { numbers } = outcome;
  const more = numbers.length > NUMBERS_TOLD ? '等' : '';
  const line = `移交${numbers.length}项未完成任务:${from} → ${to}(#${sayNumbers(numbers.slice(0, NUMBERS_TOLD))}${more})`;
  const unbound = holderOf(context.workspace, to) === undefined ? `。${to}还没对上群里的人,发“绑定 ${to} @他”` : '';
  return receipt(open, [line], [], context, { title: '已移交', note: `已办结和已取消的不变${unbound}` });
};

/** Asked first, for it changes many tasks at once; what the domain would refuse is refused before. */
const ask = (said: Extract<HandOverSaid, { kind: 'all' }>, context: Context): CommandAnswer => {
  const [from, to] = [nameToWrite(said.from) ?? '', nameToWrite(said.to) ?? ''];
  const outcome = handingOver(readable(context.workspace), context.acting, from, to);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  return offerIf(true, proposeHandOver(said, context), '') ?? sentence('没有改动');
};

/** 移交 张三 李四: all open tasks of a person become another's, in one change. */
export const handOverCommand = defineCommand<HandOverSaid>({
  name: '移交',
  topic: '办理',
  kind: 'change',
  words: wordsFor('移交', HAND_OVER_WORDS),
  examples: [
    { say: '移交 张三 李四', gets: '把张三未完成的任务全部交给李四,先问一句' },
    { say: '把张三的工作交给李四', gets: '同上;已办结的不变' },
  ],
  match: readHandOver,
  wording: ({ frame }) => ({ frame, titles: [], remark: '' }),
  propose: (said, context) =>
    said.kind === 'all' && !askForParties(said, context) ? (proposeHandOver(said, context) ?? 'ask') : 'ask',
  run: (said, context) => {
    const asked = askForParties(said, context);
    if (asked || said.kind !== 'all') return asked ?? sentence('没有改动');
    if (!said.confirmed) return ask(said, context);
    return hand(nameToWrite(said.from) ?? '', nameToWrite(said.to) ?? '', context);
  },
});
