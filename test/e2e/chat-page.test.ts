import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChatPage, openChat } from './chat-page.ts';
import { findChromium, openBrowser } from './chromium.ts';
import { type RunningApp, runApp } from './running-app.ts';

const executable = findChromium();
if (executable === undefined) {
  process.stdout.write('browser test skipped: no Chromium found; install it or set CHROMIUM_PATH\n');
}

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

describe.skipIf(executable === undefined)('the chat page in a browser', () => {
  let browser: Browser;
  let app: RunningApp;
  const open: ChatPage[] = [];

  beforeAll(async () => {
    browser = await openBrowser(executable ?? '');
  });
  afterAll(async () => browser.close());
  beforeEach(async () => {
    app = await runApp();
  });
  afterEach(async () => {
    for (const chat of open.splice(0)) await chat.close();
    await app.stop();
  });

  async function chatOf(group = 'main', options: Parameters<typeof openChat>[2] = {}): Promise<ChatPage> {
    const chat = await openChat(browser, `${app.url}/?group=${group}`, options);
    open.push(chat);
    return chat;
  }

  /** The first click of a newcomer, up to the receipt of the import. */
  async function importSample(chat: ChatPage): Promise<void> {
    await chat.page.getByRole('button', { name: '导入示例计划' }).click();
    await chat.cards('导入预览').waitFor();
    await chat.page.getByRole('button', { name: '确认导入' }).click();
    await chat.cards('已导入').waitFor();
  }

  it('takes a newcomer from the sample plan to a closed task and back', async () => {
    const chat = await chatOf();
    await importSample(chat);

    await chat.chip('本月').click();
    const row = chat.row('本月', '启动“两节”送温暖摸底');
    await row.getByRole('button', { name: /^办结/u }).click();

    await chat.page.locator('.toast', { hasText: '启动“两节”送温暖摸底' }).waitFor();
    const receipt = chat.cards('已办结');
    await receipt.waitFor();
    expect(await receipt.innerText()).toContain('启动“两节”送温暖摸底');
    await row.getByRole('img', { name: '已办结' }).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);

    await receipt.getByRole('button', { name: '撤销' }).click();
    await chat.cards('已撤销').waitFor();
    await chat.chip('本月').click();
    await expect.poll(() => chat.cards('本月').count()).toBe(2);
    await row.last().getByRole('button', { name: /^办结/u }).waitFor();
    expect(chat.faults).toEqual([]);
  });

  it('shows one group nothing of another', async () => {
    const main = await chatOf('main');
    await importSample(main);
    const two = await chatOf('two');
    await two.page.getByRole('button', { name: '导入示例计划' }).waitFor();
    await two.say('本月');
    await expect.poll(() => two.lastReply().innerText()).toContain('还没有');
    expect(await two.page.locator('.log').innerText()).not.toContain('启动“两节”送温暖摸底');
    expect(await main.page.locator('.entry').count()).toBe(3);
  });

  it('brings what one person does to everybody who looks, and shows who pressed late', async () => {
    const zhou = await chatOf();
    await importSample(zhou);
    await zhou.say('完成 42');
    await zhou.cards('已办结').waitFor();
    const li = await chatOf();
    await li.page.getByLabel('以谁的身份发言').selectOption('李婷');
    await li.cards('已办结').waitFor();
    await li.say('完成 42');
    await expect.poll(() => zhou.lastReply().innerText()).toContain('周敏');
    expect(await zhou.page.locator('.entry').last().innerText()).toBe(
      await li.page.locator('.entry').last().innerText(),
    );
  });

  it('leaves the bot out where it is not @-ed', async () => {
    const chat = await chatOf();
    await chat.page.getByRole('button', { name: '@办结' }).click();
    await chat.say('下午三点开会');
    await chat.page.getByRole('button', { name: '@办结' }).click();
    await chat.say('帮助');
    await chat.lastReply().waitFor();
    expect(await chat.page.locator('.entry').allInnerTexts()).toHaveLength(3);
    expect(await chat.page.locator('.from-bot').count()).toBe(1);
  });

  it('shows what people typed as they typed it', async () => {
    const chat = await chatOf();
    const title = '<img src=x onerror=alert(1)> **粗** [链](javascript:alert(1)) <at id=all></at>';
    await chat.say(`导入 2026\n1. 11月30日前召开${title}推进会`);
    await chat.page.getByRole('button', { name: '确认导入' }).click();
    await chat.cards('已导入').waitFor();
    await chat.say('本月');
    await chat.cards('本月').waitFor();
    expect(await chat.cards('本月').innerText()).toContain('<img src=x onerror=alert(1');
    await chat.say('1');
    await expect.poll(() => chat.lastReply().innerText()).toContain(title);
    expect(await chat.page.locator('.log img:not(.avatar)').count()).toBe(0);
    expect(await chat.page.locator('.log a').count()).toBe(0);
    expect(chat.faults).toEqual([]);
  });

  it('fits a phone without scrolling sideways', async () => {
    const chat = await chatOf('main', PHONE);
    await importSample(chat);
    const long = `新增 11月底前完成${'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(2)}专项`;
    for (const command of [long, '本月', '统计', '月报', '帮助', '42']) {
      const before = await chat.page.locator('.from-bot').count();
      await chat.say(command);
      await expect.poll(() => chat.page.locator('.from-bot').count()).toBe(before + 1);
      const overflow = await Promise.all(
        ['html', '#log'].map((part) =>
          chat.page.evaluate<number>(
            `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('${part}'))`,
          ),
        ),
      );
      expect([command, ...overflow]).toEqual([command, 0, 0]);
    }
    await chat.page.getByRole('button', { name: '群和成员' }).click();
    await chat.page.getByRole('link', { name: '青溪镇总工会工作群' }).waitFor();
    await chat.page.keyboard.press('Escape');
    await chat.page.getByRole('link', { name: '青溪镇总工会工作群' }).waitFor({ state: 'hidden' });
  });

  it('comes back by itself when the bot was restarted; the ledger is where it was', async () => {
    const chat = await chatOf();
    await importSample(chat);
    await app.restart(async () => {
      await chat.page.getByText('连接断开').waitFor();
      await chat.say('本月');
      await chat.page.getByText('连不上办结').waitFor();
    });
    await chat.page.getByText('办结重新启动过').waitFor();
    await chat.page.getByRole('button', { name: '重新发送' }).click();
    await chat.row('本月', '启动“两节”送温暖摸底').waitFor();
    expect(await chat.page.locator('.entry').count()).toBe(2);
  });

  it('keeps its chat over a reload', async () => {
    const chat = await chatOf();
    await chat.say('帮助');
    await chat.lastReply().waitFor();
    await chat.page.reload();
    await chat.lastReply().waitFor();
    expect(await chat.page.locator('.entry').count()).toBe(2);
  });

  it('can be used by the keyboard alone', async () => {
    const chat = await chatOf();
    const { keyboard } = chat.page;
    const input = chat.page.getByLabel('消息', { exact: true });
    await chat.page.locator('#composer-text:focus').waitFor();
    await keyboard.type('帮助');
    await keyboard.press('Shift+Enter');
    await keyboard.type('统计');
    expect(await input.inputValue()).toBe('帮助\n统计');
    await keyboard.press('Enter');
    await chat.lastReply().waitFor();
    await keyboard.press('ArrowUp');
    expect(await input.inputValue()).toBe('帮助\n统计');
    await input.fill('');
    await keyboard.type('@李');
    await chat.page.getByRole('option', { name: '李婷 权益保障部' }).waitFor();
    await keyboard.press('Enter');
    expect(await input.inputValue()).toBe('@李婷 ');
    await input.fill('本月');
    await keyboard.press('Enter');
    await keyboard.press('Shift+Tab');
    expect(await chat.page.locator(':focus').textContent()).toBe('示例计划');
  });

  it('takes a plan that is dropped on it, and one that is quoted', async () => {
    const chat = await chatOf();
    const plan = {
      name: '要点.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('1. 12月召开职工代表大会。责任单位:办公室'),
    };
    await chat.page.getByRole('button', { name: '@办结' }).click();
    await chat.page.locator('#file').setInputFiles(plan);
    await chat.page.getByRole('button', { name: '发送', exact: true }).click();
    const sent = chat.page.locator('.entry', { hasText: '要点.txt' });
    await sent.hover();
    await sent.getByRole('button', { name: '引用这条消息' }).click();
    await chat.page.getByRole('button', { name: '@办结' }).click();
    await chat.say('导入 2026');
    await chat.cards('导入预览').waitFor();
    expect(await chat.cards('导入预览').innerText()).toContain('1项任务');
  });
});
