import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-01-05' };
const read = (text: string) =>
  (readPlanText(`某厂安环部工作计划\n${text}`, OPTIONS).plans[0]?.tasks ?? []).map(({ leaders, units, schedule }) => [
    ...leaders,
    ...units,
    schedule.end,
  ]);

describe('who is named behind the last item of a list in one line', () => {
  it('answers for all of its items', () => {
    expect(read('6月\n①布置宣传栏;②组织知识问答;③开展应急演练。责任人:周敏\n7月\n①检修风机;②清理水沟。')).toEqual([
      ['周敏', '2026-06-30'],
      ['周敏', '2026-06-30'],
      ['周敏', '2026-06-30'],
      ['2026-07-31'],
      ['2026-07-31'],
    ]);
  });

  it('answers for the last alone where others are named before', () => {
    expect(read('6月\n①布置宣传栏。责任人:王立新;②组织知识问答;③开展应急演练。责任人:周敏')).toEqual([
      ['王立新', '2026-06-30'],
      ['2026-06-30'],
      ['周敏', '2026-06-30'],
    ]);
  });

  it('answers for the last alone where each item has a line', () => {
    expect(read('6月\n1、布置宣传栏。\n2、组织知识问答。责任人:周敏')).toEqual([
      ['2026-06-30'],
      ['周敏', '2026-06-30'],
    ]);
  });
});

describe('who is named below the list of a numbered item', () => {
  const item = '1、做好高温防护。\n(1)检查风扇和空调;\n(2)备足防暑药品。\n';

  it('answers for each of its items, as the line below its neighbours does for them', () => {
    expect(read(`${item}(牵头领导:周敏;责任单位:安环部)\n2、检修风机。\n(牵头领导:何建国)`)).toEqual([
      ['周敏', '安环部', null],
      ['周敏', '安环部', null],
      ['何建国', null],
    ]);
  });

  it('answers for each of them in a line without brackets too', () => {
    expect(read(`${item}责任部门:安环部  责任人:周敏\n2、检修风机。`)).toEqual([
      ['周敏', '安环部', null],
      ['周敏', '安环部', null],
      [null],
    ]);
  });

  it('answers for the list inside its line', () => {
    expect(read('1、做好高温防护。(1)检查风扇;(2)备足药品。(责任单位:安环部)\n2、检修风机。')).toEqual([
      ['安环部', null],
      ['安环部', null],
      [null],
    ]);
  });

  it('leaves an item to whom its own line names', () => {
    expect(read('1、做好高温防护。责任人:何建国\n(1)检查风扇。\n(2)备足药品。\n责任人:周敏')).toEqual([
      ['何建国', null],
      ['周敏', null],
    ]);
  });

  it('answers for the last alone where another is named before', () => {
    expect(read('1、做好高温防护。\n(1)检查风扇。责任人:何建国\n(2)备足药品。\n责任人:周敏')).toEqual([
      ['何建国', null],
      ['周敏', null],
    ]);
  });
});

describe('a bracket below 一是…;二是… on lines of their own', () => {
  it('says who and by when of each', () => {
    const text =
      '5、开展竞赛。分类推进:\n一是举办大赛;\n二是开展攻关。\n(牵头单位:安环部;配合单位:车队;完成时限:11月底前)';
    expect(read(text)).toEqual([
      ['安环部', '2026-11-30'],
      ['安环部', '2026-11-30'],
    ]);
  });
});

describe('who is named below 一是…;二是… in one paragraph', () => {
  it('answers for each of them', () => {
    expect(read('(一)开好大会。一是征集提案;二是召开大会,4月底前完成。\n责任人:周敏  责任部门:办公室')).toEqual([
      ['周敏', '办公室', null],
      ['周敏', '办公室', '2026-04-30'],
    ]);
  });

  it('answers for each sentence of a paragraph that stands for itself', () => {
    expect(read('(一)保障\n6月底前完成续保。9月底前完成建档。\n责任人:周敏  责任部门:办公室')).toEqual([
      ['周敏', '办公室', '2026-06-30'],
      ['周敏', '办公室', '2026-09-30'],
    ]);
  });
});

describe('who is named below a list that runs inside a line', () => {
  it('answers for each of it under (一) as under 1、', () => {
    expect(read('(一)联系班级。①确定名单;②走访宿舍。\n(责任人:周敏)')).toEqual([
      ['周敏', null],
      ['周敏', null],
    ]);
  });

  it('answers for each of it in a bracket of either form', () => {
    expect(read('13.办好实事。①举办招聘会;②开展送清凉。[责任单位:安环部]').map(([unit]) => unit)).toEqual([
      '安环部',
      '安环部',
    ]);
    expect(read('21.从严治党。一是开展党日;二是修订清单。[责任单位:安环部]').map(([unit]) => unit)).toEqual([
      '安环部',
      '安环部',
    ]);
  });
});

describe('who is named below the last of several months', () => {
  it('answers for all of them', () => {
    expect(
      read(
        '四、活动\n全年安排如下:\n3月:举办健步走;组织义诊。\n5月:举办联赛。\n7月:开办托管班。\n9月:举办书画展。\n责任人:周敏',
      ),
    ).toEqual([
      ['周敏', '2026-03-31'],
      ['周敏', '2026-03-31'],
      ['周敏', '2026-05-31'],
      ['周敏', '2026-07-31'],
      ['周敏', '2026-09-30'],
    ]);
  });

  it('answers for the last alone where another month names somebody', () => {
    expect(
      read(
        '四、活动\n3月:举办健步走。\n责任人:何建国\n5月:举办联赛。\n7月:开办托管班。\n9月:举办书画展。\n责任人:周敏',
      ).map(([who]) => who),
    ).toEqual(['何建国', '2026-05-31', '2026-07-31', '周敏']);
  });
});

describe('who is named in a bracket behind the last item of a sublist with a line for each', () => {
  it('answers for it alone', () => {
    expect(read('1、开展竞赛。\n(1)制定竞赛方案。\n(2)举办大赛。(责任部门:安环部)')).toEqual([
      [null],
      ['安环部', null],
    ]);
  });
});

describe('who is named for the items above', () => {
  it('is for the last alone where another number of them is said', () => {
    expect(read('1、走访企业。\n2、检修风机。\n3、清理水沟。\n以上两项责任科室:安环部').map(([unit]) => unit)).toEqual([
      null,
      null,
      '安环部',
    ]);
  });

  it.each([
    '1、走访企业。\n2、推进规模以上企业建会(责任部门:组织部)。',
    '1、走访企业。\n2、推动县级以上单位建会(责任单位:组织部)。',
    '1、走访企业。\n2、落实中层以上责任人:王立新、李四',
  ])('is not meant by 以上 that says how large: %s', (text) => {
    expect(read(text)[0]).toEqual([null]);
  });

  it.each([
    '搭建舞台。一是举办比武;二是开展竞赛。\n(以上两项责任科室:安环部)',
    '1、搭建舞台。(1)举办比武。(2)开展竞赛。以上两项责任科室:安环部。',
    '9月:①举办比武;②开展竞赛。以上两项责任部门:安环部',
  ])('%s', (text) => {
    expect(read(`一、建功\n${text}`).map(([unit]) => unit)).toEqual(['安环部', '安环部']);
  });
});

describe('a plan named after a part of the year', () => {
  const windowOf = (title: string) => {
    const task = readPlanText(`${title}\n一、主要工作\n1.开展劳动竞赛。\n2.征集金点子。`, OPTIONS).plans[0]?.tasks[0];
    return [task?.schedule.start, task?.schedule.end];
  };

  it.each([
    ['某厂工会2026年下半年工作计划', '2026-07-01', '2026-12-31'],
    ['某厂工会下半年重点工作安排', '2026-07-01', '2026-12-31'],
    ['某厂工会2026年第三季度工作计划', '2026-07-01', '2026-09-30'],
    ['某厂工会2026年5月份工作安排', '2026-05-01', '2026-05-31'],
    ['某厂工会上半年工作总结及下半年工作计划', '2026-07-01', '2026-12-31'],
    ['计划生育协会2026年下半年工作计划', '2026-07-01', '2026-12-31'],
    ['市规划局工会2026年第三季度工作计划', '2026-07-01', '2026-09-30'],
    ['某厂工会2026年工作计划', null, null],
  ])('%s → %s to %s', (title, start, end) => {
    expect(windowOf(title)).toEqual([start, end]);
  });
});
