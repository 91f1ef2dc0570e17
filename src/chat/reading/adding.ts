import { readable } from '../../workspace/plain-data.ts';
import type { Context, Said } from '../command.ts';
import { ADD_WORDS } from '../deed-words.ts';
import { rawFrom } from '../normalise.ts';
import { skipSeparators, wordAt } from './scan.ts';
import { asksAbout } from './taken-back.ts';

/** A new task as said. */
export interface AdditionSaid {
  /** As typed, without the command word. */
  text: string;
  /** 确认: it was asked about and is meant. */
  confirmed: boolean;
  pressed: boolean;
}

const LEAD = /^(?:了)?(?:一个|一项|一条|个|项|条)?(?:新的?)?(?:任务|工作任务|工作|事项)? ?(?:[:,。] ?)?/;
/** 责任单位办公室 and 责任单位 办公室 in a message is 责任单位:办公室, as papers write it. */
const OWNER_LABEL =
  /(?<=[,，;；。 ])(责任(?:单位|部门|科室|领导|人)|牵头(?:单位|部门)|配合(?:单位|部门)|负责人) ?(?=[\p{Script=Han}A-Za-z])(?![要应须的是由])/gu;
/** 办公室负责, or 办公室 alone, at the end: whoever is known from the plan. */
const AT_END = /[ ,，;；]([\p{Script=Han}A-Za-z·]{2,20}?)(?:负责|牵头)?$/u;

const withOwners = (text: string, { workspace }: Context): string => {
  const labelled = text.replace(OWNER_LABEL, '$1：');
  const found = AT_END.exec(labelled);
  const name = found?.[1] ?? '';
  if (!found || name === '') return labelled;
  const tasks = readable(workspace.tasks);
  const before = labelled.slice(0, found.index);
  if (tasks.some(({ units }) => units.includes(name))) return `${before}。责任单位：${name}`;
  const isPerson = tasks.some(({ owners, leaders }) => [...owners, ...leaders].includes(name));
  return isPerson ? `${before}。责任人：${name}` : labelled;
};

const CONFIRMED = /^确认[:,]? ?/;

/** 新增 and the words behind it; undefined when the message does not begin so. */
export const readAddition = (said: Said, context: Context): AdditionSaid | undefined => {
  const { text } = said;
  const word = wordAt(text, 0, ADD_WORDS);
  if (word === undefined) return undefined;
  let at = skipSeparators(text, word.length);
  // 新增 任务:… names the kind of thing; 新增任务督办机制 does not.
  const lead = LEAD.exec(text.slice(at))?.[0] ?? '';
  if (/[ :,。]$/.test(lead) || at + lead.length === text.length) at += lead.length;
  // 新增任务要谁批 asks how it is done.
  if (asksAbout(text.slice(at))) return undefined;
  const confirmed = CONFIRMED.exec(text.slice(at))?.[0] ?? '';
  at = skipSeparators(text, at + confirmed.length);
  return {
    text: at < text.length ? withOwners(rawFrom(said, at), context) : '',
    confirmed: confirmed !== '',
    pressed: said.message.pressed !== null,
  };
};

const ASKING = /(?:可以|行|好|对)?(?:吗|么|不|呢)?[??。!]*$/;
const EMPTY = /^(?:一个|一项|个|项)?(?:新)?(?:任务|工作|事项)?$/;

/** The task an asking sentence is about, without what asks: `开展消防演练可以吗` → `开展消防演练`; empty when none is named. */
export const statementOf = ({ text }: AdditionSaid): string => {
  const stated = text.replace(ASKING, '').trim();
  return EMPTY.test(stated) ? '' : stated;
};
