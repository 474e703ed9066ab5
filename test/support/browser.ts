// A real browser for tests: Debian's Chromium, driven by playwright-core; without it, the test is skipped
// with a message.
import { existsSync } from "node:fs";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import type { Test } from "tap";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** False, or the reason why browser tests are skipped. */
export const withoutBrowser: string | false = existsSync(executablePath)
  ? false
  : `there is no ${executablePath}: apt-get install chromium, or name another in CHROMIUM`;

/** A page, and every URL that it requested. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly requested: string[];
  /** Errors that the browser reported: script errors, and violations of the content security policy. */
  readonly complaints: string[];
}

/** Opens a page; the browser is closed when the test ends. */
export async function openPage(t: Test): Promise<WatchedPage> {
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  t.teardown(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const [requested, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => requested.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return { page, context, requested, complaints };
}

/** Returns the URLs that are neither of `origin` nor part of the page itself. */
export function elsewhere(requested: readonly string[], origin: string): string[] {
  return requested.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url));
}
