// The verdicts on the pairs of documents that are easily misread.
import { join } from "node:path";
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { readPairs } from "./pairs.ts";

for (const { name, why, base, head, want, back } of readPairs()) {
  t.test(`${name}: ${why}`, async (t) => {
    const paths = t.testdir({ "base.json": base, "head.json": head });
    const [old, young] = [join(paths, "base.json"), join(paths, "head.json")];
    t.equal(await verdict(old, young), want);
    if (back !== undefined) t.equal(await verdict(young, old), back, "and back");
  });
}

/**
 * The overall verdict of the findings; notices count as compatible, unless the expected verdict is a notice.
 */
async function verdict(base: string, head: string): Promise<string> {
  try {
    const exact = { exactNumbers: true };
    const { counts } = compare(await readDocument(base, exact), await readDocument(head, exact));
    const { breaking, undecided } = counts;
    return breaking > 0 ? "breaking" : undecided > 0 ? "undecided" : "compatible";
  } catch (error) {
    return error instanceof Error && error.name === "DocumentError" ? "refused" : String(error);
  }
}
