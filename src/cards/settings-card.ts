import type { DigestKind, DigestTime, Settings } from '../workspace/settings.ts';
import { blocksOf, bulleted, facts, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { DIGEST_NAMES } from './digest-names.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

const EVERY: Record<DigestKind, string> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  halfyearly: '每半年',
  yearly: '每年',
};
/** The month a day is of: the first of the quarter, half or year that follows. */
const MONTH_OF_DAY: Record<DigestKind, string> = {
  weekly: '',
  monthly: '',
  quarterly: '首月',
  halfyearly: '首月',
  yearly: '1月',
};

const sayDay = (kind: DigestKind, day: DigestTime['day']): string => {
  if (day === 'first-working-day') return `${EVERY[kind]}首个工作日`;
  return kind === 'weekly' ? `每周${WEEKDAYS[day - 1] ?? ''}` : `${EVERY[kind]}${MONTH_OF_DAY[kind]}${day}日`;
};

/** When a digest goes out: `每周首个工作日 09:00`, `每月1日 09:00`, `每季度首月5日 09:00`, `关`. */
export const sayDigestTime = (kind: DigestKind, { on, day, time }: DigestTime): string =>
  on ? `${sayDay(kind, day)} ${time}` : '关';

const KINDS: readonly DigestKind[] = ['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly'];

/** What may be told besides the settings themselves. */
export interface SettingsView {
  /** False for those who may look only. */
  mayChange: boolean;
  /** Names of the administrators, in order. */
  administrators: string[];
  /** A sentence that stands first: `2027年的放假安排尚未公布…`. */
  note?: string;
}

/** The group's settings and how to change each. */
export const settingsCard = (settings: Settings, { mayChange, administrators, note }: SettingsView): Card => ({
  title: '本群设置',
  subtitle: '',
  tone: 'neutral',
  view: '设置',
  blocks: blocksOf(
    note ? plain(note) : null,
    facts([
      ...KINDS.map((kind): [string, string] => [DIGEST_NAMES[kind], sayDigestTime(kind, settings[kind])]),
      ['🟡 临期', `到期前${settings.lights.soonDays}天内,或指标比序时慢${settings.lights.behindPoints}个百分点以上`],
      ['管理员', administrators.join('、')],
    ]),
    mayChange ? quiet('这样改:') : quiet('由管理员修改'),
    mayChange ? bulleted(['设置 周报 周五 17:00', '设置 月报 1日 9:00', '设置 季报 5日 9:00', '设置 周报 关']) : null,
  ),
});
