// Pagination styles, inferred from the names of query parameters: cursors, offsets, page numbers.
import type { ListOf } from "./model.ts";
import { successStatus } from "./operation-parts.ts";
import { cursorNames, idNames, offsetNames, pageNames, sizeNames } from "./page-names.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Names of a list's pagination parameters. */
export interface PageStyle {
  readonly cursor: string | undefined;
  /** Whether a cursor is the id of the last item of the previous page. */
  readonly isId: boolean;
  readonly offset: string | undefined;
  readonly page: string | undefined;
  /** The number of the first page. */
  readonly firstPage: number;
  /** Whether the header field `Link` references the adjacent pages (RFC 8288). */
  readonly link: boolean;
}

export function pageStyleOf(schemas: Schemas, { operation }: Pick<ListOf, "operation">): PageStyle {
  const queries = queryNames(operation);
  const number = (name: string): boolean =>
    /integer|number/.test(String(schemaOf(schemas, operation, name)["type"]));
  const cursor = queries.find((name) => cursorNames.test(name));
  const page = queries.find((name) => pageNames.test(name));
  const { minimum, default: usual } = page === undefined ? {} : schemaOf(schemas, operation, page);
  const status = successStatus(operation);
  return {
    cursor,
    isId: cursor !== undefined && idNames.test(cursor),
    offset: queries.find((name) => offsetNames.test(name) && number(name)),
    page: page !== undefined && number(page) ? page : undefined,
    firstPage: minimum === 0 || usual === 0 ? 0 : 1,
    link: operation.responses[status]?.headers.some((name) => name.toLowerCase() === "link") === true,
  };
}

/** Returns the query parameter for the page size. */
export function sizeParameterOf({ operation }: Pick<ListOf, "operation">): string | undefined {
  return queryNames(operation).find((name) => sizeNames.test(name));
}

function queryNames({ parameters }: StateOperation): string[] {
  return parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
}

/** Returns the schema of a query parameter of an operation, declared by it or by its path. */
export function schemaOf(
  schemas: Schemas,
  operation: StateOperation,
  name: string,
): Readonly<Record<string, unknown>> {
  return schemas.follow(parameterOf(schemas, operation.pointer, name)["schema"]);
}

/** Returns a query parameter of an operation, declared by it or by its path. */
export function parameterOf(
  schemas: Schemas,
  pointer: string,
  name: string,
): Readonly<Record<string, unknown>> {
  const shared = pointer.replace(/\/[^/]*$/, "");
  const nodes = [pointer, shared].flatMap((place): unknown[] => {
    const { parameters } = schemas.at(place);
    return Array.isArray(parameters) ? parameters : [];
  });
  return nodes.map((node) => schemas.follow(node)).find((node) => node["name"] === name) ?? {};
}
