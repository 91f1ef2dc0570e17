import { describe, expect, it } from 'vitest';
import { forgetQuestion, openQuestion, rememberQuestion } from '../../src/workspace/asking.ts';
import { instant } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';

const yes = [{ label: '是', say: '完成 12' }];
const no = [{ label: '否', say: '取消' }];
const nine = instant('2026-05-12', '09:00');

describe('a question', () => {
  it.each([
    ['at once', '09:00', true],
    ['after ten minutes', '09:10', true],
    ['after eleven', '09:11', false],
  ])('can be answered %s', (_, time, open) => {
    const workspace = aWorkspace();
    rememberQuestion(workspace, 'u1', yes, nine);
    expect(openQuestion(workspace, 'u1', instant('2026-05-12', time)) !== undefined).toBe(open);
  });

  it('is for one person, and the last one counts', () => {
    const workspace = aWorkspace();
    rememberQuestion(workspace, 'u1', yes, nine);
    rememberQuestion(workspace, 'u2', yes, nine);
    rememberQuestion(workspace, 'u1', no, nine);
    expect(openQuestion(workspace, 'u1', nine)?.options).toEqual(no);
    expect(openQuestion(workspace, 'u2', nine)?.options).toEqual(yes);
    expect(openQuestion(workspace, 'u3', nine)).toBeUndefined();
    expect(workspace.questions).toHaveLength(2);
  });

  it('is forgotten on its own or when it is stale', () => {
    const workspace = aWorkspace();
    rememberQuestion(workspace, 'u1', yes, nine);
    rememberQuestion(workspace, 'u2', yes, nine);
    forgetQuestion(workspace, 'u1');
    forgetQuestion(workspace, 'u3');
    expect(workspace.questions.map(({ to }) => to)).toEqual(['u2']);
    rememberQuestion(workspace, 'u3', yes, nine + 3_600_000);
    expect(workspace.questions.map(({ to }) => to)).toEqual(['u3']);
  });
});
