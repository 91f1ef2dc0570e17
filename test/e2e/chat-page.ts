import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** The chat page as a person uses it. */
export interface ChatPage {
  page: Page;
  /** Types into the input and sends. */
  say(text: string): Promise<void>;
  /** The newest card or bubble of the bot. */
  lastReply(): Locator;
  /** Cards with this title. */
  cards(title: string | RegExp): Locator;
  /** The quick command above the input. */
  chip(command: string): Locator;
  /** The task of this title in lists of this title. */
  row(list: string, task: string): Locator;
  /** What went wrong in the page: script errors, refused resources, dialogs. */
  faults: string[];
  close(): Promise<void>;
}

export async function openChat(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<ChatPage> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  const cards = (title: string | RegExp) =>
    page.locator('.card', { has: page.getByRole('heading', { level: 3, name: title }) });
  return {
    page,
    faults,
    cards,
    chip: (command) => page.getByRole('group', { name: '常用命令' }).getByRole('button', { name: command }),
    row: (list, task) => cards(list).locator('.row', { hasText: task }),
    say: async (text) => {
      await page.getByLabel('消息', { exact: true }).fill(text);
      await page.keyboard.press('Enter');
    },
    lastReply: () => page.locator('.from-bot').last(),
    close: () => context.close(),
  };
}
