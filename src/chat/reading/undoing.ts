import type { Said } from '../command.ts';
import { readNumber } from './numbers.ts';

/** 撤销 as said. `doubtful` when it names a task or says more than that: it is asked about. */
export interface UndoSaid {
  change: string | undefined;
  number: number | null;
  doubtful: boolean;
  remark: string;
}

const WORD = /^(?:把)?(?:撤销|撤回|收回|撤消|回退|undo|(?:恢复|返回|退回)(?=上一步|上一次操作)) ?/i;
/** 上一步 刚才的操作 最后一次改动: the very thing 撤销 means. */
const LAST =
  /^(?:我的?)?(?:上一步|上一次|上次|上一个|上一条|最后一次|最近一次|最近的一次|刚才|刚刚|刚)?的?(?:操作|改动|修改|更改|变更|动作|那步|那次|一步|那个|那条)?[?吗]*$/;
/** 弄错了,撤回 · 刚才的撤销: said in front, they add nothing. */
const LEAD =
  /^(?:(?:刚才|刚刚)?我?[弄搞点发报输填写说记]错了?|错了|不对|反悔了?|后悔了?)?[ ,。!]*(?:把)?(?:我?(?:刚才|刚刚|上一步|上一条|上次|最后一次)(?:的)?(?:那个|那条|那步|操作|改动|登记)?(?:给)?)?(?=撤销|撤回)/;
/** 搞错了, with nothing else: whether the last change is meant is asked. */
const MISTAKEN =
  /^(?:哎呀|哎|唉|不好意思|抱歉|糟了|[ ,!])*我?(?:刚才|刚刚|上一条|上一个)?(?:那个|那条)?[弄搞点发填写按标报输记选说]错(?:了)?(?:,.{0,20}|[ ,]?(?:不是|应该).{0,12})?$|^算了[ ,]*不\p{Script=Han}{1,4}$/u;
const CHANGE = /^(?:改动|操作)? ?[cC](\d{1,9})$/;

/** 撤销, 撤回, 撤销上一步, 撤销 c17; what else begins so is doubtful. undefined when the message is none. */
export const readUndo = (said: Said): UndoSaid | undefined => {
  const text = said.text.replace(LEAD, '');
  if (MISTAKEN.test(text)) return { change: undefined, number: null, doubtful: true, remark: '' };
  const word = WORD.exec(text)?.[0];
  if (word === undefined || /怎么|如何|怎样|什么/.test(text)) return undefined;
  const rest = text.slice(word.length).trim();
  const change = CHANGE.exec(rest)?.[1];
  const remark = /[?吗]$/.test(rest) ? rest : '';
  if (change !== undefined) return { change: `c${change}`, number: null, doubtful: false, remark };
  return { change: undefined, number: readNumber(rest)?.number ?? null, doubtful: !LAST.test(rest), remark };
};
