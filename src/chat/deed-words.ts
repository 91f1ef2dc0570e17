/**
 * What the changes of tasks are called, the longer words first. They stand together because they must be told apart: a
 * message that begins with one of them is that command, whatever other command's word comes later in it.
 */
/** 做好 and 办好 begin many a title; in front of one they are its own. */
export const CLOSE_WORDS_IN_FRONT = ['办结', '办完', '做完', '完成', '搞定', '完结', '了结'];
export const CLOSE_WORDS = [
  '办理完毕',
  '办结',
  '办完',
  '办好',
  '办妥',
  '做完',
  '做好',
  '完成',
  '搞定',
  '完结',
  '完毕',
  '结项',
  '了结',
];
export const REOPEN_WORDS = [
  '重新打开',
  '重新开启',
  '重新办理',
  '重启',
  '重开',
  '退回',
  '取消办结',
  '取消完成',
  '撤销办结',
  '撤销完成',
  '恢复未完成',
];
export const PROGRESS_WORDS = [
  '更新进展',
  '记录进展',
  '补充进展',
  '汇报进展',
  '报告进展',
  '填报进展',
  '记进展',
  '进展情况',
  '最新进展',
  '进展',
  '进度',
  '推进情况',
  '动态',
];
export const EXTEND_WORDS = ['申请延期', '延期', '延长', '展期', '推迟', '顺延', '延后', '延迟', '宽限', '延'];
export const REPORT_WORDS = ['上报', '填报', '报送', '报数', '汇报'];
export const CORRECT_WORDS = ['更正', '改正', '订正', '纠正'];
export const ADD_WORDS = ['新增', '添加', '增加', '加一项', '新建', '追加'];

/** Longer ones first within each list is what readers rely on. */
const LOOK_WORDS = [
  '查看',
  '看看',
  '查询',
  '找',
  '查找',
  '搜索',
  '记录',
  '历史',
  '统计',
  '汇总',
  '帮助',
  '周报',
  '月报',
];
const OTHER_WORDS = ['导入', '确认导入', '放弃', '撤销', '撤回', '设置', '我是', '绑定'];

const HEADS = [
  ...[
    ...CLOSE_WORDS,
    ...REOPEN_WORDS,
    ...PROGRESS_WORDS,
    ...EXTEND_WORDS,
    ...REPORT_WORDS,
    ...CORRECT_WORDS,
    ...ADD_WORDS,
  ],
  ...[...LOOK_WORDS, ...OTHER_WORDS],
].filter((word) => word.length > 1);

/** True when a text begins with the word of some command. */
export const beginsWithCommand = (text: string): boolean => HEADS.some((word) => text.startsWith(word));
