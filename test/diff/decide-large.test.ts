// Limits of any size are decided; a witness that is too large to write is truncated, with a recipe of how to
// build it.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { documentOf } from "./in-memory-document.ts";

const sizes = [
  { type: "string", keyword: "maxLength", from: 2_000_000, to: 1_000_000, cut: false },
  { type: "string", keyword: "maxLength", from: 2 ** 31 - 1, to: 2 ** 31 - 2, cut: true },
  { type: "string", keyword: "maxLength", from: 1e15, to: 1e14, cut: true },
  { type: "object", keyword: "maxProperties", from: 5000, to: 4000, cut: false },
  { type: "object", keyword: "maxProperties", from: 2 ** 31 - 1, to: 2 ** 31 - 2, cut: true },
  { type: "array", keyword: "maxItems", from: 2 ** 31 - 1, to: 2 ** 31 - 2, cut: true },
] as const;

for (const { type, keyword, from, to, cut } of sizes) {
  t.test(`a change of ${keyword} from ${from} to ${to} is decided`, (t) => {
    const [base, head] = [from, to].map((limit) =>
      documentOf({ type: "object", properties: { a: { type, [keyword]: limit } } }),
    );
    const breaks = compare(base!, head!).findings.filter(({ verdict }) => verdict === "breaking");
    t.strictSame(
      breaks.map(({ place }) => place),
      ["body/a"],
    );
    const { unwritten, body } = breaks[0]!.witness!.exchange.request;
    t.strictSame(unwritten, cut ? ["body"] : undefined);
    t.ok(body!.text.length < 1_100_000, "the witness stays within memory");
    if (cut) t.match(breaks[0]!.reason, String(to + 1));
    t.equal(compare(head!, base!).counts.breaking, 1, "what answers may hold grows");
    t.end();
  });
}

t.test("a long string for a pattern repeats a part that the pattern allows to repeat", (t) => {
  const cases = [
    { pattern: "^[0-9a-f]*$", limit: 1_200_000, want: "breaking" },
    {
      pattern: "^data:[a-z]*;x$",
      limit: 3_000_000,
      want: "breaking",
      recipe: '"data:" + "a" × 2999994 + ";x"',
    },
    { pattern: "x", limit: 3_000_000, want: "breaking", recipe: '"a" × 3000000 + "x"' },
    { pattern: "^[a-z]{3}$", limit: 3_000_000, want: "compatible" },
  ];
  for (const { pattern, limit, want, recipe } of cases) {
    const [base, head] = [2 * limit, limit].map((maxLength) =>
      documentOf({ type: "string", pattern, maxLength }),
    );
    const [finding] = compare(base!, head!).findings.filter(({ side }) => side === "request");
    t.equal(finding!.verdict, want, pattern);
    if (recipe !== undefined) t.match(finding!.reason, recipe, "and says how");
  }
  t.end();
});

t.test("a long string that the schema excludes is not a break", (t) => {
  const never = documentOf({ type: "string", minLength: 1e9, pattern: "^a{0,5}$" });
  const { findings } = compare(never, documentOf({ type: "string", maxLength: 10 }));
  t.notOk(findings.some(({ side, verdict }) => side === "request" && verdict === "breaking"));
  t.end();
});

t.test("an enum of 30,000 integers is decided", (t) => {
  const count = 30_000;
  const listed = (first: number, length: number) =>
    documentOf({ type: "integer", enum: Array.from({ length }, (_, index) => first + index) });
  const [base, moved, longer] = [listed(0, count), listed(1, count), listed(0, count + 1)];
  const verdicts = (from: typeof base, to: typeof base) =>
    compare(from, to)
      .findings.filter(({ verdict }) => verdict === "breaking" || verdict === "undecided")
      .map(({ verdict, side }) => [verdict, side]);
  t.strictSame(verdicts(base, moved), [
    ["breaking", "request"],
    ["breaking", "response"],
  ]);
  t.strictSame(verdicts(base, longer), [["breaking", "response"]]);
  // Between 0 and the first remaining value are more consecutive values than the search tries.
  const around = listed(-count, 2 * count);
  t.strictSame(verdicts(around, documentOf({ type: "integer" })), [["breaking", "response"]]);
  t.end();
});
