import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { aFolder } from '../builders/folder.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;

/** Nothing of this machine's own configuration. */
const BARE = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:FEISHU|WECOM|DATABASE)/.test(name)),
);

const doctor = async (environment: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> => {
  try {
    const env = { ...BARE, DATA_DIR: aFolder(), ...environment };
    const { stdout } = await run('npm', ['run', '--silent', 'doctor'], { cwd: ROOT, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, said: stdout };
  }
};

it('ends with 0 and says so when nothing is wrong', async () => {
  expect(await doctor({})).toEqual({
    code: 0,
    said: expect.stringContaining('没有发现问题 / nothing wrong was found'),
  });
});

it('ends with 1 and the number of faults otherwise', async () => {
  const { code, said } = await doctor({ PORT: '70000', FEISHU_APP_ID: 'app' });
  expect(code).toBe(1);
  expect(said).toMatch(/发现 \d 个问题 \/ \d faults were found/);
});
