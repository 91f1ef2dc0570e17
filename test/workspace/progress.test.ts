import { describe, expect, it } from 'vitest';
import { openChange } from '../../src/workspace/history.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = () => openChange(aWorkspace({ tasks: [aTask()] }), anActing(), 'progress');

describe('progress', () => {
  it.each([
    ['a line', ' 场地已定 ', undefined, { text: '场地已定' }],
    ['a share', '', 60, { text: '', percent: 60 }],
    ['both', '快了', 90.5, { text: '快了', percent: 90.5 }],
    ['nothing done yet', '', 0, { text: '', percent: 0 }],
  ])('takes %s', (_, text, percent, line) => {
    const open = opened();
    expect(addProgress(open, 1, text, percent).ok).toBe(true);
    expect(open.workspace.tasks[0]?.progress).toEqual([{ ...line, by: 'u1', at: open.acting.at }]);
  });

  it.each([
    ['nothing', 1, '  ', undefined, 'empty-text'],
    ['more than all', 1, '', 101, 'bad-percent'],
    ['less than nothing', 1, '', -1, 'bad-percent'],
    ['no number', 1, '', Number.NaN, 'bad-percent'],
    ['no such task', 2, '场地已定', undefined, 'no-such-task'],
  ])('refuses %s', (_, number, text, percent, reason) => {
    const open = opened();
    expect(addProgress(open, number, text, percent)).toMatchObject({ ok: false, reason });
    expect(open.edits).toEqual([]);
  });
});
