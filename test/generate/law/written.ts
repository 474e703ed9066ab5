// JSON values as TypeScript: as a type, which is assigned as is, and as an object literal, which allows no
// undeclared properties.
import type { Json } from "../../../scripts/contract/document/document.ts";
import { isArray, isObject } from "../../../scripts/contract/document/pointer.ts";

/** A date in a response: of type any, since it is a Date only after it is revived. */
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
