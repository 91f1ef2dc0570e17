import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const plan = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  try {
    return { code: 0, ...(await run('npm', ['run', '--silent', 'plan', '--', ...args], { cwd: ROOT })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
};
/** npm may warn about the machine's own settings in front of what the command says. */
const said = (stderr: string): string[] => stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm '));

const TEXT = '某厂工会工作计划\n一、服务职工\n1、4月走访企业20家(责任单位:办公室)\n2、每季度慰问职工';

describe('npm run plan', () => {
  it('prints what an import would create as JSON', async () => {
    const { stdout } = await plan(file('plan.txt', TEXT), '--year', '2026', '--json');
    expect(JSON.parse(stdout)).toEqual({
      plans: [
        {
          title: '某厂工会工作计划',
          year: 2026,
          tasks: [
            {
              number: 1,
              title: '4月走访企业20家',
              text: '1、4月走访企业20家(责任单位:办公室)',
              section: ['一、服务职工'],
              schedule: { start: '2026-04-01', end: '2026-04-30', freq: null, stated: '4月' },
              leaders: [],
              units: ['办公室'],
              supportingUnits: [],
              owners: [],
              targets: [{ name: '企业', value: 20, unit: '家', op: '=', kind: null }],
            },
            expect.objectContaining({
              number: 2,
              schedule: { start: null, end: null, freq: 'quarterly', stated: '每季度' },
            }),
          ],
        },
      ],
      skipped: [],
    });
  });

  it('prints a listing to read without --json', async () => {
    const { stdout } = await plan(file('plan.md', `${TEXT}\n版权所有`), '--year', '2026');
    expect(stdout).toContain('某厂工会工作计划 · 2026年 · 2项任务');
    expect(stdout).toContain('时限 2026-04-01 至 2026-04-30(4月)');
    expect(stdout).toContain('[网页文字] 版权所有');
  });

  it.each([
    ['a file that is not there', () => ['没有.txt']],
    ['a folder', () => [folder]],
    ['an empty file', () => [file('empty.txt', '')]],
    ['a picture', () => [file('a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47]))]],
    ['no file', () => []],
    ['a year that is none', () => [file('b.txt', TEXT), '--year', '26']],
    ['an unknown option', () => [file('c.txt', TEXT), '--yaer', '2026']],
  ])('refuses %s in one Chinese line', async (_case, args) => {
    const { code, stdout, stderr } = await plan(...args());
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(said(stderr)).toHaveLength(1);
    expect(said(stderr)[0]).toMatch(/\p{Script=Han}{4,}.*[。\]]$/u);
  });
});
