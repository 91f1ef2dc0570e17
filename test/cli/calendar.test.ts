import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayHolidays } from '../../src/calendar/holiday-notice.ts';
import { BUILT_IN_YEARS } from '../../src/calendar/working-days.ts';
import { loadHolidays } from '../../src/holidays/holiday-folder.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-calendar-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const calendar = async (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const env = { ...process.env, DATA_DIR: folder };
  try {
    return { code: 0, ...(await run('npm', ['run', '--silent', 'calendar', '--', ...args], { cwd: ROOT, env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
};
const of2026 = BUILT_IN_YEARS.find(({ year }) => year === 2026);
if (!of2026) throw new Error('no 2026');
const NOTICE = `2026年部分节假日安排\n${sayHolidays(of2026).join('\n')}`;
const stored = () => join(folder, 'holidays', '2026.json');

describe('npm run calendar', () => {
  it('checks, and writes what the bot then loads', async () => {
    const notice = file('notice.txt', NOTICE);
    const checked = await calendar(notice, '--check');
    expect(checked.stdout).toContain('国庆节:10月1日至10月7日放假');
    expect(existsSync(stored())).toBe(false);
    expect((await calendar(notice)).stdout).toContain('重新启动后所有群生效');
    expect(JSON.parse(readFileSync(stored(), 'utf8')).holidays).toEqual(of2026.holidays);
    expect((await loadHolidays(folder)).years.map(({ year }) => year)).toEqual([2026]);
    expect((await calendar('--check')).stdout).toContain('2026 已录入');
    expect((await calendar(stored(), '--check')).code).toBe(0);
  });

  it.each<[string, () => string[], string]>([
    ['no file', () => [], '请给出一个文件'],
    ['a file that is not there', () => [join(folder, 'none.txt')], '打不开'],
    ['a day too many', () => [file('bad.txt', NOTICE.replace('10月10日', '10月12日'))], '不是周六或周日'],
    ['JSON of another shape', () => [file('bad.json', '{"year":2026}')], '格式不对'],
    ['JSON cut short', () => [file('cut.json', '{"year":2026')], '不是 JSON'],
    ['another year', () => [file('notice.txt', NOTICE), '--year', '2027'], '通知是2026年的'],
  ])('%s is one line and nothing is written', async (_, args, told) => {
    rmSync(join(folder, 'holidays'), { recursive: true, force: true });
    const { code, stderr } = await calendar(...args());
    expect(code).toBe(1);
    expect(stderr).toContain(told);
    expect(existsSync(stored())).toBe(false);
  });
});

describe('loadHolidays', () => {
  it('leaves a broken file out whole and names it', async () => {
    expect(await loadHolidays(join(folder, 'nowhere'))).toEqual({ years: [], faults: [] });
    await calendar(file('notice.txt', NOTICE));
    writeFileSync(join(folder, 'holidays', '2027.json'), '{"year":');
    writeFileSync(join(folder, 'holidays', '2028.json'), JSON.stringify(of2026));
    const { years, faults } = await loadHolidays(folder);
    expect(years.map(({ year }) => year)).toEqual([2026]);
    expect(faults).toEqual([
      expect.stringContaining('2027.json 没有采用:不是 JSON'),
      expect.stringContaining('2028.json 没有采用:里面是2026年'),
    ]);
  });
});
