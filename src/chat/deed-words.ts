import { longestFirst } from './reading/scan.ts';

/*
 * What the changes are called. The lists stand together because they must be told apart: a message that begins with a word
 * of one of them is that command, whatever other command's word comes later in it.
 */

/** 做好 and 办好 begin many a title; in front of one they are its own. */
export const CLOSE_WORDS_IN_FRONT = longestFirst('办结 办完 做完 完成 搞定 完结 了结');
export const CLOSE_WORDS = longestFirst('完成 办结 办完 办好 办妥 做完 做好 开完 搞定 完结 完毕 办理完毕 结项 了结');
export const REOPEN_WORDS = longestFirst(
  '重开 退回 重新打开 重新开启 重新办理 重启 取消办结 取消完成 撤销办结 撤销完成 恢复未完成',
);
export const PROGRESS_WORDS = longestFirst(
  `进展 进度 动态 最新进展 进展情况 推进情况 更新进展 记录进展 补充进展 汇报进展 报告进展 填报进展 记进展 记个进展 记一条进展 加个进展`,
);
export const EXTEND_WORDS = longestFirst(
  '延期 延 延长 展期 推迟 顺延 延后 延迟 宽限 往后推 推到 推至 延期申请 申请延期',
);
export const REPORT_WORDS = longestFirst('上报 填报 报送 报数 汇报');
export const CORRECT_WORDS = longestFirst('更正 改正 订正 纠正');
export const ADD_WORDS = longestFirst('新增 添加 增加 加一项 新建 追加');

const LOOK_WORDS = longestFirst('查看 看看 查询 查找 搜索 记录 历史 统计 汇总 帮助 周报 月报 季报 半年总结 年终总结');
const OTHER_WORDS = longestFirst('导入 确认导入 放弃 撤销 撤回 设置 我是 绑定');

const HEADS = [
  ...[CLOSE_WORDS, REOPEN_WORDS, PROGRESS_WORDS, EXTEND_WORDS, REPORT_WORDS, CORRECT_WORDS, ADD_WORDS].flat(),
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
