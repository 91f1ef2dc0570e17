import { choiceCard } from '../cards/choice-card.ts';
import { sayTarget } from '../cards/say-quantity.ts';
import { shorten } from '../cards/shorten.ts';
import type { TargetDraft, TargetKind, TargetOp } from '../plan/plan-draft.ts';
import { readQuantities } from '../plan/read-quantities.ts';
import { amendTask } from '../workspace/amending.ts';
import { openChange } from '../workspace/history.ts';
import { withTargetAdded, withTargetChanged } from '../workspace/retargeting.ts';
import type { Target, Task } from '../workspace/task.ts';
import { workableTask } from '../workspace/task-lookup.ts';
import { numbersOf } from './amending.ts';
import { sayAmended } from './assigning.ts';
import { receipt } from './changing.ts';
import type { CommandAnswer, Context } from './command.ts';
import { plainWords } from './normalise.ts';
import type { AmendmentSaid } from './reading/amending.ts';
import { type FigureSaid, type FiguresSaid, readFigures } from './reading/figures.ts';
import { targetMeant } from './reading/target-meant.ts';
import { cardReply, offer, sentence } from './replies.ts';
import { sayRefusal, sayTask } from './sentences.ts';

const KINDS: Record<'add' | 'total', Exclude<TargetKind, null>> = { add: 'increase', total: 'level' };
/** At least and about, which a figure of a report never says: taken off before the figures are read. */
const BOUNDS = /至少|不少于|不低于|不小于|大约|大概|预计|约|≥|>=|(?<=\d[\p{Script=Han}%]{1,3})以上/gu;

const opOf = (value: string, unit: string, text: string): TargetOp | undefined => {
  if (/≥|>=/.test(text)) return '>=';
  const found = readQuantities(text).find((quantity) => String(quantity.value) === value && quantity.unit === unit);
  return found === undefined || found.op === '=' ? undefined : found.op;
};

const known = ({ targets }: Task) => ({
  units: targets.map(({ unit }) => plainWords(unit)).filter((unit) => unit !== ''),
  names: targets.map(({ name }) => plainWords(name)).filter((name) => name.length > 1),
});

const readTargets = (value: string, task: Task): FiguresSaid | undefined => {
  const { units, names } = known(task);
  const longest = (words: string[]) => words.toSorted((a, b) => b.length - a.length);
  return readFigures(value.replace(BOUNDS, ''), { units: longest(units), names: longest(names) });
};

const draftOf = ({ name, value, unit, mode }: FigureSaid, text: string): TargetDraft => {
  const read = readQuantities(text).find((quantity) => quantity.value === value && quantity.unit === unit);
  return {
    name,
    value,
    unit,
    op: opOf(String(value), unit, text) ?? '=',
    kind: mode === null ? (read?.kind ?? null) : KINDS[mode],
  };
};

/** Which target is meant, or whether a new one is to be added: asked with buttons. */
const askWhichTarget = (task: Task, figure: FigureSaid, said: AmendmentSaid): CommandAnswer => {
  const draft = draftOf(figure, said.value);
  const { number, targets } = task;
  const adding = {
    deed: `给 ${sayTask(task)} 加指标“${sayTarget(draft)}”`,
    label: '加一个指标',
    say: `修改 ${number} 指标 ${said.value} 确认`,
  };
  if (targets.length === 0) return offer(adding, 'slip', `${sayTask(task)}还没有指标。`);
  const alike = targets.filter(({ id }) => targetMeant(task, { ...figure, name: '' }, id).ok);
  const figureSaid = said.value.slice(said.value.search(/(?:新增|累计|至少|不少于|不低于|约|≥)?\d/));
  const ways = [
    ...alike.map((target) => ({
      label: `改“${sayTarget(target)}”`,
      say: `修改 ${number} 指标 ${target.id} ${figureSaid}`,
    })),
    ...(figure.unit === '' ? [] : [{ label: `加一个指标“${sayTarget(draft)}”`, say: adding.say }]),
  ];
  const question = `${sayTask(task)}有这些指标:${targets.map(sayTarget).join('、')}。“${shorten(said.value, 30)}”是哪一个?`;
  return ways.length === 0
    ? sentence(`${question}请写上名称和单位,没有改动`)
    : { reply: cardReply(choiceCard(question, ways), question), question: ways };
};

const changed = (target: Target, figure: FigureSaid, value: number, text: string): Partial<TargetDraft> => {
  const op = opOf(String(figure.value), figure.unit, text);
  return { value, ...(op !== undefined && { op }), kind: figure.mode === null ? target.kind : KINDS[figure.mode] };
};

/** 修改 7 指标 会员 新增600人: the target keeps its id and its reports; a new one is only added when asked for. */
export const retarget = (said: AmendmentSaid, context: Context): CommandAnswer => {
  const [number = 0] = numbersOf(said);
  const found = workableTask(context.workspace, number);
  if (!found.ok) return sentence(sayRefusal(found, context));
  const { task } = found;
  const figures = readTargets(said.value, task);
  const [figure, ...others] = figures?.figures ?? [];
  if (!figures || !figure || !(figure.value > 0)) {
    return sentence(`“${shorten(said.value, 30)}”没看出是什么指标,没有改动。如“修改 ${number} 指标 会员 新增600人”`);
  }
  if (others.length > 0) return sentence('指标一次只能改一个,没有改动。请分开说');
  const meant = targetMeant(task, figure, figures.target);
  if (!meant.ok && !(said.confirmed && figure.unit !== '')) return askWhichTarget(task, figure, said);
  const targets = meant.ok
    ? withTargetChanged(task, meant.target.id, changed(meant.target, figure, meant.value, said.value))
    : withTargetAdded(task, draftOf(figure, said.value));
  const open = openChange(context.workspace, context.acting, 'edit');
  const outcome = amendTask(open, number, { targets });
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  return receipt(open, [sayAmended('修改', outcome, context)], [], context, { title: '已修改', tone: 'neutral' });
};
