import { existsSync } from 'node:fs';
import { chromium, type Locator, type Page } from 'playwright-core';

/** A person at the local-slack page. Questions wait until the answer is there, or fail after `patienceMs`. */
export interface SlackPage {
  page: Page;
  /** By handle: `ana`, `ed`, `gil`. */
  actAs(handle: string): Promise<void>;
  openChannel(name: string): Promise<void>;
  openHome(): Promise<void>;
  /** Writes it in the channel's composer and sends it. */
  types(text: string): Promise<void>;
  /** The last message's text, as soon as it contains what is expected. */
  reads(expected?: string | RegExp): Promise<string>;
  /** Presses a button of the last message. */
  clicks(button: string): Promise<void>;
  /** Opens the last message's thread. */
  opensThread(): Promise<void>;
  /** Writes it in the open thread. */
  replies(text: string): Promise<void>;
  /** The last message of the open thread. */
  readsInThread(expected?: string | RegExp): Promise<string>;
  readsModal(expected?: string | RegExp): Promise<string>;
  readsHome(expected?: string | RegExp): Promise<string>;
  /** Fills a modal's field, or chooses its option, by label. */
  fillsIn(label: string, value: string): Promise<void>;
  /** Presses the modal's submit button. */
  submits(): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

const patienceMs = 5_000;

/** Undefined, with the reason printed, where there is no Chromium. In CI that is an error: it never skips. */
export async function openSlackPage(url: string): Promise<SlackPage | undefined> {
  const executablePath = process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    const reason = `no Chromium at ${executablePath}; set CHROMIUM_BIN to test in a browser`;
    if (process.env['CI'] === 'true') throw new Error(reason);
    process.stderr.write(`Not tested in a browser: ${reason}\n`);
    return undefined;
  }
  const browser = await chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root, as whom containers run.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(patienceMs);
  await page.goto(url);
  await page.locator('.sidebar-item').first().waitFor();
  return slackPage(page, url, () => browser.close());
}

function slackPage(page: Page, url: string, close: () => Promise<void>): SlackPage {
  const channel = page.locator('main.main');
  const thread = page.locator('.thread-pane');
  const modal = page.locator('.modal');
  const lastMessage = channel.locator('.messages .msg').last();

  return {
    page,
    actAs: async (handle) => {
      const state = (await (await fetch(new URL('/_control/state', url))).json()) as State;
      const user = state.users.find(({ name }) => name === handle);
      if (!user) throw new Error(`nobody is called ${handle}`);
      await page.locator('label', { hasText: 'Act as' }).locator('select').selectOption(user.id);
    },
    openChannel: async (name) => {
      // The sign before the name stands in its own element: "#autos", "🔒autos".
      await page.locator('.sidebar-item', { hasText: new RegExp(`^(#|🔒)\\s*${name}$`) }).click();
      await channel.locator('.channel-title', { hasText: name }).waitFor();
    },
    openHome: () => page.locator('.sidebar-item:has(.app-dot)').click(),
    types: (text) => sends(channel, text),
    reads: (expected) => textOf(lastMessage.locator('.msg-body'), expected),
    clicks: (button) => lastMessage.getByRole('button', { name: button, exact: true }).click(),
    opensThread: async () => {
      await lastMessage.hover();
      await lastMessage.getByTitle('Reply in thread').click();
      await thread.waitFor();
    },
    replies: (text) => sends(thread, text),
    readsInThread: (expected) => textOf(thread.locator('.msg').last().locator('.msg-body'), expected),
    readsModal: (expected) => textOf(modal, expected),
    readsHome: (expected) => textOf(page.locator('.home'), expected),
    fillsIn: async (label, value) => {
      // The page ties no label to its field.
      const input = modal.locator('.bk-input').filter({ has: page.getByText(label, { exact: true }) });
      const select = input.locator('select');
      if ((await select.count()) > 0) await select.selectOption({ label: value });
      else if ((await input.locator('.bk-options').count()) > 0) await input.getByText(value).click();
      else await input.locator('input, textarea').fill(value);
    },
    submits: () => modal.locator('.modal-foot .primary').click(),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    close,
  };
}

interface State {
  users: { id: string; name: string }[];
}

/** With the button: Enter would choose from the list that opens after "@" or "#". */
async function sends(where: Locator, text: string): Promise<void> {
  await where.locator('.composer-input').fill(text);
  await where.locator('.composer-send').click();
}

async function textOf(where: Locator, expected?: string | RegExp): Promise<string> {
  await where.waitFor();
  const until = Date.now() + patienceMs;
  for (;;) {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, with its line breaks
    const text = await where.innerText();
    if (expected === undefined || matches(text, expected)) return text;
    if (Date.now() > until) throw new Error(`expected ${expected}, but the page reads:\n${text}`);
    await where.page().waitForTimeout(25);
  }
}

function matches(text: string, expected: string | RegExp): boolean {
  return typeof expected === 'string' ? text.includes(expected) : expected.test(text);
}
