// The credentials that a client sends to each operation: exactly those that the document requires there.
import type { Plan, PlannedOperation } from "../plan.ts";
import { sentSchemes } from "./credential-schemes.ts";
import { memo } from "./memo.ts";
import { isElsewhere } from "./server-urls.ts";

/**
 * Alternatives, each a list of indices of schemes that are sent together, as `authorizations` of the runtime
 * takes them.
 */
export type Requirement = readonly (readonly number[])[];

const schemesOf = memo(sentSchemes);

/**
 * Returns the requirement of an operation; empty if it requires none. The document's global requirement
 * applies to its own servers: an operation on another host gets credentials only if it requires them itself.
 */
export function requirementOf(plan: Plan, operation: PlannedOperation): Requirement {
  const { source } = operation;
  const inherited = source.operation["security"] === undefined;
  if (inherited && isElsewhere(plan, operation)) return [];
  const schemes = schemesOf(plan);
  const alternatives = source.security.map((one) =>
    // A client certificate needs no header.
    Object.keys(one).flatMap((key) => {
      const index = schemes.findIndex(({ keys }) => keys.includes(key));
      return index < 0 ? [] : [index];
    }),
  );
  return [...new Map(alternatives.map((one) => [JSON.stringify(one), one])).values()];
}

/** The most common requirement of the operations. */
export const commonRequirement = memo((plan: Plan): Requirement => {
  const counts = new Map<string, { requirement: Requirement; count: number }>();
  for (const operation of plan.operations) {
    const requirement = requirementOf(plan, operation);
    const key = JSON.stringify(requirement);
    counts.set(key, { requirement, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.count - one.count);
  return most?.requirement ?? [];
});
