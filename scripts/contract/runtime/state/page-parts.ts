// How long a page is, and what stands around its items.
import { own } from "../wire-value.ts";
import type { ListOf } from "./model.ts";
import { successContent } from "./operation-parts.ts";
import { parameterOf, sizeParameterOf } from "./page-style.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Thing } from "./things.ts";

/** The usual page where the document has no default. */
const usualPageSize = 50;

export interface Page {
  readonly body: unknown;
  readonly fields: Readonly<Record<string, string>>;
}

/** The items of a page in what the document has around them. */
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

/** The parameter that says how long a page is. */
export function pageSizeOf(
  schemas: Schemas,
  list: ListOf,
): { readonly name: string; readonly usual: number } {
  const name = sizeParameterOf(list);
  if (name === undefined) return { name: "", usual: usualPageSize };
  const { default: usual } = schemas.follow(parameterOf(schemas, list.operation.pointer, name)["schema"]);
  return { name, usual: typeof usual === "number" ? usual : usualPageSize };
}
