// Reads lists: the entries of a page, and complete traversals of the pages.
import type { Json } from "../../document/document.ts";
import { addAll } from "../../document/long-lists.ts";
import type { ListOf } from "../../runtime/state/model.ts";
import { linksOf } from "../../runtime/state/links.ts";
import { successContent } from "../../runtime/state/operation-parts.ts";
import { pagePointers } from "../../runtime/state/page-pointers.ts";
import { pageStyleOf, sizeParameterOf } from "../../runtime/state/page-style.ts";
import type { Schemas } from "../../runtime/state/schemas.ts";
import { fieldOf, type Sent } from "../send/sender.ts";
import { call } from "./call.ts";
import { along, atPointer, isDone, jsonOf, memberOf, scalarOf } from "./response-json.ts";
import type { As, RunContext } from "./run-context.ts";

/** Returns the entries of a page; undefined if the response has none. */
export function entriesOf(list: ListOf, sent: Sent | undefined): readonly unknown[] | undefined {
  if (!isDone(sent?.response)) return undefined;
  const found = along(jsonOf(sent.response), list.items);
  return Array.isArray(found) ? (found as readonly unknown[]) : undefined;
}

/** Returns the id of an entry; in a list of ids, the entry itself. */
export function idOf(list: ListOf, entry: unknown): string | number | undefined {
  return scalarOf(entry) ?? scalarOf(memberOf(entry, list.kind.id));
}

/** The result of a traversal of a list. */
export interface Walked {
  readonly entries: readonly unknown[];
  readonly ids: readonly (string | number)[];
  readonly pages: readonly Sent[];
  /** Whether the traversal reached the last page. */
  readonly isWhole: boolean;
}

/** Options of a traversal. */
export interface WalkOptions {
  readonly path?: Readonly<Record<string, Json>>;
  readonly query?: Readonly<Record<string, Json>>;
  readonly as?: As;
  readonly mostPages?: number;
}

const mostPagesWalked = 40;

/**
 * Traverses the pages of a list, by its links or by the names of its parameters; undefined if the first page
 * is missing.
 */
export async function walk(
  context: RunContext,
  list: ListOf,
  what: string,
  options: WalkOptions = {},
): Promise<Walked | undefined> {
  const found = context.parts.model.byId(list.operation.operationId);
  if (found === undefined) return undefined;
  const { path = {}, query = {}, as = "account", mostPages = mostPagesWalked } = options;
  const pages: Sent[] = [];
  const entries: unknown[] = [];
  let more: Readonly<Record<string, Json>> | "unknown" | undefined = {};
  while (typeof more === "object" && pages.length < mostPages && !context.parts.isOver()) {
    const sent = await call(context, found.operation, what, { path, query: { ...query, ...more }, as });
    const page = entriesOf(list, sent);
    if (sent === undefined || page === undefined)
      return pages.length === 0 ? undefined : walked(list, pages, entries, false);
    pages.push(sent);
    addAll(entries, page);
    more = nextOf(context, list, { sent, page, sofar: entries.length, number: pages.length });
  }
  return walked(list, pages, entries, more === undefined);
}

function walked(list: ListOf, pages: readonly Sent[], entries: readonly unknown[], isWhole: boolean): Walked {
  return { entries, pages, isWhole, ids: entries.flatMap((entry) => idOf(list, entry) ?? []) };
}

interface Page {
  readonly sent: Sent;
  readonly page: readonly unknown[];
  readonly sofar: number;
  readonly number: number;
}

/**
 * Returns the parameters of the next page; undefined on the last page, `unknown` if nothing determines them.
 */
function nextOf(
  { parts: { model } }: RunContext,
  list: ListOf,
  { sent, page, sofar, number }: Page,
): Readonly<Record<string, Json>> | "unknown" | undefined {
  const body = jsonOf(sent.response);
  for (const { operationId, parameters } of linksOf(list.operation)) {
    if (operationId !== list.operation.operationId) continue;
    const values = Object.entries(parameters).flatMap(([name, expression]) => {
      const pointer =
        typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
      return pointer === undefined ? [] : [[name, scalarOf(atPointer(body, pointer))] as const];
    });
    const known = values.filter(
      (pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== "",
    );
    return known.length === values.length && values.length > 0 ? Object.fromEntries(known) : undefined;
  }
  if (page.length === 0) return undefined;
  const style = pageStyleOf(model.schemas, list);
  if (style.isId && style.cursor !== undefined) {
    const last = idOf(list, page.at(-1));
    return last === undefined ? undefined : { [style.cursor]: last };
  }
  if (style.offset !== undefined) return { [style.offset]: sofar };
  if (style.page !== undefined) return { [style.page]: style.firstPage + number };
  if (style.cursor !== undefined)
    return nextByToken(model.schemas, list, { ...style, cursor: style.cursor }, sent);
  // A list with a single page, or one whose pages are nowhere described.
  return sizeParameterOf(list) !== undefined ? "unknown" : undefined;
}

/**
 * Returns the token of the next page: from the property of the body that is named for it, from the URL of the
 * next page, or from the header field `Link` (RFC 8288).
 */
function nextByToken(
  schemas: Schemas,
  list: ListOf,
  { cursor, link }: { readonly cursor: string; readonly link: boolean },
  { response }: Sent,
): Readonly<Record<string, Json>> | "unknown" | undefined {
  const body = jsonOf(response);
  const { schema } = successContent(list.operation, schemas);
  const pointers = pagePointers(schemas, schema);
  const [more, token, url] = (["hasNext", "next", "nextUrl"] as const).map((fact) => pointers.get(fact));
  if (more !== undefined && atPointer(body, more) === false) return undefined;
  const field = response && fieldOf(response, "link");
  const linked = link ? (/<([^>]*)>[^,]*;\s*rel="?next"?/i.exec(field ?? "")?.[1] ?? null) : undefined;
  const named = [token, url].flatMap((pointer) => (pointer === undefined ? [] : [atPointer(body, pointer)]));
  if (linked === undefined && named.length === 0) return "unknown";
  const next = [...named, linked].map((value) => tokenIn(value, cursor)).find((one) => one !== undefined);
  return next === undefined ? undefined : { [cursor]: next };
}

/** Returns a token itself, or that in the query of a URL. */
function tokenIn(value: unknown, cursor: string): string | number | undefined {
  const scalar = scalarOf(value);
  if (typeof scalar !== "string" || !/^(https?:|[/?])/i.test(scalar)) return scalar;
  return scalarOf(new URL(scalar, "http://localhost").searchParams.get(cursor));
}
