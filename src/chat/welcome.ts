import { blocksOf, buttons, numbered, plain, quiet } from '../cards/blocks.ts';
import type { Reply } from './message.ts';
import { cardReply } from './replies.ts';

/** What a group hears when the bot comes into it: the first three things to do. */
export const welcome = (): Reply =>
  cardReply(
    {
      title: '我是办结,管年度计划的任务、期限和进度',
      subtitle: '',
      tone: 'good',
      view: '',
      blocks: blocksOf(
        plain('先做三件事:'),
        numbered([
          '@我 发“导入 2026”,换行贴上计划全文(也可引用计划文件),看过预览再发“确认导入”',
          '发“我是 张三”,把计划里的名字和您对上,“我的”就能用',
          '发“本月”看要办的事,办完一项发“完成 12”;每周一上午有周报',
        ]),
        buttons([{ label: '帮助', say: '帮助', tone: 'primary' }]),
        quiet('谁先导入谁是管理员,发“设置”看能改什么'),
      ),
    },
    '办结来了:先导入计划',
  );
