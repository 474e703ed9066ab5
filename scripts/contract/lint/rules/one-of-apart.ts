// one-of-apart: `oneOf` rejects a value that matches two branches, which is seldom what the author intended.
import { Budget } from "../../containment/budget.ts";
import { search, type Side } from "../../containment/search.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { childPointer, isArray } from "../../document/pointer.ts";
import type { Rule } from "../rule.ts";

/** Search steps per pair of branches, and per document. */
const steps = { each: 20_000, whole: 1_000_000 };
/** Maximum number of branches that are compared; the rest of a longer list is ignored. */
const mostBranches = 40;

export const oneOfApart: Rule = {
  id: "one-of-apart",
  summary: "No value that a sender would send matches two branches of a oneOf.",
  *check({ nodes, root }) {
    const budget = new Budget(steps.each, steps.whole);
    for (const { pointer, node } of nodes("schema")) {
      const { oneOf } = node;
      if (!isArray(oneOf) || oneOf.length < 2) continue;
      const overlap = overlapOf(root, node, oneOf, budget);
      if (overlap === undefined) continue;
      const { first, second, value } = overlap;
      const what = `${jsonText(value)} is of ${branchName(oneOf, first)} and of ${branchName(oneOf, second)}, so oneOf rejects it`;
      const fix = "let a required property have another const in each, or write anyOf";
      yield { pointer: childPointer(pointer, "oneOf"), message: `${what}; ${fix}` };
    }
  },
};

interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly value: Json;
}

function overlapOf(
  root: JsonObject,
  schema: JsonObject,
  branches: readonly Json[],
  budget: Budget,
): Overlap | undefined {
  const listed = branches.slice(0, mostBranches);
  // Senders know the property names of all branches.
  const beside = Object.entries(schema).filter(([keyword]) => keyword !== "oneOf");
  const whole = {
    ...Object.fromEntries(beside),
    allOf: [{ allOf: listOf(schema["allOf"]) }, { anyOf: listed }],
  };
  const sent: Side = { root, view: "none", closed: true, schema: whole };
  for (const [first, one] of listed.entries())
    for (const [second, other] of listed.entries()) {
      if (second <= first) continue;
      const read = [one, other].map((schema): Side => ({ root, view: "none", closed: false, schema }));
      const result = search({ accepts: [sent, ...read], rejects: [], budget });
      if (result.kind === "found") return { first, second, value: result.instance };
    }
  return undefined;
}

const listOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** Returns the component name of a branch, or its position. */
function branchName(branches: readonly Json[], at: number): string {
  const branch = branches[at] as JsonObject | undefined;
  const reference = branch?.["$ref"];
  const name =
    typeof reference === "string" ? /^#\/components\/schemas\/([\w.-]+)$/.exec(reference)?.[1] : undefined;
  return name ?? `branch ${at + 1}`;
}
