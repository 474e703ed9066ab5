// What a page reports besides its items: the total, and where the next page is.
import { setOwn } from "../wire-value.ts";
import { nestedNames, pageFactName, type PageFactName } from "./page-names.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";

/** The metadata of one page. */
export interface PageFacts {
  readonly total: number;
  readonly length: number;
  readonly size: number;
  readonly offset: number;
  readonly page: number;
  /** The query of the next page, and of the previous one; undefined if there is none. */
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** The value of the parameter for the next page. */
  readonly token: string | undefined;
  readonly first: unknown;
  readonly last: unknown;
  readonly self: string;
}

/**
 * Returns the body with the facts in the properties that its schema has for them, including nested objects
 * such as `meta` and `pagination`.
 */
export function withPageFacts(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
  facts: PageFacts,
): Record<string, unknown> {
  return filledWith(schemas, schema, body, factsOf(facts));
}

export function factsOf(facts: PageFacts): FactOf {
  return (name) => factValues[name](facts);
}

/** Returns the body of a page without a next one: no cursor or link to it, and no flag that there is one. */
export function asLastPage(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return filledWith(schemas, schema, body, (name) => lastFacts.get(name));
}

/** Returns the fact for a name; undefined: the property stays; null: there is no value on this page. */
export type FactOf = (name: PageFactName) => unknown;

function filledWith(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
  factOf: FactOf,
  depth = 0,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...body };
  const required = schemas.required(schema);
  for (const [name, node] of Object.entries(schemas.properties(schema))) {
    const schemaHere = schemas.follow(node);
    if (nestedNames.test(name) && depth < 3 && Object.keys(schemas.properties(node)).length > 0) {
      const inner = filledWith(schemas, node, recordOf(body[name]), factOf, depth + 1);
      // What is required beside the facts is said, too, where the whole object is here because of them.
      if (isRecord(body[name])) setOwn(filled, name, inner);
      else if (Object.keys(inner).length > 0)
        setOwn(filled, name, { ...recordOf(schemas.minimal(node)), ...inner });
      continue;
    }
    const types = [schemaHere["type"]].flat();
    const named = pageFactName(name, { types, format: schemaHere["format"] });
    const fact = named && factOf(named);
    if (fact === undefined) continue;
    if (named === "self") setOwn(filled, name, urlOrPath(schemas, schemaHere["pattern"], fact));
    else if (fact !== null) setOwn(filled, name, fact);
    else if (isNullable(schemas, schemaHere)) setOwn(filled, name, null);
    else if (required.includes(name)) setOwn(filled, name, types.includes("string") ? "" : body[name]);
    else Reflect.deleteProperty(filled, name);
  }
  return filled;
}

/** Returns the URL of a list, or only its path if the pattern of the property demands that. */
function urlOrPath(schemas: Schemas, pattern: unknown, url: unknown): unknown {
  if (typeof pattern !== "string" || typeof url !== "string" || schemas.matches(pattern, url)) return url;
  return url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").replace(/[?#][^]*$/, "");
}

function isNullable(schemas: Schemas, { type, anyOf, oneOf }: Readonly<Record<string, unknown>>): boolean {
  if ([type].flat().includes("null")) return true;
  const branches: unknown[] = [anyOf ?? oneOf ?? []].flat();
  return branches.some((branch) => schemas.follow(branch)["type"] === "null");
}

const factValues: Readonly<Record<PageFactName, (facts: PageFacts) => unknown>> = {
  total: ({ total }) => total,
  page: ({ page }) => page,
  size: ({ size }) => size,
  offset: ({ offset }) => offset,
  pages: ({ total, size }) => Math.max(1, Math.ceil(total / size)),
  nextPage: ({ next, page }) => (next === undefined ? null : page + 1),
  previousPage: ({ previous, page }) => (previous === undefined ? null : page - 1),
  hasNext: ({ next }) => next !== undefined,
  hasPrevious: ({ previous }) => previous !== undefined,
  isLast: ({ next }) => next === undefined,
  firstId: ({ first }) => first ?? null,
  lastId: ({ last }) => last ?? null,
  nextUrl: ({ next }) => next ?? null,
  next: ({ token, next }) => token ?? next ?? null,
  previous: ({ previous }) => previous ?? null,
  self: ({ self }) => self,
};

const lastFacts: ReadonlyMap<PageFactName, unknown> = new Map<PageFactName, unknown>([
  ["hasNext", false],
  ["isLast", true],
  ["next", null],
  ["nextUrl", null],
  ["nextPage", null],
]);
