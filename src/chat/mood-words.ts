import { longestFirst } from './reading/scan.ts';

/** One mood and the words that make it. */
export interface Cues<Mood extends string> {
  mood: Mood;
  /** They make the mood wherever they stand; the longest first. */
  words: readonly string[];
  /** Too short to tell anything but at the very front, or right before the command word: 12要完成, 会完成. */
  edge: string;
}

type MoodWord = 'question' | 'condition' | 'negation' | 'wish' | 'partly';

/** Ordered: a question about a wish is a question. */
export const MOOD_WORDS: readonly Cues<MoodWord>[] = [
  {
    mood: 'question',
    edge: '',
    words: longestFirst(
      `能不能 可不可以 行不行 是不是 有没有 要不要 会不会 该不该 对不对 好不好 用不用 算不算 需不需要 可以吗 可以不 可以么 行吗 好吗 好么
      对吗 是吗 了没有 没有吗 了没 了吗 了么 吗 能否 可否 是否 难道 莫非 请问 谁能 吧? 呢 ?`,
    ),
  },
  {
    mood: 'condition',
    edge: '若等',
    words: longestFirst(
      '如果说 如果 要是 假如 假设 倘若 若是 万一 一旦 只要 除非 的话 等到 的时候 时再 后再 了再 再说',
    ),
  },
  {
    mood: 'negation',
    edge: '误',
    words: longestFirst(
      `还没有 并没有 没有 还没 并没 没能 没 尚未 并未 未能 未 不得不 不要 不用 不能 不必 不可 不许 不得 不该 不应 先不 暂不 暂时不 不会
      不想 不打算 不是 不算 不了 不成 不行 不 先别 千万别 别 切勿 勿 无法 无需 难以 拒绝 反对 禁止 停止 避免 假的 并非 而非
      免得 以免 误报 误点 点错 搞错 弄错`,
    ),
  },
  {
    mood: 'wish',
    edge: '想要会能可应该得催让叫请',
    words: longestFirst(
      `希望 我觉得 觉得 认为 估计 以为 听说 说是 想要 我想 打算 准备 需要 应该 应当 必须 务必 最好 但愿 建议 要求 请求 提醒 催促 催一催 通知 告诉 转告 安排 争取 力争 确保 保证
      考虑 计划 我要 试试 测试 比如 例如 听说 据说 好像 似乎 可能 也许 或许 大概 可以`,
    ),
  },
  {
    mood: 'partly',
    edge: '将正快',
    words: longestFirst(
      `基本上 基本 差不多 快要 即将 马上 就要 将要 预计 预期 大部分 一部分 部分 大半 一半 过半 初步 几乎 接近 正在 继续 尽快 抓紧 陆续 刚开始
      开始 大体 大致 勉强 有望`,
    ),
  },
];

/** They deny what follows, and are commands themselves: they stay in the core. */
export const TAKING_BACK = longestFirst('取消 撤销 撤回');

/** A day to come beside a command: 12明天完成 is no report of a deed. They stay in the core: they may be its date. */
export const DAYS_TO_COME = longestFirst('明天 明日 后天 下周 下星期 下礼拜 下个月 下月 月底 年底 今后 以后');

/** They ask for a fact; the answer is to be looked up. */
export const ASKS_FOR = longestFirst('什么 多少 为何 怎么 怎样 咋 如何 哪 谁 何时 几时 几号 几月 几项 几个 第几 啥');

/** 别, 不 and 请 make a mood by themselves only: not in 特别, 不少于, 申请延期. */
export const NO_CUES = longestFirst(
  '特别 级别 类别 区别 分别 个别 性别 告别 识别 不断 不少于 不低于 不忘 申请延期 安排给',
);
