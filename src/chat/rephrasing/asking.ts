import { ONE, type Rephrasing, rephrase } from './rephrasing.ts';

const REPORT = '(?:周报|月报|季报|半年报|年报|半年总结|年终总结)';

/** What people call a deed when they ask how it is done, and the command it is. */
const CALLED: Record<string, string> = {
  添加: '新增',
  增加: '新增',
  加: '新增',
  上传: '导入',
  办结: '完成',
  销号: '销号',
  改时间: '修改',
  改时限: '修改',
  改标题: '修改',
  改内容: '修改',
  改: '修改',
  改负责人: '交办',
  改责任人: '交办',
  换人: '交办',
  换负责人: '交办',
  换责任人: '交办',
  分配: '交办',
  派: '交办',
  报数: '上报',
  填数: '上报',
  删除: '取消',
  删: '取消',
  撤回: '撤销',
  提醒: '设置',
  日历订阅: '日历',
  订阅日历: '日历',
  订阅: '日历',
};
const HOW =
  /^(?:怎么|怎样|如何|咋)(?:样)?(?:才能|可以)?(?:来|去)?(\p{Script=Han}{1,5}?)(?:一项|一个|一条)?(?:任务|工作|计划|数字|指标|台账|文件|表格|excel|word)?(?:的|呢)?$/u;

/** Looking, in the words of people who do not know the command. */
export const LOOKING: readonly Rephrasing[] = [
  rephrase(
    'sure',
    /^(?:你|都|能|会|这个)?(?:都)?(?:有|能|会)(?:做|干|办)?(?:什么|哪些|啥)(?:功能|本事|用处|指令|命令|用法|事)?$/u,
    () => '帮助',
  ),
  rephrase('first', /^(?:完成率|办结率|进度|完成)(?:率)?(?:最低|最高|最慢|最快|排名|最好|最差).{0,8}$/u, () => '统计'),
  rephrase('first', HOW, ([, deed = '']) => (CALLED[deed] ? `帮助 ${CALLED[deed]}` : undefined)),
  rephrase(
    'first',
    /^(\p{Script=Han}{2,4}?)(?:这个)?(?:命令|功能)?(?:怎么|如何|咋|怎样)(?:用|说|弄|写|操作|使用)$/u,
    ([, deed = '']) => `帮助 ${CALLED[deed] ?? deed}`,
  ),
  rephrase('sure', HOW, ([, deed = '']) => `帮助 ${deed}`),
  rephrase(
    'first',
    new RegExp(`^(?:看看|看下|看|查看|查下|查)${ONE}(?:啥|什么|怎么样|的)?(?:情况|进展|状态|内容|咋样)?$`, 'u'),
    ([, one]) => `查看 ${one}`,
  ),
  rephrase('first', new RegExp(`^谁(?:改|动|修改)(?:过|了)?${ONE}$`, 'u'), ([, one]) => `记录 ${one}`),
  rephrase(
    'sure',
    new RegExp(`^${ONE}的(?:修改|操作|变动)?(?:记录|历史)(?:给我|发我|看看|看下|看){0,2}$`, 'u'),
    ([, one]) => `记录 ${one}`,
  ),
  rephrase('first', /^(?:任务|工作)?(?:清单|列表|总表|一览|总览)$/u, () => '全年'),
  rephrase(
    'sure',
    /^有没有(?:跟|和|与|关于)?(?!没|未|还)(.{2,12}?)(?:有关|相关)?的?(?:任务|工作|活动|事)?$/u,
    ([, words]) => `找 ${words}`,
  ),
  rephrase(
    'sure',
    /^(.{2,12}?)的?指标(?:现在|目前)?(?:完成|做|到|有)?(?:了|得)?(?:多少|怎么样|如何|几成|情况)$/u,
    ([, whose]) => `指标 ${whose}`,
  ),
  rephrase(
    'sure',
    /^(?:各|每个|所有)(?:部门|科室|单位|处室)的?(?:完成率|办结率|进度|完成情况|情况|完成得?怎么样)$/u,
    () => '统计',
  ),
  rephrase(
    'first',
    new RegExp(`^${ONE}(?:一共|总共|已经)?(?:延|延期|推迟)(?:过|了)几次$`, 'u'),
    ([, one]) => `查看 ${one}`,
  ),
  rephrase('first', /^指标(?:里|中|方面)?(?:的)?落后.{0,6}$/u, () => '指标 落后'),
  rephrase(
    'sure',
    /^(?!指标)(.{2,10}?)(?:数|量)?(?:现在|目前)?完成(?:得)?(?:咋样|怎么样|如何|多少|几成)$/u,
    ([, whose]) => `指标 ${whose}`,
  ),
  rephrase(
    'sure',
    /^(?:目前|现在|当前)?(?:总体|整体|总的|全部)的?(?:工作)?(?:进度|进展|情况|完成情况|完成率|办结率)(?:如何|怎么样|咋样)?$/u,
    () => '统计',
  ),
  rephrase('sure', /^([一二三四五六七八九十]{1,3})、.{2,20}?的?(?:任务|工作)?$/u, ([, numeral]) => `第${numeral}部分`),
  rephrase('first', /^(.{2,10}?)的?(?:完成|办结)?情况统计$/u, ([, whose]) => `统计 ${whose}`),
  // Who is slowest is nobody's business here; how far each unit is can be seen.
  rephrase('sure', /^(?:哪个|哪些)(?:部门|科室|单位|处室).{1,8}$/u, () => '统计'),
  rephrase('sure', /^谁的?(?:任务|工作|活)(?:最多|最少|多).{0,2}$/u, () => '人员'),
  rephrase('sure', /^(?:逾期|超期|拖得?)(?:最久|最长|最多).{0,6}$/u, () => '逾期'),
  rephrase('sure', /^.{0,12}重新导入(?:计划)?$/u, () => '导入'),
  rephrase('sure', /^放假安排.{0,3}?(20\d\d)年?.{0,4}$/u, ([, year]) => `放假安排 ${year}`),
];

/** Reports and the ledger, asked for by what they are. */
export const REPORTS: readonly Rephrasing[] = [
  rephrase(
    'first',
    /^(本月|这个?月|上个?月|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)的?(?:工作)?总结$/u,
    ([, month = '']) =>
      `月报 ${month
        .replace('上个月', '上月')
        .replace(/^这个?月/u, '本月')
        .replace(/份$/u, '')}`,
  ),
  rephrase('sure', /^(本周|这周|上周|周)的?(?:工作)?(?:总结|小结)$/u, ([, week]) =>
    week === '上周' ? '周报 上周' : '周报',
  ),
  rephrase(
    'sure',
    /^(?:出|来|给|要)?(?:个|一份|份)?((?:第?[一二三四1-4]|本|上)?季度?)的?(?:工作)?(?:总结|季报).{0,5}$/u,
    ([, quarter = '']) => `季报 ${/^季/u.test(quarter) ? '' : quarter.replace('第', '')}`.trim(),
  ),
  rephrase('sure', /^(上半年|下半年)的?(?:工作)?总结.{0,5}$/u, ([, half]) => `半年总结 ${half}`),
  rephrase('sure', /^(?:今年|全年|年度|年底)的?(?:工作)?总结.{0,5}$/u, () => '年终总结'),
  rephrase(
    'sure',
    new RegExp(
      `^(.{0,8}${REPORT})(?:给|要|来|发|出)?(?:我)?(?:个|一份|份)?(?:word|Word|docx|文档|公文|正式)(?:版|格式|文件|稿)?$`,
      'u',
    ),
    ([, report]) => `${report} 文档`,
  ),
  rephrase(
    'sure',
    /^(?:把|将)?(.{2,10}?)的?台账(?:导出来?|发我|给我|发来|调出来|要一份)$/u,
    ([, whose]) => `导出 ${whose}`,
  ),
  rephrase('sure', /^(?:把|将)?台账(?:导出来?|发我|给我|发来|调出来|要一份)$/u, () => '导出'),
  rephrase(
    'sure',
    new RegExp(
      `^(?:把|将)?(?:来|发|给|出|要)?(?:个|一份|份)?(.{0,8}${REPORT})(?:发到?群里|发群|发出来|发一份|来一份)?$`,
      'u',
    ),
    ([, report]) => report,
  ),
  // The last of them: whatever somebody wants to be given or shown, without the words that say so.
  rephrase(
    'sure',
    /^(?:把|将|要|想要|我要)?(.{2,20}?)的?(?:都|全)?(?:给我|帮我)?(?:发我|发给我|发来|发出来|发群里|来一份|来个|拿来|列出来|调出来|找出来|给我|要一份)(?:看看|看|瞧瞧)?$/u,
    ([, what]) => what,
  ),
];
