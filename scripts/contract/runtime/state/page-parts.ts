// The page size, and the body around the items.
import { own } from "../wire-value.ts";
import type { ListOf } from "./model.ts";
import { successContent } from "./operation-parts.ts";
import { parameterOf, sizeParameterOf } from "./page-style.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Resource } from "./resources.ts";

/** The page size if the document has no default. */
const usualPageSize = 50;

/** A page as a response: its body and header fields. */
export interface Page {
  readonly body: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Returns a body of the declared schema with the items of a page. */
export function bodyWith(
  schemas: Schemas,
  list: ListOf,
  page: readonly Resource[],
): Record<string, unknown> | unknown[] {
  const { operation, items } = list;
  const ids = schemas.about(list, idsOf);
  const values = page.map(({ id, value }) => ids?.(id) ?? value);
  const [name, below] = items;
  if (name === undefined) return values;
  const { schema } = successContent(operation, schemas);
  const body = recordOf(schemas.minimal(schema));
  if (below === undefined) return { ...body, [name]: values };
  const inner = recordOf(body[name] ?? schemas.minimal(own(schemas.properties(schema), name)));
  return { ...body, [name]: { ...inner, [below]: values } };
}

/** Returns how a list writes ids, for a list of ids instead of resources; undefined for any other. */
function idsOf(schemas: Schemas, list: ListOf): ((id: string) => string | number) | undefined {
  const { type, enum: values } = schemas.follow(schemas.follow(arrayOf(schemas, list))["items"]);
  if (type === "integer" || type === "number") return Number;
  const isText = type === "string" || (type === undefined && Array.isArray(values) && values.every(isString));
  return isText ? (id) => id : undefined;
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

/** Returns the page size that a query requests. */
export function pageSizeOf(
  schemas: Schemas,
  list: ListOf,
): { readonly name: string; readonly usual: number } {
  const name = sizeParameterOf(list);
  if (name === undefined) return { name: "", usual: Math.min(usualPageSize, mostItems(schemas, list)) };
  const schema = schemas.follow(parameterOf(schemas, list.operation.pointer, name)["schema"]);
  const { default: usual = usualPageSize, minimum, maximum } = schema;
  const [least, most] = [
    numberOr(minimum, 1),
    Math.min(numberOr(maximum, Infinity), mostItems(schemas, list)),
  ];
  return { name, usual: Math.max(least, Math.min(numberOr(usual, usualPageSize), most)) };
}

/** Returns the number of items that the document allows in a page. */
export function mostItems(schemas: Schemas, list: ListOf): number {
  return numberOr(schemas.follow(arrayOf(schemas, list))["maxItems"], Infinity);
}

/** Returns the schema of the array with the items. */
function arrayOf(schemas: Schemas, { operation, items }: ListOf): unknown {
  const { schema } = successContent(operation, schemas);
  return items.reduce<unknown>((node, name) => own(schemas.properties(node), name), schema);
}

function numberOr(value: unknown, other: number): number {
  return typeof value === "number" ? value : other;
}
