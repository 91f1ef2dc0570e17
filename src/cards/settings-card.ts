import type { Settings } from '../workspace/settings.ts';
import { blocksOf, bulleted, facts, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { allSettings, HOW_TO_SET } from './say-setting.ts';

/** What may be told besides the settings themselves. */
export interface SettingsView {
  /** False for those who may look only. */
  mayChange: boolean;
  /** Names of the administrators, in order. */
  administrators: string[];
  /** Who may change them, told to those who may not: `管理员`. */
  changers: string;
  /** A sentence that stands first: `2027年的放假安排尚未公布…`. */
  note?: string;
}

const HOW = [...Object.values(HOW_TO_SET).flat(), '设置 管理员 @李四', '取消管理员 李四'];

/** The group's settings and how to change each. */
export const settingsCard = (
  settings: Settings,
  { mayChange, administrators, changers, note }: SettingsView,
): Card => ({
  title: '本群设置',
  subtitle: '',
  tone: 'neutral',
  view: '设置',
  blocks: blocksOf(
    note ? plain(note) : null,
    facts([...allSettings(settings), ['管理员', administrators.join('、')]]),
    quiet(mayChange ? '这样改:' : `由${changers}修改`),
    mayChange ? bulleted(HOW) : null,
  ),
});
