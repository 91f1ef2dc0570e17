import { describe, expect, it } from 'vitest';
import { addAdministrator, removeAdministrator } from '../../src/workspace/administrators.ts';
import { openChange } from '../../src/workspace/history.ts';
import { administratorsOf, learnMembers } from '../../src/workspace/people.ts';
import { mayAdminister, mayChangeSettings, mayImport } from '../../src/workspace/rights.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import { anActing } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (administrators: string[], owner: string | null = null, by = 'u1') =>
  openChange(aWorkspace({ administrators, owner }), anActing({ by }), 'settings');

describe('管理员', () => {
  it.each([
    ['another', ['u1'], null, 'u2', { ok: true, before: ['u1'], after: ['u1', 'u2'] }, ['u1', 'u2']],
    ['not twice', ['u1', 'u2'], null, 'u2', { reason: 'already-administrator', member: 'u2' }, ['u1', 'u2']],
    ['the owner too, who stays one', ['u1'], 'u2', 'u2', { ok: true, after: ['u1', 'u2'] }, ['u1', 'u2']],
  ])('adds %s', (_, administrators, owner, member, outcome, after) => {
    const open = opened(administrators, owner);
    expect(addAdministrator(open, member)).toMatchObject(outcome);
    expect(open.workspace.administrators).toEqual(after);
  });

  it.each([
    ['another', ['u1', 'u2'], null, 'u2', { ok: true, before: ['u1', 'u2'], after: ['u1'] }, ['u1']],
    ['themselves, while others stay', ['u1', 'u2'], null, 'u1', { ok: true, after: ['u2'] }, ['u2']],
    ['themselves, while the owner stays', ['u1'], 'u9', 'u1', { ok: true, after: ['u9'] }, []],
    ['not the last', ['u1'], null, 'u1', { reason: 'last-administrator', member: 'u1' }, ['u1']],
    ['not the owner', ['u1', 'u2'], 'u2', 'u2', { reason: 'is-owner', member: 'u2' }, ['u1', 'u2']],
    ['not somebody who is none', ['u1'], null, 'u3', { reason: 'not-administrator', member: 'u3' }, ['u1']],
  ])('removes %s', (_, administrators, owner, member, outcome, after) => {
    const open = opened(administrators, owner);
    expect(removeAdministrator(open, member)).toMatchObject(outcome);
    expect(open.workspace.administrators).toEqual(after);
  });

  it('are changed by administrators and the owner alone, and by nobody while there are none', () => {
    const refusal = { ok: false, reason: 'not-allowed', names: [] };
    expect(addAdministrator(opened(['u1'], 'u9', 'u2'), 'u2')).toEqual({ ...refusal, may: ['u1', 'u9'] });
    expect(removeAdministrator(opened(['u1', 'u3'], null, 'u2'), 'u1')).toEqual({ ...refusal, may: ['u1', 'u3'] });
    expect(addAdministrator(opened([], null, 'u2'), 'u2')).toEqual({ ...refusal, may: [] });
    expect(addAdministrator(opened(['u1'], 'u9', 'u9'), 'u2')).toMatchObject({ ok: true });
  });
});

describe('群主', () => {
  it('administers, and is asked instead of everybody before the first import', () => {
    const workspace = aWorkspace({
      owner: 'u9',
      settings: { ...DEFAULT_SETTINGS, rights: { ...DEFAULT_SETTINGS.rights, import: 'administrators' } },
    });
    for (const may of [mayAdminister, mayChangeSettings, mayImport]) {
      expect(['u1', 'u9'].filter((by) => may(workspace, anActing({ by })).ok)).toEqual(['u9']);
    }
    expect(administratorsOf(workspace)).toEqual(['u9']);
  });

  it.each([
    ['is told', null, [{ id: 'u2', name: '李四', isOwner: true }], 'u2', true],
    ['is another now', 'u1', [{ id: 'u2', name: '李四', isOwner: true }], 'u2', true],
    ['is no longer', 'u1', [{ id: 'u1', name: '张三', isOwner: false }], null, true],
    ['is not the speaker', 'u1', [{ id: 'u2', name: '李四', isOwner: false }], 'u1', true],
    ['is not told', 'u1', [{ id: 'u1', name: '张三' }], 'u1', true],
    ['is as before', 'u1', [], 'u1', false],
  ])('%s', (_, owner, people, after, learned) => {
    const workspace = aWorkspace({ owner });
    expect(learnMembers(workspace, people)).toBe(learned);
    expect(workspace.owner).toBe(after);
  });

  it('learned again is nothing new', () => {
    const workspace = aWorkspace();
    const people = [{ id: 'u2', name: '李四', isOwner: true }];
    expect([learnMembers(workspace, people), learnMembers(workspace, people)]).toEqual([true, false]);
  });
});
