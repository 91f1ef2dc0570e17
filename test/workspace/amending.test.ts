import { describe, expect, it } from 'vitest';
import { type Amendment, amendTask } from '../../src/workspace/amending.ts';
import { openChange } from '../../src/workspace/history.ts';
import { withTargetAdded, withTargetChanged } from '../../src/workspace/retargeting.ts';
import { anActing } from '../builders/acting.ts';
import { aTarget, aTargetDraft, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = () =>
  openChange(aWorkspace({ tasks: [aTask({ title: '讲座', section: ['一、宣传'] })] }), anActing(), 'edit');

describe('修改', () => {
  it.each<[string, Amendment]>([
    ['标题', { title: '讲座两场' }],
    ['内容', { text: '5月:举办讲座' }],
    ['部分', { section: ['二、权益'] }],
    ['指标', { targets: [aTarget()] }],
  ])('replaces %s and nothing else', (_, amendment) => {
    const open = opened();
    const before = aTask({ ...open.workspace.tasks[0] });
    expect(amendTask(open, 1, amendment)).toMatchObject({ ok: true, title: '讲座' });
    expect(open.workspace.tasks[0]).toEqual({ ...before, ...amendment });
  });

  it.each<[Amendment, string]>([
    [{ title: '讲座' }, 'as-it-is'],
    [{ section: ['一、宣传'] }, 'as-it-is'],
    [{}, 'unchanged'],
  ])('%j: %s', (amendment, reason) => {
    const open = opened();
    expect(amendTask(open, 1, amendment)).toMatchObject({ ok: false, reason });
    expect(open.edits).toEqual([]);
  });
});

describe('targets', () => {
  const task = aTask({
    targets: [aTarget(), aTarget({ id: 't2', name: '书屋' })],
    reports: [{ target: 't4', value: 1, mode: 'add', by: 'u1', at: 1 }],
  });

  it('one that is changed keeps its id, the others stay', () => {
    expect(withTargetChanged(task, 't2', { value: 8 })).toEqual([
      aTarget(),
      aTarget({ id: 't2', name: '书屋', value: 8 }),
    ]);
  });

  it('one that is added gets an id no target or report ever had', () => {
    expect(withTargetAdded(task, aTargetDraft({ name: '企业' })).at(-1)).toEqual(aTarget({ id: 't5', name: '企业' }));
    expect(withTargetAdded(aTask(), aTargetDraft()).map(({ id }) => id)).toEqual(['t1']);
  });
});
