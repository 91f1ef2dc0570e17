import { describe, expect, it } from 'vitest';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { openChange } from '../../src/workspace/history.ts';
import { mayChangeSettings, mayImport } from '../../src/workspace/rights.ts';
import { DEFAULT_SETTINGS, type Right, type Settings } from '../../src/workspace/settings.ts';
import type { Leave, Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const settings = (rights: Partial<Settings['rights']>): Settings => ({
  ...DEFAULT_SETTINGS,
  rights: { ...DEFAULT_SETTINGS.rights, ...rights },
});

/** u1 administrates; u2 is 李芳, 责任人 of #1; u3 is 王明, its 责任领导; u4 is 办公室; u5 is 周敏, of no task. Nobody is 赵强 of #3. */
const office = (rights: Partial<Settings['rights']>, leaves: Leave[] = []): Workspace =>
  aWorkspace({
    settings: settings(rights),
    administrators: ['u1'],
    leaves,
    members: [
      aMember({ id: 'u1', name: '管理员' }),
      aMember({ id: 'u2', bound: ['李芳'] }),
      aMember({ id: 'u3', bound: ['王明'] }),
      aMember({ id: 'u4', bound: ['办公室'] }),
      aMember({ id: 'u5', bound: ['周敏'] }),
    ],
    tasks: [
      aTask({ number: 1, owners: ['李芳'], leaders: ['王明'], units: ['办公室'] }),
      aTask({ number: 2, units: ['办公室'] }),
      aTask({ number: 3, owners: ['赵强'] }),
    ],
  });

const close = (workspace: Workspace, number: number, by: string) =>
  closeTask(openChange(workspace, anActing({ by }), 'close'), number);

describe('设置 办结', () => {
  it.each<[Right, number, string[]]>([
    ['everyone', 1, ['u1', 'u2', 'u3', 'u4', 'u5', 'u9']],
    ['owners', 1, ['u1', 'u2', 'u3']],
    ['owners', 2, ['u1', 'u4']],
    ['owners', 3, ['u1']],
    ['administrators', 1, ['u1']],
  ])('%s: #%i may be closed by %s and nobody else', (right, number, may) => {
    const able = ['u1', 'u2', 'u3', 'u4', 'u5', 'u9'].filter((by) => close(office({ close: right }), number, by).ok);
    expect(able).toEqual(may);
  });

  it('a refusal names who may, by id and by names nobody has yet', () => {
    const workspace = office({ close: 'owners' });
    expect(close(workspace, 1, 'u5')).toEqual({ ok: false, reason: 'not-allowed', may: ['u2', 'u3', 'u1'], names: [] });
    expect(close(workspace, 3, 'u5')).toEqual({ ok: false, reason: 'not-allowed', may: ['u1'], names: ['赵强'] });
    expect(workspace.tasks.every(({ closings }) => closings.length === 0)).toBe(true);
  });

  it('goes for reopening too', () => {
    const workspace = office({ close: 'owners' });
    close(workspace, 1, 'u2');
    expect(reopenTask(openChange(workspace, anActing({ by: 'u5' }), 'reopen'), 1)).toMatchObject({
      reason: 'not-allowed',
    });
  });

  it.each([
    ['on the first day', '2026-05-12', '2026-05-20', true],
    ['on the last day', '2026-05-01', '2026-05-12', true],
    ['before it', '2026-05-13', '2026-05-20', false],
    ['after it', '2026-05-01', '2026-05-11', false],
  ])('is the deputy’s %s of a leave', (_, from, until, may) => {
    const workspace = office({ close: 'owners' }, [{ absent: '李芳', deputy: '周敏', from, until }]);
    expect(close(workspace, 1, 'u5').ok).toBe(may);
  });
});

describe.each([
  ['导入', 'import', mayImport],
  ['设置', 'settings', mayChangeSettings],
] as const)('设置 %s', (_, key, mayDo) => {
  it.each<[Right, string[]]>([
    ['everyone', ['u1', 'u2', 'u5', 'u9']],
    ['owners', ['u1', 'u2']],
    ['administrators', ['u1']],
  ])('%s', (right, may) => {
    const workspace = office({ [key]: right });
    expect(['u1', 'u2', 'u5', 'u9'].filter((by) => mayDo(workspace, anActing({ by })).ok)).toEqual(may);
  });

  it('is everybody’s while there is no administrator', () => {
    const workspace = { ...office({ [key]: 'administrators' }), administrators: [] };
    expect(mayDo(workspace, anActing({ by: 'u9' })).ok).toBe(true);
  });
});

describe('设置 办结 需核实', () => {
  it.each([
    ['off', false, 'u2', null],
    ['on', true, 'u2', 'waiting'],
    ['on, and closed by an administrator', true, 'u1', { by: 'u1', at: anActing().at }],
  ])('%s: a closing is %s', (_, checksClosings, by, check) => {
    const workspace = aWorkspace({ ...office({}), settings: { ...DEFAULT_SETTINGS, checksClosings } });
    expect(close(workspace, 1, by)).toMatchObject({ ok: true, check });
    expect(workspace.tasks[0]?.closings[0]?.check).toEqual(check);
  });
});
