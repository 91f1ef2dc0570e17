import { describe, expect, it } from 'vitest';
import { openChange } from '../../src/workspace/history.ts';
import {
  bindName,
  holderOf,
  isAdministrator,
  knownNames,
  learnMembers,
  nameOf,
  namesMeant,
  namesOf,
} from '../../src/workspace/people.ts';
import type { Member } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const zhang = aMember({ id: 'u1', name: '张三' });
const wang = aMember({ id: 'u2', name: '小王', bound: ['王主席', '王五'] });
const withMembers = (...members: Member[]) => aWorkspace({ members: structuredClone(members) });

describe('names', () => {
  it.each([
    ['the bound name first', [wang], 'u2', '王主席', ['王主席', '王五', '小王']],
    ["the platform's name", [zhang], 'u1', '张三', ['张三']],
    ['neither', [aMember({ id: 'ou_7f3a9c' })], 'ou_7f3a9c', '成员3a9c', []],
    ['a stranger', [], 'ou_7f3a9c', '成员3a9c', []],
    ['a namesake: not by itself', [zhang, aMember({ id: 'u3', name: '张三' })], 'u1', '张三', []],
    ['a name somebody else bound', [zhang, aMember({ id: 'u3', name: '三儿', bound: ['张三'] })], 'u1', '张三', []],
  ])('%s', (_, members, id, name, names) => {
    const workspace = withMembers(...members);
    expect(nameOf(workspace, id)).toBe(name);
    expect(namesOf(workspace, id)).toEqual(names);
  });

  it.each([
    ['王五', 'u2'],
    ['小王', 'u2'],
    ['张三', 'u1'],
    ['李四', undefined],
  ])('%s belongs to %s', (name, id) => {
    expect(holderOf(withMembers(zhang, wang), name)).toBe(id);
  });
});

describe('learning names from the platform', () => {
  it('adds people, renames them, and keeps what it knew when a name is missing', () => {
    const workspace = withMembers(zhang, wang);
    expect(
      learnMembers(workspace, [
        { id: 'u1', name: null },
        { id: 'u2', name: '王五' },
        { id: 'u3', name: ' 李四 ' },
        { id: 'u3', name: null },
      ]),
    ).toBe(true);
    expect(workspace.members).toEqual([zhang, { ...wang, name: '王五' }, { id: 'u3', name: '李四', bound: [] }]);
    expect(workspace.history).toEqual([]);
  });

  it('changes nothing when nothing is new', () => {
    const workspace = withMembers(zhang, wang);
    expect(
      learnMembers(workspace, [
        { id: 'u1', name: '张三' },
        { id: 'u2', name: '' },
      ]),
    ).toBe(false);
    expect(workspace).toEqual(withMembers(zhang, wang));
  });
});

describe('binding', () => {
  const opened = (members: Member[] = [zhang, wang]) => {
    const tasks = [aTask({ owners: ['李四'] }), aTask({ number: 2, leaders: ['李四'] }), aTask({ number: 3 })];
    return openChange(aWorkspace({ tasks, members: structuredClone(members) }), anActing(), 'bind');
  };

  it('adds a name to a person and says how many tasks name it', () => {
    const open = opened();
    expect(bindName(open, 'u1', ' 李 四 ')).toEqual({ ok: true, name: '李四', member: 'u1', tasks: 2 });
    expect(namesOf(open.workspace, 'u1')).toEqual(['李四', '张三']);
  });

  it('makes a person the platform has not named yet', () => {
    const open = opened([]);
    expect(bindName(open, 'u9', '李四')).toMatchObject({ ok: true });
    expect(open.workspace.members).toEqual([{ id: 'u9', name: null, bound: ['李四'] }]);
  });

  it.each([
    ["another's bound name", 'u1', '王五', { reason: 'name-taken', by: 'u2', mine: false }],
    ['a name bound before', 'u2', '王五', { reason: 'name-taken', by: 'u2', mine: true }],
    ["another's name on the platform", 'u2', '张三', { reason: 'name-taken', by: 'u1', mine: false }],
    ['nothing', 'u1', '  ', { reason: 'bad-name' }],
    ['a sentence', 'u1', '请把下个月办公室负责的所有任务都列出来给我', { reason: 'bad-name' }],
  ])('refuses %s', (_, id, name, refusal) => {
    const open = opened();
    expect(bindName(open, id, name)).toMatchObject({ ok: false, ...refusal });
    expect(open.edits).toEqual([]);
  });
});

describe('names of the plan', () => {
  const workspace = aWorkspace({
    members: [structuredClone(wang)],
    tasks: [
      aTask({ units: ['办公室', '权益保障部'], supportingUnits: ['财务部'], leaders: ['王主席'], owners: ['李四'] }),
      aTask({ number: 2, units: ['财务部'], owners: ['李四', '王五'] }),
    ],
  });

  it('are each listed once, units and people apart', () => {
    expect(knownNames(workspace)).toEqual({
      units: ['办公室', '权益保障部', '财务部'],
      people: ['王主席', '李四', '王五'],
    });
  });

  it.each([
    ['办公室', ['办公室']],
    ['保障部', ['权益保障部']],
    ['李四', ['李四']],
    ['王五', ['王五', '王主席', '小王']],
    ['小王', ['小王', '王主席', '王五']],
    ['部', []],
    ['赵六', []],
  ])('%s stands for %j', (word, names) => {
    expect(namesMeant(workspace, word)).toEqual(names);
  });
});

it('an administrator is one by id', () => {
  const workspace = aWorkspace({ administrators: ['u1'] });
  expect([isAdministrator(workspace, 'u1'), isAdministrator(workspace, 'u2')]).toEqual([true, false]);
});
