// The matrix's heat map in a real browser, opened from a file: every cell is reachable with the keyboard, and
// no resources are loaded.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { heat } from "../../scripts/contract/diff/versions/heat-map.ts";
import { matrixHtml } from "../../scripts/contract/diff/versions/matrix-html.ts";
import { matrixReport } from "../../scripts/contract/diff/versions/matrix-report.ts";
import { documentOf } from "../diff/in-memory-document.ts";
import { openPage, withoutBrowser } from "../support/browser.ts";

const hostile = '<script>alert(1)</script>"';

/** Versions in which x is a string, is absent, is a number. */
const report = matrixReport(
  [
    { name: "v1.0", until: "2026-01-01", schema: { x: { type: "string" } } },
    { name: "v1.1", until: undefined, schema: { x: { type: "boolean" } } },
    { name: hostile, until: undefined, schema: { x: { type: "integer" } } },
  ].map(({ schema, ...version }) => ({
    ...version,
    source: version.name,
    document: documentOf({ type: "object", properties: schema }),
  })),
  { today: new Date("2026-06-01"), strict: false },
);

t.test("the cells with the most breaks have the strongest shade, those with one the weakest", (t) => {
  for (const most of [2, 3, 9, 1000])
    t.same(
      [0, 1, most].map((breaks) => heat(breaks, most)),
      ["heat-0", "heat-1", "heat-5"],
    );
  t.equal(heat(1, 1), "heat-1");
  t.end();
});

t.test(
  "in the matrix, arrow keys move between cells, and Enter opens the exchange",
  { skip: withoutBrowser },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "matrix-page-"));
    t.teardown(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "matrix.html");
    writeFileSync(file, matrixHtml(report));
    const { page, requested, complaints } = await openPage(t);
    await page.goto(pathToFileURL(file).href);
    const focused = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
    await page.keyboard.press("Tab");
    t.equal(
      await focused(),
      "clients of v1.0, server of v1.0: the same version",
      "one cell is in the order of Tab",
    );
    await page.keyboard.press("ArrowRight");
    t.match(await focused(), "clients of v1.0, server of v1.1: 2 breaks");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    t.match(await focused(), "clients of v1.0, server of v1.0", "the border is the end");
    await page.keyboard.press("End");
    t.equal(await focused(), `clients of v1.0, server of ${hostile}: 2 breaks`, "names are text");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const target: unknown = await page.evaluate("document.querySelector('article:target').textContent");
    t.match(target, "createThing");
    t.match(target, "POST /things");
    const width: unknown = await page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    t.equal(width, true, "the page is no wider than its window");
    t.strictSame(requested, [pathToFileURL(file).href], "nothing is loaded");
    t.strictSame(complaints, []);
  },
);
