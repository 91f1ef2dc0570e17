import type { LightLimits } from '../../../workspace/settings.ts';
import { readWhole } from '../numerals.ts';
import { skipSeparators } from '../scan.ts';
import { type SettingSaid, saidUpTo, skipSetWords } from './setting.ts';

const FRONT =
  /^(?:(?:以后|今后|从现在起|把|将) ?)*((?:设置|设定|调整|修改|更改)[ :,]?)?的?(临期|黄灯|预警|落后|滞后|序时|灯)(?:的?标准|的?天数)?/;
/** In front of the number: 提前3天, 落后15个百分点. */
const LEADS = /^(?:临期|到期前|到期|提前|前|落后|滞后|序时|慢|差|超过|大于| )*/;
const DAYS = /^ ?(?:天|日)(?:以内|之内|内)?/;
const WEEKS = /^ ?(?:周|星期|个星期)(?:以内|之内|内)?/;
const POINTS = /^ ?(?:个?百分点|个?点|%)(?:以上)?/;

const limitOf = (value: number, unit: string, isPoints: boolean | undefined): [LightLimits | object, number] | null => {
  const weeks = WEEKS.exec(unit)?.[0];
  if (weeks !== undefined) return [{ soonDays: value * 7 }, weeks.length];
  const days = DAYS.exec(unit)?.[0];
  if (days !== undefined) return [{ soonDays: value }, days.length];
  const points = POINTS.exec(unit)?.[0];
  if (points !== undefined) return [{ behindPoints: value }, points.length];
  if (isPoints === undefined || (unit !== '' && skipSeparators(unit, 0) === 0)) return null;
  return [isPoints ? { behindPoints: value } : { soonDays: value }, 0];
};

/** `3天`, `一周`, `15个百分点`, `临期3天 落后15个百分点`; a bare number by what `name` says. null when it is none of it. */
const readValue = (text: string, name: string): Partial<LightLimits> | null => {
  let limits: Partial<LightLimits> = {};
  for (let at = 0; at < text.length; at = skipSeparators(text, at)) {
    const lead = LEADS.exec(text.slice(at))?.[0] ?? '';
    const number = readWhole(text.slice(at + lead.length));
    if (number === undefined) return null;
    const end = at + lead.length + number.length;
    const words = `${name}${lead}`;
    const limit = limitOf(
      number.value,
      text.slice(end),
      /落后|滞后|序时/.test(words) ? true : /临期|提前|到期/.test(words) ? false : undefined,
    );
    if (limit === null) return null;
    limits = { ...limits, ...limit[0] };
    at = end + limit[1];
  }
  return Object.keys(limits).length === 0 ? null : limits;
};

/** 设置 临期 3天 · 临期改成一周 · 设置 灯 落后15个百分点. undefined when the message sets no such thing. */
export const readLights = (text: string): SettingSaid | undefined => {
  const found = FRONT.exec(text);
  if (!found) return undefined;
  const [front, verb, name = ''] = found;
  const { at, isSet } = skipSetWords(text, front.length);
  if (verb === undefined && !isSet) return undefined;
  const lights = readValue(text.slice(at), name);
  if (lights === null && !/设/.test(verb ?? '')) return undefined;
  return { topic: 'lights', patch: lights && { lights }, doubtful: false, ...saidUpTo(text, at) };
};
