import { saidSettings, settingLines } from '../src/cards/say-setting.ts';
import { offerIf, receipt } from '../src/chat/changing.ts';
import { type CommandAnswer, type Context, defineCommand, type Proposal } from '../src/chat/command.ts';
import { readSetting, saySetting } from '../src/chat/reading/settings/read-setting.ts';
import type { SettingSaid } from '../src/chat/reading/settings/setting.ts';
import { sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { sayConsequences } from '../src/chat/setting-notes.ts';
import { openChange } from '../src/workspace/history.ts';
import { changeSettings, patched } from '../src/workspace/settings-change.ts';

const propose = ({ patch }: SettingSaid, { workspace }: Context): Proposal | undefined => {
  if (patch === null) return undefined;
  const said = saidSettings(patch, patched(workspace.settings, patch));
  return {
    deed: said.map(([name, value]) => `把${name}设为${value}`).join(','),
    label: said.map(([name, value]) => `${name}:${value}`).join(','),
    say: saySetting(patch),
  };
};

const change = ({ topic, patch }: SettingSaid, context: Context): CommandAnswer => {
  if (patch === null) return sentence(sayRefusal({ reason: 'bad-setting', setting: topic }, context));
  const open = openChange(context.workspace, context.acting, 'settings');
  const outcome = changeSettings(open, patch);
  if (!outcome.ok) return sentence(sayRefusal(outcome, context));
  const lines = settingLines(outcome.before, outcome.after).map((line) => `设置 ${line}`);
  return receipt(open, lines, [], context, {
    title: '已设置',
    note: sayConsequences(outcome.before, outcome.after, context),
  });
};

/** 设置 周报 周五 17:00 · 设置 办结 管理员 · 设置 临期 5天: by administrators, or whom 设置 设置 allows. */
export const changeSettingsCommand = defineCommand<SettingSaid>({
  name: '设置 周报',
  topic: '设置',
  kind: 'change',
  words: [
    '设置周报',
    '设置月报',
    '设置季报',
    '设置半年总结',
    '设置年终总结',
    '设置办结',
    '设置导入',
    '设置提醒',
    '设置临期',
  ],
  examples: [
    { say: '设置 周报 周五 17:00', gets: '改周报的时间(管理员)' },
    { say: '设置 月报 1日 9:00', gets: '改月报的时间(管理员)' },
    { say: '设置 季报 5日 9:00', gets: '改季报的时间:季度结束后首月5日(管理员);半年总结、年终总结也这样改' },
    { say: '设置 周报 关', gets: '不自动发,“开”就恢复(管理员)' },
    { say: '设置 提醒 提前5天', gets: '到期前几天提醒责任人;“关”就不提醒(管理员)' },
    { say: '设置 提醒 点名 开', gets: '提醒时在群里@责任人;当天、逾期每周、私聊也这样开关' },
    { say: '设置 提醒 升级 5个工作日', gets: '逾期满几个工作日请责任领导关注,“关”就不升级' },
    { say: '设置 办结 责任人', gets: '谁能办结:所有人、责任人、管理员;导入、设置也这样改' },
    { say: '设置 办结 需核实', gets: '办结后由管理员销号才算数,“不需核实”就恢复' },
    { say: '设置 临期 5天', gets: '到期前几天亮黄灯;指标落后多少用“设置 落后 15个百分点”' },
  ],
  match: readSetting,
  wording: ({ frame, value }) => ({ frame, titles: [], remark: value }),
  propose,
  run: (said, context) => offerIf(said.doubtful, propose(said, context), '') ?? change(said, context),
});
