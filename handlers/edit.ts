import { amendSection, amendWords, askWhatToChange, sayAmendment } from '../src/chat/amending.ts';
import { askWhom, assign } from '../src/chat/assigning.ts';
import { askForTasks, offerIf, proposeFor } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand, type Proposal } from '../src/chat/command.ts';
import { EDIT_WORDS, wordsFor } from '../src/chat/deed-words.ts';
import { type AmendmentSaid, readAmendment } from '../src/chat/reading/amending.ts';
import { asAssignment } from '../src/chat/reading/assigning.ts';
import { isRole } from '../src/chat/reading/fields.ts';
import { proposeTime, reschedule } from '../src/chat/rescheduling.ts';
import { retarget } from '../src/chat/retargeting.ts';

const propose = (said: AmendmentSaid, context: Context): Proposal | 'ask' | undefined => {
  if (said.field === null || said.value === '') return undefined;
  if (said.field === 'schedule') return proposeTime(said, context);
  return proposeFor(
    '修改',
    said.tasks,
    (task) => sayAmendment(said, task),
    context,
    `:${sayAmendment(said, '').slice(3)}`,
  );
};

const edit = (said: AmendmentSaid, context: Context): CommandAnswer => {
  const { field, tasks, from } = said;
  switch (field) {
    case 'schedule':
      return reschedule(said, context);
    case 'targets':
      return retarget(said, context);
    case 'section':
      return amendSection(said, context);
    case 'title':
    case 'text':
      return amendWords(said, field, context);
  }
  const assignment = asAssignment(said.said, tasks, from, isRole(field) ? field : 'owners', context);
  return askWhom(assignment, context) ?? assign(assignment, 'edit', context);
};

/** 修改 12 时限 5-6月 · 把12的标题改为…: changes what a task says. */
export const editCommand = defineCommand<AmendmentSaid>({
  name: '修改',
  topic: '计划',
  kind: 'change',
  words: wordsFor('修改', EDIT_WORDS),
  examples: [
    { say: '修改 12 时限 5-6月', gets: '改时限,照计划的写法读;也可说 把12的时限改成6月底' },
    { say: '修改 12 标题 女职工普法讲座两场', gets: '改标题;内容、部分也这样改' },
    { say: '修改 12 责任单位 办公室、组织部', gets: '改责任单位;责任人、责任领导、配合单位也这样改' },
    { say: '修改 7 指标 会员 新增600人', gets: '改指标的数,已报的数留着' },
  ],
  match: readAmendment,
  wording: ({ wording }) => wording,
  propose,
  run: (said, context) =>
    askWhatToChange(said) ??
    askForTasks('修改', said.tasks, (task) => sayAmendment(said, task), context) ??
    offerIf(said.doubtful && said.field !== 'schedule', propose(said, context), '没有改动。') ??
    edit(said, context),
});
