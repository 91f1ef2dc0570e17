import { describe, expect, it } from 'vitest';
import { historyCommand } from '../../handlers/history.ts';
import type { ChangeVerb } from '../../src/workspace/change.ts';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { extendTask } from '../../src/workspace/extending.ts';
import { type OpenChange, openChange, sealChange } from '../../src/workspace/history.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { reportFigure } from '../../src/workspace/reporting.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { ask, cardOf, saysOn, textOf } from '../builders/asking.ts';
import { anOffice } from '../builders/office.ts';

const change = (
  workspace: Workspace,
  verb: ChangeVerb,
  time: string,
  by: string,
  act: (open: OpenChange) => { ok: boolean },
) => {
  const open = openChange(workspace, anActing({ time, by }), verb);
  if (!act(open).ok) throw new Error(`${verb} was refused`);
  sealChange(open, verb);
};

const busy = (): Workspace => {
  const workspace = anOffice();
  change(workspace, 'progress', '08:01', 'u1', (open) => addProgress(open, 2, '已发通知', 40));
  change(workspace, 'report', '08:02', 'u2', (open) =>
    reportFigure(open, 2, { value: 30, mode: 'add', confirmed: false }),
  );
  change(workspace, 'extend', '08:03', 'u1', (open) => extendTask(open, 2, '2026-06-15', '讲师出差'));
  change(workspace, 'close', '08:04', 'u1', (open) => closeTask(open, 2));
  change(workspace, 'reopen', '08:05', 'u1', (open) => reopenTask(open, 2));
  return workspace;
};

describe('记录', () => {
  it('tells who did what, before → after, newest first', () => {
    expect(textOf(historyCommand, '记录 2', { workspace: busy() })).toBe(
      [
        '【记录 2】共5条',
        '#2 举办工会主席培训班',
        '· 5月12日 08:05 周敏 重开',
        '· 5月12日 08:04 周敏 办结',
        '· 5月12日 08:03 周敏 延期 5月31日 周日 → 6月15日 周一:讲师出差',
        '· 5月12日 08:02 李芳 上报 参训 +30人(50 → 80人)',
        '· 5月12日 08:01 周敏 进展:已发通知 40%',
      ].join('\n'),
    );
  });

  it('of a target without a name tells the figure alone', () => {
    const workspace = busy();
    const target = workspace.tasks[1]?.targets[0];
    if (target) target.name = '';
    expect(textOf(historyCommand, '记录 2', { workspace })).toContain('李芳 上报 +30人(50 → 80人)');
  });

  it('keeps what was taken back in sight', () => {
    const workspace = busy();
    expect(undoLast(workspace, anActing({ time: '08:30' })).ok).toBe(true);
    const said = textOf(historyCommand, '记录 2', { workspace });
    expect(said).toContain('· 5月12日 08:30 周敏 撤销');
    expect(said).toContain('· 5月12日 08:05 周敏 重开(已撤销:周敏 5月12日 08:30)');
  });

  it('tells of a batch only what concerns the task', () => {
    const workspace = anOffice();
    change(workspace, 'close', '08:00', 'u1', (open) => {
      closeTask(open, 1);
      return closeTask(open, 4, { period: '2026-05' });
    });
    expect(textOf(historyCommand, '记录 4', { workspace })).toContain('周敏 办结 5月');
    expect(textOf(historyCommand, '记录 1', { workspace })).toContain('周敏 办结(逾期)');
  });

  it('pages a long history', () => {
    const workspace = anOffice();
    for (let turn = 10; turn < 35; turn += 1) {
      change(workspace, 'progress', `08:${turn}`, 'u1', (open) => addProgress(open, 1, `第${turn}次`));
    }
    const second = cardOf(historyCommand, '记录 1 第2页', { workspace });
    expect(second.view).toBe('记录 1 第2页');
    expect(saysOn(second)).toEqual(['记录 1', '记录 1 第3页']);
    expect(textOf(historyCommand, '记录 1 第3页', { workspace })).toContain('第10次');
  });

  it.each(['记录 2', '2记录', '2的历史', '查看记录 2', '历史记录 #2', '记录2'])('%s', (text) => {
    expect(cardOf(historyCommand, text).title).toBe('记录 2');
  });

  it.each(['记录', '进展 2 已记录', '2 会议记录', '记录 2 个问题', ''])('is not %j', (text) => {
    expect(ask(historyCommand, text)).toBeUndefined();
  });

  it('says so when there is nothing, or no task', () => {
    expect(textOf(historyCommand, '记录 7')).toContain('还没有改动');
    expect(textOf(historyCommand, '记录 99')).toContain('没有 #99');
  });
});
