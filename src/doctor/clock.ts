import { dateOf, timeOf } from '../calendar/date.ts';
import { type Check, type Finding, fault, good, note } from './finding.ts';

/** Digests go out by the minute; a clock this far off is wrong, in ms. A Date header counts whole seconds. */
const MOST_OFF_MS = 30_000;

const secondsOf = (ms: number): number => Math.round(Math.abs(ms) / 1000);

const compared = (off: number, said: string): Finding => {
  if (Math.abs(off) <= MOST_OFF_MS)
    return good(`本机时间准（${said}，北京时间）`, `the clock is right (${said}, Asia/Shanghai)`);
  const [zh, en] = off > 0 ? ['快', 'fast'] : ['慢', 'slow'];
  return fault(
    {
      zh: `本机时间${zh}了 ${secondsOf(off)} 秒：周报、提醒会发错时候`,
      en: `the clock is ${secondsOf(off)} s ${en}: digests and reminders go out at the wrong time`,
    },
    {
      zh: '请打开系统的自动对时（timedatectl set-ntp true）',
      en: 'turn on time synchronisation (timedatectl set-ntp true)',
    },
  );
};

/**
 * The machine's clock, held against the Date header of a platform's answer, whatever the answer is. The machine's time
 * zone does not matter: the bot reckons in Asia/Shanghai.
 * @param address where to ask; null where no platform is connected
 */
export const checkClock = (address: string | null, now: () => number): Check => ({
  about: { zh: '时钟', en: 'Clock' },
  async look() {
    const said = `${dateOf(now())} ${timeOf(now())}`;
    const unknown = note({
      zh: `没有可以对时的平台；本机是 ${said}（北京时间）`,
      en: `no platform to compare with; it is ${said} (Asia/Shanghai) here`,
    });
    if (address === null) return [unknown];
    const asked = now();
    const response = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(8_000),
    }).catch(() => undefined);
    const theirs = Date.parse(response?.headers.get('date') ?? '');
    // Half way between question and answer is when the other side looked at its clock; a Date header drops the fraction.
    return [Number.isNaN(theirs) ? unknown : compared((asked + now()) / 2 - (theirs + 500), said)];
  },
});
