// The diff's page in a real browser, opened from a file: its buttons copy, focus is visible, and it loads no
// resources.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { formatHtml } from "../../scripts/contract/diff/format/html.ts";
import { review } from "../diff/format/review-of-everything.ts";
import { openPage, withoutBrowser } from "../support/browser.ts";

t.test(
  "the diff page opens, copies and can be used with the keyboard",
  { skip: withoutBrowser },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "diff-page-"));
    t.teardown(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "review.html");
    const html = formatHtml(review, ({ line }) =>
      Array.from({ length: 300 }, (_, at) => `${line} line ${at + 1}`),
    );
    writeFileSync(file, html);
    const { page, context, requested, complaints } = await openPage(t);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(pathToFileURL(file).href);

    const button = page.locator("button[data-copies]").first();
    const source = await button.getAttribute("data-copies");
    await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
    await button.click();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    t.equal(copied, await page.locator(`[id="${source}"]`).textContent());

    await page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press("Tab");
      const outline: unknown = await page.evaluate(
        "(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`)(getComputedStyle(document.activeElement))",
      );
      t.match(outline, /^(?!none)\w+ [1-9]/);
    }
    t.strictSame(requested, [pathToFileURL(file).href], "nothing is loaded");
    t.strictSame(complaints, []);
    const screenshot = process.env["SCREENSHOT_DIFF"];
    if (screenshot !== undefined) await page.screenshot({ path: screenshot });
  },
);
