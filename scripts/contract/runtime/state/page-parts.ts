// The page size, and the body around the items.
import { own } from "../wire-value.ts";
import type { ListOf } from "./model.ts";
import { successContent } from "./operation-parts.ts";
import { parameterOf, sizeParameterOf } from "./page-style.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Thing } from "./things.ts";

/** The page size if the document has no default. */
const usualPageSize = 50;

export interface Page {
  readonly body: unknown;
  readonly fields: Readonly<Record<string, string>>;
}

/** Returns a body of the declared schema with the items of a page. */
export function bodyWith(
  schemas: Schemas,
  { operation, items }: ListOf,
  page: readonly Thing[],
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
  if (name === undefined) return { name: "", usual: usualPageSize };
  const { default: usual } = schemas.follow(parameterOf(schemas, list.operation.pointer, name)["schema"]);
  return { name, usual: typeof usual === "number" ? usual : usualPageSize };
}
