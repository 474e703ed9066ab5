// The comment on a pull request.
import t from "tap";
import { applyAcceptedChanges } from "../../../scripts/diff/accept/apply-accepted-changes.ts";
import { commentMarker, formatMarkdown } from "../../../scripts/diff/format/markdown.ts";
import { reviewOf } from "../../../scripts/diff/review.ts";
import { comparisonOf, findingOf } from "../finding-of.ts";
import { requestWitness, review } from "./review-of-everything.ts";

const comment = formatMarkdown(review, { document: "spec/openapi.yaml" });

t.test("opens with its marker and the verdict", async (t) => {
  const [marker, , title] = comment.split("\n");
  t.equal(marker, commentMarker("spec/openapi.yaml"));
  t.match(title, /^## Contract diff: 2 breaking changes, 1 accepted break, 1 undecided, 1 idle acceptance$/);
  t.match(comment, /info\.version claims too little/);
  t.match(comment, /2\.0\.0/);
});

t.test("shows open breaks first, then undecided ones, accepted ones, and folds the rest", async (t) => {
  const at = ["aaaaaaaaaaaa", "dddddddddddd", "cccccccccccc", "break nothing", "eeeeeeeeeeee"].map((text) =>
    comment.indexOf(text),
  );
  t.same(
    at,
    [...at].sort((a, b) => a - b),
  );
  t.notOk(at.includes(-1));
});

t.test("folds each witness below its row, as HTTP and as a curl line", async (t) => {
  t.match(comment, /POST \/v1\/SenderPools\?a=1 HTTP\/1\.1/);
  t.match(comment, /curl -i -X POST https:\/\/comms\.example/);
  t.match(comment, /HTTP\/1\.1 200/);
  t.match(comment, /contract diff accept aaaaaaaaaaaa/);
  t.notMatch(comment, /contract diff accept cccccccccccc/, "it is accepted already");
});

t.test("lets no text of a document out of its place", async (t) => {
  t.notMatch(comment, "<script");
  t.notMatch(comment, /@somebody/, "nobody is notified");
  t.equal(comment.match(/<table>/g)?.length, comment.match(/<\/table>/g)?.length);
  for (const block of comment.match(/<table>[^]*?<\/table>/g) ?? [])
    t.notMatch(block, /\n\s*\n/, "a blank line ends HTML");
});

t.test("stays below the limit and says what it left out", async (t) => {
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

t.test("says so when nothing changed", async (t) => {
  const comparison = comparisonOf([]);
  t.match(
    formatMarkdown(reviewOf(comparison, applyAcceptedChanges(comparison, [], new Date(0))), {
      document: "a.yaml",
    }),
    /## Contract diff: no change/,
  );
});
