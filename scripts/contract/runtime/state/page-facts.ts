// What a page tells of itself beside its items: how many there are, and where the next ones are.
import { setOwn } from "../wire-value.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";

export interface PageFacts {
  readonly total: number;
  readonly length: number;
  readonly size: number;
  readonly offset: number;
  readonly page: number;
  /** The query of the page that follows, and of the one before; undefined where there is none. */
  readonly next: string | undefined;
  readonly previous: string | undefined;
  /** What the parameter for the next page takes. */
  readonly token: string | undefined;
  readonly first: unknown;
  readonly last: unknown;
  readonly self: string;
}

const nested =
  /^(meta|metadata|pagination|paging|page|page_?info|links|_links|cursors?|response_?metadata)$/i;

/** The body with what its schema has places for, down to objects such as `meta` and `pagination`. */
export function withPageFacts(
  schemas: Schemas,
  schema: unknown,
  body: Readonly<Record<string, unknown>>,
  facts: PageFacts,
  depth = 0,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...body };
  const required = schemas.required(schema);
  for (const [name, node] of Object.entries(schemas.properties(schema))) {
    const schemaHere = schemas.follow(node);
    if (nested.test(name) && depth < 3 && Object.keys(schemas.properties(node)).length > 0) {
      const inner = withPageFacts(schemas, node, recordOf(body[name]), facts, depth + 1);
      if (Object.keys(inner).length > 0 || isRecord(body[name])) setOwn(filled, name, inner);
      continue;
    }
    const types = [schemaHere["type"]].flat();
    const fact = factFor(name, { types, format: schemaHere["format"] }, facts);
    if (fact === undefined) continue;
    if (fact !== null) setOwn(filled, name, fact);
    else if (isNullable(schemas, schemaHere)) setOwn(filled, name, null);
    else if (required.includes(name)) setOwn(filled, name, types.includes("string") ? "" : body[name]);
    else Reflect.deleteProperty(filled, name);
  }
  return filled;
}

function isNullable(schemas: Schemas, { type, anyOf, oneOf }: Readonly<Record<string, unknown>>): boolean {
  if ([type].flat().includes("null")) return true;
  const branches: unknown[] = [anyOf ?? oneOf ?? []].flat();
  return branches.some((branch) => schemas.follow(branch)["type"] === "null");
}

/** Undefined for a property that says nothing of pages; null for one that has nothing to say on this page. */
function factFor(
  name: string,
  { types, format }: { readonly types: readonly unknown[]; readonly format: unknown },
  facts: PageFacts,
): unknown {
  const plain = name.toLowerCase().replace(/[^a-z]/g, "");
  const isNumber = types.includes("integer") || types.includes("number");
  if (isNumber) {
    if (
      /^(total(count|items|results|elements|records|size)?|totalhits|count|resultcount|numfound)$/.test(plain)
    )
      return facts.total;
    if (/^(page|pagenumber|currentpage|pageindex|number)$/.test(plain)) return facts.page;
    if (/^(perpage|limit|pagesize|size|itemsperpage)$/.test(plain)) return facts.size;
    if (/^(offset|skip|start|startindex|startat)$/.test(plain)) return facts.offset;
    if (/^(pages|totalpages|pagecount|lastpage)$/.test(plain))
      return Math.max(1, Math.ceil(facts.total / facts.size));
    if (plain === "nextpage") return facts.next === undefined ? null : facts.page + 1;
    if (/^(prev|previous)page$/.test(plain)) return facts.previous === undefined ? null : facts.page - 1;
    return undefined;
  }
  if (types.includes("boolean")) {
    if (/^(hasmore|hasnext(page)?|more|truncated|istruncated|incomplete)$/.test(plain))
      return facts.next !== undefined;
    if (/^(hasprev(ious)?(page)?)$/.test(plain)) return facts.previous !== undefined;
    return /^(last|islast)$/.test(plain) ? facts.next === undefined : undefined;
  }
  if (/^(firstid)$/.test(plain)) return facts.first ?? null;
  if (/^(lastid)$/.test(plain)) return facts.last ?? null;
  const isUrl = format === "uri" || /url$|uri$|href$|link$/.test(plain);
  if (/^next/.test(plain) || plain === "cursor" || plain === "after" || plain === "endcursor")
    return (isUrl || facts.token === undefined ? facts.next : facts.token) ?? null;
  if (/^prev/.test(plain)) return facts.previous ?? null;
  return plain === "self" && isUrl ? facts.self : undefined;
}
