import { closeFeeds, dropOwnFeed, ownSecret, renewFeeds, sharedSecret } from '../workspace/feed-changes.ts';
import { mayChangeSettings } from '../workspace/rights.ts';
import type { CommandAnswer, Context } from './command.ts';
import type { CalendarSaid } from './reading/calendar-links.ts';
import { ownNameInPlan } from './reading/shared-words.ts';
import { privateReply, sentence, textReply } from './replies.ts';
import { sayRefusal } from './sentences.ts';

const NO_ADDRESS =
  '日历链接要有一个能从外面打开的网址:请部署的人在 .env 里设置 PUBLIC_URL(如 https://banjie.example.com)并重启,再发“日历”。不用链接也行:发“日历 文件”得到一份 .ics,能导入手机和电脑的日历';
const IS_OFF = '本群的日历已停用,管理员发“日历 开”可恢复';
const HOW =
  '订阅方法:苹果“日历”添加订阅日历;谷歌日历“其他日历 → 通过网址添加”;Outlook“添加日历 → 从 Web 订阅”。任务改期、办结、取消后会自动更新';

const shared = (address: string, lead: string): CommandAnswer => ({
  reply: textReply(
    [
      lead,
      address,
      HOW,
      '拿到链接的人都能看到任务标题、单位和责任人;管理员发“日历 重置”作废旧链接,“日历 关”停用。只看自己的任务,发“我的日历”',
    ].join('\n'),
  ),
});

/** An own link never stands in a group: whoever reads it there could follow the person's work. */
const own = (address: string, lead: string, { isPrivate }: CalendarSaid, context: Context): CommandAnswer => {
  const text = [
    lead,
    address,
    HOW,
    ...(ownNameInPlan(context) === undefined
      ? ['计划里还没有您的名字,日历会是空的;在群里发“我是 张三”绑定后就有']
      : []),
    '请不要转发;发“我的日历 重置”换新链接,“我的日历 关”停用',
  ].join('\n');
  return { reply: isPrivate ? textReply(text) : privateReply(text, context.acting.by) };
};

/** 我的日历: a link to the speaker's own tasks. */
export const ownAnswer = (said: CalendarSaid, context: Context): CommandAnswer => {
  const { workspace, acting, feeds } = context;
  if (said.deed === 'close') {
    return sentence(dropOwnFeed(workspace, acting.by) ? '已停用您的日历,旧链接打不开了' : '您还没有日历链接');
  }
  const fresh = feeds?.newSecret() ?? '';
  const address = feeds?.address(workspace.id, fresh) ?? null;
  if (!workspace.feeds.on) return sentence(IS_OFF);
  if (!feeds || address === null) return sentence(NO_ADDRESS);
  if (said.deed === 'renew') dropOwnFeed(workspace, acting.by);
  const secret = ownSecret(workspace, acting.by, fresh);
  const lead = said.deed === 'renew' ? '已换新链接,旧的打不开了:' : '您自己的任务日历:';
  return own(feeds.address(workspace.id, secret) ?? address, lead, said, context);
};

/** 日历: the group's link; all but showing it is for those who may change settings. */
export const sharedAnswer = ({ deed }: CalendarSaid, context: Context): CommandAnswer => {
  const { workspace, acting, feeds } = context;
  const may = deed === 'show' ? ({ ok: true } as const) : mayChangeSettings(workspace, acting);
  if (!may.ok) return sentence(sayRefusal(may, context));
  if (deed === 'close') {
    closeFeeds(workspace);
    return sentence('已停用日历,本群和个人的旧链接都打不开了。发“日历 开”可恢复(会是新链接)');
  }
  if (deed === 'open') workspace.feeds.on = true;
  if (!workspace.feeds.on) return sentence(IS_OFF);
  const fresh = feeds?.newSecret() ?? '';
  const address = feeds?.address(workspace.id, fresh) ?? null;
  if (!feeds || address === null) return sentence(NO_ADDRESS);
  if (deed === 'renew') {
    renewFeeds(workspace, fresh);
    return shared(address, '已换新链接,本群和个人的旧链接都打不开了:');
  }
  return shared(feeds.address(workspace.id, sharedSecret(workspace, fresh)) ?? address, '本群的工作日历:');
};
