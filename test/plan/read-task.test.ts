import { describe, expect, it } from 'vitest';
import { readTask } from '../../src/plan/read-task.ts';

describe('one sentence as a task', () => {
  it('says what, when, who and how much', () => {
    expect(readTask('5月底前召开职代会 负责人:李四 责任单位:办公室', 2026)).toEqual({
      title: '5月底前召开职代会',
      text: '5月底前召开职代会 负责人:李四 责任单位:办公室',
      section: [],
      schedule: { start: null, end: '2026-05-31', freq: null, stated: '5月底前' },
      leaders: ['李四'],
      units: ['办公室'],
      supportingUnits: [],
      owners: [],
      targets: [],
    });
    expect(readTask('发展会员50人', 2026).targets).toMatchObject([
      { name: '会员', value: 50, unit: '人', kind: 'increase' },
    ]);
  });
});

describe('the title', () => {
  it.each([
    ['4月:召开座谈会', '召开座谈会'],
    ['修订协商文本(4月)', '修订协商文本'],
    ['走访企业。做好登记,建立台账。', '走访企业'],
    ['组织開展勞動競賽', '组织开展劳动竞赛'],
    ['更新公众号(责任单位:宣教部)', '更新公众号'],
    ['**建会入会**:摸底', '建会入会:摸底'],
    ['根据上级部署,制定安全责任清单,逐级签订', '制定安全责任清单,逐级签订'],
  ])('of %s is %s', (text, title) => expect(readTask(text, 2026).title).toBe(title));

  it('fits a row of a card', () => {
    const { title } = readTask(
      '推动各级工会组织深入一线走访了解新就业形态劳动者的急难愁盼问题并建立台账逐项销号',
      2026,
    );
    expect([...title].length).toBeLessThanOrEqual(36);
    expect(title.endsWith('…')).toBe(true);
  });
});
