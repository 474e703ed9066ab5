// Lists: what a query leaves of them, page by page.
import { isRecord } from "../is-record.ts";
import type { ListOf } from "./model.ts";
import { bodyPointer, linksOf, successContent } from "./model.ts";
import { getOwn, setOwn } from "./own-property.ts";
import type { Schemas } from "./schema.ts";
import type { Entry } from "./store.ts";

/** The usual page where the document has no default. */
const usualSize = 50;

type Query = Readonly<Record<string, unknown>>;

/** A page, or the name of the parameter that is no token of this list. */
export function pageOf(
  schemas: Schemas,
  list: ListOf,
  {
    path,
    query,
    entries,
  }: { readonly path: string; readonly query: Query; readonly entries: readonly Entry[] },
): { readonly body: unknown } | { readonly wrong: string } {
  const { operation, items } = list;
  const next = linksOf(operation).find(({ operationId }) => operationId === operation.operationId);
  const [tokenName, expression] =
    Object.entries(next?.parameters ?? {}).find(([, value]) => bodyPointer(value) !== undefined) ?? [];
  const size = sizeOf(schemas, list);
  const { [tokenName ?? ""]: token, [size.name]: asked, ...given } = query;
  const place = token === undefined ? { after: 0, filters: given } : readToken(token, path);
  const other = Object.keys(given).some(
    (name) => String(given[name]) !== String(getOwn(place?.filters ?? {}, name)),
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
    const below = recordOf(getOwn(node, key));
    setOwn(node, key, below);
    node = below;
  }
  if (next !== undefined) setOwn(node, last, next);
  else if (Object.hasOwn(node, last)) setOwn(node, last, null);
  if (Object.hasOwn(node, "self")) node["self"] = self;
}

/** The parameter that says how long a page is. */
function sizeOf(schemas: Schemas, { operation }: ListOf): { readonly name: string; readonly usual: number } {
  const name = operation.parameters.find(
    (parameter) => parameter.in === "query" && /size|limit|per_?page|^count$|^top$/i.test(parameter.name),
  )?.name;
  if (name === undefined) return { name: "", usual: usualSize };
  const { default: usual } = schemas.follow(parameterOf(schemas, operation.pointer, name)["schema"]);
  return { name, usual: typeof usual === "number" ? usual : usualSize };
}

/** A query parameter of an operation, its own or its path's. */
function parameterOf(schemas: Schemas, pointer: string, name: string): Query {
  const shared = pointer.replace(/\/[^/]*$/, "");
  const nodes = [pointer, shared].flatMap((place): unknown[] => {
    const { parameters } = schemas.at(place);
    return Array.isArray(parameters) ? parameters : [];
  });
  return nodes.map((node) => schemas.follow(node)).find((node) => node["name"] === name) ?? {};
}

/** Whether a thing is among those that a query asks for. What a parameter means is told by its name; what it cannot tell, all have. */
function isFound(
  schemas: Schemas,
  { operation, kind, linked }: ListOf,
  entry: Entry,
  filters: Query,
): boolean {
  return Object.entries(filters).every(([name, wanted]) => {
    const found = entry.foundBy.get(name);
    if (found !== undefined) return found.has(String(wanted));
    const parameter = parameterOf(schemas, operation.pointer, name);
    if (schemas.format(parameter["schema"]) === "date-time") {
      const moment = Date.parse(String(entry.value[dateProperty(schemas, kind.schema)]));
      if (/start|after|since|from|min/i.test(name)) return moment > Date.parse(String(wanted));
      if (/end|before|until|to|max/i.test(name)) return moment < Date.parse(String(wanted));
    }
    if (Object.hasOwn(schemas.properties(kind.schema), name))
      return String(getOwn(entry.value, name)) === String(wanted);
    // A parameter that a link fills finds what the link was about, and nothing else.
    return !linked.has(name);
  });
}

function dateProperty(schemas: Schemas, schema: unknown): string {
  const dates = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => schemas.format(node) === "date-time",
  );
  return (dates.find(([name]) => /creat/i.test(name)) ?? dates[0])?.[0] ?? "";
}

interface Place {
  readonly after: number;
  readonly filters: Query;
}

function writeToken(path: string, after: number, filters: Query): string {
  const bytes = new TextEncoder().encode(JSON.stringify([path, after, filters]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Undefined for what is no token of this list. */
function readToken(token: unknown, path: string): Place | undefined {
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

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
