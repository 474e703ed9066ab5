// The HTML page: its content, and what it must neither contain nor load.
import t from "tap";
import { formatHtml } from "../../../scripts/contract/diff/format/html.ts";
import { review } from "./review-of-everything.ts";

const page = formatHtml(review, ({ line }) =>
  Array.from({ length: 300 }, (_, index) => `${line} <line> ${index + 1}`),
);

t.test("the HTML page shows both sides of a change and marks the line itself", async (t) => {
  t.match(page, /<span class="at">\s+211 {2}211 &#60;line&#62; 211<\/span>/);
  t.match(page, /<span class="at">\s+214 {2}214 &#60;line&#62; 214<\/span>/);
  t.match(page, "(not present in head)");
});

t.test(
  "in the HTML page every button copies an existing text and every heading labels its article",
  async (t) => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const used = [...page.matchAll(/(?:data-copies|aria-labelledby)="([^"]+)"|href="#([^"]+)"/g)].map(
      ([, id, target]) => id ?? target,
    );
    t.ok(used.length >= 10);
    for (const id of used) t.ok(ids.has(id), `#${id ?? ""} is there`);
    t.equal(ids.size, [...page.matchAll(/ id="/g)].length, "no id twice");
  },
);

t.test("the HTML page escapes all text of a document and loads nothing", async (t) => {
  t.equal(page.match(/<script/g)?.length, 1);
  t.notMatch(page, /\s(?:src|href)="(?!#)/);
  t.match(page, /default-src &#39;none&#39;|default-src 'none'/);
});
