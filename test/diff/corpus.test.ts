// Runs the corpus: every case must come to what its folder says, and every break must be believed by two validators.
import t from "tap";
import { compare } from "../../scripts/diff/compare.ts";
import type { Comparison, Verdict } from "../../scripts/diff/comparison.ts";
import { readDocument } from "../../scripts/document/read-document.ts";
import { type Expected, readCorpus } from "./corpus.ts";

const corpus = readCorpus();

for (const { name, about, base, head, protect, forth, back } of corpus) {
  t.test(`${name}: ${about}`, async (t) => {
    const [before, after] = [await readDocument(base), await readDocument(head)];
    agrees(t, compare(before, after, { protect }), forth, "base to head");
    if (back !== undefined) agrees(t, compare(after, before, { protect }), back, "head to base");
  });
}

function agrees(t: Tap, comparison: Comparison, expected: Expected, title: string) {
  const said = comparison.findings.filter(({ verdict }) => verdict !== "compatible");
  const wanted = said.filter(
    ({ verdict }) => verdict !== "notice" || expected.findings.some((finding) => finding.verdict === "notice"),
  );
  t.equal(overall(comparison), expected.verdict, `${title}: verdict`);
  t.same(
    wanted.map(({ verdict, rule, operation, side, place }) => ({ verdict, rule, operation, side, place })),
    expected.findings.map(({ verdict, rule, operation = "createThing", side, place }) => ({
      verdict,
      rule,
      operation,
      side,
      place,
    })),
    title,
  );
  const unproved = said.filter(({ verdict, witness, policy }) => verdict === "breaking" && !witness && !policy);
  t.same(unproved, [], `${title}: every break has its witness`);
}

type Tap = typeof t;

function overall({ counts }: Comparison): Verdict {
  if (counts.breaking > 0) return "breaking";
  if (counts.undecided > 0) return "undecided";
  return counts.notice > 0 ? "notice" : "compatible";
}
