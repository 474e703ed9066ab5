// The cases of an accepting schema, such as the branches of its `oneOf`: each begins with an accepting
// schema.
import { BranchIndex } from "./branch-overlaps.ts";
import type { Formula, JsonType } from "./formula.ts";
import { many } from "./rejected-branches.ts";
import type { SchemaNode } from "./schema-node.ts";

type Clause = readonly Formula[];

/** True if the alternatives of a clause are cases. */
export const isCases = (clause: Clause): boolean => clause.every((one) => acceptedFirst(one) !== undefined);

function acceptedFirst(formula: Formula): SchemaNode | undefined {
  const first = formula.is === "all" ? formula.of[0] : formula;
  return first?.is === "literal" && first.literal.sign ? first.literal.node : undefined;
}

const indexes = new WeakMap<Clause, BranchIndex | null>();

/**
 * Returns the alternatives of a clause that may accept a value that all of `accepted` accept, judged by
 * constants and tags.
 */
export function casesNear(
  clause: Clause,
  { type, accepted }: { readonly type: JsonType; readonly accepted: readonly SchemaNode[] },
  spend: (steps: number) => void,
): Clause {
  if (clause.length < many) return clause;
  let index = indexes.get(clause);
  if (index === undefined) {
    const nodes = clause.map(acceptedFirst).filter((node) => node !== undefined);
    index = nodes.length === clause.length ? new BranchIndex(nodes, type) : null;
    indexes.set(clause, index);
  }
  return index === null ? clause : index.near(accepted, spend).map((at) => clause[at]!);
}
