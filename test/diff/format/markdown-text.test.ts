// Text in Markdown: it stays on its line, and is neither markup nor a mention.
import t from "tap";
import { code, html, markdownText } from "../../../scripts/contract/diff/format/markdown-text.ts";
import { reviewSuggestions } from "../../../scripts/contract/diff/repair/review-suggestions.ts";
import type { WrittenRepair } from "../../../scripts/contract/diff/repair/repair-sides.ts";

const strange = "a\n# b\r- c\u2028\u202ed <i> @octocat #12";

t.test("every printer of Markdown keeps a text on one line", async (t) => {
  for (const printed of [markdownText(strange), html(strange), code(strange)]) {
    t.notMatch(printed, /[\n\r\u2028\u202e]|<i>|@octocat|#12\b/, printed);
    t.match(printed, /n(?:#|&#35;) b.*r- c/);
  }
  t.equal(html("a & b"), "a &amp; b");
});

t.test("the review of a pull request lists each repair on one line", async (t) => {
  const file = { path: "a.yaml", before: "a: 1\nb: 2\n", after: "a: 3\nb: 2\n" };
  const edit = { does: `keeps ${strange}` };
  const repair = { files: [file], repaired: [{ findings: [], edit }] } as unknown as WrittenRepair;
  const { body } = JSON.parse(await reviewSuggestions(repair, async () => "a: 2\nb: 2\n")) as {
    body: string;
  };
  t.equal(body.split(/[\n\r\u2028]/).length, 3, body);
});
