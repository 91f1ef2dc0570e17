import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpCommand } from '../../handlers/help.ts';
import { commands } from '../../handlers/index.ts';
import type { AnyCommand } from '../../src/chat/command.ts';
import { type Chat, openChat } from '../builders/chat.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENT = 'docs/ADDING-A-COMMAND.md';

const read = (name: string): Promise<string> => readFile(path.join(root, name), 'utf8');

/** The document's code, in a folder beside `handlers/`, so that its imports lead where they would from there. */
const asModule = async (code: string): Promise<{ command: AnyCommand; remove(): Promise<void> }> => {
  const folder = await mkdtemp(path.join(root, '.adding-a-command-'));
  const file = path.join(folder, 'days-left.ts');
  await writeFile(file, code);
  const { daysLeftCommand } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    daysLeftCommand: AnyCommand;
  };
  return { command: daysLeftCommand, remove: () => rm(folder, { recursive: true, force: true }) };
};

describe('the command of docs/ADDING-A-COMMAND.md', () => {
  let chat: Chat;
  let code = '';
  let remove = async () => {};

  beforeAll(async () => {
    code = /```ts\n([\s\S]*?)```/.exec(await read(DOCUMENT))?.[1] ?? '';
    const added = await asModule(code);
    remove = added.remove;
    // 帮助 tells of the list it is made with: the index's own, one line longer.
    const longer: AnyCommand[] = [
      added.command,
      ...commands.map((command) => (command.name === '帮助' ? helpCommand(() => longer) : command)),
    ];
    chat = await openChat({ commands: longer });
  });
  afterAll(async () => {
    await chat.close();
    await remove();
  });

  it.each([
    ['还剩几天 12', '#12《女职工普法讲座》还剩19天,时限5月31日 周日'],
    ['剩几天１２', '#12《女职工普法讲座》还剩19天,时限5月31日 周日'],
    ['请问还剩几天12?谢谢', '#12《女职工普法讲座》还剩19天,时限5月31日 周日'],
    ['还剩几天 1', '#1《举办职工书画展》已过12天,时限4月30日 周四'],
    ['还剩几天 99', '没有 #99。编号到 #18 为止,发“找 关键词”可按标题找'],
  ])('%s', async (said, answer) => {
    expect(await chat.say(said)).toBe(answer);
  });

  it('stands in 帮助 and is offered for a slip, without being known anywhere else', async () => {
    expect(await chat.say('帮助')).toContain('还剩几天 12');
    expect(await chat.say('帮助 还剩几天')).toContain('离一项任务的时限还有多久');
    expect(await chat.say('还剩己天 12')).toContain('还剩19天');
  });

  it('is as short as a handler may be', () => {
    expect(code.split('\n').length).toBeGreaterThan(10);
    expect(code.split('\n').length).toBeLessThan(80);
  });

  it.each(['README.md', 'README.zh-CN.md'])('is linked from %s', async (name) => {
    expect(await read(name)).toContain(`(${DOCUMENT})`);
  });
});

describe('every handler', () => {
  it('stays under 80 lines', async () => {
    const index = await read('handlers/index.ts');
    const files = [...index.matchAll(/from '\.\/([a-z-]+\.ts)'/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) expect((await read(`handlers/${file}`)).split('\n').length - 1, file).toBeLessThan(80);
  });
});
