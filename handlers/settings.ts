import { yearOf } from '../src/calendar/date.ts';
import { DIGEST_NAMES } from '../src/cards/digest-names.ts';
import { sayDigestTime, settingsCard } from '../src/cards/settings-card.ts';
import { offerIf, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand, type Proposal } from '../src/chat/command.ts';
import { readSetting, type SettingSaid, saySetting } from '../src/chat/reading/settings.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { openChange } from '../src/workspace/history.ts';
import { isAdministrator, nameOf } from '../src/workspace/people.ts';
import { changeSettings } from '../src/workspace/settings-change.ts';

const SHOWS =
  /^(?:查看|看看|看|显示)? ?(?:本群|群|当前|现在的?|周报|月报|季报|半年总结|年终总结)?的?(?:设置|设定)(?:情况|列表)?(?:周报|月报|季报|半年总结|年终总结)?$/;

const noteOf = ({ calendar, today }: Context): string | undefined => {
  const year = yearOf(today);
  return calendar.knows(year) ? undefined : `${year}年的放假安排还没有录入,工作日先按周一到周五算`;
};

/** 设置: the group's settings and how to change them. */
export const settingsCommand = defineCommand<object>({
  name: '设置',
  topic: '设置',
  kind: 'look',
  words: ['设置', '查看设置'],
  examples: [{ say: '设置', gets: '本群的设置,怎么改' }],
  match: ({ text }) => (SHOWS.test(text) ? {} : undefined),
  run: (_args, context) => {
    const { workspace, acting } = context;
    const { administrators, settings } = workspace;
    const note = noteOf(context);
    const card = settingsCard(settings, {
      mayChange: administrators.length === 0 || isAdministrator(workspace, acting.by),
      administrators: administrators.map((id) => nameOf(workspace, id)),
      ...(note !== undefined && { note }),
    });
    return { reply: cardReply(card, card.title) };
  },
});

const propose = ({ digest, patch }: SettingSaid, { workspace }: Context): Proposal | undefined => {
  if (patch === null) return undefined;
  const after = sayDigestTime(digest, { ...workspace.settings[digest], ...patch });
  return {
    deed: `把${DIGEST_NAMES[digest]}设为${after}`,
    label: `${DIGEST_NAMES[digest]}:${after}`,
    say: saySetting(digest, patch),
  };
};

const change = ({ digest, patch }: SettingSaid, context: Context): CommandAnswer => {
  if (patch === null) return sentence(sayRefusal({ reason: 'bad-setting', setting: digest }, context));
  const open = openChange(context.workspace, context.acting, 'settings');
  const outcome = changeSettings(open, { [digest]: patch });
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const { before, after } = outcome;
  const line = `设置 ${DIGEST_NAMES[digest]}:${sayDigestTime(digest, before[digest])} → ${sayDigestTime(digest, after[digest])}`;
  const note = noteOf(context);
  return receipt(open, [line], [], context, { title: '已设置', ...(note !== undefined && { note }) });
};

/** 设置 周报 周五 17:00 · 设置 月报 关: changes when a digest goes out; administrators only, once there is one. */
export const changeSettingsCommand = defineCommand<SettingSaid>({
  name: '设置 周报',
  topic: '设置',
  kind: 'change',
  words: ['设置周报', '设置月报', '设置季报', '设置半年总结', '设置年终总结'],
  examples: [
    { say: '设置 周报 周五 17:00', gets: '改周报的时间(管理员)' },
    { say: '设置 月报 1日 9:00', gets: '改月报的时间(管理员)' },
    { say: '设置 季报 5日 9:00', gets: '改季报的时间:季度结束后首月5日(管理员);半年总结、年终总结也这样改' },
    { say: '设置 周报 关', gets: '不自动发,“开”就恢复(管理员)' },
  ],
  match: readSetting,
  wording: ({ frame }) => ({ frame, titles: [], remark: '' }),
  propose,
  run: (said, context) => offerIf(said.doubtful, propose(said, context), '') ?? change(said, context),
});
