import { longestFirst } from './reading/scan.ts';

/*
 * What the changes are called. The lists stand together because they must be told apart: a message that begins with a word
 * of one of them is that command, whatever other command's word comes later in it.
 */

/** 做好 and 办好 begin many a title; in front of one they are its own. */
export const CLOSE_WORDS_IN_FRONT = longestFirst('办结 办完 做完 完成 搞定 完结 了结');
export const CLOSE_WORDS_KNOWN = longestFirst(
  '完成 办结 办完 办好 办妥 做完 做好 开完 搞定 完结 完毕 办理完毕 结项 了结',
);
/** Said in passing as well; no slip is taken for one of the others. */
export const CLOSE_WORDS = longestFirst(`${CLOSE_WORDS_KNOWN.join(' ')} 搞完 弄完 干完 忙完 搞好 弄好`);
export const REOPEN_WORDS = longestFirst(
  '重开 退回 重新打开 重新开启 重新办理 重启 重新启动 取消办结 取消完成 撤销办结 撤销完成 恢复未完成 恢复成未完成 恢复为未完成 改回未完成 改成未完成 改为未完成 不予通过 不予销号',
);
export const VERIFY_WORDS = longestFirst(
  '销号 予以销号 准予销号 同意销号 批准销号 确认销号 核准销号 通过销号 核实销号 审核销号 验收销号 销号通过',
);
/** They begin titles and remarks as well: with them a task is granted by its number only. */
export const VERIFY_WORDS_BY_NUMBER = longestFirst(
  '核实 核实通过 核实无误 通过核实 同意办结 审核通过 核验通过 复核通过 验收通过 通过 同意',
);
export const PROGRESS_WORDS = longestFirst(
  `进展 进度 动态 最新进展 进展情况 推进情况 更新进展 记录进展 补充进展 汇报进展 报告进展 填报进展 登记进展 进度更新 进展更新 更新进度 加一条进展 补一条进展 记进展 记个进展 记一条进展 加个进展`,
);
export const EXTEND_WORDS_KNOWN = longestFirst(
  `延期 延 延长 展期 推迟 顺延 延后 延迟 宽限 往后推 推到 推至 延期申请 申请延期 再延 再延期 再延长 再推迟 再顺延 再宽限 时间推到 时间推至
  时间推迟 时间延期 时间延到 时间延至 时间延长 时限推迟 时限推到 时限延期 时限延到 时限延至 时限延长`,
);
/** No slip is taken for one of the others. */
export const EXTEND_WORDS = longestFirst(
  `${EXTEND_WORDS_KNOWN.join(' ')} 往后延 往后拖 向后推 向后延 再延 再推 再缓 再拖 缓到 缓至`,
);
export const REPORT_WORDS = longestFirst('上报 填报 报送 报数 汇报');
export const CORRECT_WORDS = longestFirst('更正 改正 订正 纠正');
export const BIND_WORDS = longestFirst('绑定人员 绑定姓名 绑定名字 绑定');
export const UNBIND_WORDS = longestFirst('解绑 解除绑定 取消绑定 解绑定');
export const HAND_OVER_WORDS = longestFirst('移交 转交 移交给 转交给 交接 交接给');
export const LEAVE_WORDS = longestFirst(
  '请假 请病假 请事假 请年假 请婚假 请产假 请丧假 请探亲假 请休假 休假 休年假 休产假 休病假 休婚假 休探亲假 休公休假 休公休',
);
export const RETURN_WORDS = longestFirst(
  '销假 已销假 提前销假 回来销假 结束请假 取消请假 回来上班 已回来上班 返岗 已返岗',
);
export const ADD_WORDS = longestFirst(
  '新增 添加 增加 新任务 新增任务 增加任务 添加任务 新建任务 增加一项任务 增加一项工作 新增一项任务 新增一项工作 加一项 再加一项 加一个任务 加一项任务 加一条任务 加个任务 加任务 新建 追加',
);
/** They take a task out of the plan for certain; NOT_DONE_WORDS may only tell of it. */
export const CANCEL_WORDS = longestFirst('取消 取消任务 取消工作 作废');
export const NOT_DONE_WORDS = longestFirst(
  '不办 不做 不搞 不开 不开展 不举办 不召开 不再办 不再做 不再开展 不再举办 不再召开 停办 终止 撤项 不采购 不买 不组织 不弄 不建 不要',
);
/** 删除 takes nothing away for good: 取消 is offered. */
export const DELETE_WORDS = longestFirst('删除 删掉 删了 删去 去掉 撤掉');
export const RESTORE_WORDS = longestFirst('恢复 恢复任务 恢复办理');
export const ASSIGN_WORDS = longestFirst(
  '交办 交办给 交给 交由 转交 转交给 转给 指派 指派给 分派 分派给 派给 分给 分配 分配给 委派 委派给 安排给 布置给',
);
export const EDIT_WORDS = longestFirst('修改 更改 变更 调整');
export const CARRY_WORDS = longestFirst('结转');

const LOOK_WORDS = longestFirst(
  '查看 看看 查询 查找 搜索 记录 历史 统计 汇总 导出 帮助 周报 月报 季报 半年总结 年终总结',
);
const OTHER_WORDS = longestFirst('导入 确认导入 放弃 撤销 撤回 设置 我是 绑定 解绑 别名');

const HEADS = [
  ...[CLOSE_WORDS, REOPEN_WORDS, VERIFY_WORDS, PROGRESS_WORDS, EXTEND_WORDS].flat(),
  ...[REPORT_WORDS, CORRECT_WORDS, ADD_WORDS, CANCEL_WORDS, RESTORE_WORDS].flat(),
  ...[ASSIGN_WORDS, EDIT_WORDS, CARRY_WORDS].flat(),
  ...LOOK_WORDS,
  ...OTHER_WORDS,
].filter((word) => word.length > 1);

/** True when a text begins with the word of some command. */
export const beginsWithCommand = (text: string): boolean => HEADS.some((word) => text.startsWith(word));

/** True when a text is nothing but the word of some command. */
export const isCommandWord = (text: string): boolean => HEADS.includes(text);

/** The words of a list that stand for it in 帮助 and for near misses, the one in `name` first. */
export const wordsFor = (name: string, words: readonly string[]): string[] => [
  name,
  ...words.filter((word) => word !== name && word.length > 1),
];
