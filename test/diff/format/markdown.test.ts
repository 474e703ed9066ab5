// The comment on a pull request, in Markdown.
import { execFileSync } from "node:child_process";
import t from "tap";
import { applyAcceptedChanges } from "../../../scripts/contract/diff/accept/apply-accepted-changes.ts";
import {
  commentMarker,
  formatFailure,
  formatMarkdown,
} from "../../../scripts/contract/diff/format/markdown.ts";
import { reviewOf } from "../../../scripts/contract/diff/review.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";
import { requestWitness, review } from "./review-of-everything.ts";

const comment = formatMarkdown(review, { document: "spec/openapi.yaml" });

t.test("a Markdown comment starts with its marker and the verdict", async (t) => {
  const [marker, , title] = comment.split("\n");
  t.equal(marker, commentMarker("spec/openapi.yaml"));
  t.match(
    title,
    /^## Contract diff: 1 breaking change in 2 places, 1 accepted break, 1 undecided, 1 idle acceptance$/,
  );
  t.match(comment, /info\.version claims too little/);
  t.match(comment, /2\.0\.0/);
});

t.test(
  "a Markdown comment lists open breaks, then undecided and accepted ones, and folds the rest",
  async (t) => {
    const at = ["aaaaaaaaaaaa", "dddddddddddd", "cccccccccccc", "break nothing", "eeeeeeeeeeee"].map((text) =>
      comment.indexOf(text),
    );
    t.same(
      at,
      [...at].sort((a, b) => a - b),
    );
    t.notOk(at.includes(-1));
  },
);

t.test("a Markdown comment folds each witness below its row, as HTTP and as a curl line", async (t) => {
  t.match(comment, /POST \/v1\/SenderPools\?a=1 HTTP\/1\.1/);
  t.match(comment, /curl -i -X POST https:\/\/comms\.example/);
  t.match(comment, /HTTP\/1\.1 200/);
  t.match(comment, /contract diff accept aaaaaaaaaaaa/);
  t.notMatch(comment, /contract diff accept cccccccccccc/, "it is accepted already");
});

t.test("a Markdown comment escapes all text of a document", async (t) => {
  t.notMatch(comment, "<script");
  t.notMatch(comment, /@somebody/, "nobody is notified");
  t.equal(comment.match(/<table>/g)?.length, comment.match(/<\/table>/g)?.length);
  for (const block of comment.match(/<table>[^]*?<\/table>/g) ?? [])
    t.notMatch(block, /\n\s*\n/, "a blank line ends HTML");
});

t.test(
  "GitHub renders document text literally: no line breaks in cells, no mentions, no references",
  async (t) => {
    const text = "a\n\n| # b @team/all owner/repo#1 GH-7 https://a.example \u202e ``` </td>";
    const finding = findingOf({
      operation: text,
      place: text,
      detail: text,
      reason: text,
      witness: { ...requestWitness, rejection: [text] },
    });
    const comparison = { ...comparisonOf([finding]), base: text, head: text };
    const open = applyAcceptedChanges(comparison, [], new Date(0));
    const printed = formatMarkdown(
      { ...reviewOf(comparison, open), note: text },
      { document: `${text}.yaml` },
    );
    const visible = printed.slice(printed.indexOf("\n## "));
    t.notMatch(visible, /@(?!\u200b)/, "an entity mentions, too");
    t.notMatch(visible.replace(/<pre[^]*?<\/pre>/g, ""), /repo#1|GH-7|https:\/\//, "nothing is linked");
    t.notMatch(printed, /\u202e/);
    t.notMatch(printed, /^(\||# |```)/m, "no line of the text begins a block");
    for (const block of printed.match(/<table>[^]*?<\/table>/g) ?? []) t.notMatch(block, /\n\s*\n/);
    t.equal(visible.match(/<td[ >]/g)?.length, visible.match(/<\/td>/g)?.length);
  },
);

t.test("a curl line in a Markdown comment runs as printed", async (t) => {
  const { request } = requestWitness.exchange;
  const body = { mediaType: "application/json", text: '{"a":"@all"}', value: { a: "@all" } };
  const requested = { ...request, target: "/@me", headers: [["X-A", "b@c"]] as const, body };
  const comparison = comparisonOf([
    findingOf({ witness: { ...requestWitness, exchange: { request: requested } } }),
  ]);
  const printed = formatMarkdown(reviewOf(comparison, applyAcceptedChanges(comparison, [], new Date(0))), {
    document: "a.yaml",
  });
  const [, line = ""] = /<pre lang="sh">(curl[^<]*)<\/pre>/.exec(printed) ?? [];
  const command = line.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const shell = `curl() { printf '%s\\n' "$@"; }; CREDENTIALS=x; ${command.replaceAll("&quot;", '"').replaceAll("&amp;", "&")}`;
  const words = execFileSync("sh", ["-c", shell], { encoding: "utf8" }).split("\n");
  t.ok(words.includes("https://comms.example/v1/%40me"), words.join(" "));
  t.ok(words.includes("X-A: b@c"));
  t.ok(words.includes('{"a":"\\u0040all"}'));
});

t.test("a failed comparison is reported in Markdown without markup from the message", async (t) => {
  const printed = formatFailure("a.yaml", "bad.yaml:1:2: `` ``` </pre>\n\n# @team\u202e\nfix: mend it");
  t.match(printed, /^<!-- contract-diff: a\.yaml -->\n\n## Contract diff: could not run\n\n<pre/);
  t.equal(printed.trimEnd().split("\n").length, 5, "one block, on one line");
  t.notMatch(printed, /@(?!\u200b)|\u202e|^#+ @/m);
  t.equal(printed.match(/<\/pre>/g)?.length, 1);
});

t.test(
  "hundreds of stale acceptances and very long names stay below the size limit of a comment",
  async (t) => {
    const comparison = comparisonOf([
      findingOf({ operation: "o".repeat(70_000), reason: "r".repeat(70_000) }),
    ]);
    const source = { file: "accepted.yaml", line: 1, column: 1 };
    const idle = Array.from({ length: 900 }, (_, index) => ({
      state: "stale" as const,
      entry: {
        fingerprint: index.toString(16).padStart(12, "0"),
        rule: "enum",
        operation: "o".repeat(300),
        reason: "r",
        author: "a",
        expires: "2026-12-31",
        source,
      },
    }));
    const long = { ...comparison, base: "b".repeat(70_000), head: "h".repeat(70_000) };
    const printed = formatMarkdown(
      { ...reviewOf(long, { accepted: new Map(), open: [], idle }), note: "n".repeat(70_000) },
      { document: "a.yaml" },
    );
    t.ok(printed.length <= 65_536, String(printed.length));
    t.match(printed, /and 881 more of these/);
  },
);

t.test("a Markdown comment stays below the size limit and reports what it omits", async (t) => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    findingOf({
      fingerprint: index.toString(16).padStart(12, "0"),
      detail: `${index} → 0`,
      witness: requestWitness,
    }),
  );
  const comparison = comparisonOf(many);
  const long = formatMarkdown(reviewOf(comparison, applyAcceptedChanges(comparison, [], new Date(0))), {
    document: "a.yaml",
  });
  t.ok(long.length <= 65_536);
  t.ok(long.length > 40_000, "and uses the room it has");
  t.match(long, /more did not fit here/);
  t.equal(long.match(/<tr>/g)?.length, long.match(/<\/tr>/g)?.length);
});

t.test("a Markdown comment reports when nothing changed", async (t) => {
  const comparison = comparisonOf([]);
  t.match(
    formatMarkdown(reviewOf(comparison, applyAcceptedChanges(comparison, [], new Date(0))), {
      document: "a.yaml",
    }),
    /## Contract diff: no change/,
  );
});
