// Lists: what a query leaves of them, page by page.
import type { ListOf } from "./model.ts";
import { bodyPointer, linksOf, successContent } from "./model.ts";
import { own, setOwn } from "../wire-value.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Thing } from "./things.ts";

/** The usual page where the document has no default. */
const usualPageSize = 50;

type ListQuery = Readonly<Record<string, unknown>>;

/** A page, or the name of the parameter that is no token of this list. */
export function pageOf(
  schemas: Schemas,
  list: ListOf,
  {
    path,
    query,
    entries,
  }: { readonly path: string; readonly query: ListQuery; readonly entries: readonly Thing[] },
): { readonly body: unknown } | { readonly wrong: string } {
  const { operation, items } = list;
  const { name: tokenName, expression } = pageTokenOf(list) ?? {};
  const size = pageSizeOf(schemas, list);
  const { [tokenName ?? ""]: token, [size.name]: asked, ...given } = query;
  const place = token === undefined ? { after: 0, filters: given } : readToken(token, path);
  const other = Object.keys(given).some(
    (name) => String(given[name]) !== String(own(place?.filters ?? {}, name)),
  );
  if (place === undefined || other) return { wrong: tokenName ?? "" };
  const left = entries
    .filter((entry) => isFound(schemas, list, entry, place.filters))
    .filter(({ order }) => order > place.after)
    .sort((one, another) => one.order - another.order);
  const page = left.slice(0, Number(asked ?? size.usual));
  const last = page.at(-1);
  const following = last !== undefined && left.length > page.length ? last.order : undefined;
  const values = page.map(({ value }) => value);
  const [name] = items;
  if (name === undefined) return { body: values };
  const schema = successContent(operation, schemas)["schema"];
  const body: Record<string, unknown> = { ...recordOf(schemas.minimal(schema)), [name]: values };
  const tokenOf = (after: number): string => writeToken(path, after, place.filters);
  const pointer = bodyPointer(expression);
  if (pointer !== undefined)
    setNext(body, pointer, {
      next: following === undefined ? undefined : tokenOf(following),
      self: token ?? tokenOf(place.after),
    });
  return { body };
}

/** The parameter that the link to the next page fills, and the expression that it is filled by. */
export function pageTokenOf({
  operation,
}: ListOf): { readonly name: string; readonly expression: unknown } | undefined {
  const next = linksOf(operation).find(({ operationId }) => operationId === operation.operationId);
  const found = Object.entries(next?.parameters ?? {}).find(([, value]) => bodyPointer(value) !== undefined);
  return found && { name: found[0], expression: found[1] };
}

/** Puts the tokens in: null at the end where the schema's smallest value has the property, nothing where not. */
function setNext(
  body: Record<string, unknown>,
  pointer: string,
  { next, self }: { readonly next: string | undefined; readonly self: unknown },
): void {
  const keys = pointer.slice(1).split("/");
  const last = keys.pop() ?? "";
  let node = body;
  for (const key of keys) {
    const below = recordOf(own(node, key));
    setOwn(node, key, below);
    node = below;
  }
  if (next !== undefined) setOwn(node, last, next);
  else if (Object.hasOwn(node, last)) setOwn(node, last, null);
  if (Object.hasOwn(node, "self")) node["self"] = self;
}

/** The parameter that says how long a page is. */
export function pageSizeOf(
  schemas: Schemas,
  { operation }: ListOf,
): { readonly name: string; readonly usual: number } {
  const name = operation.parameters.find(
    (parameter) => parameter.in === "query" && /size|limit|per_?page|^count$|^top$/i.test(parameter.name),
  )?.name;
  if (name === undefined) return { name: "", usual: usualPageSize };
  const { default: usual } = schemas.follow(parameterOf(schemas, operation.pointer, name)["schema"]);
  return { name, usual: typeof usual === "number" ? usual : usualPageSize };
}

/** A query parameter of an operation, its own or its path's. */
function parameterOf(schemas: Schemas, pointer: string, name: string): ListQuery {
  const shared = pointer.replace(/\/[^/]*$/, "");
  const nodes = [pointer, shared].flatMap((place): unknown[] => {
    const { parameters } = schemas.at(place);
    return Array.isArray(parameters) ? parameters : [];
  });
  return nodes.map((node) => schemas.follow(node)).find((node) => node["name"] === name) ?? {};
}

/** Whether a thing is among those that a query asks for. What a parameter means is told by its name; what it cannot tell, all have. */
function isFound(schemas: Schemas, list: ListOf, thing: Thing, filters: ListQuery): boolean {
  return Object.entries(filters).every(([name, wanted]) => {
    const found = thing.foundBy.get(name);
    if (found !== undefined) return found.has(String(wanted));
    const filter = filterOf(schemas, list, name);
    switch (filter?.by) {
      case "after":
        return Date.parse(String(own(thing.value, filter.property))) > Date.parse(String(wanted));
      case "before":
        return Date.parse(String(own(thing.value, filter.property))) < Date.parse(String(wanted));
      case "value":
        return String(own(thing.value, name)) === String(wanted);
      case "link":
        return false;
      case undefined:
        return true;
    }
  });
}

type Filter =
  | { readonly by: "after" | "before"; readonly property: string }
  | { readonly by: "value" }
  /** What a link of another operation fills: it finds what that was about, and nothing else. */
  | { readonly by: "link" };

function filterOf(schemas: Schemas, { operation, kind, linked }: ListOf, name: string): Filter | undefined {
  const parameter = parameterOf(schemas, operation.pointer, name);
  if (schemas.format(parameter["schema"]) === "date-time") {
    const property = dateProperty(schemas, kind.schema);
    if (/start|after|since|from|min/i.test(name)) return { by: "after", property };
    if (/end|before|until|to|max/i.test(name)) return { by: "before", property };
  }
  if (Object.hasOwn(schemas.properties(kind.schema), name)) return { by: "value" };
  return linked.has(name) ? { by: "link" } : undefined;
}

/** What a query parameter of a list is taken for; undefined for one that is taken for nothing, and for a token of a page. */
export function understoodFilter(schemas: Schemas, list: ListOf, name: string): string | undefined {
  const filter = filterOf(schemas, list, name);
  switch (filter?.by) {
    case "after":
    case "before":
      return `keeps things whose ${filter.property} is ${filter.by} it`;
    case "value":
      return "keeps things whose property of that name has the value";
    case "link":
      return "keeps what the call was about whose response links here";
    case undefined:
      return undefined;
  }
}

function dateProperty(schemas: Schemas, schema: unknown): string {
  const dates = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => schemas.format(node) === "date-time",
  );
  return (dates.find(([name]) => /creat/i.test(name)) ?? dates[0])?.[0] ?? "";
}

interface PagePlace {
  readonly after: number;
  readonly filters: ListQuery;
}

function writeToken(path: string, after: number, filters: ListQuery): string {
  const bytes = new TextEncoder().encode(JSON.stringify([path, after, filters]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Undefined for what is no token of this list. */
function readToken(token: unknown, path: string): PagePlace | undefined {
  if (typeof token !== "string") return undefined;
  try {
    const bytes = atob(token.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
    const [where, after, filters] = JSON.parse(text) as unknown[];
    return where === path && typeof after === "number" ? { after, filters: recordOf(filters) } : undefined;
  } catch {
    return undefined;
  }
}
