// Repairs every break of the corpus where possible: in memory, in the text and by an Overlay, without making
// any other finding worse.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import t from "tap";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import type { CompareOptions, Comparison, Finding } from "../../../scripts/contract/diff/comparison.ts";
import { isWidening } from "../../../scripts/contract/diff/repair/candidates.ts";
import { type DescribedSteps, overlayText } from "../../../scripts/contract/diff/repair/overlay-text.ts";
import { repair } from "../../../scripts/contract/diff/repair/repair.ts";
import { type EditedFile, editedFiles } from "../../../scripts/contract/diff/repair/repair-sides.ts";
import { StepWriter } from "../../../scripts/contract/diff/repair/written-steps.ts";
import type { JsonObject, OpenApiDocument } from "../../../scripts/contract/document/document.ts";
import { parseYaml } from "../../../scripts/contract/document/parse-yaml.ts";
import { readDocument } from "../../../scripts/contract/document/read-document.ts";
import { knownFormats } from "../../../scripts/contract/lint/formats.ts";
import { lintDocument } from "../../../scripts/contract/lint/lint-document.ts";
import { lintContext } from "../../../scripts/contract/lint/rule.ts";
import { rules } from "../../../scripts/contract/lint/rules.ts";
import { readCorpus } from "../corpus.ts";

const exact = { exactNumbers: true };
const folder = mkdtempSync(join(tmpdir(), "repair-"));
t.teardown(() => rmSync(folder, { recursive: true }));

/** Both directions of every case. */
const pairs = readCorpus().flatMap(({ name, base, head, protect, back }) => [
  { name, base, head, protect },
  ...(back === undefined ? [] : [{ name: `${name}, back`, base: head, head: base, protect }]),
]);
const isLong = process.env["CHECK_LONG"] === "1";
const some = isLong ? pairs : pairs.filter((_, at) => at % 6 === 0);
const total = { breaks: 0, repaired: 0 };
// Also applies when this file is run alone, where tap's own limit would end it.
t.setTimeout(isLong ? 3_600_000 : 120_000);

for (const { name, base, head, protect } of some) {
  t.test(name, { timeout: 300_000 }, async (t) => {
    const options: CompareOptions = { protect, now: new Date("2030-01-01") };
    const [before, after] = [await readDocument(base, exact), await readDocument(head, exact)];
    const breaks = breaksOf(compare(before, after, options));
    if (breaks.length === 0) return;
    const repaired = repair([before], after, options);
    total.breaks += breaks.length;
    total.repaired += breaks.length - repaired.left.length;
    const left = repaired.left.map(({ fingerprint }) => fingerprint);
    const open = breaksOf(compare(before, repaired.document, options)).map(({ fingerprint }) => fingerprint);
    t.same(open.sort(), left.sort(), "the diff is clean but for what has no repair");
    const taken = breaksOf(compare(after, repaired.document, { protect: ["wire"] })).filter(isWidening);
    t.same(taken, [], "nothing is taken away that head newly accepts");
    if (repaired.steps.length === 0) return;
    const text = readFileSync(head, "utf8");
    const root = parseYaml({ path: head, name: head, text, exactNumbers: true }).value as JsonObject;
    const writer = new StepWriter(after, { path: after.writtenAt!("").path, root });
    const edits = repaired.repaired.map(({ edit }) => ({ does: edit.does, steps: writer.write(edit.steps) }));
    const files = await editedFiles(
      edits.flatMap(({ steps }) => steps),
      (path) => Promise.resolve(readFileSync(path, "utf8")),
    );
    t.not(files, undefined, "the edits can be made in the text");
    const inText = await reread(files!, head);
    t.same(
      breaksOf(compare(before, inText, options))
        .map(({ fingerprint }) => fingerprint)
        .sort(),
      left,
    );
    if (files!.some(({ path }) => basename(path) !== basename(head))) return;
    const overlaid = await withOverlay(head, root, edits);
    t.same(
      breaksOf(compare(before, overlaid, options))
        .map(({ fingerprint }) => fingerprint)
        .sort(),
      left,
    );
    const [old, young, now] = [before, after, inText].map(complaints);
    for (const [rule, count] of now!)
      t.ok(count <= (old!.get(rule) ?? 0) + (young!.get(rule) ?? 0), `lint is no worse: ${rule}`);
  });
}

t.test("nine in ten breaks of the corpus are repaired", (t) => {
  t.comment(`${total.repaired} of ${total.breaks}`);
  t.ok(total.repaired / total.breaks >= 0.9);
  t.end();
});

function breaksOf({ findings }: Comparison): Finding[] {
  return findings.filter(({ verdict }) => verdict === "breaking");
}

function reread(files: readonly EditedFile[], path: string): Promise<OpenApiDocument> {
  return readDocument(path, {
    ...exact,
    readText: (file) =>
      Promise.resolve(
        files.find((one) => resolve(one.path) === resolve(file))?.after ?? readFileSync(file, "utf8"),
      ),
  });
}

async function withOverlay(
  path: string,
  root: JsonObject,
  edits: readonly DescribedSteps[],
): Promise<OpenApiDocument> {
  const overlay = join(folder, "overlay.yaml");
  writeFileSync(overlay, overlayText(root, edits, "A repair"));
  return readDocument(path, { ...exact, overlays: [overlay] });
}

/** Lint rules for errors. A repair may violate style rules, since base may violate them. */
const wrong = new Set(
  "ambiguous-paths fields-agree known-fields known-keywords linear-patterns links-resolve one-of-apart operation-id unused-components valid-examples".split(
    " ",
  ),
);

/** Number of violations of each of these rules; one of them checks that every example is valid. */
function complaints(document: OpenApiDocument): Map<string, number> {
  const counts = new Map<string, number>();
  const context = lintContext(document, { formats: knownFormats(), extensions: ["x-sdk"] });
  for (const { rule } of lintDocument(
    context,
    rules.filter(({ id }) => wrong.has(id)),
  ))
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
