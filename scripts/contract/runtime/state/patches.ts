// Partial changes: JSON Patch and JSON Merge Patch.
import { deepEqual } from "../deep-equal.ts";
import { isRecord } from "./record.ts";

/** Thrown for a JSON Patch that cannot be applied: a location is missing, or a test fails. */
export class PatchFails extends Error {
  override readonly name = "PatchFails";
}

/** Whether a body is a JSON Patch: a list of operations. */
export function isJsonPatch(body: unknown): body is readonly Readonly<Record<string, unknown>>[] {
  return (
    Array.isArray(body) &&
    body.length > 0 &&
    body.every((one) => isRecord(one) && typeof one["op"] === "string" && typeof one["path"] === "string")
  );
}

/** Returns the value with a JSON Merge Patch applied (https://www.rfc-editor.org/rfc/rfc7396#section-2). */
export function mergePatched(value: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const members = new Map(Object.entries(isRecord(value) ? value : {}));
  for (const [name, member] of Object.entries(patch)) {
    if (member === null) members.delete(name);
    else members.set(name, mergePatched(members.get(name), member));
  }
  return Object.fromEntries(members);
}

/**
 * Returns the value with a JSON Patch applied (RFC 6902). Throws a PatchFails; the value is not changed then.
 */
export function jsonPatched(value: unknown, patch: readonly Readonly<Record<string, unknown>>[]): unknown {
  return patch.reduce<unknown>(applied, structuredClone(value));
}

function applied(document: unknown, { op, path, from, value }: Readonly<Record<string, unknown>>): unknown {
  const steps = stepsOf(String(path));
  switch (op) {
    case "add":
      return changed(document, steps, () => value, "add");
    case "remove":
      return changed(document, steps, () => undefined, "remove");
    case "replace":
      valueAt(document, steps);
      return changed(document, steps, () => value, "replace");
    case "move": {
      const moved = valueAt(document, stepsOf(String(from)));
      return changed(
        changed(document, stepsOf(String(from)), () => undefined, "remove"),
        steps,
        () => moved,
        "add",
      );
    }
    case "copy": {
      const copied = structuredClone(valueAt(document, stepsOf(String(from))));
      return changed(document, steps, () => copied, "add");
    }
    case "test":
      if (!deepEqual(valueAt(document, steps), value))
        throw new PatchFails(`the test of ${String(path)} does not hold`);
      return document;
    default:
      throw new PatchFails(`there is no operation ${JSON.stringify(op)}`);
  }
}

function stepsOf(pointer: string): string[] {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new PatchFails(`${JSON.stringify(pointer)} is not a JSON pointer`);
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function valueAt(document: unknown, steps: readonly string[]): unknown {
  return steps.reduce((node, step) => {
    const found: unknown = Array.isArray(node)
      ? node[indexOf(step, node.length)]
      : isRecord(node) && Object.hasOwn(node, step)
        ? node[step]
        : undefined;
    if (found === undefined) throw new PatchFails(`there is nothing at /${steps.join("/")}`);
    return found;
  }, document);
}

function changed(
  document: unknown,
  steps: readonly string[],
  make: () => unknown,
  how: "add" | "remove" | "replace",
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return make();
  if (Array.isArray(document)) {
    const list: unknown[] = [...(document as readonly unknown[])];
    const at =
      how === "add" && rest.length === 0 && step === "-"
        ? list.length
        : indexOf(step, list.length + (how === "add" && rest.length === 0 ? 1 : 0));
    if (rest.length > 0) list[at] = changed(list[at], rest, make, how);
    else if (how === "add") list.splice(at, 0, make());
    else if (how === "remove") list.splice(at, 1);
    else list[at] = make();
    return list;
  }
  if (!isRecord(document) || (!Object.hasOwn(document, step) && (rest.length > 0 || how !== "add")))
    throw new PatchFails(`there is nothing at /${steps.join("/")}`);
  const members = new Map(Object.entries(document));
  if (rest.length > 0) members.set(step, changed(document[step], rest, make, how));
  else if (how === "remove") members.delete(step);
  else members.set(step, make());
  return Object.fromEntries(members);
}

function indexOf(step: string, length: number): number {
  const at = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1;
  if (at < 0 || at >= length) throw new PatchFails(`the list has no item ${step}`);
  return at;
}
