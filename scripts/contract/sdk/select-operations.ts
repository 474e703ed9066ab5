// Selects the operations of a package: those with some tags, those with some ids, or all.
import { UsageError } from "../cli/command.ts";
import { nearestName } from "../document/nearest-name.ts";
import type { Plan, PlannedOperation } from "../generate/plan.ts";

/** The selection on the command line; empty: no restriction. */
export interface Selection {
  readonly tags: readonly string[];
  readonly operations: readonly string[];
}

/**
 * Returns the operations with one of the tags (not only as their first tag), and those with the given ids.
 * Throws a UsageError for an unknown tag or operation.
 */
export function selectOperations(plan: Plan, { tags, operations }: Selection): PlannedOperation[] {
  const known = new Set(plan.operations.flatMap(tagsOf));
  for (const tag of tags) rejectUnknown("tag", tag, [...known]);
  for (const id of operations)
    rejectUnknown(
      "operation",
      id,
      plan.operations.map((operation) => operation.id),
    );
  if (tags.length === 0 && operations.length === 0) return [...plan.operations];
  return plan.operations.filter(
    (operation) => operations.includes(operation.id) || tagsOf(operation).some((tag) => tags.includes(tag)),
  );
}

function tagsOf({ source }: PlannedOperation): string[] {
  const tags: unknown = source.operation["tags"];
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

function rejectUnknown(kind: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const nearest = nearestName(name, known);
  throw new UsageError(`the document has no ${kind} ${JSON.stringify(name)}`, {
    expected: `expected one of ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`,
    fix: nearest === undefined ? `leave out --${kind}s ${name}` : `write --${kind}s ${nearest}`,
  });
}
