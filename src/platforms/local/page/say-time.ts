const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const shortDay = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' });

/** `09:12`, Asia/Shanghai wherever the browser is. */
export const sayClock = (at: number): string => clock.format(at);

/** Names the day, to see whether two moments share one. */
export const dayKey = (at: number): string => day.format(at);

/** `今天`, `昨天`, `11月20日`. */
export function sayDay(at: number, now: number): string {
  if (dayKey(at) === dayKey(now)) return '今天';
  return dayKey(at) === dayKey(now - 86_400_000) ? '昨天' : shortDay.format(at);
}
