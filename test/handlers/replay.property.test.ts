import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { recorded, replayed } from '../builders/replay.ts';
import { aWorkspace } from '../builders/workspace.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat({ workspace: aWorkspace() });
});
afterAll(() => chat.close());

const PLAN = `导入 2026
清溪镇总工会2026年工作计划
一、组织建设
1.发展新会员500人。责任单位:组织部
2.每季度开展一次换届摸底。责任人:李芳
3.6月底前召开职工代表大会。责任单位:办公室
二、服务职工
4.每月汇总调解台账。责任单位:保障部
5.5月举办女职工讲座2场,覆盖职工300人。责任人:周敏
6.集体合同签订率达95%以上。责任单位:保障部`;

const REVISED = PLAN.replace('500人', '600人')
  .replace('3.6月底前', '3.7月底前')
  .replace('6.集体合同签订率达95%以上', '6.建设职工书屋4家');
const NEXT_YEAR = PLAN.replaceAll('2026', '2027').replace('召开职工代表大会', '召开一次职代会');

const SAID: string[][] = [
  ...['完成 3', '完成 2 一季度', '完成 2、4', '完成 5 已开展,参加85人', '重开 3', '重开 2 一季度', '退回 5 缺签到表'],
  ...['进展 3 场地已定', '进展 5 60%', '上报 1 30人', '上报 1 累计200人', '更正 1 90', '上报 5 1场', '上报 6 88%'],
  ...['延期 3 到9月底 因场地装修', '延期 3 一周', '新增 8月底前走访企业20家', '新增 每周编发信息2篇'],
  ...['我是 李芳', '我是 周敏', '设置 周报 周五 17:00', '设置 月报 关', '结转 3、5', '结转 1 到2027年 确定'],
  ...[
    '撤销',
    '撤销',
    '撤销',
    '是',
    '否',
    '1',
    '第二个',
    '确认导入 不取消',
    '放弃',
    '完成 99',
    '本月',
    '统计',
    '能不能完成3',
    '指标',
  ],
]
  .map((text) => [text])
  .concat([
    [REVISED, '确认导入'],
    [NEXT_YEAR, '确认导入'],
    ['确认结转 2026年到2027年 确定'],
    ['完成 3', '重开 3'],
    ['上报 1 50人', '更正 1 40', '撤销'],
  ]);

/** What somebody says, some days after what was said last. */
const aTurn = fc.record({
  texts: fc.constantFrom(...SAID),
  by: fc.constantFrom('u1', 'u1', 'u2'),
  days: fc.constantFrom(0, 0, 1, 9, 240),
});

describe('the history', () => {
  it('replayed from nothing gives the same state, whatever was said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTurn, { maxLength: 16 }), async (turns) => {
        await chat.reset(aWorkspace());
        chat.clock.at = instant('2026-05-12');
        const given = new Map<number, number>();
        for (const { texts, by, days } of [{ texts: [PLAN, '确认导入'], by: 'u1', days: 0 }, ...turns]) {
          chat.clock.at += days * 24 * 3_600_000;
          for (const text of texts) {
            chat.clock.at += 1000;
            expect(await chat.say(text, { by })).not.toBe('');
          }
          for (const { number, addedAt } of (await chat.workspace()).tasks) {
            // No number is ever given to another task.
            expect(given.get(number) ?? addedAt).toBe(addedAt);
            given.set(number, addedAt);
          }
        }
        const workspace = await chat.workspace();
        expect(chat.faults).toEqual([]);
        expect(workspace.history.length).toBeGreaterThan(0);
        expect(recorded(replayed(workspace))).toEqual(recorded(workspace));
      }),
      { numRuns: 50 },
    );
  });
});
