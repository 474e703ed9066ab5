// Runs the corpus: every case must have its expected result, and two validators must confirm every break.
import t, { type Test } from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { Comparison, Protection, Verdict } from "../../scripts/contract/diff/comparison.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import type { OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { type Expected, readCorpus } from "./corpus.ts";
import { secondOpinion } from "./second-opinion.ts";

const corpus = readCorpus();
// Sunset dates in the corpus are around this day.
const now = new Date("2030-01-01");

for (const { name, about, base, head, protect, forth, back } of corpus) {
  t.test(`${name}: ${about}`, async (t) => {
    const exact = { exactNumbers: true };
    const [before, after] = [await readDocument(base, exact), await readDocument(head, exact)];
    await agrees(t, { base: before, head: after }, protect, forth);
    if (back !== undefined) await agrees(t, { base: after, head: before }, protect, back);
  });
}

async function agrees(
  t: Test,
  documents: { readonly base: OpenApiDocument; readonly head: OpenApiDocument },
  protect: readonly Protection[],
  expected: Expected,
) {
  const title = `${documents.base.name} to ${documents.head.name}`;
  const comparison = compare(documents.base, documents.head, { protect, now });
  const said = comparison.findings.filter(({ verdict }) => verdict !== "compatible");
  const wanted = said.filter(
    ({ verdict }) =>
      verdict !== "notice" || expected.findings.some((finding) => finding.verdict === "notice"),
  );
  // Additions to a document are reported; a case about something else need not list them.
  const met = overall(comparison);
  const isSafe = title.includes("/safe/") && met === "notice" && expected.verdict === "compatible";
  t.equal(isSafe ? "compatible" : met, expected.verdict, `${title}: verdict`);
  t.same(
    wanted.map(({ verdict, rule, operation, side, place }) => ({ verdict, rule, operation, side, place })),
    expected.findings.map(({ operation = "createThing", ...finding }) => ({ ...finding, operation })),
    title,
  );
  for (const finding of said.filter(
    ({ verdict, policy }) => verdict === "breaking" && policy === undefined,
  )) {
    t.ok(finding.witness, `${title}: the break at ${finding.place} has a witness`);
    const opinion = await secondOpinion(finding, documents);
    if (opinion !== undefined)
      t.same(opinion, { sender: true, receiver: false }, `${finding.place}: another validator`);
  }
}

function overall({ counts }: Comparison): Verdict {
  if (counts.breaking > 0) return "breaking";
  if (counts.undecided > 0) return "undecided";
  return counts.notice > 0 ? "notice" : "compatible";
}
