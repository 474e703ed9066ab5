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
  { operation, items }: ListOf,
  page: readonly Resource[],
): Record<string, unknown> | unknown[] {
  const values = page.map(({ value }) => value);
  const [name, below] = items;
  if (name === undefined) return values;
  const { schema } = successContent(operation, schemas);
  const body = recordOf(schemas.minimal(schema));
  if (below === undefined) return { ...body, [name]: values };
  const inner = recordOf(body[name] ?? schemas.minimal(own(schemas.properties(schema), name)));
  return { ...body, [name]: { ...inner, [below]: values } };
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
export function mostItems(schemas: Schemas, { operation, items }: ListOf): number {
  const { schema } = successContent(operation, schemas);
  const list = items.reduce<unknown>((node, name) => own(schemas.properties(node), name), schema);
  return numberOr(schemas.follow(list)["maxItems"], Infinity);
}

function numberOr(value: unknown, other: number): number {
  return typeof value === "number" ? value : other;
}
