// JSON values as TypeScript: as a type, which is assigned as it is, and as a literal, which may have no members nobody speaks of.
import type { Json } from "../../../scripts/contract/document/document.ts";
import { isArray, isObject } from "../../../scripts/contract/document/pointer.ts";

/** What stands for a date that arrived: of any type, since only revived it is a Date. */
const moment = /^\d{4}-\d\d-\d\dT/;

export function typeOf(value: Json): string {
  if (isArray(value)) return `[${value.map(typeOf).join(", ")}]`;
  if (!isObject(value))
    return typeof value === "string" && moment.test(value) ? "never" : JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, one]) => `${JSON.stringify(name)}: ${typeOf(one ?? null)}`,
  );
  return `{ ${members.join("; ")} }`;
}

export function literalOf(value: Json): string {
  if (isArray(value)) return `[${value.map(literalOf).join(", ")}]`;
  if (!isObject(value))
    return typeof value === "string" && moment.test(value) ? "never" : JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, one]) => `[${JSON.stringify(name)}]: ${literalOf(one ?? null)}`,
  );
  return `{ ${members.join(", ")} }`;
}
