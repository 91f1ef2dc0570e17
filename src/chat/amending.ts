import { choiceCard } from '../cards/choice-card.ts';
import { FIELD_NAMES } from '../cards/say-field.ts';
import { shorten } from '../cards/shorten.ts';
import { type Amendment, amendTask } from '../workspace/amending.ts';
import { openChange } from '../workspace/history.ts';
import { readable } from '../workspace/plain-data.ts';
import { sectionsNumbered, sectionsOf } from '../workspace/section-choice.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { sayAmended } from './assigning.ts';
import { doEach, receipt } from './changing.ts';
import type { CommandAnswer, Context } from './command.ts';
import { plainWords } from './normalise.ts';
import type { AmendmentSaid } from './reading/amending.ts';
import { FIELD_WORDS, type FieldSaid, isRole } from './reading/fields.ts';
import { readWhole } from './reading/numerals.ts';
import { cardReply, offer, sentence } from './replies.ts';

const LONGEST_TITLE = 100;
const LONGEST_TEXT = 2000;
const QUOTES = /^[“"'《「『]|[”"'》」』]$/g;
/** Fields whose value is one task's own. */
const ONE_AT_A_TIME: readonly (FieldSaid | null)[] = ['title', 'text', 'targets'];

export const numbersOf = ({ tasks }: AmendmentSaid): number[] => (tasks.kind === 'numbers' ? tasks.numbers : []);

/** The name of the field said, for a sentence. */
export const nameOfField = (field: FieldSaid): string => (field === 'responsible' ? '负责人' : FIELD_NAMES[field]);

/** The amendment as a command; only for one that has a field and a value. */
export const sayAmendment = ({ field, typed, value }: AmendmentSaid, task: string): string =>
  ['修改', task, field === null ? '' : nameOfField(field), field === 'title' ? typed : value]
    .filter((part) => part !== '')
    .join(' ');

/** `,时限 5月` in a new title: another field was meant to change as well. */
const saysAnotherField = (value: string): boolean =>
  [...value.matchAll(/[ ,;。]/g)].some(({ index }) => {
    const rest = value.slice(index + 1);
    const word = FIELD_WORDS.find((each) => each.length > 1 && rest.startsWith(each));
    return word !== undefined && /^[ :为改]/.test(rest.slice(word.length));
  });

/** What is missing or too much: the field, its value, one task of several, one field of several; undefined when nothing is. */
export const askWhatToChange = (said: AmendmentSaid): CommandAnswer | undefined => {
  const numbers = numbersOf(said);
  const task = numbers.length === 0 ? '12' : numbers.join('、');
  const { field, value } = said;
  if (field === null) {
    return sentence(
      `${numbers.length === 0 ? '要改哪一项的' : `要改 ${task} 的`}哪一样?如“修改 ${task} 时限 6月底前”,可改:标题、内容、时限、部分、责任人、责任领导、责任单位、配合单位、指标。没有改动`,
    );
  }
  const name = nameOfField(field);
  if (value === '') return sentence(`${name}改成什么?如“修改 ${task} ${name} ${EXAMPLES[field]}”。没有改动`);
  if (numbers.length > 1 && ONE_AT_A_TIME.includes(field)) return sentence(`${name}一次只能改一项,没有改动。请分开说`);
  // A text may name anybody; a time or a title does not.
  const isOne = !isRole(field) && field !== 'text' && saysAnotherField(value);
  return isOne ? sentence('像是一次要改几样,没有改动。请一样一句,分几行发') : undefined;
};

const EXAMPLES: Record<FieldSaid, string> = {
  title: '新的标题',
  text: '新的内容',
  section: '第二部分',
  schedule: '6月底前',
  leaders: '王明',
  units: '办公室、组织部',
  supportingUnits: '组织部',
  owners: '李四',
  responsible: '李四',
  targets: '会员 新增600人',
};

const amend = (said: AmendmentSaid, amendment: Amendment, context: Context): CommandAnswer => {
  const open = openChange(context.workspace, context.acting, 'edit');
  const { done, refused } = doEach(numbersOf(said), (number) => amendTask(open, number, amendment));
  const lines = done.map((amended) => sayAmended('修改', amended, context));
  return receipt(open, lines, refused, context, { title: '已修改', tone: 'neutral' });
};

/** 修改 12 标题 …, 修改 12 内容 …: people's own words as they stand. */
export const amendWords = (said: AmendmentSaid, field: 'title' | 'text', context: Context): CommandAnswer => {
  const typed = field === 'title' ? said.typed.replace(QUOTES, '').trim() : said.typed;
  const limit = field === 'title' ? LONGEST_TITLE : LONGEST_TEXT;
  if (typed.length > limit) return sentence(`${FIELD_NAMES[field]}最多${limit}字,这里有${typed.length}字,没有改动`);
  return amend(said, { [field]: typed }, context);
};

const EMPTY = /^(?:无|没有|空|清空|不分)$/;
const bare = (words: string): string => plainWords(words).replace(/[\s\p{P}]/gu, '');

/** The headings that words or a number stand for. */
const headingsMeant = (value: string, sections: string[]): string[] => {
  const numeral = /^第?([\d一二三四五六七八九十]{1,3})(?:大?部分|章|板块|大项|大类)?$/.exec(value.trim())?.[1];
  const index = numeral === undefined ? undefined : readWhole(numeral)?.value;
  if (index !== undefined) return sectionsNumbered(sections, index);
  const words = bare(value);
  const same = sections.filter((heading) => bare(heading) === words);
  return same.length > 0 ? same : sections.filter((heading) => bare(heading).includes(words));
};

/** 修改 12 部分 权益保障: under a heading the plan has; one it has not is asked about. */
export const amendSection = (said: AmendmentSaid, context: Context): CommandAnswer => {
  const [number = 0] = numbersOf(said);
  const { workspace } = context;
  const year = taskOf(workspace, number)?.year;
  if (EMPTY.test(said.value)) return amend(said, { section: [] }, context);
  const sections = sectionsOf(readable(workspace.tasks).filter((task) => task.year === year));
  const found = headingsMeant(said.value, sections);
  const [heading, ...others] = found;
  if (heading !== undefined && others.length === 0) return amend(said, { section: [heading] }, context);
  const task = numbersOf(said).join('、');
  if (heading !== undefined) {
    const choices = found.map((each) => ({ label: shorten(each, 40), say: `修改 ${task} 部分 ${each}` }));
    const question = `“${shorten(said.value, 20)}”对得上${found.length}个部分,是哪一个?`;
    return { reply: cardReply(choiceCard(question, choices), question), question: choices };
  }
  const typed = said.typed.replace(/ ?确认$/, '');
  if (said.confirmed) return amend(said, { section: [typed] }, context);
  const named =
    sections.length === 0
      ? ''
      : `,有:${sections
          .slice(0, 8)
          .map((each) => shorten(each, 20))
          .join('、')}`;
  return offer(
    {
      deed: `把 ${task} 放到新的部分“${shorten(typed, 30)}”`,
      label: `放到新部分`,
      say: `修改 ${task} 部分 ${typed} 确认`,
    },
    'slip',
    `计划里没有“${shorten(typed, 20)}”这个部分${named}。`,
  );
};
